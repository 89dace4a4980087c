"""L277: a table that runs out of the type area."""

from __future__ import annotations

from collections.abc import Iterator

from gwformat.check import Context, Need, Problem, rule
from gwformat.check.elements import Element
from gwformat.check.looks import here
from gwformat.findings import Severity
from gwformat.model import CarrierKind
from gwformat.ooxml.effective import TableLook
from gwformat.units import Emu, Mm

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
    wide = [table for table in context.formatting.tables if _excess(context, table) > _TOLERANCE]
    for table in wide if context.official else ():
        # The tables in which templates set head and imprint are no tables to the reader.
        if any(_is_table(one) and one.first_paragraph == table.first for one in context.elements):
            section = context.formatting.section_of(table.first)
            measured = f"{(table.width or Emu(0)).mm:.1f} mm"
            expected = f"不大于{section.text_width.mm:.1f} mm"
            yield Problem("表格宽出版心", here(context, table.first), None, expected, measured)


def _excess(context: Context, table: TableLook) -> Emu:
    """How much wider than the text a table is; less than nothing where its width is not said, or in columns."""
    assert context.formatting is not None
    section = context.formatting.section_of(table.first)
    return Emu(table.width - section.text_width) if table.width is not None and section.columns == 1 else Emu(-1)


def _is_table(element: Element) -> bool:
    return element.block.carrier is not None and element.block.carrier.kind is CarrierKind.TABLE
