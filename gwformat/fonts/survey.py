"""A font system and the installed fonts come in; for each of its typefaces, what there is on this machine goes out."""

from __future__ import annotations

from collections.abc import Iterator
from enum import StrEnum

from gwformat.fonts.character_sets import CharacterSet, han_of, standard_levels
from gwformat.fonts.coverage import coverage
from gwformat.fonts.details import Details, details
from gwformat.fonts.families import face_named, installed_face
from gwformat.fonts.installed import Installed, InstalledFonts
from gwformat.fonts.system import Face, FontSystem
from gwformat.profiles.schema import Slot
from gwformat.values import dataclass

STANDARD = "通用规范汉字表"
_SETS = (
    CharacterSet.GB2312,
    CharacterSet.GBK,
    CharacterSet.GB18030_1,
    CharacterSet.GB18030_2,
    CharacterSet.GB18030_3,
)
_LATIN = "西文"


class State(StrEnum):
    """What there is of a typeface."""

    INSTALLED = "installed"
    SUBSTITUTED = "substituted"
    MISSING = "missing"


@dataclass(frozen=True, slots=True)
class Share:
    """How many characters of a set a face has."""

    name: str
    had: int
    total: int


@dataclass(frozen=True, slots=True)
class Measured:
    """What the file of an installed face says."""

    face: Installed
    details: Details
    shares: tuple[Share, ...]


@dataclass(frozen=True, slots=True)
class Surveyed:
    """One typeface of a system; `measured` is the face itself or what stands in for it."""

    slot: Slot | None  # None: letters and digits
    face: Face
    state: State
    measured: Measured | None = None

    @property
    def label(self) -> str:
        """The typeface as the user calls it."""
        return self.slot.label if self.slot is not None else _LATIN


def survey(system: FontSystem, fonts: InstalledFonts) -> tuple[Surveyed, ...]:
    """Every typeface of the system, in its order."""
    faces = (*system.faces.items(), (None, system.latin_face))
    return tuple(_surveyed(slot, face, system, fonts) for slot, face in faces)


def _surveyed(slot: Slot | None, face: Face, system: FontSystem, fonts: InstalledFonts) -> Surveyed:
    own = installed_face(face.family, system, fonts)
    if own is not None:
        return Surveyed(slot, face, State.INSTALLED, measured(own))
    substitute = next(_substitutes(face, system, fonts), None)
    if substitute is None:
        return Surveyed(slot, face, State.MISSING)
    return Surveyed(slot, face, State.SUBSTITUTED, measured(substitute))


def _substitutes(face: Face, system: FontSystem, fonts: InstalledFonts) -> Iterator[Installed]:
    for name in face.substitutes:
        known = face_named(name, system)
        found = installed_face(known.family if known else name, system, fonts)
        if found is not None:
            yield found


def measured(face: Installed) -> Measured:
    """What the file of a face has, character by character."""
    has = coverage(face).characters()
    sets = {**{which.value: han_of(which) for which in _SETS}, STANDARD: standard_levels().keys()}
    shares = (Share(name, len(has & wanted), len(wanted)) for name, wanted in sets.items())
    return Measured(face, details(face), tuple(shares))
