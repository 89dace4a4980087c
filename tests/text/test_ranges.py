"""Hyphens between two numbers, dates or hours: 一字线 or 浪纹线 in their place, codes as they are."""

from __future__ import annotations

import pytest

from gwformat.text.punctuation import ranges


def mended(text: str) -> str:
    for edit in reversed(ranges(text)):
        text = text[: edit.start] + edit.new + text[edit.end :]
    return text


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("会期为3月16日-3月18日", "会期为3月16日—3月18日"),
        ("2026年3月16日-2026年4月1日", "2026年3月16日—2026年4月1日"),
        ("2026年3月-5月", "2026年3月—5月"),
        ("上午8:30-11:30", "上午8:30—11:30"),
        ("8：30~9：00签到", "8：30—9：00签到"),
        ("规划期为2026-2030年", "规划期为2026—2030年"),
        ("每组5-10人", "每组5～10人"),
        ("每户补助80%-90%", "每户补助80%～90%"),
        ("2025-2026学年第一学期", "2025—2026学年第一学期"),
        ("1-4季度", "1—4季度"),
        ("新建3-5座水库", "新建3～5座水库"),
    ],
)
def test_from_one_day_hour_or_number_to_another(before: str, after: str) -> None:
    assert mended(before) == after


@pytest.mark.parametrize(
    "text",
    [
        *("电话0000-12345678", "2026-03-16 08:30", "型号为JS-500", "第3-2号图", "3月16日-JS", "3-2战胜"),
        *("3-201室", "住2-3号院", "5-12栋3单元", "附件1-2的内容"),
    ],
)
def test_what_is_no_range_keeps_its_hyphen(text: str) -> None:
    assert mended(text) == text
