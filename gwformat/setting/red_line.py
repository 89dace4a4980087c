"""The red lines of head and foot: a setting comes in; their parts, their breadth and their distances go out."""

from __future__ import annotations

from collections.abc import Iterator

from gwformat.profiles.schema import LineForm
from gwformat.setting.paragraph import Indents
from gwformat.setting.setting import Setting
from gwformat.units import Emu, Pt
from gwformat.values import dataclass

THIN = Pt(0.75)
"""The thin one of two lines and the gap between them, as word processors draw 粗细线."""

_FARTHEST = Pt(31)  # what a border of a paragraph can say


@dataclass(frozen=True, slots=True)
class Stripe:
    """One of the lines drawn: how far its middle is below that of the whole, and its weight."""

    shift: Emu
    weight: Emu


def stripes(weight: Emu, form: LineForm) -> Iterator[Stripe]:
    """What is drawn for a line of `weight`, from the top down."""
    if form is LineForm.SINGLE:
        yield Stripe(Emu(0), weight)
        return
    thick, thin = Emu(weight - 2 * THIN), THIN
    up, down = Emu((thick - weight) // 2), Emu((weight - thin) // 2)
    if form is LineForm.THICK_THIN:
        yield from (Stripe(up, thick), Stripe(down, thin))
    else:
        yield from (Stripe(Emu(-down), thin), Stripe(Emu(-up), thick))


def bordered(setting: Setting) -> Indents:
    """The indents of a paragraph whose border the line is: they are negative where it is wider than the text area."""
    width = setting.profile.head.line_width
    if width is None:
        return Indents()
    side = (setting.profile.paper.width - width) // 2
    return Indents(left=Emu(side - setting.grid.left), right=Emu(side - setting.grid.right))


def rule_distance(setting: Setting) -> Emu:
    """From the lower edge of what stands above to the upper edge of the line, whose middle is 4 mm away (7.2.7).

    Borders keep their distance in whole points; rounding down makes up for what LibreOffice leaves below a line.
    """
    head = setting.profile.head
    return Pt(int(min(Emu(head.line_gap - head.line_weight // 2), _FARTHEST).pt))
