"""T510: dots that are no ellipsis."""

from __future__ import annotations

from collections.abc import Iterator

from gwformat.check import Context, Problem, rule
from gwformat.findings import Safety, Severity
from gwformat.text.punctuation import ellipses


@rule(
    "T510",
    name="ellipsis-form",
    clause="GB/T 15834-2011 4.11",
    severity=Severity.WARNING,
    fixable=Safety.SAFE,
)
def check(context: Context) -> Iterator[Problem]:
    """省略号的形式为六个连点“……”，占两个字的位置。

    不合规::

        编织袋、救生衣、照明设备...由市局配发。

    不合规::

        编织袋、救生衣、照明设备。。。

    合规::

        编织袋、救生衣、照明设备……由市局配发。网址为http://www.example.com/a...b。
    """
    prose = context.prose
    if not prose.holds("…", "·", "...", "。。。"):
        return
    for hit, new in prose.edits(ellipses(prose.text)):
        yield hit.instead(new, Safety.SAFE)
