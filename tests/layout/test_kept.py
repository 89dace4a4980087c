"""Tracking that keeps lines: as little as is needed, on the characters whose widths differ."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from gwformat.layout.kept import keep
from gwformat.layout.programs import Room, Word
from gwformat.layout.tracking import Measured
from gwformat.units import EMU_PER_TWIP

EM = 320 * EMU_PER_TWIP  # 三号


def measured(text: str, before: float, after: float, columns: float) -> Measured:
    """A paragraph of 三号 in a column so many 字 wide; letters are `before` and `after` em wide."""
    was, now = ([EM if char > "~" else round(width * EM) for char in text] for width in (before, after))
    different = [char <= "~" for char in text]
    room = Room(round(columns * EM), round(columns * EM))
    return Measured(text, [16] * len(text), different, [Word(text, room, was, now)])


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
