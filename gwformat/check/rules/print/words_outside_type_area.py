"""P772: words outside the type area."""

from __future__ import annotations

from collections.abc import Iterator

from gwformat.check import Need, Problem, rule
from gwformat.check.press.lines import Line
from gwformat.check.printable import Printable, on
from gwformat.findings import Severity

_LETTER_TOP, _LETTER_BOTTOM = 29.0, 277.0  # mm; 10.1
_SLACK = 0.5  # mm


@rule(
    "P772",
    name="words-outside-type-area",
    clause="GB/T 9704-2012 5.2.1",
    severity=Severity.WARNING,
    needs=(Need.PRINT,),
)
def check(printable: Printable) -> Iterator[Problem]:
    """除页码外，文字在版心（156 毫米 × 225 毫米）之内。

    信函的首页从纸的上边 30 毫米排起，到第二条红线为止。

    不合规::

        ［印件］页眉里有文字

    不合规::

        ［印件］文字超出版心右边

    合规::

        ［印件］合格
    """
    area = printable.figures.type_area
    for page in printable.upright:
        if page.number in printable.unseen:
            continue
        top, bottom = area.top.mm - area.leading.mm, area.bottom.mm + area.leading.mm
        if page.number == 1 and printable.is_letter:
            top, bottom = _LETTER_TOP, _LETTER_BOTTOM
        number = printable.numbers.get(page.number)
        for line in printable.lines[page.number]:
            if number is not None and line.baseline == number.baseline:
                continue
            out = _outside(line, area.left.mm - area.tolerance.mm, area.right.mm + area.overhang.mm, top, bottom)
            if out:
                yield Problem(f"“{line.text.strip()[:12]}”超出版心{out}边", on(page), measured=out)
                break


def _outside(line: Line, left: float, right: float, top: float, bottom: float) -> str:
    """The edge beyond which the line reaches; "" if none."""
    if line.left < left - _SLACK:
        return "左"
    if line.right > right + _SLACK:
        return "右"
    if line.top < top - _SLACK:
        return "上"
    return "下" if line.bottom > bottom + _SLACK else ""
