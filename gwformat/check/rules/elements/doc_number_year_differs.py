"""E118: a document number of another year than the date."""

from __future__ import annotations

from collections.abc import Iterator

from gwformat.check import Context, Problem, rule
from gwformat.expressions import expression
from gwformat.findings import Severity
from gwformat.model import Role
from gwformat.text import numerals

_YEAR = expression(r"[\[［【（(﹝❲〈{〔]\s*((?:19|20)\d{2})\s*[\]］】）)﹞❳〉}〕]")


@rule(
    "E118",
    name="doc-number-year-differs",
    clause="惯例",
    severity=Severity.WARNING,
    from_memory=True,
)
def check(context: Context) -> Iterator[Problem]:
    """发文字号的年份一般与成文日期的年份相同。

    年底成文、次年编号的除外，因此只作提醒。

    不合规::

        ［发文字号］某政发〔2025〕5号

    合规::

        ［发文字号］某政发〔2026〕5号
    """
    dates = [found for e in context.own(Role.DATE) if (found := numerals.DATE.search(e.text))]
    day = numerals.date_of(dates[-1]) if dates else None
    if day is None:
        return
    for element in context.own(Role.DOC_NUMBER):
        found = _YEAR.search(element.text)
        if found and int(found[1]) != day.year:
            message = f"发文字号是{found[1]}年的，成文日期在{day.year}年，请核对"
            yield Problem(message, element.at(found, 1), expected=str(day.year), measured=found[1])
