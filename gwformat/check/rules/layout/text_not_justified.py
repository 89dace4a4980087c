"""L213: text that is centred or set to the right."""

from __future__ import annotations

from collections.abc import Iterator

from gwformat.check import Context, Need, Problem, rule
from gwformat.check.kinds import text_looks
from gwformat.check.looks import text_paragraphs
from gwformat.findings import Property, Safety, Severity, reformatted
from gwformat.model import Align

_WRONG = (Align.CENTER, Align.RIGHT, Align.DISTRIBUTE)


@rule(
    "L213",
    name="text-not-justified",
    clause="GB/T 9704-2012 7.3.3",
    severity=Severity.WARNING,
    fixable=Safety.SAFE,
    needs=(Need.FORMATTING,),
)
def check(context: Context) -> Iterator[Problem]:
    """正文左空二字起排，两端对齐；不居中，不靠右。

    不合规::

        ［正文 对齐］中

    合规::

        ［正文 对齐］两端
    """
    if not any(look.align in _WRONG for look in text_looks(context)):
        return
    for element, look in text_paragraphs(context):
        if look.align in _WRONG:
            fix = reformatted(element.whole, Property.ALIGN, "justify")
            yield Problem("正文应两端对齐", element.whole, fix)
