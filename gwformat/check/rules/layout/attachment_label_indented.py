"""L282: an attachment label that is not flush left."""

from __future__ import annotations

from collections.abc import Iterator

from gwformat.check import Context, Need, Problem, rule
from gwformat.check.indents import deepest_indent, is_off_left
from gwformat.check.looks import first_paragraph
from gwformat.findings import Severity
from gwformat.model import Role

_TOLERANCE = 0.3  # 字


@rule(
    "L282",
    name="attachment-label-indented",
    clause="GB/T 9704-2012 7.3.7",
    severity=Severity.ERROR,
    needs=(Need.FORMATTING,),
)
def check(context: Context) -> Iterator[Problem]:
    """“附件”二字及附件顺序号顶格编排在版心左上角第一行。

    不合规::

        ［附件］有
        ［附件序号 首行缩进］2字

    不合规::

        ［附件］有
        ［附件序号 对齐］中

    合规::

        ［附件］有
    """
    for element in context.of(Role.ATTACHMENT_LABEL):
        look = first_paragraph(context, element)
        if look is None or look.in_table:
            continue
        left = deepest_indent(context, element, look)
        if is_off_left(look) or left > _TOLERANCE:
            yield Problem("“附件”二字及顺序号应顶格", element.whole)
