"""L288: an imprint that is not one character in."""

from __future__ import annotations

from collections.abc import Iterator

from gwformat.check import Context, Need, Problem, rule
from gwformat.check.indents import blanks_before, first_line_indent
from gwformat.check.looks import first_paragraph, in_characters
from gwformat.findings import Severity
from gwformat.model import Role

_WANTED, _TOLERANCE = 1, 0.3  # 字


@rule(
    "L288",
    name="imprint-indent",
    clause="GB/T 9704-2012 7.4.2",
    severity=Severity.ERROR,
    needs=(Need.FORMATTING,),
)
def check(context: Context) -> Iterator[Problem]:
    """抄送机关左右各空一字编排；印发机关左空一字，印发日期右空一字。

    不合规::

        ［印发机关 左缩进］0字

    合规::

        ［印发机关］某某市人民政府办公室
    """
    for element in context.of(Role.COPY_TO, Role.PRINTER):
        look = first_paragraph(context, element)
        if look is None:
            continue
        left = first_line_indent(context, element, look) + blanks_before(element)
        if abs(left - _WANTED) > _TOLERANCE:
            message = f"{element.role}左空{in_characters(left)}，应为一字"
            yield Problem(message, element.whole, expected="1字", measured=in_characters(left))
