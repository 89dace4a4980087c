"""T622: a currency said by its sign and by its name."""

from __future__ import annotations

from collections.abc import Iterator

from gwformat.check import Context, Problem, rule
from gwformat.expressions import expression
from gwformat.findings import Severity

_TWICE = expression(
    r"\d[万亿]?元(?P<code>RMB|rmb|CNY)|(?P<sign>[¥￥])\s?\d[\d,.]*[万亿]?元|(?P<dollar>\$|US\$)\s?\d[\d,.]*[万亿]?美?元"
)


@rule(
    "T622",
    name="currency-said-twice",
    clause="惯例",
    severity=Severity.INFO,
    from_memory=True,
)
def check(context: Context) -> Iterator[Problem]:
    """金额写“50元”或者“人民币50元”；货币符号、代码与“元”不同时用。

    不合规::

        收费标准为50元RMB，押金￥200元。

    合规::

        收费标准为50元，注册资本200万元人民币，押金人民币200元（¥200.00）。
    """
    for hit in context.prose.find(_TWICE, ("元R", "元r", "元C", "¥", "￥", "$")):
        said = hit["code"] or hit["sign"] or hit["dollar"]
        yield hit.problem(f"“{hit.words}”中已有“元”，不再写“{said}”")
