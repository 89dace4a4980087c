"""Tracking that keeps lines: as little as is needed, on the characters whose widths differ."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import field, replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gwformat.layout.kept import keep
from gwformat.layout.lines import Tabs
from gwformat.layout.room import Room
from gwformat.layout.tracking import Measured
from gwformat.layout.word import Word
from gwformat.units import EMU_PER_TWIP
from gwformat.values import dataclass

EM = 320 * EMU_PER_TWIP  # 三号


def _advance(char: str, letter: float) -> int:
    return EM if char > "~" else 0 if char == "\t" else round(letter * EM)


def measured(text: str, before: float, after: float, columns: float) -> Measured:
    """A paragraph of 三号 in a column so many 字 wide; letters are `before` and `after` em wide."""
    was, now = ([_advance(char, width) for char in text] for width in (before, after))
    different = [" " <= char <= "~" for char in text]
    bounds = [16 if char != "\t" else 0 for char in text]
    room = Room(round(columns * EM), round(columns * EM))
    return Measured(text, bounds, different, [Word(text, room, was, now)])


def test_where_lines_end_as_they_did_nothing_is_tracked() -> None:
    assert keep(measured("汉字abcd汉字汉字", 0.4, 0.45, 10)) == ([], [])


def test_a_line_that_became_too_wide_is_drawn_together() -> None:
    stretches, moved = keep(measured("汉字汉字abcdefgh汉字汉字汉字", 0.45, 0.5, 8))
    assert moved == []
    assert [stretch.start for stretch in stretches] == [4]
    assert stretches[0].twips < 0


def test_a_line_with_room_for_one_more_is_widened() -> None:
    stretches, moved = keep(measured("汉字汉字abcdefgh汉字汉字汉字", 0.5, 0.45, 8.7))
    assert moved == []
    assert all(stretch.twips > 0 for stretch in stretches)


def test_what_would_take_too_much_is_listed_with_both_versions() -> None:
    _, (moved,) = keep(measured("汉字a汉字汉字", 0.3, 2.9, 3.5))
    assert moved.before[0] == "汉字a汉"
    assert moved.after[0] != moved.before[0]


def test_what_stands_after_a_tab_is_kept_where_it_was() -> None:
    paragraph = measured("字\t汉字abcdefgh汉字汉字汉字", 0.45, 0.5, 8)
    (word,) = paragraph.programs
    room = replace(word.room, tabs=Tabs(2 * EM, 0, 0))
    stretches, moved = keep(replace(paragraph, programs=[replace(word, room=room)]))
    assert moved == []
    assert [stretch.start for stretch in stretches] == [4]


@dataclass(frozen=True)
class Counting(Word):
    """Word, counting how often a line is measured."""

    asked: list[int] = field(default_factory=list)

    def width(self, number: int, start: int, end: int, tracked: Sequence[int] | None) -> int:
        self.asked.append(end - start)
        return super().width(number, start, end, tracked)


@pytest.mark.parametrize("letters", ["abcdefgh", "aXXbXXcX"])
def test_a_line_of_a_long_paragraph_costs_no_more_than_one_of_a_short_paragraph(letters: str) -> None:
    def characters_measured(times: int) -> int:
        paragraph = measured(f"汉字汉字{letters}汉字汉字汉字" * times, 0.45, 0.5 if "X" not in letters else 1.9, 8)
        (word,) = paragraph.programs
        counting = Counting(word.text, word.room, word.before, word.after)
        keep(replace(paragraph, programs=[counting]))
        return sum(counting.asked)

    assert characters_measured(80) < 1.1 * 8 * characters_measured(10)


@given(
    text=st.text("汉字文件，。abWi5 -", min_size=1, max_size=120),
    before=st.floats(0.3, 0.7),
    after=st.floats(0.3, 0.7),
    columns=st.floats(6, 28),
)
def test_lines_end_where_they_did_or_are_listed(text: str, before: float, after: float, columns: float) -> None:
    paragraph = measured(text, before, after, columns)
    stretches, moved = keep(paragraph)
    (program,) = paragraph.programs
    tracked = [0] * len(text)
    for stretch in stretches:
        tracked[stretch.start : stretch.end] = [stretch.twips] * (stretch.end - stretch.start)
    was = [line.end for line in program.lines(program.was)]
    now = [line.end for line in program.lines(program.now(tracked))]
    assert (was == now) is (not moved)
    assert all(abs(stretch.twips) <= 32 for stretch in stretches)
