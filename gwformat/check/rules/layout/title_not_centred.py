"""L250: a title that is not centred."""

from __future__ import annotations

from collections.abc import Iterator

from gwformat.check import Context, Need, Problem, rule
from gwformat.check.looks import ALIGN_NAMES, first_paragraph
from gwformat.findings import Property, Safety, Severity, reformatted
from gwformat.model import Align, Role


@rule(
    "L250",
    name="title-not-centred",
    clause="GB/T 9704-2012 7.3.1",
    severity=Severity.ERROR,
    fixable=Safety.SAFE,
    needs=(Need.FORMATTING,),
)
def check(context: Context) -> Iterator[Problem]:
    """标题分一行或多行居中排布。

    不合规::

        ［标题 对齐］左

    合规::

        ［标题 对齐］中
    """
    for element in context.of(Role.TITLE):
        look = first_paragraph(context, element)
        if look is not None and look.align is not Align.CENTER and not look.in_table and not look.in_text_box:
            fix = reformatted(element.whole, Property.ALIGN, "center")
            yield Problem("标题应居中", element.whole, fix, "居中", ALIGN_NAMES[look.align])
