"""Where LibreOffice ends lines: by the language of what does not fit, and what tracking it leaves out."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

from hypothesis import example, given
from hypothesis import strategies as st

from gwformat.layout.libreoffice import LibreOffice, latin_in_libreoffice
from gwformat.layout.lines import Tabs
from gwformat.layout.room import Room
from gwformat.layout.western import western_places
from gwformat.layout.word import Word
from gwformat.text.width import is_wide
from gwformat.units import EMU_PER_TWIP

EM = 320  # 三号, in twips


def office(text: str, columns: float, tracking: int = 0) -> LibreOffice:
    """A paragraph of 三号 in a column so many 字 wide; letters are half as wide."""
    latin = latin_in_libreoffice(text)
    parts = [*(one != other for one, other in pairwise(latin)), True]
    widths = [EM * EMU_PER_TWIP // (1 if is_wide(char) else 2) for char in text]
    room = Room(round(columns * EM * EMU_PER_TWIP), round(columns * EM * EMU_PER_TWIP))
    return LibreOffice(text, room, widths, widths, latin, parts, [tracking] * len(text))


@given(
    st.text("汉字，ab ", min_size=2, max_size=30),
    st.lists(st.integers(-8, 8), min_size=30, max_size=30),
    st.data(),
)
def test_a_line_is_as_wide_as_its_characters_set_one_by_one(text: str, tracked: list[int], data: st.DataObject) -> None:
    program = office(text, 40)
    start = data.draw(st.integers(0, len(text) - 1))
    end = data.draw(st.integers(start + 1, len(text)))
    piece = office(text[start:end], 40)
    alone = replace(piece, latin=program.latin[start:end], parts=(*program.parts[start : end - 1], True))
    assert program.width(0, start, end, tracked[: len(text)]) == alone.now(tracked[start:end]).ends[-1]


def lines(text: str, columns: float, tracking: int = 0) -> list[str]:
    """The lines of such a paragraph."""
    program = office(text, columns, tracking)
    return [text[line.start : line.end] for line in program.lines(program.was)]


def parted(text: str) -> str:
    """A text with all places to break by the rules for Western languages."""
    places = [0, *western_places(text), len(text)]
    return "|".join(text[start:end] for start, end in pairwise(places))


def test_middle_dots_and_multiplication_signs_are_latin_in_libreoffice() -> None:
    assert latin_in_libreoffice("汉字·a×℃") == [False, False, True, True, True, True]


def test_letters_of_a_text_in_chinese_may_part_anywhere() -> None:
    program = replace(office("字abcd-efgh", 3.5), latin=[False] * 10)
    assert [program.text[line.start : line.end] for line in program.lines(program.was)] == ["字abcd-", "efgh"]


def test_word_parts_words_where_the_paragraph_says_so() -> None:
    widths = [EM * EMU_PER_TWIP // 2] * 8
    room = Room(3 * EM * EMU_PER_TWIP, 3 * EM * EMU_PER_TWIP)
    whole, parted = (Word("ab abcde", room, widths, widths, western=True, parted=parted) for parted in (False, True))
    assert [line.end for line in whole.lines(whole.was)] == [3, 8]
    assert [line.end for line in parted.lines(parted.was)] == [6, 8]


def test_western_rules_keep_chinese_punctuation_with_letters_and_digits() -> None:
    assert parted("发〔2011〕17号") == "发|〔2011〕17|号"
    assert parted("72591（设") == "72591（设"
    assert parted("据：GDP") == "据：|GDP"
    assert parted("升。“GDP”") == "升。“GDP”"


def test_western_rules_part_after_hyphens_and_slashes_and_keep_numbers_whole() -> None:
    assert parted("GB/T 9704-2012") == "GB/|T |9704-|2012"
    assert parted("1,234.56%万") == "1,234.56%|万"
    assert parted("2026/03/a") == "2026/03/|a"


def test_a_letter_that_does_not_fit_takes_the_punctuation_before_it_along() -> None:
    assert lines("汉字汉字，ab", 5.5) == ["汉字汉", "字，ab"]


def test_a_chinese_character_that_does_not_fit_may_part_from_the_letters_before_it() -> None:
    assert lines("汉字汉ab字", 4.5) == ["汉字汉ab", "字"]


def test_a_word_goes_to_the_next_line_and_the_characters_before_it_stay_where_they_are() -> None:
    assert lines("汉字（汉字），ab汉字", 7.5) == ["汉字（汉", "字），ab汉字"]


def test_no_line_ends_after_a_slash_if_the_letter_after_it_is_the_first_that_does_not_fit() -> None:
    assert lines("汉字GB/T", 3.5) == ["汉字", "GB/T"]


def test_a_word_longer_than_a_line_is_parted_where_it_does_not_fit() -> None:
    assert lines("a" * 20, 4) == ["a" * 8, "a" * 8, "a" * 4]


def test_spaces_hang_outside_the_line() -> None:
    assert lines("abcd  ef", 2) == ["abcd  ", "ef"]


def test_the_last_character_of_a_stretch_is_drawn_apart_but_not_together() -> None:
    for tracking, twips in ((-20, 3 * EM - 40), (20, 3 * EM + 60)):
        program = office("汉字汉ab", 9, tracking)
        edges = program.was
        assert edges.begins[3] == twips * EMU_PER_TWIP


def test_a_tab_is_as_wide_as_its_stop_wants() -> None:
    program = office("汉\t汉字汉字", 6)
    tabbed = replace(program, room=replace(program.room, tabs=Tabs(4 * EM * EMU_PER_TWIP, 0, 0)))
    found = tabbed.lines(tabbed.was)
    assert [tabbed.text[line.start : line.end] for line in found] == ["汉\t汉字", "汉字"]
    assert tabbed.span(found[0], 0) == (4, 5)


@example("1——。", 3.38671875, -18)  # the full stop is less than a twip beyond the line
@given(st.text("汉字，。（）“”：abc12 -/—…", min_size=1, max_size=80), st.floats(3, 20), st.integers(-20, 20))
def test_a_line_stays_as_long_as_what_its_span_says_holds(text: str, columns: float, tracking: int) -> None:
    program = office(text, columns, tracking)
    edges = program.was
    found = program.lines(edges)
    assert "".join(text[line.start : line.end] for line in found) == text
    for number, line in enumerate(found):
        fits, overflows = program.span(line, number)
        end = edges.begins[line.start] + program.room.of(number)
        assert edges.ends[fits] <= end or fits <= line.start + 1
        assert overflows is None or edges.ends[overflows] > end
