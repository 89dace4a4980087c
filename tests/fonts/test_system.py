"""Font systems: which family stands for each typeface, and how wide text is in it."""

from __future__ import annotations

from pathlib import Path

import pytest

from gwformat.errors import ConfigurationInvalid
from gwformat.fonts import load_system
from gwformat.fonts.system import Repertoire, ascii_advances, system_names
from gwformat.profiles.schema import Slot


def test_four_systems_come_with_the_package() -> None:
    assert system_names() == ("government", "open", "party", "windows")


@pytest.mark.parametrize("name", system_names())
def test_a_system_is_named_like_its_file_and_has_every_typeface(name: str) -> None:
    system = load_system(name)
    assert system.name == name
    assert set(system.families) == set(Slot)


@pytest.mark.parametrize(
    ("name", "fangsong", "xiaobiaosong", "latin"),
    [
        ("party", "仿宋_GB2312", "方正小标宋简体", "Times New Roman"),
        ("government", "方正仿宋_GBK", "方正小标宋_GBK", "宋体"),
        ("windows", "仿宋", "方正小标宋简体", "Times New Roman"),
        ("open", "FandolFang R", "Noto Serif CJK SC SemiBold", "Liberation Serif"),
    ],
)
def test_families(name: str, fangsong: str, xiaobiaosong: str, latin: str) -> None:
    system = load_system(name)
    assert system.families[Slot.FANGSONG] == fangsong
    assert system.families[Slot.XIAOBIAOSONG] == xiaobiaosong
    assert system.latin == latin


def test_a_face_is_known_by_its_chinese_english_and_postscript_names() -> None:
    face = load_system("government").faces[Slot.FANGSONG]
    assert face.names == ("方正仿宋_GBK", "FZFangSong-Z02", "FZFSK--GBK1-0", "FZFSK")
    assert face.repertoire is Repertoire.GBK


@pytest.mark.parametrize("name", ["party", "government", "windows"])
def test_a_date_is_three_characters_and_half_its_digits_wide(name: str) -> None:
    system = load_system(name)
    assert system.width("2024年5月6日", Slot.FANGSONG) == pytest.approx(3 + 6 / 2)


def test_times_new_roman_is_proportional_and_fangsong_is_not() -> None:
    assert load_system("party").width("Wi.", Slot.FANGSONG) == pytest.approx(0.944 + 0.278 + 0.25)
    assert load_system("government").width("Wi.", Slot.FANGSONG) == pytest.approx(1.5)


def test_quotes_and_dashes_are_full_width() -> None:
    assert load_system("party").width("“”—…·〔〕★①", Slot.FANGSONG) == 9


@pytest.mark.parametrize("name", ["half", "times", "noto-sans-cjk", "noto-serif-cjk", "lxgw-wenkai"])
def test_a_width_table_covers_ascii(name: str) -> None:
    advances = ascii_advances(name)
    assert len(advances) == 95
    assert all(100 <= advance <= 1100 for advance in advances)


def test_a_units_own_system_may_change_one_face(tmp_path: Path) -> None:
    path = tmp_path / "本单位.toml"
    path.write_text(
        'extends = "party"\nname = "本单位"\nclause = "某某局字体规定"\n'
        '[faces.xiaobiaosong]\nfamily = "文星标宋"\nenglish = "WenXing"\npostscript = "WenXing"\n',
        encoding="utf-8",
    )
    system = load_system(path)
    assert system.families[Slot.XIAOBIAOSONG] == "文星标宋"
    assert system.families[Slot.FANGSONG] == "仿宋_GB2312"


def test_an_unknown_system_lists_the_known_ones() -> None:
    with pytest.raises(ConfigurationInvalid, match="government、open、party、windows"):
        load_system("gov")


def test_letters_no_chinese_font_has_are_as_wide_as_other_letters() -> None:
    face = load_system("government").latin_face
    assert [face.advance(char) for char in "aäß"] == [0.5, 0.5, 0.5]
    assert [face.advance(char) for char in "α①字"] == [1, 1, 1]


def test_the_signs_of_forms_are_full_width_whoever_sets_them() -> None:
    system = load_system("party")
    assert [system.width(sign, Slot.FANGSONG) for sign in "☐☑✓"] == [1, 1, 1]


@pytest.mark.parametrize("mark", ["\u0301", "\u20dd", "\ufe00", "\U000e0100", "\u200d"])
def test_marks_and_selectors_of_variants_stand_on_the_character_before_them(mark: str) -> None:
    party = load_system("party")
    assert party.width(f"葛{mark}某", Slot.FANGSONG) == 2
