"""A stretch of a line comes in, what each of its characters takes of the room, and in which face, goes out."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable
from functools import lru_cache

from gwformat.fonts.choosing import Choice
from gwformat.fonts.coverage import coverage
from gwformat.fonts.installed import Installed
from gwformat.fonts.system import EM_ASCENT
from gwformat.layout.boxes import RAISED_SIZE, Glyphs, Line
from gwformat.model import OBJECT, Emphasis
from gwformat.text.scripts import has_from_right
from gwformat.text.width import WITHOUT_WIDTH, is_wide
from gwformat.values import dataclass

# As LibreOffice draws raised and lowered text: shift of the baseline in parts of the text's size.
RAISED = 0.33
LOWERED = 0.08
SLANT = 12
"""Degrees by which a face leans that has no slanted one."""

_TURNING = "\u200f"
_NOT_DRAWN = frozenset(("Cf", "Cc"))
_NEVER_SQUEEZED = frozenset("—…")
_TOUCHING = 0.08  # so many em closer than they were made for, letters run into each other
_SAME = 0.01  # advances in em that nobody can tell apart
_OPENING, _CLOSING = frozenset(("Ps", "Pi")), frozenset(("Pe", "Pf"))
_POINTS = frozenset("，。、；：？！．")
_FALSE_BOLD = 0.03  # outline that thickens a face without a bold one, in parts of the size, as Word does
DOT = "."


@dataclass(frozen=True, slots=True)
class Sign:
    """What is to be known of a character in a family."""

    cell: float  # its room in the line in em, before tracking and scaling
    inset: float | None  # from the cell's edge to the character, where its face has another advance or lacks it
    face: Installed
    drawn: str  # "" for what has no ink and no room of its own
    is_blank: bool
    is_mark: bool  # a Chinese punctuation mark, which typst closes up with its neighbours
    ascent: float  # of the em box of a full-width character, 0 for others


class Signs(dict[str, Sign]):
    """The characters of one family, each looked up once."""

    def __init__(self, choice: Choice, family: str, bold: bool) -> None:
        super().__init__()
        self.choice, self.family, self.bold = choice, family, bold

    def __missing__(self, char: str) -> Sign:
        sign = self[char] = _sign(self.choice.face(self.family, char, self.bold), char)
        return sign


@lru_cache(maxsize=1 << 15)  # the documents of one run have most of their characters in common
def _sign(face: Installed, char: str) -> Sign:
    known = coverage(face).advance(char)
    wide, blank = is_wide(char), char.isspace()
    cell = 1.0 if wide else 0.5 if known is None else known
    category = unicodedata.category(char)
    return Sign(
        0.0 if category in WITHOUT_WIDTH and char != "\t" else cell,
        None if blank or category in _NOT_DRAWN else _inset(known, cell, char, category),
        face,
        "" if category in _NOT_DRAWN and not blank else " " if blank and known is None else char,
        blank,
        not char.isascii() and category[0] == "P" and char not in _NEVER_SQUEEZED,
        coverage(face).ascent if wide and not blank else 0.0,
    )


def _inset(advance: float | None, cell: float, char: str, category: str) -> float | None:
    """Where a character begins in its cell, if it has to be put there; the sign for a missing one is of any width."""
    if advance is None:
        return 0.0
    return None if abs(advance - cell) < _SAME else (cell - advance) * _side(char, category)


def _side(char: str, category: str) -> float:
    """Which part of the room a character leaves in its cell is before it: marks stand by the words they belong to."""
    if category in _OPENING:
        return 1.0
    return 0.0 if category in _CLOSING or char in _POINTS else 0.5


@dataclass(frozen=True, slots=True)
class Spread:
    """How the characters of a stretch share its width; lengths in points, `y` is the baseline."""

    signs: tuple[Sign, ...]
    x: float
    y: float
    size: float
    tracking: float  # between characters, before `scale`
    scale: float  # width of the characters

    def placed(self) -> Iterable[tuple[Sign, float]]:
        """Each character with the place where its room begins, as if all ran from left to right."""
        at, size, tracking, scale = self.x, self.size, self.tracking, self.scale
        places = []
        for sign in self.signs:
            places.append(at)
            if sign.cell:
                at += (sign.cell * size + tracking) * scale
        return zip(self.signs, places, strict=True)


class Lettering:
    """The characters of lines in the faces of one choice."""

    def __init__(self, choice: Choice) -> None:
        self.choice = choice
        self._signs: dict[tuple[str, bool], Signs] = {}

    def baseline(self, line: Line) -> float:
        """Where the line's characters stand, in points: so that the em box of its Chinese face fills top to bottom."""
        ascents = (self.signs(glyphs)[char].ascent for glyphs in line.glyphs for char in glyphs.text)
        ascent = next(filter(None, ascents), EM_ASCENT)
        return (line.top + (line.bottom - line.top) * ascent) / 12_700

    def signs(self, glyphs: Glyphs) -> Signs:
        """The characters of the family of a stretch."""
        return self.family(glyphs.family, glyphs.bold)

    def family(self, family: str, bold: bool) -> Signs:
        """The characters of a family."""
        key = family, bold
        if key not in self._signs:
            self._signs[key] = Signs(self.choice, *key)
        return self._signs[key]

    def spread(self, glyphs: Glyphs, baseline: float) -> Spread:
        """How the characters of a stretch on this baseline share its width.

        The advances of the installed face may differ from those the line was made with: a full-width character keeps
        its cell and stands alone in it; Latin letters are moved apart, or made narrower where they would touch. A tab
        that dots fill is as many dots as it has room for, up to what stands after it: in lines below each other they
        stand so too.
        """
        known = self.signs(glyphs)
        if glyphs.leader:
            return _dots(glyphs, baseline, known[DOT])
        size, y = _size_and_baseline(glyphs, baseline)
        stretch = glyphs.scale / 100
        signs = tuple([known[char] for char in glyphs.drawn if char != OBJECT])
        cells = [sign.cell for sign in signs]
        count = len(cells) - cells.count(0.0)
        natural = sum(cells) * size
        tracking = (glyphs.width.pt / stretch - natural) / count if count else 0.0
        wanted = glyphs.tracking.pt
        room = glyphs.width.pt - count * wanted * stretch
        if glyphs.text.isascii() and tracking < wanted - _TOUCHING * size and room > 0:
            stretch, tracking = room / natural, wanted
        return Spread(signs, glyphs.x.pt, y, size, tracking, stretch)


def _dots(glyphs: Glyphs, baseline: float, dot: Sign) -> Spread:
    size = glyphs.size.pt
    step = dot.cell * size
    count = int(glyphs.width.pt / step) - 1 if step else 0
    x = glyphs.x.pt + glyphs.width.pt - count * step
    return Spread((dot,) * count, x, baseline, size, 0.0, 1.0)


def _size_and_baseline(glyphs: Glyphs, baseline: float) -> tuple[float, float]:
    size = glyphs.size.pt
    if Emphasis.SUPERSCRIPT in glyphs.emphasis:
        return size * RAISED_SIZE, baseline - size * RAISED
    if Emphasis.SUBSCRIPT in glyphs.emphasis:
        return size * RAISED_SIZE, baseline + size * LOWERED
    return size, baseline


def false_bold(glyphs: Glyphs, face: Installed, size: float) -> float:
    """The weight of the outline that thickens bold text in a face that is not bold, in points; 0 for other text."""
    return size * _FALSE_BOLD if glyphs.bold and not face.is_bold else 0.0


def shown_of(glyphs: Glyphs) -> str:
    """The characters of a stretch that are drawn, in their order and each as often as needed or once."""
    return DOT if glyphs.leader else glyphs.drawn.replace(OBJECT, "")


def is_added(glyphs: Glyphs) -> bool:
    """Whether the stretch is a hyphen or dots that are none of the document's words."""
    return glyphs.is_hyphen or glyphs.leader


def runs_from_right(text: str) -> bool:
    """Whether there are letters in it that run from right to left, or the mark that turns what is beside it."""
    return has_from_right(text) or _TURNING in text


def is_other(face: Installed, before: Installed | None) -> bool:
    """Whether the face changes; each survey of the installed fonts makes values of its own for the same faces."""
    return face is not before and face != before


def has_ink(char: str) -> bool:
    """Whether a face must have the character."""
    return not char.isspace() and char != OBJECT and unicodedata.category(char) not in _NOT_DRAWN
