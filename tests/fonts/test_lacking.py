"""Characters a font lacks: no false hit and no miss, held against what fontTools itself reads in each file."""

from __future__ import annotations

import pytest
from fontTools.ttLib import TTFont

from gwformat.findings import Location
from gwformat.fonts import load_system
from gwformat.fonts.character_sets import standard_levels
from gwformat.fonts.installed import Installed, InstalledFonts, installed_fonts
from gwformat.fonts.lacking import Evidence, Faces, Set, covered
from tests.standin.fonts import build_all

PARTY = load_system("party")
NOTHING = InstalledFonts(())
PLACE = Location("word/document.xml", 1, 0, 1)
# Every standard character, and what trips codecs: dashes, dots, quotes, marks in one set only, other planes.
CHARACTERS = "".join(standard_levels()) + "—―–·・“”‘’…〔〕★①〇㎡㎏№℃‰²€々﨎𠀀𠮷"


def missing(family: str, text: str, fonts: InstalledFonts) -> set[str]:
    found = covered([Set(family, text, PLACE)], Faces(PARTY, fonts))
    return {lack.char for lack in found.missing}


def not_in_file(face: Installed) -> set[str]:
    """What no Unicode subtable of the file maps, read apart from the program."""
    with TTFont(face.path, fontNumber=face.index, lazy=True) as font:
        notdef = font.getGlyphOrder()[0]
        tables = [table for table in font["cmap"].tables if table.isUnicode()]
        mapped = {code for table in tables for code, glyph in table.cmap.items() if glyph != notdef}
    return {char for char in CHARACTERS if ord(char) not in mapped}


def stand_ins() -> list[str]:
    return sorted(path.stem for path in build_all().glob("*.ttf"))


@pytest.mark.parametrize("name", stand_ins())
def test_stand_ins_lack_just_what_their_files_lack(name: str) -> None:
    faces = [face for face in installed_fonts([build_all()]).faces if face.path == build_all() / f"{name}.ttf"]
    fonts = InstalledFonts(tuple(faces))
    assert missing(faces[0].name, CHARACTERS, fonts) == not_in_file(faces[0])


def test_every_installed_face_lacks_just_what_its_file_lacks(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("FONTCONFIG_FILE")  # the fonts of this machine for once
    faces = {(face.path, face.index): face for face in installed_fonts().faces if face.chinese}
    if not faces:
        pytest.skip("no Chinese font is installed on this machine")
    for face in faces.values():
        assert missing(face.name, CHARACTERS, InstalledFonts((face,))) == not_in_file(face), face


def test_a_declared_repertoire_lacks_what_the_stand_in_of_that_repertoire_lacks() -> None:
    """The stand-in of 仿宋_GB2312 has the whole set and nothing else: the declaration must say the same."""
    fonts = installed_fonts([build_all()])
    for family in ("仿宋_GB2312", "方正仿宋_GBK"):
        face = fonts.find(family)
        assert face is not None
        assert missing(family, "".join(standard_levels()) + "—·“”…〔①〇㎡々", NOTHING) == missing(
            family, "".join(standard_levels()) + "—·“”…〔①〇㎡々", fonts
        )


def test_what_is_said_tells_whether_it_rests_on_the_file_or_on_the_declaration() -> None:
    fonts = InstalledFonts(tuple(face for face in installed_fonts([build_all()]).faces if face.name == "楷体_GB2312"))
    text = [Set("楷体_GB2312", "镕", PLACE), Set("仿宋_GB2312", "镕", PLACE), Set("某某体", "镕", PLACE)]
    found = covered(text, Faces(PARTY, fonts))
    assert {used.family: used.evidence for used in found.used} == {
        "楷体_GB2312": Evidence.MEASURED,
        "仿宋_GB2312": Evidence.DECLARED,
        "某某体": Evidence.UNKNOWN,
    }
    assert {lack.family for lack in found.missing} == {"楷体_GB2312", "仿宋_GB2312"}


@pytest.mark.parametrize(
    ("family", "char", "spare"),
    [
        ("仿宋_GB2312", "镕", "仿宋"),
        ("楷体_GB2312", "䶮", "楷体"),
        ("方正小标宋简体", "镕", "方正小标宋_GBK"),
        ("方正仿宋简体", "镕", "方正仿宋_GBK"),  # in no system: by its name it is a 仿宋
        ("方正小标宋_GBK", "\ue000", None),
        ("仿宋_GB2312", "\U0002f800", None),
    ],
)
def test_the_spare_face_is_of_the_same_style(family: str, char: str, spare: str | None) -> None:
    found = Faces(PARTY, NOTHING).spare(family, char)
    assert (found.family if found else None) == spare


def test_a_character_a_latin_face_lacks_goes_to_the_chinese_one_beside_it() -> None:
    [lack] = covered([Set("Times New Roman", "①a—“", PLACE, beside="仿宋_GB2312")], Faces(PARTY, NOTHING)).missing
    assert lack.char == "①"
    assert lack.spare is not None
    assert lack.spare.family == "仿宋_GB2312"


def test_private_characters_and_look_alikes_are_told_apart_whatever_the_font_has() -> None:
    found = covered([Set("宋体", "某\ue123\uf900⼀", PLACE)], Faces(PARTY, NOTHING))
    assert [lack.char for lack in found.private] == ["\ue123"]
    assert [(lack.char, lack.proper) for lack in found.look_alikes] == [("\uf900", "豈"), ("⼀", "一")]
    assert "\ue123" not in {lack.char for lack in found.missing}


def test_every_place_of_a_character_is_told() -> None:
    where = Location("word/document.xml", 3, 5, 9)
    [lack] = covered([Set("仿宋_GB2312", "镕某镕。", where)], Faces(PARTY, NOTHING)).missing
    assert [(place.where.start, place.where.end) for place in lack.places] == [(5, 6), (7, 8)]
