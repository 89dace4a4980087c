"""T652: 时速80公里/小时."""

from __future__ import annotations

from collections.abc import Iterator

from gwformat.check import Context, Problem, rule
from gwformat.expressions import expression
from gwformat.findings import Safety, Severity

_TWICE = expression(r"时速[^，。；\n\d]{0,8}\d+(?:\.\d+)?(?:公里|千米|km|KM)(?P<again>(?:/|每)(?:小时|时|h))")


@rule(
    "T652",
    name="speed-said-twice",
    clause="条例 第十九条",
    severity=Severity.INFO,
    fixable=Safety.REVIEW,
)
def check(context: Context) -> Iterator[Problem]:
    """“时速”就是每小时的路程，后面的单位不再写“每小时”。

    不合规::

        设计时速为80公里/小时。

    合规::

        设计时速为80公里，限速80公里/小时。
    """
    for hit in context.prose.find(_TWICE, ("时速",)):
        yield hit.part("again").problem(f"“{hit.words}”：“时速”与“{hit['again']}”重复", "", Safety.REVIEW)
