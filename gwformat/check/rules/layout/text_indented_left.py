"""L212: continuation lines that do not begin at the margin."""

from __future__ import annotations

from collections.abc import Iterator

from gwformat.check import Context, Need, Problem, rule
from gwformat.check.indents import is_off_left
from gwformat.check.kinds import text_looks
from gwformat.check.looks import characters, in_characters, text_paragraphs
from gwformat.findings import Property, Safety, Severity, reformatted

_TOLERANCE = 0.3  # 字


@rule(
    "L212",
    name="text-indented-left",
    clause="GB/T 9704-2012 7.3.3",
    severity=Severity.ERROR,
    fixable=Safety.SAFE,
    needs=(Need.FORMATTING,),
)
def check(context: Context) -> Iterator[Problem]:
    """正文回行顶格。

    不合规::

        ［正文 左缩进］2字

    合规::

        ［正文 左缩进］0字
    """
    if not any(look.left.emu > 0 or (look.left.count or 0) > 0 for look in text_looks(context)):
        return
    for element, look in text_paragraphs(context):
        left = characters(look.left, context, element)
        if left > _TOLERANCE and not is_off_left(look):
            fix = reformatted(element.whole, Property.LEFT, "0mm")
            yield Problem(f"回行左空{in_characters(left)}，应顶格", element.whole, fix, "0字", in_characters(left))
