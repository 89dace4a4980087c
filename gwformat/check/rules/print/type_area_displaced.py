"""P770: a type area that is not where it should be."""

from __future__ import annotations

from collections.abc import Iterator

from gwformat.check import Measured, Need, Problem, rule
from gwformat.check.printable import Printable
from gwformat.findings import Location, Severity

_SLACK = 0.15  # mm: the side of a glyph, the ascent of a face


@rule(
    "P770",
    name="type-area-displaced",
    clause="GB/T 9704-2012 5.2.1",
    severity=Severity.ERROR,
    needs=(Need.PRINT,),
)
def check(printable: Printable) -> Iterator[Problem | Measured]:
    """天头 37 毫米 ± 1 毫米，订口 28 毫米 ± 1 毫米。

    左边由几行共同的起点量得；上边由第二页起每页首行字的上沿量得。
    上下边距取 37、35 毫米的版面，字比天头低约 2 毫米，给以提示。

    不合规::

        ［印件］版心偏左 3 毫米

    不合规::

        ［印件］第二页偏下 3 毫米

    合规::

        ［印件］合格
    """
    area = printable.figures.type_area
    found = False
    for number, measured in printable.areas.items():
        edges = [("订口", measured.left, area.left.mm)]
        edges += [("天头", measured.top, area.top.mm)] if number > 1 and number not in printable.unseen else []
        for name, edge, wanted in edges:
            if edge is None:
                continue
            found = True
            if abs(edge - wanted) > area.tolerance.mm + _SLACK:
                low = name == "天头" and 0 < edge - wanted <= area.tolerance.mm + area.leading.mm
                yield Problem(
                    f"{name}不合标准",
                    Location(page=number),
                    expected=f"{wanted:g} ± {area.tolerance.mm:g} mm",
                    measured=f"{edge:.1f} mm",
                    severity=Severity.INFO if low else None,
                )
    if not found and any(not page.blank for page in printable.pages):
        yield Problem("量不出版心的位置，天头和订口没有核实", severity=Severity.UNVERIFIED)
    elif found:
        shown = next((m.left for m in printable.areas.values() if m.left is not None), None)
        if shown is not None:
            yield Measured("订口", f"{area.left.mm:g} ± {area.tolerance.mm:g} mm", f"{shown:.1f} mm")
