"""E166: days that the calendar has not."""

from __future__ import annotations

from collections.abc import Iterator

from gwformat.check import Context, Problem, rule
from gwformat.findings import Severity
from gwformat.model import Role
from gwformat.text import numerals


@rule(
    "E166",
    name="date-impossible",
    clause="GB/T 9704-2012 7.3.5.4",
    severity=Severity.ERROR,
)
def check(context: Context) -> Iterator[Problem]:
    """成文日期和印发日期应当是历法上存在的日期。

    不合规::

        ［成文日期］2026年2月30日

    合规::

        ［成文日期］2026年2月28日
    """
    for element in context.of(Role.DATE, Role.PRINT_DATE):
        found = numerals.DATE.search(element.text)
        if found and numerals.date_of(found) is None:
            yield Problem(f"历法上没有“{found[0]}”这一天", element.at(found), measured=found[0])
