"""A document comes in; the paragraphs whose pitch makes room for the sign-off, and that pitch, go out (7.3.5.5).

“当公文排版后所剩空白处不能容下印章或签发人签名章、成文日期时，可以采取调整行距、字距的措施解决。” Whether it was so is
reckoned from where the lines stand: at the pitch of the grid the sign-off would not fit, or would stand without text.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import takewhile

from gwformat.check.context import Context
from gwformat.check.distances import last_line, own_first, stands
from gwformat.check.geometry import PlacedLine
from gwformat.check.looks import text_paragraphs
from gwformat.check.once import once
from gwformat.check.type_area import grid_of, margins_off
from gwformat.model import Role
from gwformat.profiles.schema import Grid
from gwformat.units import Emu, Mm
from gwformat.values import dataclass

_SEAL = Mm(20)  # how far a seal may come below the date it is pressed on


@dataclass(frozen=True, slots=True)
class Fitted:
    """The numbers of the elements, their pitch, and the limits within which it may be chosen."""

    elements: frozenset[int]
    pitch: Emu
    grid: Grid


@once
def fitted(context: Context) -> Fitted | None:
    """What was moved for the sign-off: the text of the last page that is full of it, from its first paragraph on."""
    text = [(element, look.line.exact) for element, look in text_paragraphs(context)]
    date = own_first(context, Role.DATE)
    signed = last_line(context, date) if date is not None else None
    pitch = text[-1][1] if text else None
    if pitch is None or not isinstance(signed, PlacedLine):
        return None
    run = [element for element, _ in takewhile(lambda pair: pair[1] == pitch, reversed(text))]
    grid = _grid(context, run[-1].first_paragraph)
    if grid is None or not grid.pitch_least <= pitch <= grid.pitch_most:
        return None
    lines = [line for element in run for stand in stands(context, element) for line in stand.lines]
    first = [line.side for stand in stands(context, run[-1]) for line in stand.lines]
    before = max((line.side for line in lines if line.side != signed.side), default=None)
    if not first or max(first) not in (signed.side, before):
        return None
    makes_room = _closer if pitch < grid.pitch else _wider
    above, here = ([line for line in lines if line.side == side] for side in (before, signed.side))
    if not makes_room(above, here, signed, pitch, grid.pitch, context.profile.imprint.last_line):
        return None
    return Fitted(frozenset(element.number for element in run), pitch, grid)


def _grid(context: Context, paragraph: int) -> Grid | None:
    """The family of margins a paragraph's page has."""
    assert context.formatting is not None and context.geometry is not None
    section = context.geometry.full_page(context.formatting.section_of(paragraph))
    return None if section.landscape or margins_off(context, section) else grid_of(context, section)


def _closer(
    above: Sequence[PlacedLine], here: Sequence[PlacedLine], signed: PlacedLine, pitch: Emu, usual: Emu, foot: Emu
) -> bool:
    """Whether the sign-off would not have its place on its page, were the lines there and on the one before wider."""
    farther = usual - pitch
    over = (max(line.bottom for line in above) + len(above) * farther - foot) / usual if above else 0
    pushed = max(0, -int(-over // 1))
    return signed.bottom + len(here) * farther + pushed * usual + _SEAL > foot


def _wider(
    above: Sequence[PlacedLine], here: Sequence[PlacedLine], signed: PlacedLine, pitch: Emu, usual: Emu, foot: Emu
) -> bool:
    """Whether the lines on the page of the sign-off would else be on that before, but not the sign-off."""
    if not above or not here:
        return False
    left = foot - max(line.bottom for line in above) + len(above) * (pitch - usual) - len(here) * usual
    return 0 <= left < signed.bottom - max(line.bottom for line in here) + _SEAL
