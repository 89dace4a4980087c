"""P712: an imprint whose last line is not at the foot of the type area."""

from __future__ import annotations

from collections.abc import Iterator

from gwformat.check import Measured, Need, Problem, rule
from gwformat.check.printable import Printable
from gwformat.findings import Location, Severity


@rule(
    "P712",
    name="imprint-off-foot",
    clause="GB/T 9704-2012 7.4.1",
    severity=Severity.ERROR,
    needs=(Need.PRINT,),
)
def check(printable: Printable) -> Iterator[Problem | Measured]:
    """版记的末条分隔线与最后一面的版心下边缘重合，距纸的上边 262 毫米。

    不合规::

        ［印件］版记高出 20 毫米

    合规::

        ［印件］合格
    """
    imprint, place = printable.imprint, printable.figures.imprint
    if imprint is None or imprint.last_rule is None:
        return
    expected = f"{place.last_line.mm:g} ± {place.tolerance.mm:g} mm"
    measured = f"{imprint.last_rule:.1f} mm"
    if abs(imprint.last_rule - place.last_line.mm) > place.tolerance.mm:
        yield Problem(
            "版记的末条分隔线不在版心下边缘", Location(page=imprint.page), expected=expected, measured=measured
        )
    else:
        yield Measured("版记末条分隔线的高度", expected, measured)
