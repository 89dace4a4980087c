"""P708: a blank last page."""

from __future__ import annotations

from collections.abc import Iterator

from gwformat.check import Need, Problem, rule
from gwformat.check.printable import Printable, on
from gwformat.findings import Severity


@rule(
    "P708",
    name="blank-last-page",
    clause="惯例",
    severity=Severity.ERROR,
    needs=(Need.PRINT,),
)
def check(printable: Printable) -> Iterator[Problem]:
    """最后一页不应空白，多半是末尾的空段把它挤出来的。

    版记应在最后一面的下端，后面不再有页。

    不合规::

        ［印件］最后一页空白

    合规::

        ［印件］合格
    """
    pages = printable.pages
    if pages and printable.bare(pages[-1]):
        yield Problem("最后一页没有内容", on(pages[-1]))
