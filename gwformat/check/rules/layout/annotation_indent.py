"""L257: an annotation that does not begin two characters in."""

from __future__ import annotations

from collections.abc import Iterator

from gwformat.check import Context, Need, Problem, rule
from gwformat.check.indents import blanks_before, deepest_indent, is_off_left
from gwformat.check.looks import first_paragraph, in_characters
from gwformat.findings import Property, Safety, Severity, reformatted
from gwformat.model import Role

_WANTED, _TOLERANCE = 2, 0.4  # 字


@rule(
    "L257",
    name="annotation-indent",
    clause="GB/T 9704-2012 7.3.6",
    severity=Severity.ERROR,
    fixable=Safety.SAFE,
    needs=(Need.FORMATTING,),
)
def check(context: Context) -> Iterator[Problem]:
    """附注居左空二字加圆括号编排在成文日期下一行。

    不合规::

        ［附注］（此件公开发布）
        ［附注 首行缩进］0字

    合规::

        ［附注］（此件公开发布）
    """
    for element in context.of(Role.ANNOTATION):
        look = first_paragraph(context, element)
        if look is None or look.in_table:
            continue
        left = deepest_indent(context, element, look) + blanks_before(element)
        if is_off_left(look) or abs(left - _WANTED) > _TOLERANCE:
            fix = reformatted(element.whole, Property.FIRST_LINE, "2字")
            yield Problem(f"附注左空{in_characters(left)}，应为二字", element.whole, fix, "2字", in_characters(left))
