"""P716: a page number that is not on the outer side."""

from __future__ import annotations

from collections.abc import Iterator

from gwformat.check import Need, Problem, rule
from gwformat.check.printable import Printable
from gwformat.findings import Location, Severity

_LEFT, _RIGHT = 0.4, 0.6  # of the width of the page


@rule(
    "P716",
    name="page-number-on-inner-side",
    clause="GB/T 9704-2012 7.5",
    severity=Severity.ERROR,
    needs=(Need.PRINT,),
)
def check(printable: Printable) -> Iterator[Problem]:
    """单页码居右空一字，双页码居左空一字。

    不合规::

        ［印件］页码居中

    不合规::

        ［印件］奇数页的页码在左边

    合规::

        ［印件］合格
    """
    for number in printable.numbers.values():
        share = number.middle / printable.pages[number.page - 1].width
        side = "右" if share > _RIGHT else "左" if share < _LEFT else "中"
        expected = "右" if number.page % 2 else "左"
        if side != expected:
            yield Problem(
                f"页码应居{expected}", Location(page=number.page), expected=f"居{expected}", measured=f"居{side}"
            )
