"""T587: 3亿4500万, a number in two units."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from gwformat.check import Context, Problem, rule
from gwformat.expressions import expression
from gwformat.findings import Safety, Severity

_NUMBER = expression(r"(?<![\d.])(?P<large>\d{1,5})亿(?:(?P<small>\d{1,4}(?:\.\d{1,4})?)|(?P<thousands>\d)千)万")
_TEN_THOUSAND = 10000


@rule(
    "T587",
    name="two-units-in-one-number",
    clause="GB/T 15835-2011 5.3",
    severity=Severity.WARNING,
    fixable=Safety.REVIEW,
    from_memory=True,
)
def check(context: Context) -> Iterator[Problem]:
    """一个数只用一个“万”或“亿”作单位，写作“3.45亿”或“34500万”。

    不合规::

        共投入资金3亿4500万元。

    不合规::

        共投入资金3亿5千万元。

    合规::

        共投入资金3.45亿元，其中省级1亿元、市级5000万元。
    """
    for hit in context.prose.find(_NUMBER, "亿"):
        small = Decimal(hit["small"] or int(hit["thousands"]) * 1000)
        number = Decimal(hit["large"]) + small / _TEN_THOUSAND
        yield hit.instead(f"{number.normalize():f}亿", Safety.REVIEW)
