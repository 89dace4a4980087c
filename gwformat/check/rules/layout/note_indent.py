"""L255: an attachment note that does not begin two characters in."""

from __future__ import annotations

from collections.abc import Iterator

from gwformat.check import Context, Need, Problem, rule
from gwformat.check.indents import blanks_before, first_line_indent
from gwformat.check.looks import first_paragraph, in_characters
from gwformat.findings import Severity
from gwformat.model import Role

_WANTED, _TOLERANCE = 2, 0.4  # 字


@rule(
    "L255",
    name="note-indent",
    clause="GB/T 9704-2012 7.3.4",
    severity=Severity.ERROR,
    needs=(Need.FORMATTING,),
)
def check(context: Context) -> Iterator[Problem]:
    """附件说明在正文下空一行左空二字编排“附件”二字。

    不合规::

        ［附件］有
        ［附件说明 左缩进］0字
        ［附件说明 首行缩进］0字

    合规::

        ［附件］有
    """
    for element in context.of(Role.ATTACHMENT_NOTE):
        look = first_paragraph(context, element)
        if look is None or look.in_table or not element.text.lstrip().startswith("附件"):
            continue
        left = first_line_indent(context, element, look) + blanks_before(element)
        if abs(left - _WANTED) > _TOLERANCE:
            yield Problem(
                f"附件说明左空{in_characters(left)}，应为二字",
                element.whole,
                expected="2字",
                measured=in_characters(left),
            )
