"""P701: the finished sheet is not A4."""

from __future__ import annotations

from collections.abc import Iterator

from gwformat.check import Measured, Need, Problem, rule
from gwformat.check.printable import Printable
from gwformat.findings import Location, Severity

_WIDTH, _HEIGHT, _TOLERANCE = 210.0, 297.0, 0.5  # mm


@rule(
    "P701",
    name="sheet-not-a4",
    clause="GB/T 9704-2012 5.1",
    severity=Severity.ERROR,
    needs=(Need.PRINT,),
)
def check(printable: Printable) -> Iterator[Problem | Measured]:
    """每一页的成品尺寸应当是 A4（210 毫米 × 297 毫米）。

    成品尺寸是裁切框（TrimBox），没有裁切框的是页面显示的范围。横放的 A4 由 P702 检查。

    不合规::

        ［印件］页面是 Letter 纸

    不合规::

        ［印件］一页是 A3 纸

    合规::

        ［印件］有 3 毫米出血的 A4
    """
    for page in printable.pdf.pages:
        sides = sorted((page.width, page.height))
        if abs(sides[0] - _WIDTH) > _TOLERANCE or abs(sides[1] - _HEIGHT) > _TOLERANCE:
            size = f"{page.width:.1f} × {page.height:.1f} mm"
            yield Problem("这一页不是 A4", Location(page=page.number), expected="210 × 297 mm", measured=size)
