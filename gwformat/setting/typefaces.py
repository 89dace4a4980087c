"""The look of a run in a table and a font system come in; the typeface it is set in goes out."""

from __future__ import annotations

from functools import lru_cache

from gwformat.fonts.styles import style_like
from gwformat.fonts.system import FontSystem
from gwformat.profiles.schema import Slot
from gwformat.table import Face
from gwformat.units import Emu
from gwformat.values import dataclass


@dataclass(frozen=True, slots=True)
class Typeface:
    """What one run is set in."""

    slot: Slot
    size: Emu
    bold: bool
    color: str
    slanted: bool = False


@lru_cache(maxsize=1024)
def typeface_of(face: Face, system: FontSystem) -> Typeface:
    """What a run with that look is set in."""
    return Typeface(slot_of(face.font, system), face.size, face.bold, face.color, face.slanted)


@lru_cache(maxsize=1024)
def slot_of(name: str, system: FontSystem) -> Slot:
    """Which kind of face a family is, by its name; 仿宋 for one that says nothing."""
    for slot, face in system.faces.items():
        if name in face.names:
            return slot
    return style_like(name) or Slot.FANGSONG
