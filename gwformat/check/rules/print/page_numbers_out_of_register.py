"""P715: page numbers of both sides that do not meet."""

from __future__ import annotations

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
    """双面印刷，页码套正，两面误差不超过 2 毫米；摊开的两页，页码相差不超过 4 毫米。

    一张纸正反两面的页码，到外侧纸边的距离和高低都相近。订口 28 毫米、右边 26 毫米的版心，
    两面本来相差 2 毫米，不算在内。

    不合规::

        ［印件］偶数页的页码偏 6 毫米

    不合规::

        ［印件］有一页的页码偏高

    合规::

        ［印件］合格
    """
    register = printable.figures.register
    places = {page: _place(number, printable.pages[page - 1].width) for page, number in printable.numbers.items()}
    worst: float | None = None
    found = False
    for page, back in places.items():
        front = places.get(page - 1)
        if front is None:
            continue
        inset, height = back[0] - front[0], abs(front[1] - back[1])
        sideways = min(abs(inset), abs(inset - register.nominal.mm))  # with mirrored margins, and without
        one_leaf = page % 2 == 0
        limit = register.tolerance.mm if one_leaf else register.facing.mm
        apart = max(height, sideways) if one_leaf else height
        worst = max(worst or 0.0, apart)
        if apart > limit:
            found = True
            what = "正反两面" if one_leaf else "摊开的两页"
            message = f"第 {page - 1}、{page} 页是{what}，页码没有对正"
            expected = f"相差不超过 {limit:g} mm"
            yield Problem(message, Location(page=page), expected=expected, measured=f"{apart:.1f} mm")
    if worst is not None and not found:
        yield Measured("两面页码之差", f"不超过 {register.tolerance.mm:g} mm", f"{worst:.1f} mm")


def _place(number: PageNumber, width: float) -> tuple[float, float]:
    """From the outer edge of the leaf, and from the top."""
    return (width - number.right if number.page % 2 else number.left), number.baseline
