"""T565: some large numbers grouped, others not."""

from __future__ import annotations

from collections.abc import Iterator

from gwformat.check import Context, Problem, rule
from gwformat.check.prose import DIGITS
from gwformat.expressions import expression
from gwformat.findings import Severity

_GROUPED = expression("[1-9](?<![0-9.,].)[0-9]{0,2}(?:,[0-9]{3})+(?![0-9,])")
_PLAIN = expression("[1-9](?<![0-9.,A-Za-z-].)[0-9]{4,7}(?=[个名人户家元件公千平立亩吨辆台套])")


@rule(
    "T565",
    name="mixed-digit-grouping",
    clause="GB/T 15835-2011 5.1.1",
    severity=Severity.INFO,
    from_memory=True,
)
def check(context: Context) -> Iterator[Problem]:
    """多位数分节与否，全文一致。

    每篇只提示一次；年份、文号、电话号码不分节。

    不合规::

        参会1,200人，投资12600元。

    合规::

        参会1,200人，投资12,600元，2026年编号00012600。
    """
    prose = context.prose
    if next(prose.find(_GROUPED, ","), None) is not None:
        for hit in prose.find(_PLAIN, DIGITS):
            yield hit.problem(f"文中其他数字分节书写，“{hit.words}”没有分节")
            return
