"""L301: the number of a letter that is not at the right edge."""

from __future__ import annotations

from collections.abc import Iterator

from gwformat.check import Context, Need, Problem, rule
from gwformat.check.looks import ALIGN_NAMES, first_paragraph
from gwformat.findings import Property, Safety, Severity, reformatted
from gwformat.model import Align, Kind, Role


@rule(
    "L301",
    name="letter-number-not-right",
    clause="GB/T 9704-2012 10.1",
    severity=Severity.ERROR,
    fixable=Safety.SAFE,
    needs=(Need.FORMATTING,),
)
def check(context: Context) -> Iterator[Problem]:
    """信函格式的发文字号顶格居版心右边缘，编排在第一条红色双线下。

    不合规::

        ［文种］函
        ［发文机关标志］某某市水务局
        ［发文字号 对齐］中

    合规::

        ［文种］函
        ［发文机关标志］某某市水务局
        ［发文字号 对齐］右
    """
    for element in context.own(Role.DOC_NUMBER) if context.kind is Kind.LETTER else ():
        look = first_paragraph(context, element)
        if look is None or look.in_table or look.in_text_box or look.frame is not None or look.tabs:
            continue
        if look.align is Align.CENTER:
            fix = reformatted(element.whole, Property.ALIGN, "right")
            yield Problem("信函的发文字号应顶格居右", element.whole, fix, "居右", ALIGN_NAMES[look.align])
