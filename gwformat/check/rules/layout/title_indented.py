"""L251: an indent that shifts a centred title."""

from __future__ import annotations

from collections.abc import Iterator

from gwformat.check import Context, Need, Problem, rule
from gwformat.check.looks import characters, first_paragraph
from gwformat.findings import Fix, Property, Reformat, Safety, Severity
from gwformat.model import Align, Role

_TOLERANCE = 0.3  # 字


@rule(
    "L251",
    name="title-indented",
    clause="GB/T 9704-2012 7.3.1",
    severity=Severity.ERROR,
    fixable=Safety.SAFE,
    needs=(Need.FORMATTING,),
)
def check(context: Context) -> Iterator[Problem]:
    """标题居中排布，不设首行缩进；居中的段落再缩进就偏了。

    不合规::

        ［标题 首行缩进］2字

    合规::

        ［标题 首行缩进］0字
    """
    for element in context.of(Role.TITLE):
        look = first_paragraph(context, element)
        if look is None or look.align is not Align.CENTER:
            continue
        shift = characters(look.first_line, context, element)
        shift += characters(look.left, context, element) - characters(look.right, context, element)
        if abs(shift) > _TOLERANCE:
            steps = (Property.FIRST_LINE, Property.LEFT, Property.RIGHT)
            fix = Fix("不缩进", Safety.SAFE, tuple(Reformat(element.whole, step, "0mm") for step in steps))
            yield Problem(f"居中的段落缩进了{shift:.1f}字，不在正中", element.whole, fix, "0字", f"{shift:.1f}字")
