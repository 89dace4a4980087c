"""A family's declared repertoire and a character come in, whether the family has it goes out."""

from __future__ import annotations

import functools
from collections.abc import Mapping, Set

from gwformat.fonts.character_sets import DASH_AND_DOT, is_of_two_bytes, is_private, needs_ink
from gwformat.fonts.system import Face, Repertoire, packaged_systems

# Windows Glyph List 4, which Times New Roman and the faces made to its measures have.
_WGL4 = """20-7E A0-17F 192 1FA-1FF 2C6-2C7 2C9 2D8-2DD 384-38A 38C 38E-3A1 3A3-3CE 400-45F 490-491 1E80-1E85 1EF2-1EF3
    2013-2015 2017-201E 2020-2022 2026 2030 2032-2033 2039-203A 203C 203E 2044 207F 20A3-20A4 20A7 20AC 2105 2113 2116
    2122 2126 212E 215B-215E 2190-2195 21A8 2202 2206 220F 2211-2212 2215 2219-221A 221E-221F 2229 222B 2248 2260-2261
    2264-2265 2302 2310 2320-2321 2500 2502 250C 2510 2514 2518 251C 2524 252C 2534 253C 2550-256C 2580 2584 2588 258C
    2590-2593 25A0-25A1 25AA-25AC 25B2 25BA 25BC 25C4 25CA-25CB 25CF 25D8-25D9 25E6 263A-263C 2640 2642 2660 2663
    2665-2666 266A-266B FB01-FB02"""
_LATIN = tuple((int(first, 16), int(last or first, 16)) for first, _, last in (s.partition("-") for s in _WGL4.split()))


@functools.lru_cache(maxsize=1 << 16)
def has(repertoire: Repertoire, char: str) -> bool:
    """Whether a font of that repertoire has `char`; marks without ink need none, private characters are beyond any."""
    if char in DASH_AND_DOT or not needs_ink(char) or is_private(char):
        return True
    if repertoire is Repertoire.LATIN:
        return any(first <= ord(char) <= last for first, last in _LATIN)
    if repertoire is Repertoire.GB18030:
        return _in_gb18030(char)
    try:
        char.encode("gb2312" if repertoire is Repertoire.GB2312 else "gbk")
    except UnicodeEncodeError:
        return False
    return True


def lacked(repertoire: Repertoire, chars: Set[str]) -> Set[str]:
    """Those of `chars` that no font of that repertoire has; most texts are all in it, which is found out at once."""
    codec = {Repertoire.GB2312: "gb2312", Repertoire.GBK: "gbk"}.get(repertoire)
    try:
        if codec is not None:
            "".join(chars - DASH_AND_DOT).encode(codec)
            return frozenset()
    except UnicodeEncodeError:
        pass  # now it matters which
    return {char for char in chars if not has(repertoire, char)}


def _in_gb18030(char: str) -> bool:
    """Level 1: what takes two bytes, extension A, and U+4E00–9FEF (the faces of Windows have no more)."""
    code = ord(char)
    if 0x3400 <= code <= 0x4DB5 or 0x4E00 <= code <= 0x9FEF:
        return True
    return is_of_two_bytes(char)


@functools.cache
def _faces() -> Mapping[str, Face]:
    return {
        name.casefold(): face for system in packaged_systems() for face in system.faces.values() for name in face.names
    }


def known_face(family: str) -> Face | None:
    """The face a packaged font system describes under that name; None if no system knows it."""
    return _faces().get(family.casefold())
