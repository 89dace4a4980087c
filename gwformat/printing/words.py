"""Words, a place and a size come in; a line of the pages goes out, for what the print room adds to them."""

from __future__ import annotations

from dataclasses import replace

from gwformat.fonts.system import FontSystem
from gwformat.layout.boxes import Glyphs, Line
from gwformat.model import Role
from gwformat.profiles.schema import Slot
from gwformat.units import Emu


def words(
    text: str, x: Emu, top: Emu, size: Emu, fonts: FontSystem, *, slot: Slot = Slot.SONGTI, color: str = "000000"
) -> Line:
    """A line that begins at `x`, its em box at `top`."""
    width = Emu(round(fonts.width(text, slot) * size))
    glyphs = Glyphs(text, x, width, fonts.faces[slot].family, size, color)
    return Line((glyphs,), Role.OTHER, x, top, Emu(top + size), width)


def ending_at(line: Line, right: Emu) -> Line:
    """The same line, ending at `right`."""
    return _at(line, Emu(right - line.width))


def centred(line: Line, left: Emu, width: Emu) -> Line:
    """The same line in the middle of a stretch."""
    return _at(line, Emu(left + (width - line.width) // 2))


def _at(line: Line, x: Emu) -> Line:
    return replace(line, x=x, glyphs=(replace(line.glyphs[0], x=x),))
