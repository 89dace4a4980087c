"""A section comes in; whether its margins are wrong, which ones are right, and its type area with them go out."""

from __future__ import annotations

from collections import Counter

from gwformat.check.context import Context
from gwformat.check.looks import text_paragraphs
from gwformat.check.once import once
from gwformat.ooxml.effective import SectionLook
from gwformat.profiles.schema import Grid
from gwformat.units import Emu, Mm

_TOLERANCE = Mm(1)


def margins_off(context: Context, section: SectionLook) -> bool:
    """Whether the margins are more than 1 mm from every family the standard allows (5.2.1)."""
    return _are_off(context, _margins(section))


def grid_of(context: Context, section: SectionLook) -> Grid:
    """The family of margins a section has, or is to have: that of which it has most, then that whose pitch it has."""
    return _nearest(context, _margins(section))


def _margins(page: SectionLook | Grid) -> tuple[Emu, ...]:
    return page.top, page.right, page.bottom, page.left


@once
def _are_off(context: Context, said: tuple[Emu, ...]) -> bool:
    families = map(_margins, context.profile.grids.values())
    return all(max(abs(a - b) for a, b in zip(said, f, strict=True)) > _TOLERANCE for f in families)


@once
def _nearest(context: Context, said: tuple[Emu, ...]) -> Grid:
    grids, own = context.profile.grids, context.profile.grids[context.profile.default_grid]
    usual = _usual_pitch(context)

    def farness(grid: Grid) -> tuple[int, Emu, bool]:
        off = sum(abs(a - b) > _TOLERANCE for a, b in zip(said, _margins(grid), strict=True))
        return off, Emu(abs(grid.pitch - usual) if usual else 0), grid is not own

    return min(grids.values(), key=farness)


@once
def _usual_pitch(context: Context) -> Emu | None:
    """The exact pitch that most of the text has."""
    weights: Counter[Emu] = Counter()
    for element, look in text_paragraphs(context):
        if look.line.exact:
            weights[look.line.exact] += len(element.text)
    return max(weights, key=lambda pitch: weights[pitch], default=None)


def type_area(context: Context, section: SectionLook) -> tuple[Emu, Emu]:
    """Width and height of the type area a section has, or will have once its paper and its margins are set right.

    They and the gutter have rules of their own: a pitch that fills the wrong page would be wrong on the right one.
    """
    paper, grid = context.profile.paper, grid_of(context, section)
    on_paper = abs(section.width - paper.width) <= _TOLERANCE and abs(section.height - paper.height) <= _TOLERANCE
    if not margins_off(context, section) and (on_paper or section.landscape):
        return Emu(section.text_width + section.gutter), section.text_height
    return Emu(paper.width - grid.left - grid.right), Emu(paper.height - grid.top - grid.bottom)
