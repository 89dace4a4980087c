"""A measured document of the general format comes in; its lines, to be asked for by their words, go out.

What the standard gives in 字 is counted in widths of the element's own characters (3.1), what it gives in 行 in lines
of the grid (3.2). “空一行” is an empty line of the grid: characters are then up to 7/8 of a 三号 character further
apart than one line, and any distance between the two is right.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from benchmarks.geometry import BOTTOM, LEFT, RIGHT, Measured
from benchmarks.text_lines import ASCENT, DESCENT, MM_PER_PT, TextLine

CENTRE = (LEFT + RIGHT) / 2
EM, ZI, SMALL_ZI = 5.64, 5.54, 14 * MM_PER_PT  # 三号 as set; 字 of 三号 on the grid (28 in 156 mm); 字 of 四号
LEADING = 4.84  # 7/8 of a 三号 character
ALIKE = 0.5  # six characters are as wide as 2026年5月6日 in Word; LibreOffice's stand-in has digits a little wider


@dataclass(frozen=True, slots=True)
class Rows:
    """A grid: its first em box and its lines."""

    first: float
    pitch: float


GRIDS = {"national": Rows(36.95, 10.39), "practice": Rows(39.28, 10.21)}  # GB/T 33476.2; 37 mm margin and 22 lines


@dataclass(frozen=True, slots=True)
class Figure:
    """One figure of the standard, which may be a range, and what was measured; all in mm unless it is a count."""

    clause: str
    element: str
    least: float
    most: float
    measured: float
    tolerance: float | None = None  # None: the one for places

    @property
    def difference(self) -> float:
        """How far the measured figure is outside; 0 within a range, signed for a single figure."""
        if self.measured < self.least:
            return self.measured - self.least
        return max(self.measured - self.most, 0.0) if self.least < self.most else self.measured - self.most


def exact(clause: str, element: str, expected: float, measured: float) -> Figure:
    """A figure that is no range."""
    return Figure(clause, element, expected, expected, measured)


def counted(clause: str, element: str, expected: int, measured: int) -> Figure:
    """What is counted and not measured: there is no tolerance."""
    return Figure(clause, element, expected, expected, measured, 0)


@dataclass(frozen=True, slots=True)
class Part:
    """Some characters of a line, found by their words."""

    line: TextLine
    start: int
    end: int

    @property
    def text(self) -> str:
        """The characters."""
        return self.line.text[self.start : self.end]

    @property
    def x0(self) -> float:
        """Left edge."""
        return self.line.glyphs[self.start].x

    @property
    def x1(self) -> float:
        """Right edge of the last character."""
        last = self.line.glyphs[self.end - 1]
        return last.x + last.width

    @property
    def size(self) -> float:
        """Type size in mm."""
        return self.line.glyphs[self.start].size * MM_PER_PT

    @property
    def baseline(self) -> float:
        """Its baseline."""
        return self.line.baseline

    @property
    def top(self) -> float:
        """Upper edge of the em box."""
        return self.baseline - ASCENT * self.size

    @property
    def bottom(self) -> float:
        """Lower edge of the em box."""
        return self.baseline + DESCENT * self.size

    @property
    def centre(self) -> float:
        """Middle of its width."""
        return (self.x0 + self.x1) / 2


class Document:
    """The lines of a measured document, to be asked for by their words."""

    def __init__(self, measured: Measured, grid: str) -> None:
        self.measured = measured
        self.grid = GRIDS[grid]
        self.body = [line for line in measured.lines if line.top < BOTTOM]

    def find(self, words: str) -> list[Part]:
        """Every place where the regular expression matches, from the first page to the last."""
        return [Part(line, *found.span()) for line in self.body for found in re.finditer(words, line.text)]

    def first(self, words: str) -> Part | None:
        """The first such place."""
        return next(iter(self.find(words)), None)

    def before(self, part: Part) -> TextLine | None:
        """The line above on the same page."""
        index = self.body.index(part.line)
        above = self.body[index - 1] if index else None
        return above if above is not None and above.page == part.line.page else None

    def rows_above(self, part: Part) -> float | None:
        """From the baseline of the line above on the page to that of `part`."""
        above = self.before(part)
        return None if above is None else part.baseline - above.baseline
