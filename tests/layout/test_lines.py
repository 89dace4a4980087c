"""Where the lines of Chinese text end (GB/T 15834 5.1, and as Word breaks them)."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from gwformat.layout.lines import Tabs, break_lines
from gwformat.text.kinsoku import NOT_AT_END, NOT_AT_START
from gwformat.text.scripts import in_western_face
from gwformat.text.width import is_wide

MIXED = st.text("国务院办公厅，。、；：“”《》（）——……〔〕ab12-. %/\t\n", max_size=120)


def broken(text: str, columns: int) -> list[str]:
    """The lines of `text` in a column of `columns` full-width characters."""
    advances = [2 if is_wide(char) else 1 for char in text]
    tabs = Tabs(8, 0, 0) if "\t" in text else None
    return [text[line.start : line.end] for line in break_lines(text, advances, 2 * columns, 2 * columns, tabs)]


def test_a_full_line_holds_as_many_characters_as_columns():
    assert broken("国务院办公厅关于", 4) == ["国务院办", "公厅关于"]


def test_a_mark_that_may_not_begin_a_line_takes_the_character_before_it_along():
    assert broken("国务院办，公厅", 4) == ["国务院", "办，公厅"]


def test_several_such_marks_go_together():
    assert broken("国务院《办》，公厅", 5) == ["国务院", "《办》，公", "厅"]


def test_an_opening_mark_does_not_end_a_line():
    assert broken("国务院“办公厅”", 4) == ["国务院", "“办公", "厅”"]


def test_a_dash_and_an_ellipsis_are_never_parted():
    assert broken("国务院——办公厅", 4) == ["国务院", "——办公", "厅"]
    assert broken("国务院办……公厅", 5) == ["国务院", "办……公厅"]


def test_a_number_with_its_sign_stays_whole():
    assert broken("增长百分之12.5%以上", 6) == ["增长百分之", "12.5%以上"]
    assert broken("增长百分之3．5以上", 6) == ["增长百分之", "3．5以上"]


def test_a_word_may_part_after_its_hyphen_only():
    assert broken("新冠病毒COVID-19疫情", 7) == ["新冠病毒COVID-", "19疫情"]
    assert broken("新冠病毒COVID-19疫情", 6) == ["新冠病毒", "COVID-19疫情"]


def test_a_hyphen_that_begins_a_word_may_end_a_line_too():
    assert broken("运行 convert --verbose 命令", 8) == ["运行 convert --", "verbose 命令"]
    assert broken("运行 convert --verbose 命令", 7) == ["运行 convert ", "--verbose 命令"]


def test_a_word_longer_than_a_line_is_parted_anywhere():
    assert broken("见https://www.example.gov.cn", 4) == ["见", "https://", "www.exam", "ple.gov.", "cn"]


def test_spaces_at_the_end_of_a_line_hang_outside():
    assert broken("国务院办   公厅", 4) == ["国务院办   ", "公厅"]


def test_a_manual_break_ends_the_line():
    assert broken("国务\n院办公厅关于", 4) == ["国务\n", "院办公厅", "关于"]


def test_text_after_a_tab_begins_at_the_next_stop():
    assert broken("一\t国务院办公厅", 8) == ["一\t国务院办", "公厅"]


@given(MIXED, st.integers(2, 12))
def test_the_lines_joined_are_the_text(text, columns):
    assert "".join(broken(text, columns)) == text


@given(MIXED.filter(lambda text: "\t" not in text), st.integers(3, 12))
def test_no_line_is_wider_than_the_column(text, columns):
    for line in broken(text, columns):
        assert sum(2 if is_wide(char) else 1 for char in line.rstrip(" \n")) <= 2 * columns


@given(st.text("国务院办公厅，。、；：“”《》（）〔〕", min_size=1, max_size=120))
def test_no_line_ends_where_it_may_not_unless_no_other_place_was_left(text):
    for before, after in pairwise(broken(text, 12)):
        places = range(1, len(before))
        if any(before[i] not in NOT_AT_START and before[i - 1] not in NOT_AT_END for i in places):
            assert after[0] not in NOT_AT_START
            assert before[-1] not in NOT_AT_END


def broken_western(text: str, columns: int) -> list[str]:
    advances = [2 if is_wide(char) and not in_western_face(char, True) else 1 for char in text]
    return [text[line.start : line.end] for line in break_lines(text, advances, columns, columns, western=True)]


def test_quotation_marks_in_a_western_paragraph_belong_to_their_words() -> None:
    assert broken_western("They said “nothing” at all", 17) == ["They said ", "“nothing” at all"]


@pytest.mark.parametrize("quoted", ["”ord”", "„Wort“", "»ord«", "«mot»", "“‘word’”"])
def test_words_in_the_quotation_marks_of_any_language_part_at_their_spaces(quoted: str) -> None:
    text = f"aaaa {quoted} bbbb"
    lines = break_lines(text, [1] * len(text), len(quoted), len(quoted), western=True)
    assert [text[line.start : line.end].strip() for line in lines] == ["aaaa", quoted, "bbbb"]


def test_an_apostrophe_parts_no_word() -> None:
    assert broken_western("it’s all they’re after", 12) == ["it’s all ", "they’re ", "after"]


def test_words_in_cyrillic_letters_stay_whole() -> None:
    assert broken("Постановление администрации", 10) == ["Постановление ", "администрации"]


def test_words_in_hangul_stay_whole_and_part_from_han() -> None:
    assert broken("시 정부의 통지 보고", 6) == ["시 정부의 ", "통지 보고"]
    assert broken("汉字汉字정부의", 6) == ["汉字汉字", "정부의"]


def test_an_accent_of_its_own_parts_no_word() -> None:
    assert broken("городов стра\u0301ны", 5) == ["городов ", "стра\u0301ны"]


def test_a_space_that_must_not_break_breaks_no_line() -> None:
    assert broken("本表共 12\u00a0页", 5) == ["本表共 ", "12\u00a0页"]


SOFT = "\u00ad"


def hyphenated(text: str, columns: int) -> list[str]:
    """The lines of `text`; a soft hyphen is half a column wide where a line ends with it, and nothing elsewhere."""
    advances = [0 if char == SOFT else 2 if is_wide(char) else 1 for char in text]
    lines = break_lines(text, advances, 2 * columns, 2 * columns, hyphen=1)
    return [text[line.start : line.end] for line in lines]


def test_a_word_is_parted_at_the_last_soft_hyphen_that_finds_room() -> None:
    word = f"ad{SOFT}min{SOFT}is{SOFT}tra{SOFT}tion"
    assert hyphenated(word, 4) == [f"ad{SOFT}min{SOFT}is{SOFT}", f"tra{SOFT}tion"]
    assert hyphenated(f"国{word}", 4) == [f"国ad{SOFT}min{SOFT}", f"is{SOFT}tra{SOFT}", "tion"]
    assert hyphenated(word, 7) == [word]


def test_without_room_for_the_hyphen_the_line_ends_before() -> None:
    assert hyphenated(f"国abc{SOFT}def", 3) == [f"国abc{SOFT}", "def"]
    assert hyphenated(f"国abcd{SOFT}ef", 3) == ["国", f"abcd{SOFT}ef"]


@example(f"11。。{SOFT}。", 3)
@example(f"111。。。。。。。。{SOFT} 1", 5)
@given(st.text(f"国务院，。（）ab12{SOFT} ", max_size=120), st.integers(3, 12))
def test_lines_with_their_soft_hyphens_are_the_text_and_find_room(text: str, columns: int) -> None:
    lines = hyphenated(text, columns)
    assert "".join(lines) == text
    for number, line in enumerate(lines):
        drawn = sum(2 if is_wide(char) else 1 for char in line.rstrip(" ") if char != SOFT)
        at_hyphen = line.endswith(SOFT) and number < len(lines) - 1  # before a space the line ends with that
        assert drawn + at_hyphen <= 2 * columns
