"""The font program embedded in a file comes in; which of its glyphs are missing or empty goes out."""

from __future__ import annotations

import functools
import io
import logging
from collections.abc import Callable
from dataclasses import replace
from typing import Any

from gwformat.values import dataclass

_END_CHAR = 14
_HEAD_BYTES = 54
_UNICODE = ((3, 10), (0, 6), (0, 4), (3, 1), (0, 3))  # platforms and encodings, those beyond 16 bits first
_RESTRICTED = 2  # of the rights in the lowest four bits of OS/2 fsType, none but this
_LONGEST_BLANK = 6  # bytes of a charstring that says a width and nothing else


@dataclass(frozen=True, slots=True)
class Program:
    """What can be asked of a font program. A glyph index that is out of range counts as missing."""

    glyphs: int
    empty: Callable[[int], bool]  # a glyph without an outline
    of_cid: Callable[[int], int | None] | None = None  # CFF only, keyed by CID
    of_name: Callable[[str], int | None] | None = None
    of_character: Callable[[int], int | None] | None = None  # by the cmap for Unicode
    of_code: Callable[[int], int | None] | None = None  # by the cmap for codes of one byte
    advance: Callable[[int], float] | None = None  # of a glyph, in em; raises whatever reading the table raises
    restricted: Callable[[], bool] | None = None  # its maker allows nobody to embed it; raises as `advance` does

    def draws(self, glyph: int | None) -> bool:
        """Whether there is such a glyph, other than .notdef."""
        return glyph is not None and 0 < glyph < self.glyphs


def opened(program: Callable[[], Program]) -> tuple[Program | None, str]:
    """What `program` reads, or None with the reason why it cannot be read."""
    logging.getLogger("fontTools").setLevel(logging.CRITICAL)  # what is wrong with a font is said by its face
    try:
        return program(), ""
    except Exception as error:  # fontTools raises whatever reading its tables raises
        return None, type(error).__name__


def sfnt(data: bytes) -> Program:
    """A TrueType or OpenType program; raises whatever reading its tables raises."""
    from fontTools.ttLib import TTFont

    font = TTFont(io.BytesIO(data), lazy=True, fontNumber=0)
    head = font.reader.tables.get("head")
    if head is not None:
        head.length = min(head.length, _HEAD_BYTES)  # some writers count what they pad it with
    glyphs = int(font["maxp"].numGlyphs)
    font.setGlyphOrder([str(glyph) for glyph in range(glyphs)])  # names are of no use, and their table may be broken
    characters, codes = _maps(font)
    program = Program(glyphs, _empty(font, glyphs)) if "glyf" in font else _cff(font["CFF "].cff)
    return replace(
        program,
        of_character=characters,
        of_code=codes,
        advance=_advances(font),
        restricted=lambda: "OS/2" in font and font["OS/2"].fsType & 0xF == _RESTRICTED,
    )


def _empty(font: Any, glyphs: int) -> Callable[[int], bool]:
    places = font["loca"].locations
    if len(places) <= glyphs or "glyf" not in font.reader:
        raise ValueError("loca")
    return lambda glyph: bool(places[glyph] == places[glyph + 1])


def _advances(font: Any) -> Callable[[int], float]:
    @functools.cache
    def metrics() -> tuple[dict[str, tuple[int, int]], int]:
        return font["hmtx"].metrics, font["head"].unitsPerEm

    def advance(glyph: int) -> float:
        widths, em = metrics()
        return widths[str(glyph)][0] / em

    return advance


def _maps(font: Any) -> tuple[Callable[[int], int | None] | None, Callable[[int], int | None] | None]:
    if "cmap" not in font:
        return None, None
    tables = {(table.platformID, table.platEncID): table for table in font["cmap"].tables}
    unicode = next((tables[key] for key in _UNICODE if key in tables), None)
    plain = tables.get((3, 0)) or tables.get((1, 0))

    def look_up(table: Any, *offsets: int) -> Callable[[int], int | None]:
        mapped: dict[int, str] = table.cmap

        def glyph(code: int) -> int | None:
            name = next((mapped[code + add] for add in offsets if code + add in mapped), None)
            return int(name) if name is not None and name.isdigit() else None

        return glyph

    return (
        look_up(unicode, 0) if unicode is not None else None,
        look_up(plain, 0xF000, 0) if plain is not None else None,
    )


def bare_cff(data: bytes) -> Program:
    """A CFF program without tables around it; raises whatever reading it raises."""
    from fontTools.cffLib import CFFFontSet

    fonts = CFFFontSet()
    fonts.decompile(io.BytesIO(data), None)
    return _cff(fonts)


def _cff(fonts: Any) -> Program:
    top = fonts[0]
    index = top.CharStrings.charStringsIndex
    order = {name: number for number, name in enumerate(top.charset)}
    by_cid = hasattr(top, "ROS")

    def empty(glyph: int) -> bool:
        try:
            string = index[glyph]
        except Exception:  # a broken outline; whether it draws anything nobody knows
            return False
        code = string.bytecode if hasattr(string, "bytecode") else bytes(string)
        return code is not None and len(code) <= _LONGEST_BLANK and code[-1:] == bytes([_END_CHAR])

    def of_cid(cid: int) -> int | None:
        return 0 if cid == 0 else order.get(f"cid{cid:05d}")

    return Program(len(index), empty, of_cid if by_cid else None, order.get)
