"""P706: an odd number of pages."""

from __future__ import annotations

from collections.abc import Iterator

from gwformat.check import Measured, Need, Problem, rule
from gwformat.check.printable import Printable
from gwformat.findings import Severity


@rule(
    "P706",
    name="odd-number-of-pages",
    clause="GB/T 9704-2012 6.2",
    severity=Severity.INFO,
    needs=(Need.PRINT,),
)
def check(printable: Printable) -> Iterator[Problem | Measured]:
    """公文双面印刷，页数为单数的，最后一张背面空白。

    不合规::

        ［印件］只有单数页

    合规::

        ［印件］合格
    """
    count = len(printable.pages)
    if count % 2:
        yield Problem(f"共 {count} 页，双面印刷时最后一张背面空白", measured=f"{count} 页")
    elif count:
        yield Measured("页数", "", f"{count} 页，双面印 {count // 2} 张")
