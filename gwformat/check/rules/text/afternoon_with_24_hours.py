"""T532: 下午 with a 24-hour time."""

from __future__ import annotations

from collections.abc import Iterator

from gwformat.check import Context, Problem, rule
from gwformat.expressions import expression
from gwformat.findings import Safety, Severity

_TIME = expression(r"(?P<half>下午|晚上?)(?=(?:1[3-9]|2[0-4])(?:[:：]\d\d|时|点))")


@rule(
    "T532",
    name="afternoon-with-24-hours",
    clause="GB/T 15835-2011 5.1.5",
    severity=Severity.WARNING,
    fixable=Safety.REVIEW,
    from_memory=True,
)
def check(context: Context) -> Iterator[Problem]:
    """24小时制的时刻前不写“下午”“晚上”。

    不合规::

        会议定于3月16日下午15时召开。

    合规::

        会议定于3月16日下午3时召开，16日15时结束。
    """
    for hit in context.prose.find(_TIME, "午晚"):
        yield hit.problem(f"24小时制的时刻前不写“{hit.words}”", "", Safety.REVIEW)
