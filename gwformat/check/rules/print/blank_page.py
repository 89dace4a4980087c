"""P707: a blank page in the middle."""

from __future__ import annotations

from collections.abc import Iterator

from gwformat.check import Need, Problem, rule
from gwformat.check.printable import Printable, on
from gwformat.findings import Severity


@rule(
    "P707",
    name="blank-page",
    clause="惯例",
    severity=Severity.WARNING,
    needs=(Need.PRINT,),
)
def check(printable: Printable) -> Iterator[Problem]:
    """没有内容的页应当是有意留的。

    版记单独占最后一面时，前面可以有一面空白（7.5）；除此之外的空白页多半是多按了回车或分页符。

    不合规::

        ［印件］中间有空白页

    合规::

        ［印件］版记之前有空白页
    """
    last = len(printable.pages)
    for page in printable.pages:
        before_imprint = printable.imprint is not None and page.number == printable.imprint.page - 1
        if page.blank and page.number < last and not before_imprint:
            yield Problem("空白页", on(page))
