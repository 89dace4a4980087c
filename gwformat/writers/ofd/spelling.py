"""Lengths come in; they go out as OFD spells them: millimetres with three decimals, texts fit for XML.

Everything is counted in whole micrometres, so that places do not drift however many steps lead to them.
"""

from __future__ import annotations

import math
import re
from functools import lru_cache

from gwformat.layout.boxes import Fill, Placed, Stroke
from gwformat.ofd.names import NAMESPACE
from gwformat.units import EMU_PER_MM, EMU_PER_PT

Box = tuple[int, int, int, int]
"""Left, top, width and height, in micrometres."""

HEADER = '<?xml version="1.0" encoding="UTF-8"?>\n'
OPENED = f'xmlns:ofd="{NAMESPACE}"'

_EMU_PER_MICROMETRE = EMU_PER_MM / 1000
_MICROMETRES_PER_PT = EMU_PER_PT / _EMU_PER_MICROMETRE
_TWIP = 18  # micrometres
_NO_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def from_emu(length: int) -> int:
    """Micrometres."""
    return round(length / _EMU_PER_MICROMETRE)


def box_of(thing: Fill | Placed | Stroke) -> Box:
    """Where a thing stands on its page."""
    return from_emu(thing.x), from_emu(thing.y), from_emu(thing.width), from_emu(thing.height)


def from_points(length: float) -> int:
    """Micrometres."""
    return round(length * _MICROMETRES_PER_PT)


@lru_cache(maxsize=1 << 16)
def mm(micrometres: int) -> str:
    """Millimetres without needless noughts."""
    return decimal(micrometres / 1000, 3)


def decimal(value: float, decimals: int = 4) -> str:
    """A number with so many decimals at most."""
    said = f"{value:.{decimals}f}".rstrip("0").rstrip(".")
    return "0" if said == "-0" else said


def lengths(*micrometres: int) -> str:
    """Several lengths: an array, a place or a box."""
    return " ".join(map(mm, micrometres))


def type_size(points: float) -> str:
    """A type size in millimetres: four decimals, so that it is still that size in points."""
    return decimal(points * _MICROMETRES_PER_PT / 1000, 4)


def sheet_box(width: int, height: int) -> str:
    """The box of a sheet with these sides in EMU: twips are too coarse for A4's, which are whole millimetres."""
    sides = (from_emu(side) for side in (width, height))
    return lengths(0, 0, *(whole if abs(side - (whole := round(side, -3))) <= _TWIP else side for side in sides))


@lru_cache(maxsize=256)
def rgb(color: str) -> str:
    """A colour written `RRGGBB` as three numbers to 255."""
    return " ".join(str(int(color[at : at + 2], 16)) for at in (0, 2, 4))


def content(text: str) -> str:
    """Text between tags; what XML cannot hold becomes the sign for a character that is not known."""
    known = _NO_XML.sub("\ufffd", text)
    return known.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def attribute(text: str) -> str:
    """Text of an attribute."""
    return " ".join(content(text).replace('"', "&quot;").split())


def leaning(degrees: float) -> float:
    """How far a line that leans so much moves aside on its way up, in parts of that way."""
    return math.tan(math.radians(degrees))
