"""E163: dates that are not written with 年月日."""

from __future__ import annotations

from collections.abc import Iterator

from gwformat.check import Context, Problem, rule
from gwformat.expressions import expression
from gwformat.findings import Safety, Severity, reworded
from gwformat.model import Role
from gwformat.text import numerals

_BLANKS = " \t\n\u3000\u00a0\ufffc"
_HOUR = expression(r"\d{1,2}时(?:\d{1,2}分)?")  # telegrams say it


@rule(
    "E163",
    name="date-form",
    clause="GB/T 9704-2012 7.3.5.4",
    severity=Severity.ERROR,
    fixable=Safety.SAFE,
)
def check(context: Context) -> Iterator[Problem]:
    """成文日期应当写作“××××年×月×日”，不用点、斜线、短横线分隔。

    不合规::

        ［成文日期］2026.3.16

    不合规::

        ［成文日期］2026年3月16号

    不合规::

        ［成文日期］2026年3月16日（星期一）

    不合规::

        ［成文日期］日期：2026年3月16日

    合规::

        ［成文日期］2026年3月16日
    """
    for element in context.own(Role.DATE):
        found = numerals.DATE.search(element.text)
        if found and (found["sep"] or found[0].endswith("号")):
            day = numerals.date_of(found)
            where = element.at(found)
            right = numerals.format_date(day) if day else "××××年×月×日"
            fix = reworded(where, right, Safety.SAFE) if day else None
            yield Problem(f"“{found[0]}”应为“{right}”", where, fix, expected=right, measured=found[0])
        elif found and context.official:
            for start, end in ((0, found.start()), (found.end(), len(element.text))):
                words = _HOUR.sub("", element.text[start:end]).strip(_BLANKS)
                where = element.span(start, end)
                if words:
                    fix = reworded(where, "", Safety.SAFE)
                    yield Problem(f"成文日期前后不加“{words}”", where, fix, severity=Severity.WARNING)
