"""P717: a page number too high or too low."""

from __future__ import annotations

from collections.abc import Iterator

from gwformat.check import Need, Problem, rule
from gwformat.check.printable import Printable
from gwformat.findings import Location, Severity


@rule(
    "P717",
    name="page-number-off-height",
    clause="GB/T 9704-2012 7.5",
    severity=Severity.ERROR,
    needs=(Need.PRINT,),
)
def check(printable: Printable) -> Iterator[Problem]:
    """页码的一字线上距版心下边缘 7 毫米，即距纸的上边 269 毫米。

    不合规::

        ［印件］页码低 9 毫米

    合规::

        ［印件］合格
    """
    place = printable.figures.number
    expected = f"{place.dash.mm:g} ± {place.tolerance.mm:g} mm"
    for number in printable.numbers.values():
        if abs(number.dash - place.dash.mm) > place.tolerance.mm:
            yield Problem(
                "页码的高度不对", Location(page=number.page), expected=expected, measured=f"{number.dash:.1f} mm"
            )
