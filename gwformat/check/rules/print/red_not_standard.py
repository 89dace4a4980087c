"""P733: a red other than that of the standard."""

from __future__ import annotations

from collections.abc import Iterator

from gwformat.check import Need, Problem, rule
from gwformat.check.printable import Printable, on
from gwformat.findings import Severity
from gwformat.finished.values import Space

_RED = (1.0, 0.0, 0.0)
_RGB_TOLERANCE = 0.2  # FF3333, which some make of Y80 M80, is as good


@rule(
    "P733",
    name="red-not-standard",
    clause="GB/T 9704-2012 6.2",
    severity=Severity.WARNING,
    needs=(Need.PRINT,),
)
def check(printable: Printable) -> Iterator[Problem]:
    """红色油墨为 Y80%、M80%；用 RGB 时取 FF0000。

    不合规::

        ［印件］四色红的配比不对

    不合规::

        ［印件］暗红的线

    合规::

        ［印件］四色的黑和红
    """
    inks = printable.figures.inks
    for page, paint, what in printable.paints():
        if not paint.is_red:
            continue
        wanted = inks.red if paint.space is Space.CMYK else _RED if paint.space is Space.RGB else None
        limit = inks.tolerance if paint.space is Space.CMYK else _RGB_TOLERANCE
        if wanted and max(abs(part - other) for part, other in zip(paint.parts, wanted, strict=True)) > limit:
            expected = "CMYK C0 M80 Y80 K0" if paint.space is Space.CMYK else "RGB #FF0000"
            yield Problem(f"{what}的红色不合标准", on(page), expected=expected, measured=paint.said)
