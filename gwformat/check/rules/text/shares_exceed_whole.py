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
# 三次产业结构比由10.2:45.1:44.7调整为9.8:44.9:45.3; 1:4:5 are no percentages.
_STRUCTURE = expression(
    r"结构(?:比例|比重|比)?(?:[由从]\d[\d.：:∶]{4,20})?(?:为|由|从|达|调整|优化|变化|转变|演变){0,3}"
    r"(?P<shares>\d{1,2}(?:\.\d+)?[:：∶]\d{1,2}(?:\.\d+)?[:：∶]\d{1,2}(?:\.\d+)?)(?![\d.:：∶%％])"
)
_WHOLE, _LEAST_WHOLE = Decimal(100), Decimal(50)
_ROUNDED = Decimal("0.3")  # what three rounded shares may miss the whole by
_OTHER = expression("参股|同期|各自|增长|完成率|合格率|覆盖")


@rule(
    "T538",
    name="shares-exceed-whole",
    clause="条例 第二十条",
    severity=Severity.WARNING,
)
def check(context: Context) -> Iterator[Problem]:
    """同一整体中各部分所占百分比之和不大于100%；三次产业的结构比，三项之和为100。

    不合规::

        三类用水分别占总量的45%、40%和25%。

    不合规::

        三次产业结构比为8.1:45.2:49.7。

    合规::

        三次产业结构比由10.2:45.1:44.7调整为9.8:44.9:45.3，人员结构比为1:4:5。

    合规::

        三类用水分别占总量的45%、40%和15%，完成率分别为95%和90%。
    """
    for hit in context.prose.find(_SHARES, ("分别占", "分别为")):
        total = sum(Decimal(share) for share in re.findall(r"\d+(?:\.\d+)?", hit["shares"]))
        if total > Decimal("100.2") and not _OTHER.search(hit.before[-20:]):
            yield hit.problem(f"各部分占比之和为{total}%，大于100%", expected="不大于100%", measured=f"{total}%")
    for hit in context.prose.find(_STRUCTURE, ("结构",)):
        total = sum(Decimal(share) for share in re.findall(r"\d+(?:\.\d+)?", hit["shares"]))
        if total > _LEAST_WHOLE and abs(total - _WHOLE) > _ROUNDED:
            yield hit.part("shares").problem(
                f"“{hit['shares']}”三项之和为{total}，不是100，请核对", expected="100", measured=f"{total}"
            )
