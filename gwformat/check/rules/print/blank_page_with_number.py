"""P709: a number on the blank page before the imprint, or on the page of the imprint."""

from __future__ import annotations

from collections.abc import Iterator

from gwformat.check import Need, Problem, rule
from gwformat.check.printable import Printable
from gwformat.findings import Location, Severity


@rule(
    "P709",
    name="blank-page-with-number",
    clause="GB/T 9704-2012 7.5",
    severity=Severity.ERROR,
    needs=(Need.PRINT,),
)
def check(printable: Printable) -> Iterator[Problem]:
    """版记页前有空白页的，空白页和版记页都不编排页码。

    不合规::

        ［印件］版记之前的空白页有页码

    合规::

        ［印件］版记之前有空白页

    合规::

        ［印件］合格
    """
    imprint = printable.imprint
    if imprint is None or imprint.page < 2:
        return
    before = printable.pages[imprint.page - 2]
    if not printable.bare(before):
        return
    for number in (before.number, imprint.page):
        if number in printable.numbers:
            which = "版记页" if number == imprint.page else "空白页"
            yield Problem(f"版记页前有空白页，{which}不应有页码", Location(page=number))
