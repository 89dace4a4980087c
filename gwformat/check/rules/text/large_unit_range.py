"""T521: a range of numbers with 万 or 亿 only once."""

from __future__ import annotations

from collections.abc import Iterator

from gwformat.check import Context, Problem, rule
from gwformat.expressions import expression
from gwformat.findings import Safety, Severity

_NUMBER = r"\d+(?:\.\d+)?"
_RANGE = expression(f"(?<![\\d.万亿])(?P<low>{_NUMBER})(?=[～~—-]{_NUMBER}(?P<unit>万亿|[万亿]))")


@rule(
    "T521",
    name="large-unit-range",
    clause="GB/T 15835-2011 5.1.3",
    severity=Severity.WARNING,
    fixable=Safety.REVIEW,
)
def check(context: Context) -> Iterator[Problem]:
    """带“万”“亿”的数值范围，前后两个数都写“万”“亿”。

    不合规::

        投资9～16亿元。

    合规::

        投资9亿～16亿元，每组5～10人，于2026—2030年实施。
    """
    for hit in context.prose.find(_RANGE, "万亿"):
        low, unit = hit["low"], hit["unit"]
        yield hit.problem(f"“{low}”后面应有“{unit}”", low + unit, Safety.REVIEW)
