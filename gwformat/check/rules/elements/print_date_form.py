"""E177: the form of the print date."""

from __future__ import annotations

from collections.abc import Iterator

from gwformat.check import Context, Problem, rule
from gwformat.check.blanks import left_open
from gwformat.findings import Safety, Severity, reworded
from gwformat.model import Role
from gwformat.text import numerals


@rule(
    "E177",
    name="print-date-form",
    clause="GB/T 9704-2012 7.4.3",
    severity=Severity.ERROR,
    fixable=Safety.SAFE,
)
def check(context: Context) -> Iterator[Problem]:
    """印发日期用阿拉伯数字将年、月、日标全，月、日不编虚位。

    没有标全的也由本条指出，但不能自动修改。

    不合规::

        ［印发日期］2026年03月18日印发

    不合规::

        ［印发日期］二〇二六年三月十八日印发

    合规::

        ［印发日期］2026年3月18日印发
    """
    for element in context.of(Role.PRINT_DATE):
        text = element.text.strip()
        found = numerals.DATE.search(element.text)
        day = numerals.date_of(found) if found else None
        if left_open(element.text):
            continue  # E190 says so
        if found is None and text:
            yield Problem(f"印发日期“{text}”没有标全年、月、日", element.whole, expected="××××年×月×日印发")
        elif found and day and found[0] != (right := numerals.format_date(day)):
            where = element.at(found)
            yield Problem(f"“{found[0]}”应为“{right}”", where, reworded(where, right, Safety.SAFE), expected=right)
