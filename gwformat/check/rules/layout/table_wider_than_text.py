"""L277: a table that runs out of the type area."""

from __future__ import annotations

from collections.abc import Iterator

from gwformat.check import Context, Need, Problem, rule
from gwformat.check.elements import Element
from gwformat.check.looks import here
from gwformat.findings import Severity
from gwformat.model import CarrierKind
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
    # The tables in which templates set head and imprint are no tables to the reader.
    real = {element.block.source.first for element in context.elements if _is_table(element) and element.block.source}
    for table in context.formatting.tables if context.official and real else ():
        if table.first not in real:
            continue
        section = context.formatting.section_of(table.first)
        if table.width is not None and section.columns == 1 and table.width > section.text_width + _TOLERANCE:
            measured, expected = f"{table.width.mm:.1f} mm", f"不大于{section.text_width.mm:.1f} mm"
            yield Problem("表格宽出版心", here(context, table.first), None, expected, measured)


def _is_table(element: Element) -> bool:
    return element.block.carrier is not None and element.block.carrier.kind is CarrierKind.TABLE
