"""The look of a run in a table and a font system come in; the typeface it is set in goes out."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from gwformat.fonts.system import FontSystem
from gwformat.profiles.schema import Slot
from gwformat.table import Face
from gwformat.units import Emu


@dataclass(frozen=True, slots=True)
class Typeface:
    """What one run is set in."""

    slot: Slot
    size: Emu
    bold: bool
    color: str


@lru_cache(maxsize=1024)
def typeface_of(face: Face, system: FontSystem) -> Typeface:
    """What a run with that look is set in."""
    return Typeface(slot_of(face.font, system), face.size, face.bold, face.color)


_STYLES: Sequence[tuple[str, Slot]] = (
    ("小标宋", Slot.XIAOBIAOSONG),
    ("黑", Slot.HEITI),
    ("楷", Slot.KAITI),
    ("仿宋", Slot.FANGSONG),
    ("宋", Slot.SONGTI),
    ("FZXBS", Slot.XIAOBIAOSONG),
    ("Hei", Slot.HEITI),
    ("Kai", Slot.KAITI),
    ("FangSong", Slot.FANGSONG),
    ("SimSun", Slot.SONGTI),
)


@lru_cache(maxsize=1024)
def slot_of(name: str, system: FontSystem) -> Slot:
    """Which kind of face a family is, by its name; 仿宋 for one that says nothing."""
    for slot, face in system.faces.items():
        if name in face.names:
            return slot
    return next((slot for part, slot in _STYLES if part in name), Slot.FANGSONG)
