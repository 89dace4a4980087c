"""Documents as offices publish them: dates with no organ above them, orders without a title, notes of many lines."""

from __future__ import annotations

import pytest

from gwformat.model import Align, Look, Role
from tests.recognise.drafts import elements, of, paragraph

TITLE = "某某县人民政府办公室关于印发某某县森林火灾应急预案的通知"
OPENING = (TITLE, "各乡镇人民政府，县政府各部门：")
ISSUED = "《某某县森林火灾应急预案》已经县政府同意，现印发给你们，请认真组织实施。"
TEXT = "各单位要高度重视，明确责任，细化措施，抓好落实。"
ARTICLE = "第一条　为了加强防火工作，根据有关规定，制定本办法。"


def roles(*lines: str) -> list[Role]:
    return [role for role, _ in elements(*lines)]


@pytest.mark.parametrize("date", ["二0一三年八月六日", "二00八年十一月三日", "二O一三年八月六日"])
def test_an_arabic_zero_in_a_chinese_year_is_a_date_all_the_same(date: str):
    found = elements("关于开展协查工作的通知", "各派出所：", TEXT, "某某县公安局", date)
    assert found[-2:] == [(Role.SIGNATURE, "某某县公安局"), (Role.DATE, date)]


def test_a_date_without_an_organ_ends_the_text_where_the_document_it_issues_begins_below():
    found = elements(*OPENING, ISSUED, "2026年4月3日", "某某县森林火灾应急预案", TEXT, "一、适用范围", TEXT)
    assert found[3:5] == [(Role.DATE, "2026年4月3日"), (Role.ATTACHMENT_TITLE, "某某县森林火灾应急预案")]
    assert [role for role, _ in found[5:]] == [Role.ATTACHMENT_BODY, Role.HEADING1, Role.ATTACHMENT_BODY]


def test_a_date_in_the_text_that_is_followed_by_a_name_not_issued_ends_nothing():
    found = elements(*OPENING, ISSUED, "2026年4月3日", "某某县防汛抗旱工作方案", TEXT, "某某县人民政府", "2026年5月6日")
    assert found[-2:] == [(Role.SIGNATURE, "某某县人民政府"), (Role.DATE, "2026年5月6日")]


def test_the_name_of_what_is_issued_may_stand_on_two_lines():
    title = "关于印发某某市人民政府办理人大代表建议和政协提案工作规则的通知"
    signed = ("某某市人民政府办公室", "2026年4月7日")
    name = ("某某市人民政府办理人大代表", "建议和政协提案工作规则")
    found = elements(title, "各县（区）人民政府：", TEXT, *signed, *name, "第一章　总　则", ARTICLE)
    assert (Role.ATTACHMENT_TITLE, "／".join(name)) in found


def test_an_order_is_signed_though_what_it_publishes_begins_without_its_title():
    text = "《某某市村庄规划建设管理办法》已经市人民政府常务会议通过，现予发布施行。"
    found = elements("某某市人民政府令", "第82号", text, "市长　张某某", "2026年7月23日", "第一章　总　则", ARTICLE)
    assert [role for role, _ in found] == [
        Role.ISSUER_MARK, Role.ORDER_NUMBER, Role.BODY, Role.SIGNATURE, Role.DATE, Role.HEADING1, Role.ATTACHMENT_BODY,
    ]  # fmt: skip


def test_an_order_may_have_its_number_behind_its_name_in_black():
    text = "《某某市地方志工作办法》已经市人民政府常务会议讨论通过，现予公布，自2026年1月1日起施行。"
    found = elements("某某市人民政府令第103号", text, "市长　张某某", "2026年11月9日")
    assert found[:2] == [(Role.ISSUER_MARK, "某某市人民政府令"), (Role.ORDER_NUMBER, "第103号")]


def test_an_organ_set_wide_is_no_name_with_a_post():
    signed = ("某某市供水股份有限公司", "董 事 会", "2026年11月4日")
    assert roles("关于召开会议的公告", TEXT, "特此公告。", *signed)[-3:] == [Role.SIGNATURE, Role.SIGNATURE, Role.DATE]


def test_a_row_of_labels_above_the_title_is_no_line_of_it():
    labels = "证券代码：000000 证券简称：某某供水 公告编号：2026-059"
    found = elements(labels, "某某市供水股份有限公司", "关于召开股东会的公告", TEXT)
    assert found[:2] == [(Role.OTHER, labels), (Role.TITLE, "某某市供水股份有限公司／关于召开股东会的公告")]


def test_a_note_under_the_title_may_say_in_many_lines_when_it_was_revised():
    note = (
        "（1999年12月22日第三次会员代表大会通过；",
        "2007年4月28日第四次会员代表大会修订；",
        "2013年4月26日第五次会员代表大会修订；",
        "2023年12月20日第七次会员代表大会修订。）",
    )
    found = elements("某某市律师协会章程", *note, "第一章　总则", ARTICLE)
    assert found[1] == (Role.SUBTITLE, "／".join(note))


def test_the_organ_below_the_title_does_not_hide_those_addressed():
    found = elements(TITLE, "某某县人民政府办公室", "各乡镇人民政府，县直各委、办、局：", ISSUED)
    assert [role for role, _ in found] == [Role.TITLE, Role.SUBTITLE, Role.ADDRESSEE, Role.BODY]


def test_the_attachment_note_of_an_unsigned_text_ends_where_an_attachment_begins():
    note = ("附件：1.关于安全生产工作的讲话（略）；", "2.某某市安全生产委员会职责")
    found = elements("某某市安全生产委员会关于印发讲话的通知", TEXT, *note, "附件2：", "某某市安全生产委员会职责", TEXT)
    assert [role for role, _ in found[2:5]] == [Role.ATTACHMENT_NOTE, Role.ATTACHMENT_NOTE, Role.ATTACHMENT_LABEL]


@pytest.mark.parametrize("signed", [(), ("某某市总工会", "2026年4月28日")])
def test_a_label_with_a_colon_above_one_name_is_an_attachment_note(signed: tuple[str, ...]):
    found = elements("关于授予劳动奖状的决定", TEXT, "附件：", "劳动奖状名单", *signed)
    assert [role for role, _ in found[2:4]] == [Role.ATTACHMENT_NOTE, Role.ATTACHMENT_NOTE]


def test_an_attachment_note_never_takes_the_sign_off_below_it():
    found = elements(
        "关于修订制度的说明", TEXT, "附件：1.对照表", "2.管理办法", "某某供水公司", "2026年1月20日", "第一页的说明文字"
    )
    assert (Role.ATTACHMENT_NOTE, "2026年1月20日") not in found


def test_the_last_line_of_an_address_is_no_annotation():
    address = ("六、联系方式", "地　址：某某市某某路48号", "邮政编码：000000", "联系人：李某")
    assert of(Role.ANNOTATION, "关于举办培训班的通知", "各单位：", TEXT, *address) == []
    assert of(Role.ANNOTATION, "关于举办培训班的通知", "各单位：", TEXT, "（联系人：李某）") == ["（联系人：李某）"]


def test_what_an_approval_agrees_to_is_text_and_no_heading():
    items = (
        "一、同意撤销某某县，设立县级某某市。市人民政府驻某某镇。",
        "二、某某市设立某某区。区人民政府驻某某路。",
        "三、某某市管辖原某某县的行政区域。",
    )
    title = "某某省人民政府关于同意撤销某某县设立某某市的批复"
    assert of(Role.HEADING1, title, "某某市人民政府：", "你市请示收悉。现批复如下：", *items, "此复。") == []


def test_a_name_that_is_issued_may_be_cut_though_its_first_line_names_no_organ():
    issued = "《某某省进一步支持民间投资发展的实施方案》已经省人民政府同意，现印发给你们。"
    name = ("某某省进一步支持民间", "投资发展的实施方案")
    signed = ("某某省人民政府办公厅", "2026年3月17日")
    found = elements("关于印发实施方案的通知", "各市人民政府：", issued, *signed, *name, TEXT)
    assert found[3:6] == [(Role.SIGNATURE, signed[0]), (Role.DATE, signed[1]), (Role.ATTACHMENT_TITLE, "／".join(name))]


def test_a_title_on_two_lines_may_name_a_document_without_saying_about_what():
    lines = ("2026年人大建议、政协提案办理工作", "完成情况说明")
    assert of(Role.TITLE, *lines, f"{TEXT}{TEXT}", "2026年11月5日") == ["／".join(lines)]


def test_those_addressed_may_be_cut_in_the_middle_of_a_name():
    lines = ("各县、区人民政府，某某经济开发区、市滨湖新城开发区、某某", "工业园区，市各委、办、局，市各直属单位：")
    assert of(Role.ADDRESSEE, TITLE, *lines, ISSUED) == ["".join(lines)]


@pytest.mark.parametrize("to", ["大会主席团：", "国家文物局文物保护司："])
def test_a_presidium_and_a_department_are_addressed(to: str):
    assert of(Role.ADDRESSEE, "关于议案处理意见的报告", to, TEXT) == [to]


def test_the_class_of_an_answer_may_stand_beside_its_number():
    line = "某城管函字〔2026〕33号                         办理结果：B"
    found = elements("对市人大一次会议第0152号建议的答复", line, "张某某代表：", "您提出的建议收悉，现答复如下：")
    assert found[:2] == [(Role.CATEGORY, "办理结果：B"), (Role.DOC_NUMBER, "某城管函字〔2026〕33号")]
    assert found[3] == (Role.ADDRESSEE, "张某某代表：")


def test_a_date_with_the_number_under_the_title_hides_nobody_addressed():
    line = "2026年12月28日 某政发〔2026〕17号"
    assert roles("关于调整收费标准的通知", line, "市财政局：", TEXT)[1:3] == [Role.SUBTITLE, Role.ADDRESSEE]


def test_a_remark_under_the_title_may_have_the_number_below_it():
    title = paragraph("关于某某项目竣工环境保护验收的决定书", look=Look(align=Align.CENTER))
    found = elements(title, "（生产类）", "某环验收〔2026〕125号", "某某公司：", TEXT)
    assert [role for role, _ in found[:4]] == [Role.DOC_NUMBER, Role.TITLE, Role.SUBTITLE, Role.ADDRESSEE]


def test_what_names_the_organ_again_may_have_the_number_below_it():
    found = elements(TITLE, "某某省某某县人民政府办公室", "某政办发〔2026〕4号", "各乡镇人民政府：", ISSUED)
    assert [role for role, _ in found[:4]] == [Role.DOC_NUMBER, Role.TITLE, Role.SUBTITLE, Role.ADDRESSEE]


def test_the_address_of_those_to_ask_below_the_date_is_no_attachment():
    contacts = ("联系单位：市城市管理局市容处", "联系电话：00000000", "邮政编码：000000")
    found = elements("关于停车管理的答复", "张某某代表：", TEXT, "某某市城市管理局", "2026年7月25日", *contacts)
    assert found[-3:] == [(Role.ANNOTATION, line) for line in contacts]


def test_what_is_issued_may_have_attachments_of_its_own_above_the_imprint():
    signed = ("2026年3月2日", "某某街道垃圾分类工作实施方案")
    notes = ("附：1.任务分解表", "2.联系人名单")
    issued = "现将《某某街道垃圾分类工作实施方案》印发给你们，请认真组织实施。"
    found = elements(
        "关于印发方案的通知", "各社区：", issued, *signed, TEXT, *notes, "某某街道办事处", "2026年3月2日印"
    )
    assert [words for role, words in found if role is Role.ATTACHMENT_NOTE] == list(notes)
