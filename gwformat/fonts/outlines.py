"""A font file and glyph numbers come in; their outlines go out as TrueType has them, curves of CFF too."""

from __future__ import annotations

import struct
import threading
from array import array
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any, BinaryIO

from gwformat.fonts.character_map import numbers
from gwformat.values import dataclass

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


class Outlines:
    """The outlines of a face, read when they are asked for."""

    def __init__(self, path: Path, font: TTFont) -> None:
        self._path = path
        self._start = font.reader.tables["glyf"].offset
        (long,) = struct.unpack_from(">h", font.reader["head"], 50)
        data = font.reader["loca"]
        self._places = numbers("I", data) if long else array("I", [2 * place for place in numbers("H", data)])

    def of(self, wanted: Iterable[int]) -> dict[int, Outline]:
        """The wanted glyphs and those they are made of, by number, the wanted ones first."""
        found: dict[int, Outline] = {}
        waiting = list(wanted)
        with self._path.open("rb") as file:
            while waiting:
                fresh = [one for one in dict.fromkeys(waiting) if one not in found and one + 1 < len(self._places)]
                found.update({glyph: self._read(file, glyph) for glyph in fresh})
                waiting = [part for glyph in fresh for _, part in found[glyph].parts]
        return found

    def _read(self, file: BinaryIO, glyph: int) -> Outline:
        start, end = self._places[glyph : glyph + 2]
        file.seek(self._start + start)
        return _record(file.read(end - start))


class Converted:
    """The outlines of a face that has others than those of TrueType; each is turned into one of these once."""

    def __init__(self, font: TTFont) -> None:
        self._draws = _drawables(font)
        self._off = _MOST_OFF * font["head"].unitsPerEm
        self._known: dict[int, Outline] = {}
        self._lock = threading.Lock()  # what draws the glyphs reads from one place at a time

    def of(self, wanted: Iterable[int]) -> dict[int, Outline]:
        """The wanted glyphs by number."""
        found = dict.fromkeys(wanted)
        with self._lock:
            self._known.update({glyph: self._converted(glyph) for glyph in found if glyph not in self._known})
        return {glyph: self._known[glyph] for glyph in found}

    def _converted(self, glyph: int) -> Outline:
        from fontTools.pens.cu2quPen import Cu2QuPen
        from fontTools.pens.ttGlyphPen import TTGlyphPen

        pen = TTGlyphPen(None)
        self._draws(glyph).draw(Cu2QuPen(pen, self._off, reverse_direction=True))
        data: bytes = pen.glyph().compile(None, recalcBBoxes=True)
        return Outline(data)


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


def _drawables(font: TTFont) -> Callable[[int], Any]:
    """From a glyph's number to what draws it; the names of the glyphs of a `CFF` need not be made up for that."""
    if "CFF " in font.reader.tables:
        top = font["CFF "].cff.topDictIndex[0]
        top.charset = []  # or it would be read
        strings = top.CharStrings.charStringsIndex
        return lambda glyph: strings[glyph]
    drawn, names = font.getGlyphSet(), font.getGlyphOrder()
    return lambda glyph: drawn[names[glyph]]
