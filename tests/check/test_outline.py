"""Level numbers are found in every form drafts have them, and only there."""

from __future__ import annotations

from types import SimpleNamespace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gwformat.check.elements import Element
from gwformat.check.outline import Item, outline
from gwformat.check.rules.elements import level_numbers_not_continuous
from gwformat.model import Block, Role, Run
from gwformat.text.numerals import to_chinese


def element(text: str, role: Role = Role.BODY) -> Element:
    return Element(0, Block(role, (Run(text),)))


def found(text: str, role: Role = Role.BODY) -> list[tuple[int, int | None, str]]:
    return [(item.level, item.number, item.mark) for item in outline([element(text, role)])]


@pytest.mark.parametrize(
    ("text", "level", "number", "mark"),
    [
        ("一、落实责任", 1, 1, "一、"),
        ("十二.落实责任", 1, 12, "十二."),
        ("（三）明确分工", 2, 3, "（三）"),
        ("(三)、明确分工", 2, 3, "(三)、"),
        ("㈢明确分工", 2, 3, "㈢"),
        ("2、市级分工", 3, 2, "2、"),
        ("2．市级分工", 3, 2, "2．"),
        ("2）市级分工", 3, 2, "2）"),
        ("1.2026年的任务", 3, 1, "1."),
        ("4.3D打印", 3, 4, "4."),
        ("（4）市级分工", 4, 4, "（4）"),
        ("⑷市级分工", 4, 4, "⑷"),
        ("　　一、落实责任", 1, 1, "一、"),
    ],
)
def test_a_number_is_read_in_every_form(text: str, level: int, number: int, mark: str) -> None:
    assert found(text) == [(level, number, mark)]


@pytest.mark.parametrize(
    "text", ["3.5万元用于堤防加固", "2026年3月", "1.2.3版", "三，加强值守", "一是落实责任", "正文"]
)
def test_other_text_has_no_number(text: str) -> None:
    assert found(text) == []


def test_a_heading_may_be_numbered_with_a_comma() -> None:
    assert found("三，加强值守", Role.HEADING1) == [(1, 3, "三，")]


def test_a_heading_without_number_keeps_its_level_and_a_chapter_stands_above_all() -> None:
    assert found("基本情况", Role.HEADING2) == [(2, None, "")]
    assert found("第二章　总则", Role.HEADING1) == [(0, None, "")]


@given(st.integers(1, 99))
def test_every_number_is_read_back(number: int) -> None:
    for level, text in enumerate(
        (f"{to_chinese(number)}、", f"（{to_chinese(number)}）", f"{number}.", f"（{number}）"), 1
    ):
        assert found(text + "任务") == [(level, number, text)]


class Read:
    """An item that counts how often the level of any is asked for."""

    times = 0

    def __init__(self, item: Item) -> None:
        self._item = item

    def __getattr__(self, name: str) -> object:
        Read.times += name == "level"
        return getattr(self._item, name)


def levels_read(numbered: int) -> int:
    """How often E145 asks for a level while it reads so many items that no number fits."""
    elements = [element(f"（{'一三七九'[place % 4]}）落实责任，做好工作。") for place in range(numbered)]
    items = [Read(item) for item in outline(elements)]
    Read.times = 0
    assert list(level_numbers_not_continuous.check(SimpleNamespace(outline=items, official=False)))
    return Read.times


def test_ten_times_as_many_numbers_that_do_not_follow_take_ten_times_as_much_work() -> None:
    assert levels_read(1000) < 12 * levels_read(100)
