"""Which face sets a character, and when Word needs the hint for it, by the rules of ECMA-376 as read elsewhere."""

from __future__ import annotations

import unicodedata

import pytest

from gwformat.ooxml.effective.scripts import Slot, slot_of
from gwformat.text.scripts import APOSTROPHE, HINTED, TOKENS, UNHINTED, begins_from_right, in_western_face, is_western

BELOW_HAN = [chr(code) for code in range(0x21, 0x2800) if unicodedata.category(chr(code))[0] in "LNPS"]


@pytest.mark.parametrize("char", "aé€£ßąŚλЯọ•†")
def test_letters_are_set_by_the_western_face_in_any_paragraph(char: str) -> None:
    assert in_western_face(char)
    assert in_western_face(char, western=True)


@pytest.mark.parametrize("char", "“”‘’—…·×±§№→")
def test_marks_both_faces_have_follow_the_language_of_the_paragraph(char: str) -> None:
    assert not in_western_face(char)
    assert in_western_face(char, western=True)


def test_what_the_chinese_face_sets_has_the_hint_where_word_would_set_it_in_the_western_one() -> None:
    for char in BELOW_HAN:
        follows = slot_of(char, east_asian=True, chinese=True) is Slot.EAST_ASIA
        asks = follows and slot_of(char, east_asian=False, chinese=True) is not Slot.EAST_ASIA
        if asks:
            assert (HINTED.search(char) is None) == in_western_face(char), char


def test_what_the_western_face_sets_never_stands_in_a_run_with_the_hint_if_word_minds() -> None:
    for char in BELOW_HAN:
        if in_western_face(char) and slot_of(char, east_asian=True, chinese=True) is Slot.EAST_ASIA:
            assert UNHINTED.search(char), char


def test_a_paragraph_with_more_words_than_han_characters_is_western() -> None:
    assert is_western("He said “no” and left.")
    assert is_western("Он сказал — «нет» — и ушёл.")
    assert not is_western("会议讨论了“Internet of things”的管理办法。")


def test_an_apostrophe_in_a_word_is_no_quotation_mark() -> None:
    assert [found.start() for found in APOSTROPHE.finditer("it’s ‘说’")] == [2]
    tokens = [found[0] for found in TOKENS[False].finditer("由it’s命名的‘某’")]
    assert tokens == ["由", "it’s", "命名的‘某’"]


def test_tokens_of_a_text_joined_are_the_text() -> None:
    text = "α粒子“Ω”±3 — it’s\t某某•±"
    for western in (False, True):
        assert "".join(found[0] for found in TOKENS[western].finditer(text)) == text


def test_a_byte_order_mark_left_in_a_text_is_no_letter_from_the_right() -> None:
    assert not begins_from_right("\ufeffTerms of reference")
    assert begins_from_right("\u0626\u06c7\u0642\u062a\u06c7\u0631\u06c7\u0634")
