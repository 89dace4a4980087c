"""Heads of 命令, 纪要, 函 and 电报 as other people's templates write them: in pieces, in tables, on one line."""

from __future__ import annotations

import pytest

from gwformat.model import Align, Kind, Look, Paragraph, Role
from tests.recognise.drafts import Line, elements, paragraph, recognised, table

RED = Look(align=Align.CENTER, color="FF0000")
ORDER = "《某某市城市供水管理办法》已经2026年4月20日市人民政府第8次常务会议通过，现予公布。"
TEXT = "为做好有关工作，经研究，现将有关事项说明如下，请予支持，并于月底前函复我局。"
SIGNED = ("市长　张某某", "2026年5月6日")
OFFICE = ("某某市水务局", "2026年5月6日")
TITLE, TO = "关于商请支持的函", "某某市财政局："
MESSAGE = ("关于做好防汛工作的紧急通知", "各县人民政府：", TEXT, *OFFICE)
TELEGRAM = {
    (Role.DISPATCH, "发电单位：某某市人民政府办公室"),
    (Role.SIGNER, "签批盖章：张某某"),
    (Role.URGENCY, "等级：特急·明电"),
    (Role.TITLE, "关于做好防汛工作的紧急通知"),
}


def red(text: str) -> Paragraph:
    return paragraph(text, look=RED)


def head(*lines: Line) -> tuple[Kind, list[tuple[Role, str]]]:
    return recognised(*lines).kind, elements(*lines)


@pytest.mark.parametrize(
    "lines",
    [
        [red("某某市人民政府"), red("令"), "第12号"],
        [red("某某市人民政府令　第12号")],
        [red("某某市人民政府令"), "第 12 号"],
        [table(("某某市人民政府令",), ("第12号",))],
        [table(("某 某 市 人 民 政 府 令",)), "", "第12号"],
    ],
)
def test_an_order_has_its_mark_and_its_number_however_they_stand(lines: list[Line]) -> None:
    kind, found = head(*lines, ORDER, *SIGNED)
    assert kind is Kind.ORDER
    assert [(role, "".join(text.split())) for role, text in found[:2]] == [
        (Role.ISSUER_MARK, "某某市人民政府令"),
        (Role.ORDER_NUMBER, "第12号"),
    ]


def test_a_red_name_on_two_lines_is_one_mark() -> None:
    number = ("某政发〔2026〕5号", "某某市人民政府关于做好防汛工作的通知")
    _, found = head(red("某某省某某市"), red("人民政府文件"), *number, "各县人民政府：", TEXT, *OFFICE)
    assert found[:2] == [(Role.ISSUER_MARK, "某某省某某市人民政府文件"), (Role.DOC_NUMBER, number[0])]
    _, found = head("某某省某某市", "人民政府文件", *number, "各县人民政府：", TEXT, *OFFICE)
    assert (Role.ISSUER_MARK, "某某省某某市人民政府文件") not in found


def test_a_citation_of_an_order_in_black_is_no_mark() -> None:
    _, found = head("某某市人民政府令第12号", "某某市城市供水管理办法", "第一条　为了加强管理，制定本办法。")
    assert Role.ISSUER_MARK not in {role for role, _ in found}


@pytest.mark.parametrize("number", [[], ["第3号"]])
def test_a_notice_in_black_has_a_mark_if_it_has_a_title_below(number: list[Line]) -> None:
    mark, title = "某某市人民政府公告", "某某市人民政府关于试鸣防空警报的公告"
    _, found = head(mark, *number, title, "定于2026年9月18日试鸣防空警报。", *OFFICE)
    assert (Role.ISSUER_MARK, mark) in found
    assert (Role.TITLE, title) in found


def test_the_genre_of_a_notice_may_stand_below_the_organ_where_it_has_a_title() -> None:
    title = "某某市人民政府关于试鸣防空警报的公告"
    mark = ("某某市人民政府", "公    告", "2026年第3号")
    _, found = head(*mark, title, "定于2026年9月18日试鸣防空警报。", *OFFICE)
    assert [role for role, _ in found[:3]] == [Role.ISSUER_MARK, Role.DOC_NUMBER, Role.TITLE]
    assert found[2] == (Role.TITLE, title)


def test_the_labels_of_a_telegram_may_stand_on_one_line_with_blanks_behind_them() -> None:
    line = "等级  特急    某汛明电〔2026〕6号    机发号 1203"
    _, found = head("发电单位  某某市防汛抗旱指挥部    签批盖章  朱某某", line, "关于做好防汛工作的紧急通知", TEXT)
    assert (Role.URGENCY, "等级  特急") in found
    assert (Role.DOC_NUMBER, "某汛明电〔2026〕6号    机发号 1203") in found


def test_a_notice_in_black_with_only_a_number_below_is_a_title() -> None:
    _, found = head("某某市人民政府公告", "第3号", "《某某市城市供水条例》已经通过，现予公布。", *OFFICE)
    assert (Role.TITLE, "某某市人民政府公告") in found


@pytest.mark.parametrize(
    "lines",
    [
        [table(("某某局党组会议纪要",), ("（第5期）",), ("某某局办公室　　　　2026年5月6日",))],
        [red("某某局党组会议纪要"), "第5期", table(("某某局办公室", "2026年5月6日"))],
        [red("某某局"), red("党组会议纪要"), "第5期", "某某局办公室\t2026年5月6日"],
    ],
)
def test_minutes_have_mark_number_office_and_date_however_they_stand(lines: list[Line]) -> None:
    kind, found = head(*lines, "会议研究了防汛工作。现纪要如下。", "一、做好值班。")
    assert kind is Kind.MINUTES
    assert (Role.ISSUER_MARK, "某某局党组会议纪要") in found
    assert [found[at] for at in (2, 3)] == [(Role.EDITOR, "某某局办公室"), (Role.EDITED, "2026年5月6日")]


def test_the_mark_of_a_note_names_the_office_and_says_what_it_is() -> None:
    kind, found = head(red("某某市水务局便函"), "〔2026〕5号", TITLE, TO, TEXT, *OFFICE)
    assert kind is Kind.LETTER
    assert found[:3] == [
        (Role.ISSUER_MARK, "某某市水务局便函"),
        (Role.DOC_NUMBER, "〔2026〕5号"),
        (Role.TITLE, TITLE),
    ]


def test_urgency_and_number_on_one_line_of_a_letter_are_two_elements() -> None:
    kind, found = head(red("某某市水务局"), "特急\t某水函〔2026〕5号", TITLE, TO, TEXT, *OFFICE)
    assert kind is Kind.LETTER
    assert {(Role.URGENCY, "特急"), (Role.DOC_NUMBER, "某水函〔2026〕5号"), (Role.TITLE, TITLE)} <= set(found)


def test_a_telegram_in_tables_is_read_with_its_title() -> None:
    first = table(("发电单位：某某市人民政府办公室", "签批盖章：张某某"))
    second = table(("等级：特急·明电", "某政办发明电〔2026〕5号"))
    kind, found = head(red("某某市人民政府办公室发电"), first, second, *MESSAGE)
    assert kind is Kind.TELEGRAM
    assert TELEGRAM | {(Role.DOC_NUMBER, "某政办发明电〔2026〕5号")} <= set(found)


@pytest.mark.parametrize(
    ("numbers", "number"),
    [
        ("等级：特急·明电　　某政办发明电〔2026〕5号", "某政办发明电〔2026〕5号"),
        ("等级：特急·明电　　某政办发明电〔2026〕5号　　某机发0123号", "某政办发明电〔2026〕5号　　某机发0123号"),
    ],
)
def test_a_telegram_typed_in_black_has_a_head(numbers: str, number: str) -> None:
    sender = "发电单位：某某市人民政府办公室　　　签批盖章：张某某"
    mark = "某某市人民政府办公室发电"
    kind, found = head(mark, sender, numbers, *MESSAGE)
    assert kind is Kind.TELEGRAM
    assert TELEGRAM | {(Role.ISSUER_MARK, mark), (Role.DOC_NUMBER, number)} <= set(found)


@pytest.mark.parametrize("lines", [1, 2])
def test_a_blank_may_stand_for_the_colon_behind_the_labels_of_a_telegram(lines: int) -> None:
    office, seal = "发电单位　某某市人民政府办公室", "签批盖章　张某某"
    sender = (f"{office}　　　{seal}",) if lines == 1 else (office, seal)
    kind, found = head("某某市人民政府办公室发电", *sender, "等级　特急·明电　　某政办发明电〔2026〕5号", *MESSAGE)
    assert kind is Kind.TELEGRAM
    roles = {role for role, _ in TELEGRAM} | {Role.ISSUER_MARK, Role.DOC_NUMBER}
    assert roles <= {role for role, _ in found}
    assert (Role.TITLE, "关于做好防汛工作的紧急通知") in found
    assert [text for role, text in found if role is Role.ISSUER_MARK] == ["某某市人民政府办公室发电"]


def test_the_place_of_signature_and_seal_may_be_left_open() -> None:
    number = "等级：特急　　某政办发明电〔2026〕5号"
    _, found = head("某某市人民政府办公室电报", "发往　各县人民政府", "签批盖章", number, *MESSAGE)
    assert {(Role.DISPATCH, "发往　各县人民政府"), (Role.SIGNER, "签批盖章")} <= set(found)


def test_a_title_about_power_stations_is_no_sender_of_a_telegram() -> None:
    title = "关于印发《发电单位安全管理办法》的通知"
    _, found = head("某某市人民政府文件", "某政发〔2026〕5号", title, "各县人民政府：", TEXT, *OFFICE)
    assert (Role.TITLE, title) in found
