"""L310: a print date in a cell of its own that does not stand at the right."""

from __future__ import annotations

from collections.abc import Iterator

from gwformat.check import Context, Need, Problem, rule
from gwformat.check.looks import ALIGN_NAMES, characters, first_paragraph
from gwformat.findings import Property, Safety, Severity, reformatted
from gwformat.model import Align, Role


@rule(
    "L310",
    name="print-date-not-right",
    clause="GB/T 9704-2012 7.4.3",
    severity=Severity.WARNING,
    fixable=Safety.SAFE,
    needs=(Need.FORMATTING,),
)
def check(context: Context) -> Iterator[Problem]:
    """印发日期右空一字，与印发机关同在一行。

    不合规::

        ［印发日期 对齐］左

    合规::

        ［印发日期 对齐］右
    """
    printers = {printer.first_paragraph for printer in context.of(Role.PRINTER)}
    for date in context.of(Role.PRINT_DATE):
        look = first_paragraph(context, date)
        if look is None or not look.in_table or date.first_paragraph in printers or date.text != date.text.lstrip():
            continue
        moved = characters(look.left, context, date) + characters(look.first_line, context, date)
        if look.align in (Align.LEFT, Align.CENTER) and not look.tabs and moved <= 1:
            fix = reformatted(date.whole, Property.ALIGN, "right")
            yield Problem("印发日期应居右空一字", date.whole, fix, "居右", ALIGN_NAMES[look.align])
