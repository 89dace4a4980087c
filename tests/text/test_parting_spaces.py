"""Blanks that stand for a mark: in cited titles, in slogans, between the clauses under a title."""

from __future__ import annotations

import pytest

from gwformat.text.spaces import between


def closed(text: str) -> str:
    for edit in reversed(between(text)):
        text = text[: edit.start] + edit.new + text[edit.end :]
    return text


@pytest.mark.parametrize(
    "text",
    [
        "转发《某某省安委办关于强化安全防控措施 切实做好节日期间工作的通知》",
        "开展“不忘初心 牢记使命”主题教育",
        "（2020年10月31日第十八次会议通过 自2021年1月1日起施行）",
        "（2020年4月28日 某工发〔2020〕18号）",
        "（1996年8月23日会议通过 1996年9月28日会议批准）",
    ],
)
def test_a_blank_in_the_place_of_a_mark_stays(text: str):
    assert closed(text) == text


@pytest.mark.parametrize(
    "text",
    [
        "转发《某某省安委办关于 强化安全防控措施的通知》",
        "根据《中华人民共和国安全 生产法》",
        "开展“不忘初心、牢记 使命”主题教育",
        "1989年3月3日 我部作出批复",
        "各单位要高度重视，认真 抓好落实。",
    ],
)
def test_any_other_blank_between_han_goes(text: str):
    assert closed(text) == text.replace(" ", "")


@pytest.mark.parametrize("text", ["3 时间安排", "2.1 个人信息", "4 项目概况", "5 分工"])
def test_a_blank_parts_the_number_of_a_section_from_a_name_that_begins_like_a_measure(text: str):
    assert closed(text) == text


@pytest.mark.parametrize("text", ["3 时许", "12 个乡镇", "5 项措施"])
def test_a_blank_parts_no_number_from_its_measure(text: str):
    assert " " not in closed(text)
