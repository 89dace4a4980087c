"""P734: RGB and CMYK in one file."""

from __future__ import annotations

from collections.abc import Iterator

from gwformat.check import Need, Problem, rule
from gwformat.check.printable import Printable
from gwformat.findings import Location, Severity
from gwformat.finished.values import Space


@rule(
    "P734",
    name="mixed-colour-spaces",
    clause="惯例",
    severity=Severity.WARNING,
    needs=(Need.PRINT,),
)
def check(printable: Printable) -> Iterator[Problem]:
    """一份文件只用一种颜色方式，RGB 和 CMYK 混用的，同一种红印出来不一样。

    不合规::

        ［印件］RGB 和 CMYK 混用

    合规::

        ［印件］四色的黑和红
    """
    spaces: dict[Space, int] = {}
    for page, paint, _ in printable.paints():
        spaces.setdefault(paint.space, page.number)
    for page in printable.pages:
        for picture in page.pictures:
            spaces.setdefault(picture.space, page.number)
    if Space.RGB in spaces and Space.CMYK in spaces:
        where = Location(page=max(spaces[Space.RGB], spaces[Space.CMYK]))
        yield Problem("RGB 和 CMYK 混用", where, expected="一种颜色方式", measured="RGB、CMYK")
