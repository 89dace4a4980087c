"""T608: a period whose end is before its beginning."""

from __future__ import annotations

from collections.abc import Iterator

from gwformat.check import Context, Problem, rule
from gwformat.expressions import expression
from gwformat.findings import Severity

_PERIOD = expression(r"(?<![\d〔.])(?P<first>(?:19|20)\d{2})年?[至—～](?P<last>(?:19|20)\d{2})年(?!\d)")


@rule(
    "T608",
    name="years-reversed",
    clause="条例 第二十条",
    severity=Severity.WARNING,
)
def check(context: Context) -> Iterator[Problem]:
    """起止年份，起在前，止在后。

    不合规::

        2028年至2026年每年安排专项资金3000万元。

    不合规::

        规划期为2030—2026年。

    合规::

        2026年至2028年每年安排专项资金3000万元，规划期为2026—2030年。
    """
    for hit in context.prose.find(_PERIOD, ("至", "—", "～")):
        if int(hit["first"]) > int(hit["last"]):
            yield hit.problem(f"止于{hit['last']}年，早于起始的{hit['first']}年，请核对")
