"""T548: a space between a number and its percent sign."""

from __future__ import annotations

from collections.abc import Iterator

from gwformat.check import Context, Problem, rule
from gwformat.expressions import expression
from gwformat.findings import Safety, Severity

_WIDE = expression("(?<=[0-9])％")
_SPACE = expression("(?<=[0-9])(?P<gap>[ \u00a0\u3000]+)(?=[%％‰])")


@rule(
    "T548",
    name="space-before-percent",
    clause="GB/T 15835-2011 5.1.1",
    severity=Severity.INFO,
    fixable=Safety.SAFE,
    from_memory=True,
)
def check(context: Context) -> Iterator[Problem]:
    """百分号紧接在数字后面，中间不空格，用半角的“%”。

    不合规::

        完成率为95 %。

    不合规::

        完成率为95％。

    合规::

        完成率为95%。
    """
    for hit in context.prose.find(_WIDE, "％"):
        yield hit.instead("%", Safety.SAFE)
    for hit in context.prose.find(_SPACE, " \u00a0\u3000"):
        yield hit.problem("数字与百分号之间不空格", "", Safety.SAFE)
