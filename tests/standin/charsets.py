"""A repertoire's name comes in, the characters a font of that repertoire has go out."""

from __future__ import annotations

import unicodedata

from gwformat.fonts.system import Repertoire, beyond_ascii

ASCII = range(0x20, 0x7F)
_JOINED = ("<initial>", "<medial>", "<final>", "<isolated>")


def characters(repertoire: Repertoire) -> frozenset[int]:
    """The code points of the repertoire, ASCII included."""
    if repertoire is Repertoire.LATIN:
        return frozenset(ASCII) | frozenset(beyond_ascii("times"))
    if repertoire is Repertoire.GB2312:
        return frozenset(ASCII) | _gb2312()
    gbk = frozenset(ASCII) | _double_bytes(range(0x81, 0xFF), range(0x40, 0xFF))
    if repertoire is Repertoire.GBK:
        return gbk
    # GB 18030 level 1: Extension A and the end of the URO. No font here has planes 2 and 3.
    return gbk | frozenset(range(0x3400, 0x4DB6)) | frozenset(range(0x4E00, 0x9FF0)) | {0x00A0, 0x00B2, 0x00B3, 0x20AC}


def beyond() -> frozenset[int]:
    """The code points that no repertoire has and that are drawn: Hangul, Arabic, marks over letters, emoji.

    The shapes of Arabic letters are not among them: with these a program joins letters to one glyph as a font pleases.
    """
    had = characters(Repertoire.GB18030) | characters(Repertoire.LATIN)
    living = (*range(0xA0, 0x10000), *range(0x1F000, 0x1FB00))
    return frozenset(code for code in living if code not in had and _is_drawn(chr(code)))


def _is_drawn(char: str) -> bool:
    return unicodedata.category(char)[0] in "LMNPS" and not unicodedata.decomposition(char).startswith(_JOINED)


def _gb2312() -> frozenset[int]:
    """The 7445 characters of rows 1–9 and 16–87, dash and middle dot as fonts map them.

    Python's `gb2312` maps 0xA1AA to U+2015 and 0xA1A4 to U+30FB; fonts map them, as GBK does, to U+2014 and U+00B7.
    """
    points = set(_double_bytes(range(0xA1, 0xF8), range(0xA1, 0xFF), "gb2312"))
    return frozenset(points - {0x2015, 0x30FB} | {0x2014, 0x00B7})


def _double_bytes(leads: range, trails: range, codec: str = "gbk") -> frozenset[int]:
    decoded = (bytes((lead, trail)).decode(codec, "ignore") for lead in leads for trail in trails if trail != 0x7F)
    return frozenset(ord(char) for char in decoded if len(char) == 1 and ord(char) > 0x7F)
