"""L243: a document number that is not centred."""

from __future__ import annotations

from collections.abc import Iterator

from gwformat.check import Context, Need, Problem, rule
from gwformat.check.looks import ALIGN_NAMES, first_paragraph
from gwformat.findings import Property, Safety, Severity, reformatted
from gwformat.model import Align, Direction, Kind, Role


@rule(
    "L243",
    name="number-not-centred",
    clause="GB/T 9704-2012 7.2.5",
    severity=Severity.ERROR,
    fixable=Safety.SAFE,
    needs=(Need.FORMATTING,),
)
def check(context: Context) -> Iterator[Problem]:
    """发文字号编排在发文机关标志下空二行位置，居中排布；上行文居左空一字。

    不合规::

        ［发文字号 对齐］左

    合规::

        ［发文字号 对齐］中
    """
    if context.has(Role.SIGNER) or context.direction is Direction.UP or context.kind is not Kind.GENERAL:
        return
    for element in context.of(Role.DOC_NUMBER):
        look = first_paragraph(context, element)
        if look is not None and look.align is not Align.CENTER and not look.in_table and not look.tabs:
            fix = reformatted(element.whole, Property.ALIGN, "center")
            yield Problem("发文字号应居中", element.whole, fix, "居中", ALIGN_NAMES[look.align])
