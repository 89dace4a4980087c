"""P741: line art of too low a resolution."""

from __future__ import annotations

from collections.abc import Iterator

from gwformat.check import Need, Problem, rule
from gwformat.check.printable import Printable, on
from gwformat.findings import Severity

_SMALL = 3.0  # mm: smaller ones are ornaments


@rule(
    "P741",
    name="line-art-too-coarse",
    clause="惯例",
    severity=Severity.WARNING,
    needs=(Need.PRINT,),
)
def check(printable: Printable) -> Iterator[Problem]:
    """只有黑白两色的线条图不低于 600 dpi。

    不合规::

        ［印件］线条图只有 200 dpi

    合规::

        ［印件］600 dpi 的线条图
    """
    least = printable.figures.pictures.line_art
    for page in printable.pages:
        for picture in page.pictures:
            if picture.line_art and picture.dpi < least - 1 and max(picture.box.width, picture.box.height) > _SMALL:
                size = f"{picture.columns} × {picture.rows} 像素，{picture.dpi:.0f} dpi"
                yield Problem("黑白线条图分辨率太低", on(page), expected=f"{least} dpi", measured=size)
