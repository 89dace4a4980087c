"""P701: the finished sheet is not A4."""

from __future__ import annotations

from collections.abc import Iterator

from gwformat.check import Need, Problem, rule
from gwformat.check.printable import Printable, on
from gwformat.findings import Severity


@rule(
    "P701",
    name="sheet-not-a4",
    clause="GB/T 9704-2012 5.1",
    severity=Severity.ERROR,
    needs=(Need.PRINT,),
)
def check(printable: Printable) -> Iterator[Problem]:
    """每一页的成品尺寸应当是 A4（210 毫米 × 297 毫米）。

    成品尺寸是裁切框（TrimBox），没有裁切框的是页面显示的范围。

    不合规::

        ［印件］页面是 Letter 纸

    不合规::

        ［印件］有一页是 A3 纸

    合规::

        ［印件］有出血的 A4
    """
    sheet = printable.figures.sheet
    for page in printable.pages:
        short, long = sorted((page.width, page.height))
        if max(abs(short - sheet.width.mm), abs(long - sheet.height.mm)) > sheet.tolerance.mm:
            size = f"{page.width:.1f} × {page.height:.1f} mm"
            yield Problem("这一页不是 A4", on(page), expected="210 × 297 mm", measured=size)
