"""A line of the pages comes in, stretches that typst can neither shift nor squeeze go out, each with its place."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from gwformat.fonts.installed import Installed
from gwformat.layout.boxes import Glyphs, Line
from gwformat.values import dataclass
from gwformat.writers.drawn.signs import Lettering, Spread, is_other

# Letters of other scripts among Han: Latin, Greek, Cyrillic …, Roman numerals, kana, Hangul, full-width letters.
_LETTER = re.compile(
    "[A-Za-z\u00c0-\u02af\u0370-\u1fff\u2160-\u2188\u2c00-\u2dff\u3041-\u31bf\uac00-\ud7ff\uff21-\uff5a\uff66-\uffdc]"
)
_OF_ANY = frozenset(("Zyyy", "Zinh", "Zzzz"))


@dataclass(frozen=True, slots=True)
class Piece:
    """Text in one face with its place; lengths in points, `y` is the baseline."""

    text: str
    x: float
    y: float
    size: float
    tracking: float  # between characters, before `scale`
    scale: float  # width of the characters
    face: Installed
    glyphs: Glyphs


def pieces(line: Line, lettering: Lettering) -> Iterator[Piece]:
    """The pieces of a line from left to right."""
    baseline = lettering.baseline(line)
    for glyphs in line.glyphs:
        yield from _pieces(glyphs, lettering.spread(glyphs, baseline))


def _pieces(glyphs: Glyphs, spread: Spread) -> Iterator[Piece]:
    """The stretch cut where the face or the script changes, at its outer blanks, and between two punctuation marks.

    Typst closes up neighbouring Chinese punctuation marks, and forgets the tracking between two scripts; separate
    pieces are out of its reach. A character that stands alone in its cell is a piece of its own.
    """
    size, scale = spread.size, spread.scale
    start = spread.x
    text: list[str] = []
    face, after_mark, alone, script = None, False, False, ""
    mixed = spread.tracking and not glyphs.text.isascii() and _LETTER.search(glyphs.text) is not None
    for sign, x in spread.placed():
        own = _script(sign.drawn) if mixed and sign.drawn else ""
        changes = own and script and own != script
        if text and (
            is_other(sign.face, face) or (after_mark and sign.is_mark) or alone or sign.inset is not None or changes
        ):
            yield from _piece("".join(text), start, spread, face, glyphs)
            text, script = [], ""
        if not text:
            start = x + (sign.inset or 0.0) * size * scale
        if sign.drawn and not (sign.is_blank and not text):  # typst does not draw blanks at the beginning of a line
            text.append(sign.drawn)
            face, after_mark, alone, script = sign.face, sign.is_mark, sign.inset is not None, own or script
    yield from _piece("".join(text), start, spread, face, glyphs)


@lru_cache(maxsize=1 << 12)
def _script(char: str) -> str:
    """The script of a letter, as Unicode calls it; "" for marks and digits, which are of the script before them."""
    from fontTools.unicodedata import script  # tables that few documents need

    found = script(char)
    return "" if found in _OF_ANY else found


def _piece(text: str, x: float, spread: Spread, face: Installed | None, glyphs: Glyphs) -> Iterator[Piece]:
    if face is not None and (text := text.rstrip()):
        yield Piece(text, x, spread.y, spread.size, spread.tracking, spread.scale, face, glyphs)
