"""P719: a page without a number."""

from __future__ import annotations

from collections.abc import Iterator

from gwformat.check import Need, Problem, rule
from gwformat.check.printable import Printable, on
from gwformat.findings import Severity


@rule(
    "P719",
    name="page-number-lacking",
    clause="GB/T 9704-2012 7.5",
    severity=Severity.WARNING,
    needs=(Need.PRINT,),
)
def check(printable: Printable) -> Iterator[Problem]:
    """每页都编排页码；信函的首页、空白页和它后面的版记页除外。

    不合规::

        ［印件］有一页没有页码

    合规::

        ［印件］版记之前有空白页
    """
    imprint = printable.imprint
    excused = {1} if printable.is_letter else set()
    if imprint is not None and imprint.page > 1 and printable.bare(printable.pages[imprint.page - 2]):
        excused.add(imprint.page)
    for page in printable.upright:
        if (
            page.number not in printable.numbers
            and page.number not in excused | printable.unseen.keys()
            and not page.blank
        ):
            yield Problem("没有找到页码", on(page))
