"""L210: text that does not begin two characters in."""

from __future__ import annotations

from collections.abc import Iterator

from gwformat.check import Context, Need, Problem, rule
from gwformat.check.looks import characters, in_characters, text_paragraphs
from gwformat.findings import Fix, Property, Reformat, Safety, Severity, reformatted
from gwformat.model import Align

_WANTED, _TOLERANCE = 2, 0.3  # 字


@rule(
    "L210",
    name="first-line-indent",
    clause="GB/T 9704-2012 7.3.3",
    severity=Severity.ERROR,
    fixable=Safety.SAFE,
    needs=(Need.FORMATTING,),
)
def check(context: Context) -> Iterator[Problem]:
    """正文每个自然段左空二字，回行顶格。

    不合规::

        ［正文 首行缩进］0字

    不合规::

        ［正文 首行缩进］4字

    合规::

        ［正文 首行缩进］2字

    合规::

        ［正文 左缩进］2字
    """
    for element, look in text_paragraphs(context):
        first, left = (characters(length, context, element) for length in (look.first_line, look.left))
        count = first + left
        if abs(count - _WANTED) <= _TOLERANCE:
            continue
        typed = len(element.text) - len(element.text.lstrip("\u3000 "))
        moved = left > 0 and abs(first - _WANTED) <= _TOLERANCE  # the whole paragraph: another rule says so
        if look.align in (Align.CENTER, Align.RIGHT) or typed or moved:
            continue
        fix = reformatted(element.whole, Property.FIRST_LINE, "2字")
        if left < 0:  # the whole paragraph stands out to the left: no other rule says so
            fix = Fix(fix.text, fix.safety, (*fix.steps, Reformat(element.whole, Property.LEFT, "0mm")))
        yield Problem(f"首行左空{in_characters(count)}，应为二字", element.whole, fix, "2字", in_characters(count))
