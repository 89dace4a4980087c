"""E169: blanks and full-width digits in dates."""

from __future__ import annotations

from collections.abc import Iterator

from gwformat.check import Context, Problem, rule
from gwformat.expressions import expression
from gwformat.findings import Safety, Severity, reworded
from gwformat.model import Role
from gwformat.text import numerals

_BLANK = expression(r"[ \t\u00a0\u3000\u2002\u2003]")
_WIDE = expression(r"[０-９]")


@rule(
    "E169",
    name="date-with-blanks",
    clause="GB/T 9704-2012 7.3.5.4",
    severity=Severity.WARNING,
    fixable=Safety.SAFE,
)
def check(context: Context) -> Iterator[Problem]:
    """成文日期的数字为半角阿拉伯数字，年、月、日之间不加空格。

    不合规::

        ［成文日期］2026 年 3 月 16 日

    合规::

        ［成文日期］2026年3月16日
    """
    for element in context.own(Role.DATE):
        found = numerals.DATE.search(element.text)
        day = numerals.date_of(found) if found else None
        if found and day and (_BLANK.search(found[0]) or _WIDE.search(found[0])):
            right = numerals.format_date(day)
            where = element.at(found)
            yield Problem(f"“{found[0]}”应为“{right}”", where, reworded(where, right, Safety.SAFE), expected=right)
