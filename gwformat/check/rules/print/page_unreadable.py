"""P757: a page whose content cannot be read."""

from __future__ import annotations

from collections.abc import Iterator

from gwformat.check import Need, Problem, rule
from gwformat.check.printable import Printable, on
from gwformat.findings import Severity


@rule(
    "P757",
    name="page-unreadable",
    clause="惯例",
    severity=Severity.ERROR,
    needs=(Need.PRINT,),
)
def check(printable: Printable) -> Iterator[Problem]:
    """每一页的内容都读得出来；读不出来的页，字体、颜色、位置都没有核实。

    不合规::

        ［印件］有一页的内容损坏

    合规::

        ［印件］合格
    """
    for page in printable.pages:
        if page.unread:
            yield Problem(f"这一页的内容读不出来（{page.unread.split('：')[0]}）", on(page))
            yield Problem("字体、颜色、图片和位置没有核实", on(page), severity=Severity.UNVERIFIED)
