"""L277: a table that runs out of the type area."""

from __future__ import annotations

from collections.abc import Iterator

from gwformat.check import Context, Need, Problem, rule
from gwformat.check.looks import here
from gwformat.findings import Severity
from gwformat.units import Mm

_TOLERANCE = Mm(5)  # cells are often drawn out so that their words stand at the margin


@rule(
    "L277",
    name="table-wider-than-text",
    clause="GB/T 9704-2012 5.2.1",
    severity=Severity.WARNING,
    needs=(Need.FORMATTING,),
)
def check(context: Context) -> Iterator[Problem]:
    """表格不超出版心的宽度；排不下的，另用横排的页。

    不合规::

        ［表格］区,泵站座数;东区,7;西区,5
        ［表格 宽度］180毫米

    合规::

        ［表格］区,泵站座数;东区,7;西区,5
        ［表格 宽度］156毫米
    """
    assert context.formatting is not None
    for table in context.formatting.tables if context.official else ():
        section = context.formatting.section_of(table.first)
        if table.width is not None and section.columns == 1 and table.width > section.text_width + _TOLERANCE:
            measured, expected = f"{table.width.mm:.1f} mm", f"不大于{section.text_width.mm:.1f} mm"
            yield Problem("表格宽出版心", here(context, table.first), None, expected, measured)
