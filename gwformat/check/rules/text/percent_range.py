"""T520: a range of percentages with one sign only."""

from __future__ import annotations

from collections.abc import Iterator

from gwformat.check import Context, Problem, rule
from gwformat.expressions import expression
from gwformat.findings import Safety, Severity

_NUMBER = r"\d+(?:\.\d+)?"
_RANGE = expression(f"(?<![\\d.%‰])(?P<low>{_NUMBER})(?=[～~—-]{_NUMBER}(?P<sign>[%％‰]))")


@rule(
    "T520",
    name="percent-range",
    clause="GB/T 15835-2011 5.1.3",
    severity=Severity.WARNING,
    fixable=Safety.REVIEW,
)
def check(context: Context) -> Iterator[Problem]:
    """百分数的范围，前后两个数都写百分号。

    不合规::

        补助比例为63～68%。

    合规::

        补助比例为63%～68%，每人100～150元。
    """
    for hit in context.prose.find(_RANGE, "%％‰"):
        yield hit.problem(f"“{hit['low']}”后面应有“{hit['sign']}”", hit["low"] + hit["sign"], Safety.REVIEW)
