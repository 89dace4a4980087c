"""P705: a page with a unit of its own."""

from __future__ import annotations

from collections.abc import Iterator

from gwformat.check import Need, Problem, rule
from gwformat.check.printable import Printable, on
from gwformat.findings import Severity


@rule(
    "P705",
    name="sheet-scaled",
    clause="惯例",
    severity=Severity.WARNING,
    needs=(Need.PRINT,),
)
def check(printable: Printable) -> Iterator[Problem]:
    """页面的长度单位用缺省的磅；另定单位（UserUnit）的，有的软件不认，印出来大小不对。

    不合规::

        ［印件］另定长度单位

    合规::

        ［印件］合格
    """
    for page in printable.pages:
        if abs(page.user_unit - 1) > 1e-6:
            yield Problem(
                f"这一页的长度单位是 {page.user_unit:g} 磅，有的软件会按 1 磅印",
                on(page),
                expected="1",
                measured=f"{page.user_unit:g}",
            )
