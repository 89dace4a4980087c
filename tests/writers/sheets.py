"""Pages made by hand, in the stand-in fonts."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from gwformat.fonts import load_system
from gwformat.fonts.system import FontSystem
from gwformat.layout.boxes import Glyphs, Line, Page, Pages, Span
from gwformat.model import Role
from gwformat.profiles import load_profile
from gwformat.profiles.schema import Slot
from gwformat.units import Emu, Mm, Pt

SYSTEM: FontSystem = load_system("party")
GRID = load_profile("general").grids["national"]
BODY, CELL = Pt(16), Pt(15.75)


def glyphs(text: str, x: Emu, slot: Slot = Slot.FANGSONG, size: Emu = BODY, **said: Any) -> Glyphs:
    """A stretch in the system's face for `slot`, as wide as the width tables say."""
    face = SYSTEM.latin_face if text.isascii() else SYSTEM.faces[slot]
    natural = sum(map(face.advance, text)) * size * said.get("scale", 100) / 100
    width = Emu(round(natural + len(text) * said.get("tracking", 0)))
    return replace(Glyphs(text, x, width, face.family, size), **said)


def line(*stretches: Glyphs, top: Emu, role: Role = Role.BODY, block: int | None = None) -> Line:
    """A line of these stretches, as high as the largest."""
    text = "".join(stretch.text for stretch in stretches)
    last = stretches[-1]
    bottom = Emu(top + max(stretch.size for stretch in stretches))
    spans = (Span(block, 0, len(text)),) if block is not None else ()
    return Line(stretches, role, stretches[0].x, top, bottom, Emu(last.x + last.width - stretches[0].x), spans)


def row_line(text: str, row: int, column: float = 0, **said: Any) -> Line:
    """Running text in a row of the grid, `column` cells from the left."""
    top = Emu(GRID.top + row * GRID.pitch + (GRID.pitch - BODY) // 2)
    place = {key: said.pop(key) for key in ("role", "block") if key in said}
    return line(glyphs(text, Emu(GRID.left + round(column * CELL)), tracking=Pt(-0.25), **said), top=top, **place)


def sheet(*lines: Line, number: int = 1, **said: Any) -> Page:
    """An upright A4 page."""
    return replace(Page(number, number, Mm(210), Mm(297), lines), **said)


def pages(*lines: Line, **said: Any) -> Pages:
    """One page."""
    return Pages((sheet(*lines, **said),))
