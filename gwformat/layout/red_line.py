"""Where the middle of a red line stands comes in; what is drawn of it goes out (7.2.7, 10.1)."""

from __future__ import annotations

from collections.abc import Iterator

from gwformat.layout.boxes import Stroke
from gwformat.layout.sheet import Sheet
from gwformat.profiles.schema import LineForm
from gwformat.setting.red_line import bordered, stripes
from gwformat.setting.setting import Setting
from gwformat.units import Emu


def red_line(y: Emu, form: LineForm, setting: Setting, sheet: Sheet) -> Iterator[Stroke]:
    """One stroke, or two of different weights; `y` is measured from the sheet's top."""
    spec, indents = setting.profile.head, bordered(setting)
    x, width = Emu(sheet.left + indents.left), Emu(sheet.text_width - indents.left - indents.right)
    for stripe in stripes(spec.line_weight, form):
        yield Stroke(x, Emu(y + stripe.shift), width, stripe.weight, spec.line_color)


def foot_line(setting: Setting, sheet: Sheet) -> tuple[Stroke, ...]:
    """The line at the foot of the first page, if this format has one."""
    first = setting.profile.first_page
    return () if first is None else tuple(red_line(first.line_y, first.line_form, setting, sheet))
