"""A section comes in; whether its margins are wrong, and in which type area to reckon its lines, goes out."""

from __future__ import annotations

from gwformat.check.context import Context
from gwformat.check.once import once
from gwformat.ooxml.effective import SectionLook
from gwformat.units import Emu, Mm

_TOLERANCE = Mm(1)


def margins_off(context: Context, section: SectionLook) -> bool:
    """Whether the margins are more than 1 mm from every family the standard allows (5.2.1)."""
    known, sides = _judged(context), (section.top, section.right, section.bottom, section.left)
    if sides not in known:
        known[sides] = _are_off(context, sides)
    return known[sides]


@once
def _judged(context: Context) -> dict[tuple[Emu, ...], bool]:
    """The margins that rules have asked of so far; most sections have the same."""
    return {}


def _are_off(context: Context, sides: tuple[Emu, ...]) -> bool:
    families = ((grid.top, grid.right, grid.bottom, grid.left) for grid in context.profile.grids.values())
    return all(max(abs(a - b) for a, b in zip(sides, f, strict=True)) > _TOLERANCE for f in families)


def type_area(context: Context, section: SectionLook) -> tuple[Emu, Emu]:
    """Width and height of the type area a section has, or will have once its margins are set right.

    Wrong margins have a rule of their own: a pitch that fills the wrong page would be wrong on the right one.
    """
    if not margins_off(context, section):
        return section.text_width, section.text_height
    paper, grid = context.profile.paper, context.profile.grids[context.profile.default_grid]
    return Emu(paper.width - grid.left - grid.right), Emu(paper.height - grid.top - grid.bottom)
