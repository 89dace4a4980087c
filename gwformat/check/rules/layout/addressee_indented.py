"""L254: an addressee that is not flush left."""

from __future__ import annotations

from collections.abc import Iterator

from gwformat.check import Context, Need, Problem, rule
from gwformat.check.indents import deepest_indent, is_off_left
from gwformat.check.looks import first_paragraph
from gwformat.findings import Fix, Property, Reformat, Safety, Severity
from gwformat.model import Role

_TOLERANCE = 0.3  # 字


@rule(
    "L254",
    name="addressee-indented",
    clause="GB/T 9704-2012 7.3.2",
    severity=Severity.ERROR,
    fixable=Safety.SAFE,
    needs=(Need.FORMATTING,),
)
def check(context: Context) -> Iterator[Problem]:
    """主送机关居左顶格，回行时仍顶格。

    不合规::

        ［主送机关 首行缩进］2字

    不合规::

        ［主送机关 对齐］中

    合规::

        ［主送机关 首行缩进］0字
    """
    for element in context.of(Role.ADDRESSEE):
        look = first_paragraph(context, element)
        if look is None or look.in_table:
            continue
        left = deepest_indent(context, element, look)
        if is_off_left(look) or left > _TOLERANCE:
            steps = ((Property.ALIGN, "justify"), (Property.FIRST_LINE, "0mm"), (Property.LEFT, "0mm"))
            fix = Fix("顶格", Safety.SAFE, tuple(Reformat(element.whole, *step) for step in steps))
            yield Problem("主送机关应居左顶格", element.whole, fix)
