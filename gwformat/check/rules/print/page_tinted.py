"""P737: a tint behind the page."""

from __future__ import annotations

from collections.abc import Iterator

from gwformat.check import Need, Problem, rule
from gwformat.check.printable import Printable, on
from gwformat.findings import Severity

_MOST = 0.6  # of the sheet


@rule(
    "P737",
    name="page-tinted",
    clause="GB/T 9704-2012 6.1",
    severity=Severity.ERROR,
    needs=(Need.PRINT,),
)
def check(printable: Printable) -> Iterator[Problem]:
    """版面干净，没有底灰：页面不铺颜色。

    不合规::

        ［印件］整页铺了底色

    合规::

        ［印件］铺了白色的底
    """
    for page in printable.pages:
        sheet = page.width * page.height
        tint = next(
            (a for a in page.areas if a.box.width * a.box.height > _MOST * sheet and not a.paint.is_white), None
        )
        if tint is not None and not tint.paint.is_black:
            yield Problem("整页铺了颜色", on(page), expected="白纸", measured=tint.paint.said)
