"""Characters with the family that sets each come in; those the family does not have go out, with a face that does."""

from __future__ import annotations

from collections.abc import Iterable
from enum import StrEnum
from functools import lru_cache

from gwformat.findings import Location, Property
from gwformat.fonts.character_sets import CharacterSet, first_set, is_private, needs_ink, standard_levels
from gwformat.fonts.coverage import coverage
from gwformat.fonts.families import face_named, installed_face, same_style
from gwformat.fonts.installed import Installed, InstalledFonts
from gwformat.fonts.repertoire import has as declared_has
from gwformat.fonts.system import Face, FontSystem
from gwformat.text.lookalikes import proper_form
from gwformat.values import dataclass


class Evidence(StrEnum):
    """What a statement about a family rests on; the value is what the user reads."""

    MEASURED = "按字体文件"
    DECLARED = "没有安装，按声明的字汇"
    UNKNOWN = "没有安装，字汇不明"


@dataclass(frozen=True, slots=True)
class Set:
    """Characters that one family sets at one place.

    `by` is the property that would give them another family (None: none would); `beside` is the Chinese family of the
    same run where a Latin one sets them.
    """

    family: str
    text: str
    where: Location
    by: Property | None = Property.FONT
    beside: str = ""


@dataclass(frozen=True, slots=True)
class Spare:
    """A face of the same style that has the character."""

    family: str
    evidence: Evidence


@dataclass(frozen=True, slots=True)
class Lack:
    """A character at all its places; `spare` is None where no face of the style is known to have it."""

    char: str
    family: str
    evidence: Evidence
    places: tuple[Set, ...]  # of just this character
    spare: Spare | None = None

    @property
    def first_set(self) -> CharacterSet:
        """The smallest national set that has it."""
        return first_set(self.char)

    @property
    def level(self) -> int | None:
        """Its level in 通用规范汉字表."""
        return standard_levels().get(self.char)

    @property
    def proper(self) -> str:
        """The ideograph it should be, where it only looks like one."""
        return proper_form(self.char)


@dataclass(frozen=True, slots=True)
class Used:
    """A family, what is known of it, and how many characters it sets."""

    family: str
    evidence: Evidence
    characters: int
    installed: Installed | None
    declared: Face | None


@dataclass(frozen=True, slots=True)
class Coverage:
    """What the fonts of a document have and lack."""

    used: tuple[Used, ...]
    missing: tuple[Lack, ...]
    private: tuple[Lack, ...]  # 造字: means nothing on another machine, whatever the font here has
    look_alikes: tuple[Lack, ...]  # compatibility ideographs and radicals in the place of a proper character


class Faces:
    """What is known of families: the file of an installed one, else its declared repertoire."""

    def __init__(self, system: FontSystem, fonts: InstalledFonts) -> None:
        self.system = system
        self.fonts = fonts
        self.find = lru_cache(maxsize=None)(self._find)

    def _find(self, family: str) -> tuple[Installed | None, Face | None]:
        return installed_face(family, self.system, self.fonts), face_named(family, self.system)

    def evidence(self, family: str) -> Evidence:
        """What a statement about the family rests on."""
        installed, declared = self.find(family)
        if installed is not None:
            return Evidence.MEASURED
        return Evidence.UNKNOWN if declared is None else Evidence.DECLARED

    def has(self, family: str, char: str) -> bool | None:
        """Whether the family has `char`; None if nothing is known of it."""
        installed, declared = self.find(family)
        if not needs_ink(char):
            return True
        if installed is not None:
            return coverage(installed).has(char)
        return None if declared is None else declared_has(declared.repertoire, char)

    def spare(self, family: str, char: str, beside: str = "") -> Spare | None:
        """The first face of the same style that has `char`: for a Latin family the Chinese one of the same run."""
        if is_private(char):
            return None
        if beside and self.has(beside, char):
            return Spare(beside, self.evidence(beside))
        for face in same_style(beside or family, self.system):
            if self.has(face.family, char):
                return Spare(face.family, self.evidence(face.family))
        return None


def covered(text: Iterable[Set], faces: Faces) -> Coverage:
    """Every character against the family that sets it."""
    counts: dict[str, int] = {}
    verdicts: dict[tuple[str, str], bool] = {}
    places: dict[tuple[str, str, Property | None, str], list[Set]] = {}
    for piece in text:
        counts[piece.family] = counts.get(piece.family, 0) + len(piece.text)
        for offset, char in enumerate(piece.text):
            key = piece.family, char
            worth = verdicts.get(key)
            if worth is None:
                worth = verdicts[key] = _is_worth_telling(faces, *key)
            if worth:
                places.setdefault((*key, piece.by, piece.beside), []).append(_one(piece, offset))
    told = [_lack(char, family, beside, tuple(found), faces) for (family, char, _, beside), found in places.items()]
    return Coverage(
        tuple(Used(family, faces.evidence(family), count, *faces.find(family)) for family, count in counts.items()),
        tuple(lack for lack in told if not is_private(lack.char) and faces.has(lack.family, lack.char) is False),
        tuple(lack for lack in told if is_private(lack.char)),
        tuple(lack for lack in told if lack.proper),
    )


def _is_worth_telling(faces: Faces, family: str, char: str) -> bool:
    return is_private(char) or bool(proper_form(char)) or faces.has(family, char) is False


def _one(piece: Set, offset: int) -> Set:
    """One character of a piece, with its own place."""
    where = piece.where
    start = (where.start or 0) + offset
    own = Location(where.part, where.paragraph, start, start + 1)
    return Set(piece.family, piece.text[offset], own, piece.by, piece.beside)


def _lack(char: str, family: str, beside: str, places: tuple[Set, ...], faces: Faces) -> Lack:
    return Lack(char, family, faces.evidence(family), places, faces.spare(family, char, beside))
