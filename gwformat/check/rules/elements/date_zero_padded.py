"""E164: months and days with a zero before them."""

from __future__ import annotations

from collections.abc import Iterator

from gwformat.check import Context, Problem, rule
from gwformat.expressions import expression
from gwformat.findings import Safety, Severity, reworded
from gwformat.model import Role

_PADDED = expression(r"(?<=[年月])\s*[0０](?=[1-9１-９])")


@rule(
    "E164",
    name="date-zero-padded",
    clause="GB/T 9704-2012 7.3.5.4",
    severity=Severity.ERROR,
    fixable=Safety.SAFE,
)
def check(context: Context) -> Iterator[Problem]:
    """成文日期的月、日不编虚位，即1不编为01。

    不合规::

        ［成文日期］2026年03月16日

    合规::

        ［成文日期］2026年10月20日
    """
    for element in context.own(Role.DATE):
        for found in _PADDED.finditer(element.text):
            where = element.at(found)
            yield Problem("月、日不编虚位，去掉“0”", where, reworded(where, "", Safety.SAFE))
