"""T568: 《》 around a meeting or a campaign."""

from __future__ import annotations

from collections.abc import Iterator

from gwformat.check import Context, Problem, rule
from gwformat.expressions import expression
from gwformat.findings import Safety, Severity

_EVENT = expression(
    "《(?P<name>[^《》“”\\n]{2,20}(?:专项行动|行动|活动|大会|会议|论坛|工程|计划|奖|展览会|博览会|培训班))》"
)
_DOCUMENT = expression("方案|规划|计划$|办法|通知|意见|纲要|报告|纪要|条例|规定|关于|指南|手册")


@rule(
    "T568",
    name="title-marks-around-event",
    clause="GB/T 15834-2011 4.15",
    severity=Severity.INFO,
    fixable=Safety.REVIEW,
)
def check(context: Context) -> Iterator[Problem]:
    """会议、活动、工程的名称用引号，不用书名号。

    不合规::

        组织开展《清河专项行动》。

    合规::

        组织开展“清河专项行动”，印发《清河专项行动方案》《2026年防汛工作计划》。
    """
    for hit in context.prose.find(_EVENT, "《"):
        if not _DOCUMENT.search(hit["name"]):
            yield hit.instead(f"“{hit['name']}”", Safety.REVIEW)
