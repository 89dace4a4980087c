"""L217: punctuation that may stand outside the type area."""

from __future__ import annotations

from collections.abc import Iterator

from gwformat.check import Context, Need, Problem, rule
from gwformat.check.indents import switched
from gwformat.findings import Property, Safety, Severity


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
    yield from switched(
        context, lambda look: look.overflow_punct, "允许标点溢出版心", Property.HANGING_PUNCTUATION, "off"
    )
