"""L249: 份号, 密级 or 紧急程度 not at the left edge."""

from __future__ import annotations

from collections.abc import Iterator

from gwformat.check import Context, Need, Problem, rule
from gwformat.check.indents import deepest_indent, is_off_left
from gwformat.check.looks import first_paragraph
from gwformat.findings import Severity
from gwformat.model import Role

_TOLERANCE = 0.3  # 字


@rule(
    "L249",
    name="head-elements-not-flush",
    clause="GB/T 9704-2012 7.2.3",
    severity=Severity.ERROR,
    needs=(Need.FORMATTING,),
)
def check(context: Context) -> Iterator[Problem]:
    """份号、密级和保密期限、紧急程度顶格编排在版心左上角。

    不合规::

        ［紧急程度］特急
        ［紧急程度 首行缩进］2字

    不合规::

        ［紧急程度］特急
        ［紧急程度 对齐］右

    合规::

        ［紧急程度］特急
    """
    for element in context.of(Role.COPY_NUMBER, Role.SECRECY, Role.URGENCY):
        look = first_paragraph(context, element)
        if look is None or look.in_table or look.in_text_box:
            continue
        left = deepest_indent(context, element, look)
        if is_off_left(look) or abs(left) > _TOLERANCE:
            yield Problem(f"{element.role}应顶格编排在版心左上角", element.whole)
