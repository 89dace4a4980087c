"""L281: an attachment's title that is not centred."""

from __future__ import annotations

from collections.abc import Iterator

from gwformat.check import Context, Need, Problem, rule
from gwformat.check.looks import ALIGN_NAMES, first_paragraph
from gwformat.findings import Property, Safety, Severity, reformatted
from gwformat.model import Align, Role


@rule(
    "L281",
    name="attachment-title-not-centred",
    clause="GB/T 9704-2012 7.3.7",
    severity=Severity.ERROR,
    fixable=Safety.SAFE,
    needs=(Need.FORMATTING,),
)
def check(context: Context) -> Iterator[Problem]:
    """附件标题居中编排在版心第三行。

    不合规::

        ［附件］有
        ［附件标题 对齐］左

    合规::

        ［附件］有
    """
    for element in context.of(Role.ATTACHMENT_TITLE):
        look = first_paragraph(context, element)
        if look is not None and look.align is not Align.CENTER and not look.in_table and not look.in_text_box:
            fix = reformatted(element.whole, Property.ALIGN, "center")
            yield Problem("附件标题应居中", element.whole, fix, "居中", ALIGN_NAMES[look.align])
