"""E162: dates in Chinese numerals."""

from __future__ import annotations

from collections.abc import Iterator

from gwformat.check import Context, Problem, rule
from gwformat.expressions import expression
from gwformat.findings import Safety, Severity, reworded
from gwformat.model import Role
from gwformat.text import numerals

_HAN = expression(rf"[{numerals.NUMERAL}○元]")


@rule(
    "E162",
    name="date-in-chinese-numerals",
    clause="GB/T 9704-2012 7.3.5.4",
    severity=Severity.ERROR,
    fixable=Safety.SAFE,
)
def check(context: Context) -> Iterator[Problem]:
    """成文日期应当用阿拉伯数字，不用汉字数字。

    汉字日期是1999年版标准的写法。

    不合规::

        ［成文日期］二〇二六年三月十六日

    合规::

        ［成文日期］2026年3月16日
    """
    for element in context.own(Role.DATE):
        found = numerals.DATE.search(element.text)
        if found and _HAN.search(found[0]):
            day = numerals.date_of(found)
            where = element.at(found)
            right = numerals.format_date(day) if day else "阿拉伯数字"
            fix = reworded(where, right, Safety.SAFE) if day else None
            yield Problem(f"“{found[0]}”应为“{right}”", where, fix, expected=right, measured=found[0])
