"""P702: a page that lies across."""

from __future__ import annotations

from collections.abc import Iterator

from gwformat.check import Need, Problem, rule
from gwformat.check.printable import Printable, on
from gwformat.findings import Severity


@rule(
    "P702",
    name="page-across",
    clause="GB/T 9704-2012 8",
    severity=Severity.WARNING,
    needs=(Need.PRINT,),
)
def check(printable: Printable) -> Iterator[Problem]:
    """横排的表格转过来排在竖放的 A4 纸上，页码的位置与别的页一致。

    页面横放的，直接双面打印时翻转的方向与别的页不同；用 --impose 付印的，程序把它转成竖放。

    不合规::

        ［印件］有一页横放

    合规::

        ［印件］合格
    """
    for page in printable.pages:
        if page.width > page.height + 1:
            message = "这一页横放，直接双面打印时翻转的方向与别的页不同；加 --impose duplex 付印，转成竖放"
            yield Problem(message, on(page), expected="竖放", measured="横放")
