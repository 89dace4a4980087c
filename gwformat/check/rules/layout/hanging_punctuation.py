"""L217: punctuation that may stand outside the type area."""

from __future__ import annotations

from collections.abc import Iterator

from gwformat.check import Context, Need, Problem, rule
from gwformat.check.looks import text_paragraphs
from gwformat.findings import Property, Safety, Severity, reformatted


@rule(
    "L217",
    name="hanging-punctuation",
    clause="GB/T 9704-2012 5.2.1",
    severity=Severity.INFO,
    fixable=Safety.SAFE,
    needs=(Need.FORMATTING,),
)
def check(context: Context) -> Iterator[Problem]:
    """标点悬挂在版心之外，版心就不再是156 mm；应关闭“允许标点溢出边界”。

    不合规::

        ［正文 标点悬挂］有

    合规::

        ［正文 标点悬挂］无
    """
    for element, look in text_paragraphs(context):
        if look.overflow_punct:
            fix = reformatted(element.whole, Property.HANGING_PUNCTUATION, "off")
            yield Problem("允许标点溢出版心", element.whole, fix)
