"""T530: clock times with 点."""

from __future__ import annotations

from collections.abc import Iterator

from gwformat.check import Context, Problem, rule
from gwformat.expressions import expression
from gwformat.findings import Safety, Severity

_TIME = expression(
    "(?P<before>[日午晨晚]|[至—])(?P<hour>[01]?\\d|2[0-4])点"
    "(?:(?P<minute>[0-5]\\d)分?|(?P<half>半)|整|(?=[，。；、至—前后开起之）]))"
)


_FULL_COLON = expression(r"(?<=[日午晨晚至—～])(?P<hour>[01]?\d|2[0-4])：(?P<minute>[0-5]\d)(?!\d)")


@rule(
    "T530",
    name="time-in-dian",
    clause="GB/T 15835-2011 5.1.5",
    severity=Severity.INFO,
    fixable=Safety.REVIEW,
)
def check(context: Context) -> Iterator[Problem]:
    """时刻写作“15时40分”或“15:40”。

    不合规::

        会议于3月16日下午3点半召开。

    不合规::

        会议于3月16日上午9：30召开。

    合规::

        会议于3月16日15时30分召开，围绕以下3点要求开展，观测站设12点位。
    """
    for hit in context.prose.find(_TIME, "点"):
        minute = "30" if hit["half"] else hit["minute"]
        new = f"{hit['before']}{hit['hour']}时" + (f"{minute}分" if minute else "")
        yield hit.problem(f"时刻“{hit.words[1:]}”宜写作“{new[1:]}”", new, Safety.REVIEW)
    for hit in context.prose.find(_FULL_COLON, "："):
        new = f"{hit['hour']}:{hit['minute']}"
        yield hit.problem(f"时刻“{hit.words}”宜写作“{new}”", new, Safety.REVIEW)
