"""L296: page numbers at another height than 7 mm below the type area."""

from __future__ import annotations

from collections.abc import Iterator

from gwformat.check import Context, Measured, Need, Problem, rule
from gwformat.check.numbers import page_numbers
from gwformat.findings import Severity
from gwformat.units import Emu, Mm

_TOLERANCE, _UNSURE = Mm(1), Mm(4)


@rule(
    "L296",
    name="page-number-height",
    clause="GB/T 9704-2012 7.5",
    severity=Severity.ERROR,
    needs=(Need.FORMATTING,),
)
def check(context: Context) -> Iterator[Problem | Measured]:
    """页码编排在版心下边缘之下，一字线上距版心下边缘7 mm（距纸下边28 mm）。

    由页脚距和页码行的固定行距算出一字线的中心；行距不固定时算不准，记为未核实。

    不合规::

        ［页面 页脚距］15毫米

    合规::

        ［页面 页脚距］25.5毫米
    """
    assert context.formatting is not None
    wanted = context.profile.paper.height - context.profile.page_number.dash_y
    upright = [section for section in context.formatting.sections if not section.landscape]
    if not upright:
        if any(page_numbers(context)):
            yield Problem("全文都是横排的页，页码的高度没有核实", severity=Severity.UNVERIFIED)
        return
    below = {part: section.footer for section in reversed(upright) for part in section.footers.values()}
    for number in page_numbers(context):
        pitch = number.paragraph.line.exact
        if number.in_header or number.paragraph.frame is not None or number.where.part not in below:
            continue
        if number.box is not None:
            yield Problem("页码在文本框里，高度没有核实", number.where, severity=Severity.UNVERIFIED)
            continue
        centre = Emu(below[number.where.part] + (number.below or 0) + (pitch or number.look.size) // 2)
        measured, expected = f"{centre.mm:.1f} mm", f"{Emu(wanted).mm:.1f} mm"
        if number.below is None or (pitch is None and abs(centre - wanted) <= _UNSURE):
            message = "页码行的行距不是固定值，高度随字体变，没有核实"
            yield Problem(message, number.where, expected=expected, severity=Severity.UNVERIFIED)
        elif abs(centre - wanted) > _TOLERANCE:
            message = f"一字线距纸下边{measured}，应为{expected}"
            yield Problem(message, number.where, expected=expected, measured=measured)
        else:
            yield Measured("一字线距纸下边", expected, measured)
