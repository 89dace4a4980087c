"""Sheets of paper as values: which source page lies where on each side, and the marks for folding, stapling, cutting.

All places are measured from the upper left corner of the side, as on `layout.Pages`.
"""

from __future__ import annotations

from gwformat.units import Emu, Mm
from gwformat.values import dataclass

_ZERO = Emu(0)


@dataclass(frozen=True, slots=True)
class Size:
    """Width and height of a page or a sheet."""

    width: Emu
    height: Emu

    @property
    def edges(self) -> tuple[Emu, Emu]:
        """Both lengths, the width first."""
        return self.width, self.height


A4 = Size(Mm(210), Mm(297))


@dataclass(frozen=True, slots=True)
class Placement:
    """A source page (0-based) on a side: the corner of the room it gets, that room, and how far it is turned."""

    page: int
    x: Emu
    y: Emu
    room: Size
    turn: int = 0  # degrees counterclockwise; a multiple of 90


@dataclass(frozen=True, slots=True)
class Rule:
    """A mark drawn as a straight line."""

    x1: Emu
    y1: Emu
    x2: Emu
    y2: Emu


@dataclass(frozen=True, slots=True)
class Ring:
    """A mark drawn as a circle, given by its middle."""

    x: Emu
    y: Emu
    radius: Emu


@dataclass(frozen=True, slots=True)
class Side:
    """One side of a sheet; `trim` is the corner of what is left of it after trimming, all round the same."""

    size: Size
    placements: tuple[Placement, ...] = ()
    marks: tuple[Rule | Ring, ...] = ()
    trim: tuple[Emu, Emu] = (_ZERO, _ZERO)


def plain_side(size: Size, page: int) -> Side:
    """A side that shows one page as it is."""
    return Side(size, (Placement(page, _ZERO, _ZERO, size),))
