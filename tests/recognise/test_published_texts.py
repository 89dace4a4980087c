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
