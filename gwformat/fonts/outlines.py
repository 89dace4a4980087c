"""A font file and glyph numbers come in; their outlines go out as TrueType has them, curves of CFF too."""

from __future__ import annotations

import struct
from array import array
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from gwformat.fonts.character_map import numbers

if TYPE_CHECKING:
    from fontTools.ttLib import TTFont

_MOST_OFF = 0.0005  # em by which a curve of another kind may be off
_WORDS, _SCALED, _SCALED_TWICE, _MATRIX, _MORE = 0x1, 0x8, 0x40, 0x80, 0x20  # flags of a part of a composite glyph


@dataclass(frozen=True, slots=True)
class Outline:
    """A glyph's record in `glyf`; `parts` are where in it the numbers of other glyphs are, and these."""

    data: bytes
    parts: tuple[tuple[int, int], ...] = ()

    @property
    def box(self) -> tuple[int, int, int, int] | None:
        """Left, lower, right and upper edge in font units; None for a glyph without ink."""
        return struct.unpack_from(">4h", self.data, 2) if self.data else None

    def renumbered(self, new: Mapping[int, int]) -> bytes:
        """The record with new numbers of the glyphs it is made of."""
        if not self.parts:
            return self.data
        data = bytearray(self.data)
        for at, glyph in self.parts:
            struct.pack_into(">H", data, at, new[glyph])
        return bytes(data)


def outlines(font: TTFont, wanted: Iterable[int]) -> dict[int, Outline]:
    """The wanted glyphs and those they are made of, by number, the wanted ones first."""
    if "glyf" not in font.reader.tables:
        return {glyph: _converted(drawable, font) for glyph, drawable in _drawables(font, wanted)}
    data, places = font.reader["glyf"], _places(font)
    found: dict[int, Outline] = {}
    waiting = list(wanted)
    while waiting:
        fresh = [glyph for glyph in dict.fromkeys(waiting) if glyph not in found and glyph + 1 < len(places)]
        found.update({glyph: _record(data[places[glyph] : places[glyph + 1]]) for glyph in fresh})
        waiting = [part for glyph in fresh for _, part in found[glyph].parts]
    return found


def _places(font: TTFont) -> array[int]:
    """Where each glyph begins in `glyf`, and where the last one ends."""
    (long,) = struct.unpack_from(">h", font.reader["head"], 50)
    data = font.reader["loca"]
    return numbers("I", data) if long else array("I", [2 * place for place in numbers("H", data)])


def _record(data: bytes) -> Outline:
    if len(data) < 10:
        return Outline(b"")
    (contours,) = struct.unpack_from(">h", data)
    return Outline(data, tuple(_parts(data)) if contours < 0 else ())


def _parts(data: bytes) -> Iterable[tuple[int, int]]:
    at, more = 10, True
    while more:
        flags, glyph = struct.unpack_from(">HH", data, at)
        yield at + 2, glyph
        scales = 2 if flags & _SCALED else 4 if flags & _SCALED_TWICE else 8 if flags & _MATRIX else 0
        at += 4 + (4 if flags & _WORDS else 2) + scales
        more = bool(flags & _MORE)


def _drawables(font: TTFont, wanted: Iterable[int]) -> Iterable[tuple[int, Any]]:
    """What can draw each of the glyphs; the names of the glyphs of a `CFF` need not be made up for that."""
    if "CFF " in font.reader.tables:
        strings = font["CFF "].cff.topDictIndex[0].CharStrings.charStringsIndex
        return [(glyph, strings[glyph]) for glyph in dict.fromkeys(wanted) if glyph < len(strings)]
    drawn = font.getGlyphSet()
    return [(glyph, drawn[font.getGlyphName(glyph)]) for glyph in dict.fromkeys(wanted)]


def _converted(drawable: Any, font: TTFont) -> Outline:
    from fontTools.pens.cu2quPen import Cu2QuPen
    from fontTools.pens.ttGlyphPen import TTGlyphPen

    pen = TTGlyphPen(None)
    drawable.draw(Cu2QuPen(pen, _MOST_OFF * font["head"].unitsPerEm, reverse_direction=True))
    data: bytes = pen.glyph().compile(None, recalcBBoxes=True)
    return Outline(data)
