"""L244: the number of a document for a superior not set to the left."""

from __future__ import annotations

from collections.abc import Iterator

from gwformat.check import Context, Need, Problem, rule
from gwformat.check.indents import first_line_indent, is_off_left, typed_before
from gwformat.check.looks import ALIGN_NAMES, first_paragraph, in_characters
from gwformat.findings import Severity
from gwformat.model import Direction, Role

_WANTED, _TOLERANCE = 1, 0.3  # 字


@rule(
    "L244",
    name="upward-number-not-left",
    clause="GB/T 9704-2012 7.2.5",
    severity=Severity.ERROR,
    needs=(Need.FORMATTING,),
)
def check(context: Context) -> Iterator[Problem]:
    """上行文的发文字号居左空一字编排，与最后一个签发人姓名处在同一行。

    不合规::

        ［文种］请示
        ［发文字号 左缩进］0字

    合规::

        ［文种］请示

    合规::

        ［文种］请示
        ［发文字号］　某水请〔2026〕12号
        ［发文字号 左缩进］0字
    """
    if not context.has(Role.SIGNER) or context.direction is Direction.DOWN:
        return  # a signer in a document for inferiors is a fault of its own
    for element in context.of(Role.DOC_NUMBER):
        look = first_paragraph(context, element)
        if look is None:
            continue
        left = first_line_indent(context, element, look) + typed_before(context, element)
        if is_off_left(look) or abs(left - _WANTED) > _TOLERANCE:
            measured = ALIGN_NAMES[look.align] if is_off_left(look) else f"空{in_characters(left)}"
            # Where a cell begins, its table decides.
            severity = Severity.WARNING if look.in_table else None
            message = "上行文的发文字号应居左空一字"
            yield Problem(message, element.whole, expected="居左空1字", measured=measured, severity=severity)
