"""T566: — and ～ for ranges of numbers in one text."""

from __future__ import annotations

from collections.abc import Iterator

from gwformat.check import Context, Problem, rule
from gwformat.expressions import expression
from gwformat.findings import Severity

_NUMBER = r"[0-9]+(?:\.[0-9]+)?[%‰℃万亿]?"
_WAVE = expression(f"{_NUMBER}～(?=[0-9])")
_DASH = expression(f"(?<![0-9.A-Za-z-])(?P<low>{_NUMBER})—(?P<high>{_NUMBER})(?![0-9年月日时:：.-])")


@rule(
    "T566",
    name="two-range-signs",
    clause="GB/T 15835-2011 5.1.3",
    severity=Severity.INFO,
)
def check(context: Context) -> Iterator[Problem]:
    """数值范围可以用浪纹线，也可以用一字线，全文一致。

    不合规::

        补助比例为63%～68%，每组5—10人。

    合规::

        补助比例为63%～68%，规划期为2026—2030年，会期为9:30—11:30。
    """
    prose = context.prose
    if next(prose.find(_WAVE, "～"), None) is not None:
        for hit in prose.find(_DASH, "—"):
            if not hit.before.endswith((":", "：", "月")):
                yield hit.problem(f"文中其他数值范围用“～”，“{hit.words}”用了“—”")
                return
