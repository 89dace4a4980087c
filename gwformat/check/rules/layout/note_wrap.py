"""L256: an attachment's name whose second line does not stand under its first character."""

from __future__ import annotations

from collections.abc import Iterator

from gwformat.check import Context, Need, Problem, rule
from gwformat.check.indents import first_line_indent
from gwformat.check.looks import characters, first_paragraph, in_characters
from gwformat.expressions import expression
from gwformat.findings import Severity
from gwformat.model import Role
from gwformat.text.width import is_wide

_LABEL = expression(r"\s*(?:附件：)?(?:\d+[.．])?")
_ONE_LINE, _TOLERANCE = 25, 0.6  # 字


@rule(
    "L256",
    name="note-wrap",
    clause="GB/T 9704-2012 7.3.4",
    severity=Severity.WARNING,
    needs=(Need.FORMATTING,),
)
def check(context: Context) -> Iterator[Problem]:
    """附件名称较长需回行时，应当与上一行附件名称的首字对齐。

    不合规::

        ［附件说明］附件：某某市人民政府关于进一步做好防汛抗旱和山洪灾害防御各项准备工作的实施方案
        ［附件说明 左缩进］0字
        ［附件说明 首行缩进］2字

    合规::

        ［附件］有
    """
    for element in context.of(Role.ATTACHMENT_NOTE):
        look = first_paragraph(context, element)
        if look is None or look.in_table or _columns(element.text) <= _ONE_LINE:
            continue
        left = characters(look.left, context, element)
        found = _LABEL.match(element.text)
        label = _columns(found[0]) if found else 0
        first = first_line_indent(context, element, look)
        if abs(first + label - left) > _TOLERANCE:
            message = "附件名称回行没有与上一行名称的首字对齐"
            yield Problem(message, element.whole, expected=in_characters(first + label), measured=in_characters(left))


def _columns(text: str) -> float:
    return sum(1 if is_wide(char) else 0.5 for char in text)
