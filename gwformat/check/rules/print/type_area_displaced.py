"""P770: a type area that is not where it should be."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from gwformat.check import Measured, Need, Problem, rule
from gwformat.check.press.area import edge
from gwformat.check.press.tolerances import TypeArea
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
    lefts: list[tuple[int | None, float]]
    lefts = [(number, area.left) for number, area in printable.areas.items() if area.left is not None]
    tops = [(number, area.top) for number, area in printable.areas.items() if number > 1 and area.top is not None]
    if not lefts:
        together = edge([start for area in printable.areas.values() for start in area.starts])
        lefts = [(None, together)] if together is not None else []
    figures = printable.figures.type_area
    yield from _judged("订口", lefts, figures.left.mm, figures, 0.0)
    yield from _judged("天头", tops, figures.top.mm, figures, figures.leading.mm)
    open_ends = [name for name, found in (("订口", lefts), ("天头", tops)) if not found]
    if open_ends and any(not page.blank for page in printable.pages):
        yield Problem(f"{'和'.join(open_ends)}量不出来，没有核实", severity=Severity.UNVERIFIED)


def _judged(
    name: str, edges: Sequence[tuple[int | None, float]], wanted: float, figures: TypeArea, forgiven: float
) -> Iterator[Problem | Measured]:
    """One edge on all pages; what lies no more than `forgiven` too low is only told."""
    limit = figures.tolerance.mm
    expected = f"{wanted:g} ± {limit:g} mm"
    worst = max(edges, key=lambda place: abs(place[1] - wanted), default=None)
    for number, place in edges:
        if abs(place - wanted) > limit + _SLACK:
            severity = Severity.INFO if 0 < place - wanted <= forgiven + 2 * _SLACK else None
            where = Location(page=number) if number is not None else None
            yield Problem(f"{name}不合标准", where, None, expected, f"{place:.1f} mm", severity)
    if worst is not None and abs(worst[1] - wanted) <= limit + _SLACK:
        yield Measured(name, expected, f"{worst[1]:.1f} mm")
