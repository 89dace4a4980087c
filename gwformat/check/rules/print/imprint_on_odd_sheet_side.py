"""P711: an imprint on an odd page."""

from __future__ import annotations

from collections.abc import Iterator

from gwformat.check import Measured, Need, Problem, rule
from gwformat.check.printable import Printable
from gwformat.findings import Location, Severity


@rule(
    "P711",
    name="imprint-on-odd-sheet-side",
    clause="GB/T 33476.2-2016 7.3.1",
    severity=Severity.ERROR,
    needs=(Need.PRINT,),
)
def check(printable: Printable) -> Iterator[Problem | Measured]:
    """版记置于偶数页，即最后一张纸的背面；信函格式的在最后一面，不论奇偶。

    不合规::

        ［印件］版记在奇数页

    合规::

        ［印件］合格
    """
    imprint = printable.imprint
    if imprint is None or printable.is_letter:  # GB/T 9704-2012 10.1 has it on the last page, whichever that is
        return
    if imprint.page % 2:
        yield Problem("版记在奇数页", Location(page=imprint.page), expected="偶数页", measured=f"第{imprint.page}页")
    else:
        yield Measured("版记所在的页", "偶数页", f"第{imprint.page}页")
