"""P715: page numbers of both sides that do not meet."""

from __future__ import annotations

import statistics
from collections.abc import Iterator

from gwformat.check import Measured, Need, Problem, rule
from gwformat.check.press.numbers import PageNumber
from gwformat.check.printable import Printable
from gwformat.findings import Location, Severity


@rule(
    "P715",
    name="page-numbers-out-of-register",
    clause="GB/T 9704-2012 6.2",
    severity=Severity.ERROR,
    needs=(Need.PRINT,),
)
def check(printable: Printable) -> Iterator[Problem | Measured]:
    """双面印刷，页码套正，两面误差不超过 2 毫米。

    奇数页的页码到右边、偶数页的页码到左边的距离，以及高低，前后各面相差不超过 2 毫米。

    不合规::

        ［印件］偶数页的页码偏 6 毫米

    不合规::

        ［印件］有一页的页码偏高

    合规::

        ［印件］合格
    """
    register = printable.figures.register
    limit = register.tolerance.mm + register.nominal.mm
    places = {
        number.page: _place(number, printable.pages[number.page - 1].width) for number in printable.numbers.values()
    }
    fronts = [place for page, place in places.items() if page % 2]
    backs = [place for page, place in places.items() if not page % 2]
    if not fronts or not backs:
        return
    outward, height = (statistics.median(place[axis] for place in fronts) for axis in (0, 1))
    worst = 0.0
    for page, (inset, baseline) in places.items():
        apart = max(abs(inset - outward), abs(baseline - height))
        worst = max(worst, apart)
        if apart > limit:
            yield Problem(
                "页码与别的页的页码没有套正",
                Location(page=page),
                expected=f"相差不超过 {register.tolerance.mm:g} mm",
                measured=f"{apart:.1f} mm",
            )
    if worst <= limit:
        yield Measured("两面页码之差", f"不超过 {register.tolerance.mm:g} mm", f"{worst:.1f} mm")


def _place(number: PageNumber, width: float) -> tuple[float, float]:
    """From the outer edge of the leaf, and from the top."""
    return (width - number.right if number.page % 2 else number.left), number.baseline
