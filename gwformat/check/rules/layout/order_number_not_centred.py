"""L302: the number of an order that is not centred."""

from __future__ import annotations

from collections.abc import Iterator

from gwformat.check import Context, Need, Problem, rule
from gwformat.check.looks import ALIGN_NAMES, first_paragraph
from gwformat.findings import Property, Safety, Severity, reformatted
from gwformat.model import Align, Kind, Role


@rule(
    "L302",
    name="order-number-not-centred",
    clause="GB/T 9704-2012 10.2",
    severity=Severity.ERROR,
    fixable=Safety.SAFE,
    needs=(Need.FORMATTING,),
)
def check(context: Context) -> Iterator[Problem]:
    """命令（令）的令号在发文机关标志下空二行居中编排。

    不合规::

        ［文种］命令
        ［令号 对齐］左

    合规::

        ［文种］命令
        ［令号 对齐］中
    """
    for element in context.own(Role.ORDER_NUMBER) if context.kind is Kind.ORDER else ():
        look = first_paragraph(context, element)
        if look is None or look.in_table or look.in_text_box or look.tabs or element.text[:1].isspace():
            continue
        if look.align is not Align.CENTER:
            fix = reformatted(element.whole, Property.ALIGN, "center")
            yield Problem("令号应居中", element.whole, fix, "居中", ALIGN_NAMES[look.align])
