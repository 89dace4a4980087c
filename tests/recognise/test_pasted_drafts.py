"""Drafts pasted together from forms, letters, PDFs and the net: labels, heads, notes and lists in odd places."""

from __future__ import annotations

from gwformat.model import HEAD_ROLES, Align, Carrier, CarrierKind, Fate, Kind, Look, Role
from tests.recognise.drafts import elements, of, paragraph, recognised, table
from tests.recognise.test_clerks_drafts import BREAK, CUT, TEXT


def test_the_number_of_a_label_ends_before_a_year_or_a_blank():
    head = ("关于印发工作要点的通知", "各单位：", TEXT, "某某市教育局", "2026年5月6日")
    for line, label, title in (
        ("附件 2026年工作要点", "附件", "2026年工作要点"),
        ("附件1 2026年工作要点", "附件1", "2026年工作要点"),
        ("附件12026年工作要点", "附件1", "2026年工作要点"),
        ("附件3 5G基站一览表", "附件3", "5G基站一览表"),
        ("附件1：申报材料清单", "附件1：", "申报材料清单"),
    ):
        found = elements(*head, paragraph(line, 6, BREAK), "1.身份证复印件；", "2.聘用合同。")
        assert found[5:7] == [(Role.ATTACHMENT_LABEL, label), (Role.ATTACHMENT_TITLE, title)]


def test_a_note_typed_above_the_sign_off_stands_below_it():
    note = "（联系人：陶某，联系电话：0000-5556667）"
    lines = ("关于整治校园周边环境的函", "区城市管理局：", TEXT, "特此函达。", note, "某某区教育局", "2026年9月1日")
    document = recognised(*lines)
    assert [block.role for block in document.blocks][-3:] == [Role.SIGNATURE, Role.DATE, Role.ANNOTATION]
    assert [change.after for change in document.changes if change.fate is Fate.MOVED] == [note]


def test_a_telegram_form_with_labels_in_cells_of_their_own_is_a_head():
    form = table(("发往", "见报头", "签批盖章", "张某某"), ("等级", "特急·明电", "某汛电", "〔2026〕21号"))
    red = paragraph("发 电", 1, Look(color="FF0000", align=Align.CENTER))
    document = recognised(red, form, "关于启动应急响应的通知", "各县人民政府：", TEXT, "某某市水利局", "2026年7月8日")
    assert document.kind is Kind.TELEGRAM
    assert {(block.role, block.text) for block in document.blocks if block.role in HEAD_ROLES} == {
        (Role.ISSUER_MARK, "发 电"),
        (Role.DISPATCH, "发往：见报头"),
        (Role.SIGNER, "签批盖章：张某某"),
        (Role.URGENCY, "等级：特急·明电"),
        (Role.DOC_NUMBER, "某汛电〔2026〕21号"),
    }


def test_a_telegram_form_may_have_a_row_for_those_who_get_copies():
    form = table(("等级", "特急", "某汛电", "〔2026〕21号"), ("抄送", "市委办公室，市政府办公室。"))
    red = paragraph("发 电", 1, Look(color="FF0000", align=Align.CENTER))
    found = elements(red, form, "关于启动应急响应的通知", "各县人民政府：", TEXT, "某某市水利局", "2026年7月8日")
    assert (Role.TITLE, "关于启动应急响应的通知") in found
    assert found[-1] == (Role.COPY_TO, "抄送：市委办公室，市政府办公室。")


def test_a_form_in_the_text_stays_a_table():
    form = table(("等级", "一级", "签发", "张某某"), ("项目", "内容", "备注", "无"))
    assert (Role.BODY, "table") in elements(
        "关于填报的通知", "各单位：", TEXT, form, TEXT, "某某市水利局", "2026年7月8日"
    )


def test_that_an_answer_may_be_published_is_said_in_many_words():
    for words in ("同意公开", "是否同意公开：同意", "（全文公开）", "不宜公开"):
        found = elements(
            words,
            paragraph("某某市住房和城乡建设局", 2, Look(color="FF0000", align=Align.CENTER)),
            "某建提字〔2026〕22号　　签发人：韩某某",
            "对市政协十二届四次会议第0145号提案的答复",
            "杨某某委员：",
            TEXT,
        )
        assert [role for role, _ in found[:2]] == [Role.CATEGORY, Role.ISSUER_MARK]


def test_minutes_in_a_table_may_give_the_date_without_the_office():
    mark = paragraph("某某县人民政府\n常务会议纪要", 1, Look(color="FF0000"))
    cells = (mark, paragraph("〔2026〕第9次\n2026年5月20日", 2))
    head = Carrier(CarrierKind.TABLE, "", paragraphs=cells, rows=(tuple(cell.text for cell in cells),))
    found = elements(
        head,
        "县十七届人民政府第四十二次常务会议纪要",
        "时间：2026年5月18日下午",
        "主持：县长郑某某",
        "一、学习文件",
        TEXT,
    )
    assert found[:5] == [
        (Role.ISSUER_MARK, "某某县人民政府常务会议纪要"),
        (Role.DOC_NUMBER, "〔2026〕第9次"),
        (Role.EDITED, "2026年5月20日"),
        (Role.TITLE, "县十七届人民政府第四十二次常务会议纪要"),
        (Role.BODY, "时间：2026年5月18日下午"),
    ]


def test_those_who_get_the_minutes_stand_in_the_imprint_though_nobody_printed_them():
    lines = ("发：各县（市、区）人民政府。", "送：市委办公室，市人大常委会办公室。")
    assert of(Role.COPY_TO, "关于研究有关问题的会议纪要", TEXT, "记录：郑某", *lines) == list(lines)
    assert of(Role.COPY_TO, "关于做好工作的通知", TEXT, lines[0]) == []


def test_the_other_signer_of_a_joint_request_may_have_a_label_of_his_own():
    red = Look(color="FF0000", align=Align.CENTER)
    head = (paragraph("某某市财政局", 1, red), paragraph("某某市水利局", 2, red), paragraph("文件", 3, red))
    signed = ("某财农〔2026〕17号　　签发人：周某某", "　　　　　　　　　　会签人：吴某某")
    found = elements(*head, *signed, "某某市财政局　某某市水利局关于追加经费的请示", "市人民政府：", TEXT)
    assert [text for role, text in found if role is Role.SIGNER] == ["签发人：周某某", "会签人：吴某某"]
    assert (Role.TITLE, "某某市财政局　某某市水利局关于追加经费的请示") in found


def test_what_the_net_puts_around_a_notice_is_none_of_its_elements():
    found = elements(
        "关于做好高温天气安全防范工作的通知",
        "原创 某某应急 某某应急管理 2026-07-15 18:02 发表于某某",
        "各乡镇（街道）、各有关单位：",
        TEXT,
        "某某县应急管理局",
        "2026年7月15日",
        "来源：某某应急",
        "编辑：小王",
    )
    assert [role for role, _ in found] == [
        Role.TITLE, Role.OTHER, Role.ADDRESSEE, Role.BODY, Role.SIGNATURE, Role.DATE, Role.OTHER, Role.OTHER,
    ]  # fmt: skip


def test_a_letter_given_as_it_came_keeps_its_own_title_and_addressee():
    found = elements(
        *("某某市科技局关于支持培育工作的复函", "某某大学：", TEXT, "某某市科技局", "2026年6月9日", "附：来函"),
        *("某大函〔2026〕8号", "关于商请联合开展培育工作的函", "某某市科技局：", TEXT, "某某大学", "2026年5月30日"),
    )
    assert found[5:10] == [
        (Role.ATTACHMENT_LABEL, "附："),
        (Role.ATTACHMENT_TITLE, "来函"),
        (Role.SUBTITLE, "某大函〔2026〕8号"),
        (Role.ATTACHMENT_TITLE, "关于商请联合开展培育工作的函"),
        (Role.ADDRESSEE, "某某市科技局："),
    ]


def test_the_title_may_stand_below_the_contents():
    contents = ("目录", "一、总体要求\t1", "二、主要任务\t1")
    text = ("一、总体要求", TEXT, "二、主要任务", TEXT, "某某市教育局", "2026年5月6日")
    found = elements(*contents, "某某市教育局关于做好招生工作的通知", "各学校：", *text)
    assert [role for role, _ in found[:5]] == [*[Role.OTHER] * 3, Role.TITLE, Role.ADDRESSEE]


def test_contents_without_page_numbers_are_no_headings():
    chapters = ("第一章　总　则", "第二章　附　则")
    articles = ("第一条　为了加强管理，制定本条例。", "第二条　本条例自公布之日起施行。")
    found = elements("某某市垃圾分类条例", "目　录", *chapters, chapters[0], articles[0], chapters[1], articles[1])
    roles = [Role.TITLE, *[Role.OTHER] * 3, Role.HEADING1, Role.BODY, Role.HEADING1, Role.BODY]
    assert [role for role, _ in found] == roles


def test_an_address_that_left_a_short_line_goes_on_in_its_brackets():
    cut = (*CUT[:3], "并纳入年度考核，方案报基础教育科（邮箱：", "jyk@example.cn，联系人：王某，电话：0000-1231231）。")
    text = of(Role.BODY, "关于招生工作的通知", "各县（市、区）教育局：", *cut)
    assert text == ["".join(cut).strip("　")]


def test_the_automatic_number_of_an_article_is_parted_by_a_full_blank():
    article = paragraph("本办法自发布之日起施行。", 2, label="第一条")
    assert of(Role.BODY, "某某办法", TEXT, article)[1] == "第一条　本办法自发布之日起施行。"


def test_a_colon_may_stand_before_the_number_of_a_label():
    signed = ("关于印发方案的通知", "各单位：", TEXT, "某某市教育局", "2026年5月6日")
    found = elements(*signed, paragraph("附件:1", 6, BREAK), "任务分解表", TEXT)
    assert found[5:7] == [(Role.ATTACHMENT_LABEL, "附件:1"), (Role.ATTACHMENT_TITLE, "任务分解表")]


def test_the_number_of_copies_may_stand_on_the_line_of_the_print_date():
    found = elements(
        "关于印发保密规定的通知", "局属各单位：", TEXT, "某某市公安局", "2026年1月5日", "抄送：市保密局。",
        "某某市公安局办公室　　2026年1月5日印发　　共印80份",
    )  # fmt: skip
    assert found[-3:] == [
        (Role.PRINTER, "某某市公安局办公室"),
        (Role.PRINT_DATE, "2026年1月5日印发"),
        (Role.PRINT_RUN, "共印80份"),
    ]


def test_small_marks_and_double_lines_are_read_like_the_usual_ones():
    found = elements(
        "某某市公安局文件", "某公〔2026〕5号", "═══════★═══════", "关于做好工作的通知", "各县公安局﹕", TEXT
    )
    assert [role for role, _ in found] == [Role.ISSUER_MARK, Role.DOC_NUMBER, Role.TITLE, Role.ADDRESSEE, Role.BODY]
