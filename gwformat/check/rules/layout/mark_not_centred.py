"""L240: an issuer mark that is not centred."""

from __future__ import annotations

from collections.abc import Iterator

from gwformat.check import Context, Need, Problem, rule
from gwformat.check.looks import ALIGN_NAMES, first_paragraph
from gwformat.findings import Property, Safety, Severity, reformatted
from gwformat.model import Align, Role


@rule(
    "L240",
    name="mark-not-centred",
    clause="GB/T 9704-2012 7.2.4",
    severity=Severity.ERROR,
    fixable=Safety.SAFE,
    needs=(Need.FORMATTING,),
)
def check(context: Context) -> Iterator[Problem]:
    """发文机关标志居中排布。

    不合规::

        ［发文机关标志 对齐］左

    合规::

        ［发文机关标志 对齐］中
    """
    for element in context.of(Role.ISSUER_MARK):
        look = first_paragraph(context, element)
        if look is not None and look.align is not Align.CENTER and not look.in_table and not look.in_text_box:
            fix = reformatted(element.whole, Property.ALIGN, "center")
            yield Problem("发文机关标志应居中", element.whole, fix, "居中", ALIGN_NAMES[look.align])
