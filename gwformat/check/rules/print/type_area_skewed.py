"""P771: a type area that leans."""

from __future__ import annotations

import math
from collections.abc import Iterator

from gwformat.check import Measured, Need, Problem, rule
from gwformat.check.press.area import skew
from gwformat.check.printable import Printable, on
from gwformat.findings import Severity


@rule(
    "P771",
    name="type-area-skewed",
    clause="GB/T 9704-2012 6.1",
    severity=Severity.ERROR,
    needs=(Need.PRINT,),
)
def check(printable: Printable) -> Iterator[Problem | Measured]:
    """版心不斜，误差不超过 1 毫米。

    不合规::

        ［印件］有一页斜了半度

    合规::

        ［印件］斜得看不出来
    """
    limit, height = printable.figures.skew.tolerance.mm, printable.figures.type_area.height.mm
    worst: float | None = None
    for page in printable.upright:
        angle = None if page.number in printable.unseen else skew(page)
        if angle is None:
            continue
        off = abs(math.tan(math.radians(angle))) * height
        worst = max(worst or 0.0, off)
        if off > limit:
            expected = f"不超过 {limit:g} mm"
            yield Problem(f"版心斜了 {abs(angle):.2f}°", on(page), expected=expected, measured=f"{off:.1f} mm")
    if worst is not None and worst <= limit:
        yield Measured("版心的偏斜", f"不超过 {limit:g} mm", f"{worst:.1f} mm")
