"""A line comes in; the rules and dots that are drawn with its words go out."""

from __future__ import annotations

from collections.abc import Iterator

from gwformat.fonts.system import EM_ASCENT
from gwformat.layout.boxes import Glyphs, Line
from gwformat.model import Emphasis
from gwformat.values import dataclass

# In parts of the type size, downwards from the baseline.
_UNDERLINE, _STRIKE, _THICKNESS = 0.13, -0.3, 0.05
_DOT, _DOT_RADIUS = 0.26, 0.06


@dataclass(frozen=True, slots=True)
class Rule:
    """A level line under or through words, given by its centre line; lengths in points."""

    x: float
    y: float
    width: float
    weight: float
    color: str


@dataclass(frozen=True, slots=True)
class Dot:
    """A 着重号, given by its middle; lengths in points."""

    x: float
    y: float
    radius: float
    color: str


def decorations(line: Line, baseline: float) -> Iterator[Rule | Dot]:
    """Lines through and under the whole of each stretch, blanks included – forms are filled in on them – and 着重号."""
    for glyphs in line.glyphs:
        if not glyphs.emphasis:
            continue
        size = glyphs.size.pt
        for emphasis, below in ((Emphasis.UNDERLINE, _UNDERLINE), (Emphasis.STRIKE, _STRIKE)):
            if emphasis in glyphs.emphasis:
                place = glyphs.x.pt, baseline + below * size
                yield Rule(*place, glyphs.width.pt, size * _THICKNESS, glyphs.color)
        if Emphasis.EMPHASIS_MARK in glyphs.emphasis:
            yield from _dots(glyphs, baseline)


def _dots(glyphs: Glyphs, baseline: float) -> Iterator[Dot]:
    """着重号 stand below the middle of each character; they are set in full-width text only."""
    size, step = glyphs.size.pt, glyphs.width.pt / len(glyphs.text)
    y = baseline + (1 - EM_ASCENT + _DOT / 2) * size
    for number, char in enumerate(glyphs.text):
        if char.isalnum():
            x = glyphs.x.pt + number * step + (step - glyphs.tracking.pt) / 2
            yield Dot(x, y, size * _DOT_RADIUS, glyphs.color)
