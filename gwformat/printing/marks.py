"""Where a sheet is folded, cut, stapled and trimmed comes in; the marks that show it go out (GB/T 9704-2012 6.3)."""

from __future__ import annotations

from collections.abc import Iterator
from enum import StrEnum

from gwformat.printing.sheets import Ring, Rule, Size
from gwformat.units import Emu
from gwformat.values import dataclass


class Marks(StrEnum):
    """Which marks are drawn; the value is the one of the command line."""

    NONE = "none"
    FOLD = "fold"  # folding, cutting and stapling
    ALL = "all"  # corners and register marks too, on sheets that have room for them


@dataclass(frozen=True, slots=True)
class MarkLengths:
    """The lengths of `imposing.toml`."""

    staple_from_edge: Emu
    staple_length: Emu
    staple_from_spine: Emu
    fold: Emu
    corner: Emu
    gap: Emu
    ring: Emu
    least_margin: Emu


def fold_marks(x: Emu, top: Emu, height: Emu, lengths: MarkLengths) -> Iterator[Rule]:
    """Strokes at both ends of the line along which a sheet is folded."""
    bottom = Emu(top + height)
    yield Rule(x, top, x, Emu(top + lengths.fold))
    yield Rule(x, Emu(bottom - lengths.fold), x, bottom)


cut_marks = fold_marks
"""The same strokes where it is cut."""


def spine_staples(fold: Emu, top: Emu, height: Emu, lengths: MarkLengths) -> Iterator[Rule]:
    """Where the two staples of 骑马订 sit on the fold: their outer holes so far from the edges of the page."""
    upper, lower = Emu(top + lengths.staple_from_edge), Emu(top + height - lengths.staple_from_edge)
    yield Rule(fold, upper, fold, Emu(upper + lengths.staple_length))
    yield Rule(fold, Emu(lower - lengths.staple_length), fold, lower)


def side_staples(spine: Emu, top: Emu, height: Emu, lengths: MarkLengths) -> Iterator[Rule]:
    """Where the two staples of 平订 sit, beside the spine."""
    return spine_staples(Emu(spine + lengths.staple_from_spine), top, height, lengths)


def has_room(trim: tuple[Emu, Emu], lengths: MarkLengths) -> bool:
    """Whether a sheet is so much larger than its pages that marks can stand around them."""
    return min(trim) >= lengths.least_margin


def frame_marks(whole: Size, trim: tuple[Emu, Emu], lengths: MarkLengths) -> Iterator[Rule | Ring]:
    """Corner marks for trimming, and a ringed cross in the middle of each edge to lay the inks on each other."""
    if not has_room(trim, lengths):
        return
    left, top = trim
    right, bottom = Emu(left + whole.width), Emu(top + whole.height)
    near, far = lengths.gap, Emu(lengths.gap + lengths.corner)
    for x, outwards in ((left, -1), (right, 1)):
        for y, up in ((top, -1), (bottom, 1)):
            yield Rule(Emu(x + outwards * near), y, Emu(x + outwards * far), y)
            yield Rule(x, Emu(y + up * near), x, Emu(y + up * far))
    away = Emu(lengths.gap + 2 * lengths.ring)
    across, down = Emu(left + whole.width // 2), Emu(top + whole.height // 2)
    for x, y in (
        (across, Emu(top - away)),
        (across, Emu(bottom + away)),
        (Emu(left - away), down),
        (Emu(right + away), down),
    ):
        yield from _crossed_ring(x, y, lengths.ring)


def _crossed_ring(x: Emu, y: Emu, radius: Emu) -> Iterator[Rule | Ring]:
    reach = Emu(radius * 3 // 2)
    yield Ring(x, y, radius)
    yield Rule(Emu(x - reach), y, Emu(x + reach), y)
    yield Rule(x, Emu(y - reach), x, Emu(y + reach))
