"""A font of the resources comes in; what its characters draw, how wide, and which are missing goes out."""

from __future__ import annotations

import re
import unicodedata
from functools import partial
from typing import NamedTuple

from gwformat.finished.programs import Program, bare_cff, opened, sfnt
from gwformat.finished.values import Face
from gwformat.text.width import WITHOUT_WIDTH, is_wide

_SUBSET = re.compile(r"[A-Z]{6}\+")
_SFNT = (b"\0\1\0\0", b"OTTO", b"true", b"ttcf")
_CFF = b"\1\0"
_NOTHING = "\ufffd"


class Drawn(NamedTuple):
    """What one character of a TextCode draws."""

    width: float  # em
    blank: bool
    missing: bool
    unmapped: bool  # something is drawn, but nobody can say which character it is


class OfdFont:
    """A font as text objects use it; what a character draws is worked out once."""

    def __init__(self, name: str, data: bytes | None) -> None:
        program, fault = _program(data)
        self._program = program
        # Where no tables stand around it, a program keyed by CID is asked by CID, as in the PDF it mostly comes from.
        self._of_cid = program.of_cid if program is not None and data is not None and data.startswith(_CFF) else None
        self._known: dict[tuple[str, int | None], Drawn] = {}
        plain = _SUBSET.sub("", name)
        self.face = Face(plain, _kind(data), data is not None, plain != name, fault)

    @property
    def restricted(self) -> bool:
        """Whether its maker allows nobody to embed it."""
        try:
            return self._program is not None and self._program.restricted is not None and self._program.restricted()
        except Exception:  # a broken table says nothing
            return False

    def draw(self, char: str, glyph: int | None) -> Drawn:
        """What a character draws; `glyph` is the index a CGTransform gives it."""
        known = self._known.get((char, glyph))
        if known is None:
            known = self._known[char, glyph] = self._drawn(char, glyph)
        return known

    def _drawn(self, char: str, glyph: int | None) -> Drawn:
        blank = char.isspace() or unicodedata.category(char) in ("Cf", "Cc")
        program = self._program
        given = glyph is not None
        if glyph is not None and self._of_cid is not None:
            glyph = self._of_cid(glyph)
        if glyph is None and program is not None and program.of_character is not None:
            glyph = program.of_character(ord(char))
        width = self._width(char, glyph)
        if program is None or (glyph is None and not given and program.of_character is None):
            return Drawn(width, blank, False, given and (blank or char == _NOTHING))
        inked = program.draws(glyph) and glyph is not None and not program.empty(glyph)
        if given and inked and (blank or char == _NOTHING):
            return Drawn(width, False, False, True)
        return Drawn(width, blank, not blank and not inked, char == _NOTHING)

    def _width(self, char: str, glyph: int | None) -> float:
        if glyph is not None and self._program is not None and self._program.advance is not None:
            try:
                return self._program.advance(glyph)
            except Exception:  # a broken table says nothing
                pass
        if unicodedata.category(char) in WITHOUT_WIDTH:
            return 0.0
        return 1.0 if is_wide(char) else 0.5


def _program(data: bytes | None) -> tuple[Program | None, str]:
    if data is None:
        return None, ""
    if data.startswith(_SFNT):
        return opened(partial(sfnt, data))
    if data.startswith(_CFF):
        return opened(partial(bare_cff, data))
    return None, "" if data.startswith((b"%!", b"\x80\1")) else "不是字体文件"


def _kind(data: bytes | None) -> str:
    if data is None:
        return ""
    return "OpenType" if data.startswith((b"OTTO", _CFF)) else "Type1" if data.startswith(b"%!") else "TrueType"
