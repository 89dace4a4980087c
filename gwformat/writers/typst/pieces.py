"""A line of the pages comes in, stretches that typst can neither shift nor squeeze go out, each with its place."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from gwformat.fonts.choosing import Choice
from gwformat.fonts.coverage import coverage
from gwformat.fonts.installed import Installed
from gwformat.fonts.system import EM_ASCENT
from gwformat.layout.boxes import RAISED_SIZE, Glyphs, Line
from gwformat.model import OBJECT, Emphasis
from gwformat.text.width import is_wide

# As LibreOffice draws raised and lowered text: shift of the baseline in parts of the text's size.
RAISED = 0.33
LOWERED = 0.08

_NO_ADVANCE = frozenset(("Mn", "Me", "Cf", "Cc"))
_NOT_DRAWN = frozenset(("Cf", "Cc"))
_NEVER_SQUEEZED = frozenset("—…")
_TOUCHING = 0.08  # so many em closer than they were made for, letters run into each other
_SAME = 0.01  # advances in em that nobody can tell apart
_OPENING, _CLOSING = frozenset(("Ps", "Pi")), frozenset(("Pe", "Pf"))
_DOT = "."
_POINTS = frozenset("，。、；：？！．")


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


@dataclass(frozen=True, slots=True)
class _Sign:
    """What is to be known of a character in a family."""

    cell: float  # its room in the line in em, before tracking and scaling
    inset: float | None  # from the cell's edge to the character, where a replaced face has another advance
    face: Installed
    drawn: str  # "" for what has no ink and no room of its own
    is_blank: bool
    is_mark: bool  # a Chinese punctuation mark, which typst closes up with its neighbours
    ascent: float  # of the em box of a full-width character, 0 for others


class _Signs(dict[str, _Sign]):
    """The characters of one family, each looked up once."""

    def __init__(self, choice: Choice, family: str, bold: bool) -> None:
        super().__init__()
        self.choice, self.family, self.bold = choice, family, bold

    def __missing__(self, char: str) -> _Sign:
        sign = self[char] = _sign(self.choice.face(self.family, char, self.bold), char)
        return sign


@lru_cache(maxsize=1 << 15)  # the documents of one run have most of their characters in common
def _sign(face: Installed, char: str) -> _Sign:
    known = coverage(face).advance(char)
    wide, blank = is_wide(char), char.isspace()
    cell = 1.0 if wide else 0.5 if known is None else known
    category = unicodedata.category(char)
    return _Sign(
        0.0 if category in _NO_ADVANCE and char != "\t" else cell,
        None if blank or known is None or abs(known - cell) < _SAME else (cell - known) * _side(char, category),
        face,
        "" if category in _NOT_DRAWN and not blank else " " if blank and known is None else char,
        blank,
        not char.isascii() and category[0] == "P" and char not in _NEVER_SQUEEZED,
        coverage(face).ascent if wide and not blank else 0.0,
    )


def _other(face: Installed, before: Installed | None) -> bool:
    """Whether the face changes; each survey of the installed fonts makes values of its own for the same faces."""
    return face is not before and face != before


def _side(char: str, category: str) -> float:
    """Which part of the room a character leaves in its cell is before it: marks stand by the words they belong to."""
    if category in _OPENING:
        return 1.0
    return 0.0 if category in _CLOSING or char in _POINTS else 0.5


class Cutter:
    """Cuts lines into pieces for the faces of one choice."""

    def __init__(self, choice: Choice) -> None:
        self.choice = choice
        self._signs: dict[tuple[str, bool], _Signs] = {}

    def pieces(self, line: Line) -> Iterator[Piece]:
        """The pieces of a line from left to right."""
        baseline = self.baseline(line)
        for glyphs in line.glyphs:
            known = self._known(glyphs)
            yield from _dots(glyphs, baseline, known) if glyphs.leader else _pieces(glyphs, baseline, known)

    def baseline(self, line: Line) -> float:
        """Where the line's characters stand, in points: so that the em box of its Chinese face fills top to bottom."""
        ascents = (self._known(glyphs)[char].ascent for glyphs in line.glyphs for char in glyphs.text)
        ascent = next(filter(None, ascents), EM_ASCENT)
        return (line.top + (line.bottom - line.top) * ascent) / 12_700

    def _known(self, glyphs: Glyphs) -> _Signs:
        key = glyphs.family, glyphs.bold
        if key not in self._signs:
            self._signs[key] = _Signs(self.choice, *key)
        return self._signs[key]


def _pieces(glyphs: Glyphs, baseline: float, known: _Signs) -> Iterator[Piece]:
    """The stretch cut where the face changes, at its outer blanks, and between two punctuation marks.

    Typst closes up neighbouring Chinese punctuation marks; separate pieces are out of its reach. The advances of the
    installed face may differ from those the line was made with: a full-width character keeps its cell and stands
    alone in it; Latin letters are moved apart, or made narrower where they would touch.
    """
    size, y = _size_and_baseline(glyphs, baseline)
    stretch = glyphs.scale / 100
    signs = [known[char] for char in glyphs.drawn if char != OBJECT]
    count = sum(sign.cell > 0 for sign in signs)
    natural = sum(sign.cell for sign in signs) * size
    tracking = (glyphs.width.pt / stretch - natural) / count if count else 0.0
    wanted = glyphs.tracking.pt
    room = glyphs.width.pt - count * wanted * stretch
    if glyphs.text.isascii() and tracking < wanted - _TOUCHING * size and room > 0:
        stretch, tracking = room / natural, wanted
    x = start = glyphs.x.pt
    text: list[str] = []
    face, after_mark, alone = None, False, False
    for sign in signs:
        if text and (_other(sign.face, face) or (after_mark and sign.is_mark) or alone or sign.inset is not None):
            yield from _piece("".join(text), start, y, size, tracking, stretch, face, glyphs)
            text = []
        if not text:
            start = x + (sign.inset or 0.0) * size * stretch
        if sign.drawn and not (sign.is_blank and not text):  # typst does not draw blanks at the beginning of a line
            text.append(sign.drawn)
            face, after_mark, alone = sign.face, sign.is_mark, sign.inset is not None
        if sign.cell:
            x += (sign.cell * size + tracking) * stretch
    yield from _piece("".join(text), start, y, size, tracking, stretch, face, glyphs)


def _dots(glyphs: Glyphs, baseline: float, known: _Signs) -> Iterator[Piece]:
    """As many dots as the tab has room for, up to what stands after it: in lines below each other they stand so too."""
    size, dot = glyphs.size.pt, known[_DOT]
    step = dot.cell * size
    count = int(glyphs.width.pt / step) - 1 if step else 0
    x = glyphs.x.pt + glyphs.width.pt - count * step
    yield from _piece(_DOT * count, x, baseline, size, 0.0, 1.0, dot.face, glyphs)


def _piece(
    text: str, x: float, y: float, size: float, tracking: float, scale: float, face: Installed | None, glyphs: Glyphs
) -> Iterator[Piece]:
    if face is not None and (text := text.rstrip()):
        yield Piece(text, x, y, size, tracking, scale, face, glyphs)


def _size_and_baseline(glyphs: Glyphs, baseline: float) -> tuple[float, float]:
    size = glyphs.size.pt
    if Emphasis.SUPERSCRIPT in glyphs.emphasis:
        return size * RAISED_SIZE, baseline - size * RAISED
    if Emphasis.SUBSCRIPT in glyphs.emphasis:
        return size * RAISED_SIZE, baseline + size * LOWERED
    return size, baseline


def has_ink(char: str) -> bool:
    """Whether a face must have the character."""
    return not char.isspace() and char != OBJECT and unicodedata.category(char) not in _NOT_DRAWN
