"""Old heads, sign-offs and imprints in tables and text boxes are read; other tables stay closed."""

from __future__ import annotations

import dataclasses

from gwformat.model import Carrier, CarrierKind, Look, Role, RunsOn
from gwformat.units import Mm
from tests.recognise.drafts import elements, paragraph, recognised, table

TEXT = "为做好有关工作，经研究，现将有关事项通知如下，请认真贯彻执行，并于月底前报送落实情况。"
TITLE = "某某市人民政府关于做好有关工作的通知"


def test_a_head_in_a_table_is_opened():
    head = table(("000001", ""), ("秘密★3年", ""), ("某某市人民政府文件", ""), ("某政发〔2026〕1号", "签发人：张某某"))
    assert elements(head, TITLE, TEXT)[:5] == [
        (Role.COPY_NUMBER, "000001"),
        (Role.SECRECY, "秘密★3年"),
        (Role.ISSUER_MARK, "某某市人民政府文件"),
        (Role.DOC_NUMBER, "某政发〔2026〕1号"),
        (Role.SIGNER, "签发人：张某某"),
    ]


def test_a_mark_in_a_text_box_is_opened():
    box = table(("某某市人民政府文件",), kind=CarrierKind.TEXT_BOX)
    holder = paragraph("", 1, boxes=(box,))
    found = elements(holder, "某政发〔2026〕1号", TITLE, TEXT)
    assert found[:2] == [(Role.ISSUER_MARK, "某某市人民政府文件"), (Role.DOC_NUMBER, "某政发〔2026〕1号")]


def test_a_box_of_the_head_that_hangs_on_the_text_stays_closed_as_its_words_are_no_line_of_it():
    def boxed(words, place):
        return paragraph(words, place, boxes=(table(("加急",), kind=CarrierKind.TEXT_BOX),))

    for host in ("各县（市、区）人民政府：", TEXT):
        assert "加急" not in {text for _, text in elements(TITLE, boxed(host, 2), TEXT)}
    assert (Role.URGENCY, "加急") in elements(boxed(TITLE, 1), TEXT)


def test_an_imprint_in_a_table_is_opened():
    imprint = table(("抄送：市委办公室，市人大常委会办公室。", ""), ("某某市人民政府办公室", "2026年5月7日印发"))
    assert elements(TITLE, TEXT, "某某市人民政府", "2026年5月6日", imprint)[-3:] == [
        (Role.COPY_TO, "抄送：市委办公室，市人大常委会办公室。"),
        (Role.PRINTER, "某某市人民政府办公室"),
        (Role.PRINT_DATE, "2026年5月7日印发"),
    ]


def test_a_framed_line_below_the_date_of_a_document_is_its_imprint_even_without_the_word():
    imprint = table(("某某市人民政府办公室　　2026年5月7日",))
    assert elements(TITLE, TEXT, "某某市人民政府", "2026年5月6日", imprint)[-2:] == [
        (Role.PRINTER, "某某市人民政府办公室"),
        (Role.PRINT_DATE, "2026年5月7日"),
    ]
    sign_off = table(("某某市人民政府　　2026年5月7日",))
    assert Role.PRINT_DATE not in {role for role, _ in elements(TITLE, TEXT, sign_off)}


def test_the_names_of_a_joint_sign_off_beside_each_other_are_signatures():
    names = table(("某某市教育局", "某某市财政局"), ("某某市民政局", ""))
    assert elements(TITLE, TEXT * 3, names, "", "2026年5月6日")[-4:] == [
        (Role.SIGNATURE, "某某市教育局"),
        (Role.SIGNATURE, "某某市财政局"),
        (Role.SIGNATURE, "某某市民政局"),
        (Role.DATE, "2026年5月6日"),
    ]


def test_a_table_of_organs_that_no_date_follows_is_one_of_data():
    listed = table(("某某市教育局", "某某市财政局"), ("某某市民政局", ""))
    found = elements(TITLE, TEXT * 3, listed, "请以上单位认真落实。", "某某市人民政府", "2026年5月6日")
    assert (Role.BODY, "table") in found


def test_addressees_of_several_kinds_are_known_without_their_colon():
    named = "各市、县（区）人民政府，省政府各部门、各直属机构"
    assert (Role.ADDRESSEE, named) in elements(TITLE, named, TEXT)


def test_a_table_around_a_title_is_opened():
    head = table(("某某市人民政府办公室文件",), ("某政办发〔2026〕12号",))
    title = table(("某某市人民政府办公室",), ("关于做好2026年春节期间有关工作的通知",))
    found = elements(head, title, "各县人民政府：", TEXT)
    assert [role for role, _ in found][:4] == [Role.ISSUER_MARK, Role.DOC_NUMBER, Role.TITLE, Role.ADDRESSEE]


def test_a_table_of_documents_stays_closed():
    listed = table(("序号", "文件名称"), ("1", "关于做好防汛工作的通知"))
    assert (Role.TITLE, "关于做好防汛工作的通知") not in elements(TITLE, listed, TEXT)


def test_a_table_of_data_stays_closed():
    data = table(("序号", "单位"), ("1", "市财政局"), ("2", "市教育局"))
    assert (Role.BODY, "table") in elements(TITLE, TEXT, data)


def test_a_table_in_an_attachment_belongs_to_it():
    data = table(("序号", "单位"), ("1", "市财政局"))
    document = recognised(TITLE, TEXT, "某某市人民政府", "2026年5月6日", "附件", "责任单位清单", data)
    assert [(block.role, block.attachment) for block in document.blocks if block.carrier] == [(Role.ATTACHMENT_BODY, 1)]


def test_a_numbered_mark_of_minutes_in_a_text_box_is_opened():
    box = table(("某某市人民政府常务会议纪要",), ("〔2026〕12号",), kind=CarrierKind.TEXT_BOX)
    found = elements(paragraph("", 1, boxes=(box,)), "某某市人民政府办公室　　2026年4月22日", "会议议定事项如下。")
    assert found[:2] == [(Role.ISSUER_MARK, "某某市人民政府常务会议纪要"), (Role.DOC_NUMBER, "〔2026〕12号")]


def test_a_framed_or_red_notice_mark_stands_for_the_title_and_a_black_one_is_it():
    lines = ("某某市人民代表大会常务委员会公告", "第7号")
    boxed = paragraph("", 1, boxes=(table(*((line,) for line in lines), kind=CarrierKind.TEXT_BOX),))
    red = paragraph(lines[0], 1, look=Look(color="FF0000"))
    for head in ((boxed,), (red, lines[1])):
        document = recognised(*head, TEXT, "某某市人民代表大会常务委员会", "2026年4月8日")
        assert [block.role for block in document.blocks if block.text.strip()][:2] == [
            Role.ISSUER_MARK,
            Role.DOC_NUMBER,
        ]
        assert document.genre == "公告" and Role.TITLE not in document.missing
    assert (Role.TITLE, lines[0]) in elements(*lines, TEXT)


def test_a_line_drawn_below_a_head_without_a_title_is_dropped():
    line = Carrier(CarrierKind.SHAPE, size=(Mm(156), Mm(0)))
    document = recognised("某某市人民政府令", "第7号", paragraph("", 3, boxes=(line,)), TEXT)
    assert not any(run.carrier for block in document.blocks for run in block.runs)


def test_a_drawn_red_line_is_dropped_with_a_change():
    line = Carrier(CarrierKind.SHAPE, size=(Mm(156), Mm(0)))
    document = recognised("某某市人民政府文件", paragraph("某政发〔2026〕1号", 2, boxes=(line,)), TITLE, TEXT)
    assert not any(run.carrier for block in document.blocks for run in block.runs)
    assert any(change.before == "\ufffc" for change in document.changes)


def test_a_picture_in_the_text_is_kept():
    picture = Carrier(CarrierKind.IMAGE, size=(Mm(100), Mm(80)))
    document = recognised(TITLE, TEXT, paragraph("", 3, boxes=(picture,)))
    assert [block.role for block in document.blocks if any(run.carrier for run in block.runs)] == [Role.BODY]


def test_one_huge_table_is_one_element():
    assert elements(table(*[(f"{row}", "内容" * 30) for row in range(200)])) == [(Role.BODY, "table")]


def test_a_red_organ_in_a_text_box_at_the_top_is_the_mark_of_a_letter():
    box = table(("某某市财政局",), kind=CarrierKind.TEXT_BOX)
    red = paragraph("某某市财政局", 50, Look(color="FF0000"))
    box = dataclasses.replace(box, paragraphs=(red,))
    found = elements(paragraph("", 1, boxes=(box,)), "关于商请支持的函", "某某市教育局：")
    assert found[0] == (Role.ISSUER_MARK, "某某市财政局")


def test_a_whole_document_in_a_single_cell_is_told():
    words = (
        "某某县交通运输局",
        "关于申请养护资金的函",
        "县财政局：",
        "因受灾严重，需养护资金260万元。",
        "2026年3月3日",
    )
    framed = table(("\n".join(words),))
    paragraphs = tuple(paragraph(word, order) for order, word in enumerate(words))
    (notice,) = recognised(dataclasses.replace(framed, paragraphs=paragraphs)).notices
    assert "移出表格" in notice
    assert not recognised(table(("一格",))).notices


def test_what_runs_on_into_the_next_paragraph_is_one_with_it():
    capital = dataclasses.replace(paragraph("为", 1), runs_on=RunsOn.DROP_CAP)
    found = recognised(TITLE, capital, TEXT[1:])
    assert [(block.role, block.text) for block in found.blocks] == [(Role.TITLE, TITLE), (Role.BODY, TEXT)]
    assert RunsOn.DROP_CAP.value in [change.reason for change in found.changes]
