"""P713: a date of printing that has gone by."""

from __future__ import annotations

from collections.abc import Iterator

from gwformat.check import Need, Problem, rule
from gwformat.check.printable import Printable
from gwformat.findings import Location, Severity
from gwformat.text import numerals


@rule(
    "P713",
    name="print-date-gone-by",
    clause="条例 第九条",
    severity=Severity.WARNING,
    needs=(Need.PRINT,),
)
def check(printable: Printable) -> Iterator[Problem]:
    """印发日期是公文送印的日期；付印时已经过去的，多半忘了改。

    不合规::

        ［印件］印发日期已经过去

    合规::

        ［印件］合格
    """
    imprint = printable.imprint
    if imprint is not None and imprint.printed is not None and imprint.printed < printable.today:
        said, today = numerals.format_date(imprint.printed), numerals.format_date(printable.today)
        yield Problem(f"印发日期{said}已经过去", Location(page=imprint.page), expected=f"不早于{today}", measured=said)
