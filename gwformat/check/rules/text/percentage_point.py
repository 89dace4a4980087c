"""T662: 增长8.5百分点."""

from __future__ import annotations

from collections.abc import Iterator

from gwformat.check import Context, Problem, rule
from gwformat.expressions import expression
from gwformat.findings import Safety, Severity

_WRONG = expression(r"(?<=\d)(?:个?百分比(?=[，。；、）])|百分点)")


@rule(
    "T662",
    name="percentage-point",
    clause="惯例",
    severity=Severity.WARNING,
    fixable=Safety.REVIEW,
    from_memory=True,
)
def check(context: Context) -> Iterator[Problem]:
    """两个百分数的差，写作“几个百分点”。

    不合规::

        增速比上年提高1.5百分点，回落0.3个百分比。

    合规::

        增速比上年提高1.5个百分点，占全部的百分比为8%。
    """
    for hit in context.prose.find(_WRONG, ("百分点", "百分比")):
        yield hit.instead("个百分点", Safety.REVIEW)
