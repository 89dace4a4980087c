"""T514: two levels of colons in one sentence."""

from __future__ import annotations

from collections.abc import Iterator

from gwformat.check import Context, Problem, rule
from gwformat.expressions import expression
from gwformat.findings import Severity

_SECOND = expression("(?:如下|包括|指出|强调|要求|规定|提出|分别是|主要有)(?P<second>：)")
_FIRST = expression("(?<![0-9])：[^。！？；：“”《》]{2,80}$")


@rule(
    "T514",
    name="two-colons-in-a-sentence",
    clause="GB/T 15834-2011 4.7",
    severity=Severity.INFO,
    from_memory=True,
)
def check(context: Context) -> Iterator[Problem]:
    """一个句子里一般只用一层冒号。

    不合规::

        会议强调：各单位要重点做好以下工作，主要包括：排查隐患，储备物资。

    合规::

        联系人：李四，联系电话：0000-12345678。会议强调：要压实责任。主要包括：排查隐患。
    """
    for hit in context.prose.find(_SECOND, "："):
        if not hit.in_table and _FIRST.search(hit.before):
            yield hit.part("second").problem("一个句子里套用了两层冒号")
