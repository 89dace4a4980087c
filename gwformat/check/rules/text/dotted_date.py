"""T528: a date with dots."""

from __future__ import annotations

from collections.abc import Iterator

from gwformat.check import Context, Problem, rule
from gwformat.expressions import expression
from gwformat.findings import Safety, Severity
from gwformat.text.numerals import DATE, date_of, format_date

_DOTTED = expression(r"(?<![\d.A-Za-zVv版])(?:19|20)\d\d\.(?:0?[1-9]|1[0-2])\.(?:0?[1-9]|[12]\d|3[01])(?![\d.])")


@rule(
    "T528",
    name="dotted-date",
    clause="GB/T 15835-2011 5.1.4",
    severity=Severity.WARNING,
    fixable=Safety.REVIEW,
    from_memory=True,
)
def check(context: Context) -> Iterator[Problem]:
    """日期写作“2026年3月16日”或“2026-03-16”，不用圆点分隔。

    表格里的日期不在此列。

    不合规::

        请于2026.3.16前报送。

    合规::

        请于2026年3月16日前报送，软件版本为V2026.3.16。
    """
    for hit in context.prose.find(_DOTTED, "."):
        found = DATE.fullmatch(hit.words)
        day = date_of(found) if found else None
        if day is not None and not hit.in_table:
            yield hit.instead(format_date(day), Safety.REVIEW)
