"""National character sets: which one first has a character, and what the table of standard characters holds."""

from __future__ import annotations

from collections import Counter

import pytest

from gwformat.fonts.character_sets import (
    CharacterSet,
    first_set,
    han_of,
    is_private,
    needs_ink,
    standard_levels,
)
from gwformat.fonts.repertoire import has
from gwformat.fonts.system import Repertoire
from gwformat.text.lookalikes import proper_form


@pytest.mark.parametrize(
    ("characters", "expected"),
    [
        ("a1.", CharacterSet.ASCII),
        ("淼甯仝晟煊〔〕“”—·…★①々", CharacterSet.GB2312),
        ("镕喆堃昇珺祎鄠硚浉垟〇㎡﨎", CharacterSet.GBK),
        ("䶮㛃䢺㙍鿏鿔鿬€⿰⺁", CharacterSet.GB18030_1),
        ("𬀩𬱖𬴊𬭚𡎚𠅤", CharacterSet.GB18030_2),
        ("𠀀𫝀⼀", CharacterSet.GB18030_3),
        ("²•\uf900한", CharacterSet.OTHER),
        ("\ue000\uf8ff\U000f0000", CharacterSet.PRIVATE),
    ],
)
def test_a_character_belongs_to_the_smallest_set_that_has_it(characters: str, expected: CharacterSet) -> None:
    assert {char: first_set(char) for char in characters} == dict.fromkeys(characters, expected)


@pytest.mark.parametrize(
    ("which", "count"),
    [(CharacterSet.GB2312, 6763), (CharacterSet.GBK, 20902 + 21), (CharacterSet.GB18030_3, 87_887)],
)
def test_sets_have_as_many_han_characters_as_their_standards_say(which: CharacterSet, count: int) -> None:
    assert len(han_of(which)) == count


def test_the_second_level_of_gb18030_adds_196_characters() -> None:
    assert len(han_of(CharacterSet.GB18030_2) - han_of(CharacterSet.GB18030_1)) == 196


def test_the_table_of_standard_characters_is_whole() -> None:
    levels = standard_levels()
    assert Counter(levels.values()) == {1: 3500, 2: 3000, 3: 1605}
    sets = Counter(map(first_set, levels))
    assert sets[CharacterSet.GB2312] == 8105 - 1467
    assert sets[CharacterSet.GB18030_1] + sets[CharacterSet.GB18030_2] == 276
    assert sets[CharacterSet.GB18030_2] == 196
    assert set(levels) <= han_of(CharacterSet.GB18030_2)


@pytest.mark.parametrize(
    ("char", "proper"),
    [
        ("\uf900", "豈"),
        ("⼀", "一"),
        ("\U0002f800", "丽"),
        ("⻓", "长"),
        ("⺀", ""),
        ("﨎", ""),
        ("镕", ""),
        ("\uff21", ""),
    ],
)
def test_a_look_alike_has_a_proper_form(char: str, proper: str) -> None:
    assert proper_form(char) == proper


@pytest.mark.parametrize("char", [" ", "\u3000", "\u00a0", "\t", "\u200b", "\ufeff", "\ufe0f", "\U000e0100"])
def test_spaces_and_marks_that_steer_need_no_ink(char: str) -> None:
    assert not needs_ink(char)
    assert has(Repertoire.GB2312, char)


def test_private_characters_need_ink_and_are_no_look_alikes() -> None:
    assert is_private("\ue123")
    assert needs_ink("\ue123")
    assert proper_form("\ue123") == ""


@pytest.mark.parametrize("char", "“”…–•é€Ωя№")
def test_a_latin_face_is_taken_to_have_the_glyphs_every_windows_face_has(char: str) -> None:
    assert has(Repertoire.LATIN, char)


@pytest.mark.parametrize("char", "①★〔某、")
def test_a_latin_face_has_nothing_chinese(char: str) -> None:
    assert not has(Repertoire.LATIN, char)
