"""P775: a page that is one picture."""

from __future__ import annotations

from collections.abc import Iterator

from gwformat.check import Need, Problem, rule
from gwformat.check.printable import Printable, on
from gwformat.findings import Severity


@rule(
    "P775",
    name="page-is-a-picture",
    clause="惯例",
    severity=Severity.WARNING,
    needs=(Need.PRINT,),
)
def check(printable: Printable) -> Iterator[Problem]:
    """页面由文字和线条组成，不是整页的图片；扫描的页上，字体、页码和版心都量不出来。

    不合规::

        ［印件］有一页是扫描的

    合规::

        ［印件］300 dpi 的灰度图片
    """
    for page in printable.scanned:
        yield Problem("整页是图片", on(page))
        yield Problem("整页是图片，文字、页码、版心和颜色没有核实", on(page), severity=Severity.UNVERIFIED)
