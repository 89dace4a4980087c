"""E167: a date later than that of printing."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from gwformat.check import Context, Problem, rule
from gwformat.findings import Severity
from gwformat.model import Role
from gwformat.text import numerals

_LONG_AFTER = 180  # days: more likely a year misread than a document kept back


@rule(
    "E167",
    name="date-after-print-date",
    clause="条例 第九条",
    severity=Severity.ERROR,
)
def check(context: Context) -> Iterator[Problem]:
    """印发日期是公文送印的日期，不早于成文日期。

    不合规::

        ［印发日期］2026年3月15日印发

    不合规::

        ［印发日期］2027年3月18日印发

    合规::

        ［印发日期］2026年3月16日印发
    """
    signed, printed = _last_day(context, Role.DATE), _last_day(context, Role.PRINT_DATE)
    if signed and printed and printed < signed:
        where = context.own(Role.PRINT_DATE)[-1].whole
        said = f"印发日期{numerals.format_date(printed)}早于成文日期{numerals.format_date(signed)}"
        yield Problem(said, where, expected=f"不早于{numerals.format_date(signed)}")
    elif signed and printed and (printed - signed).days > _LONG_AFTER:
        where = context.own(Role.PRINT_DATE)[-1].whole
        said = f"印发日期比成文日期晚{(printed - signed).days}天，请核对"
        yield Problem(said, where, severity=Severity.WARNING, measured=numerals.format_date(printed))


def _last_day(context: Context, role: Role) -> date | None:
    found = [match for element in context.own(role) if (match := numerals.DATE.search(element.text))]
    return numerals.date_of(found[-1]) if found else None
