"""A font system by name or path comes in; which family stands for each typeface, with its metrics, goes out."""

from __future__ import annotations

import unicodedata
from collections.abc import Mapping
from enum import StrEnum
from functools import cache, lru_cache
from importlib import resources
from pathlib import Path
from types import MappingProxyType

from gwformat.profiles import table
from gwformat.profiles.schema import Slot
from gwformat.text.scripts import in_western_face
from gwformat.text.width import WITHOUT_WIDTH, is_sign
from gwformat.values import dataclass

EM_ASCENT = 0.859
"""How far the em box rises above the baseline in the SimSun family and all 方正 faces; where a face does not say."""

SPOKEN = {"government": "政府", "party": "党委", "windows": "Windows", "open": "开源"}
"""What offices call the packaged systems."""

_PACKAGE = "gwformat.fonts.systems"
_LATIN_ENDS = "\u0250"


class Repertoire(StrEnum):
    """Which characters a family has."""

    GB2312 = "GB/T 2312-1980"
    GBK = "GBK"
    GB18030 = "GB 18030"
    LATIN = "Latin"


@dataclass(frozen=True, slots=True)
class Face:
    """One typeface: the name to write, the names by which it is known, and what stands in for it."""

    family: str  # the Chinese family name, as Word and WPS show it
    english: str  # the family name in the font's English name table
    postscript: str  # the name in a PDF
    repertoire: Repertoire
    licence: str  # how a unit comes by it lawfully
    aliases: tuple[str, ...] = ()  # other names seen in files
    substitutes: tuple[str, ...] = ()  # open faces of the same style, best first
    widths: str = "half"  # table of ASCII advances: gwformat/fonts/widths/NAME.toml

    @property
    def names(self) -> tuple[str, ...]:
        """All names of the face, the family first."""
        return tuple(dict.fromkeys((self.family, self.english, self.postscript, *self.aliases)))

    def advance(self, char: str) -> float:
        """Width of `char` in em: the tables' value, otherwise 1 for full-width characters and 0 for marks.

        Letters like ß, which no Chinese font has, are as wide as other letters.
        """
        if " " <= char <= "~":
            return ascii_advances(self.widths)[ord(char) - 0x20] / 1000
        if self.repertoire is Repertoire.LATIN and (known := beyond_ascii(self.widths).get(ord(char))) is not None:
            return known / 1000
        if unicodedata.category(char) in WITHOUT_WIDTH:
            return 0
        if unicodedata.east_asian_width(char) in ("H", "Na", "N") and not is_sign(char):
            return 0.5
        return 0.5 if char < _LATIN_ENDS and char.isalpha() and not _is_in_gbk(char) else 1


def _is_in_gbk(char: str) -> bool:
    return bool(char.encode("gbk", "ignore"))


@dataclass(frozen=True, slots=True, eq=False)
class FontSystem:
    """The faces an organ uses for the five typefaces and for Latin letters and digits; equal only to itself."""

    name: str
    title: str
    clause: str
    faces: Mapping[Slot, Face]
    latin_face: Face

    @property
    def families(self) -> Mapping[Slot, str]:
        """The family name for each typeface."""
        return {slot: face.family for slot, face in self.faces.items()}

    @property
    def latin(self) -> str:
        """The family name for letters and digits."""
        return self.latin_face.family

    def latin_in(self, slot: Slot, throughout: bool) -> str:
        """The family for letters and digits of an element set in `slot`, which may have them of its own typeface."""
        return (self.faces[slot] if throughout else self.latin_face).family

    def advance(self, char: str, slot: Slot, western: bool = False, throughout: bool = False) -> float:
        """Width in em of `char` in running text: letters in the Latin face, Han in that of `slot`.

        Marks both have are those of the Latin face where the text is `western`. Where the typeface holds `throughout`,
        nothing is in the Latin face.
        """
        if throughout:
            return self.faces[slot].advance(char)
        return _advance(self, char, slot, western)

    def width(self, text: str, slot: Slot, throughout: bool = False) -> float:
        """Width of `text` in 字, without tracking."""
        if throughout:
            return sum(map(self.faces[slot].advance, text))
        return sum([_advance(self, char, slot, False) for char in text])


@lru_cache(maxsize=16384)
def _advance(system: FontSystem, char: str, slot: Slot, western: bool) -> float:
    return (system.latin_face if in_western_face(char, western) else system.faces[slot]).advance(char)


def load_system(name_or_path: str | Path) -> FontSystem:
    """The packaged font system of that name, or the TOML file at that path."""
    if name_or_path in system_names():
        return _packaged(str(name_or_path))
    return table.load(FontSystem, _PACKAGE, name_or_path)


@cache
def _packaged(name: str) -> FontSystem:
    """What is packaged does not change while the program runs; over many files it is read once."""
    return table.load(FontSystem, _PACKAGE, name)


@cache
def system_names() -> tuple[str, ...]:
    """The names of the packaged font systems."""
    return table.names(_PACKAGE)


@cache
def packaged_systems() -> tuple[FontSystem, ...]:
    """The packaged font systems, in the order of their names."""
    return tuple(map(_packaged, system_names()))


@cache
def packaged_faces() -> Mapping[str, Face]:
    """The faces of the packaged systems, those for letters and digits included, by all their names, casefolded.

    A name that several systems use is that of the first one.
    """
    found: dict[str, Face] = {}
    for system in packaged_systems():
        for face in (*system.faces.values(), system.latin_face):
            for name in face.names:
                found.setdefault(name.casefold(), face)
    return MappingProxyType(found)


@cache
def ascii_advances(name: str) -> tuple[int, ...]:
    """Advances of U+0020–U+007E in thousandths of an em, from the table of that name."""
    if name == "half":  # every Chinese face for office use: half an em
        return (500,) * 95
    import tomllib

    source = resources.files("gwformat.fonts.widths") / f"{name}.toml"
    advances = tomllib.loads(source.read_text(encoding="utf-8"))["advances"]
    return tuple(advances)


@cache
def beyond_ascii(name: str) -> Mapping[int, int]:
    """Advances of other characters in the table of that name, by code point; empty if there is none."""
    import tomllib

    source = resources.files("gwformat.fonts.widths") / f"{name}-beyond.toml"
    if not source.is_file():
        return {}
    stretches = tomllib.loads(source.read_text(encoding="utf-8"))["stretch"]
    return {
        code: int(advance) for said in stretches for code, advance in enumerate(said["advances"].split(), said["first"])
    }
