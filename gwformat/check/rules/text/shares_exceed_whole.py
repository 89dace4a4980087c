"""T538: shares of one whole that add up to more than all of it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from gwformat.check import Context, Problem, rule
from gwformat.expressions import expression
from gwformat.findings import Severity

_SHARES = expression(
    r"(?:分别占|占比分别为|比例分别为|比重分别为)[^\d。；\n]{0,12}"
    r"(?P<shares>\d+(?:\.\d+)?[%％](?:[、，和与及]+\d+(?:\.\d+)?[%％])+)"
)
_OTHER = expression("参股|同期|各自|增长|完成率|合格率|覆盖")


@rule(
    "T538",
    name="shares-exceed-whole",
    clause="条例 第二十条",
    severity=Severity.WARNING,
)
def check(context: Context) -> Iterator[Problem]:
    """同一整体中各部分所占百分比之和不大于100%。

    不合规::

        三类用水分别占总量的45%、40%和25%。

    合规::

        三类用水分别占总量的45%、40%和15%，完成率分别为95%和90%。
    """
    for hit in context.prose.find(_SHARES, ("分别占", "分别为")):
        total = sum(Decimal(share) for share in re.findall(r"\d+(?:\.\d+)?", hit["shares"]))
        if total > Decimal("100.2") and not _OTHER.search(hit.before[-20:]):
            yield hit.problem(f"各部分占比之和为{total}%，大于100%", expected="不大于100%", measured=f"{total}%")
