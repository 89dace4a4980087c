"""P740: a picture of too low a resolution."""

from __future__ import annotations

from collections.abc import Iterator

from gwformat.check import Need, Problem, rule
from gwformat.check.printable import Printable, on
from gwformat.findings import Severity

_SMALL = 3.0  # mm: smaller ones are ornaments


@rule(
    "P740",
    name="picture-too-coarse",
    clause="惯例",
    severity=Severity.WARNING,
    needs=(Need.PRINT,),
)
def check(printable: Printable) -> Iterator[Problem]:
    """图片的分辨率不低于 300 dpi；不足一半的印出来有锯齿，是错误。

    不合规::

        ［印件］图片只有 96 dpi

    不合规::

        ［印件］图片只有 200 dpi

    合规::

        ［印件］300 dpi 的灰度图片
    """
    least = printable.figures.pictures.halftone
    for page in printable.pages:
        for picture in page.pictures:
            if not picture.line_art and picture.dpi < least - 1 and max(picture.box.width, picture.box.height) > _SMALL:
                severity = Severity.ERROR if picture.dpi < least / 2 else None
                size = f"{picture.columns} × {picture.rows} 像素，{picture.dpi:.0f} dpi"
                yield Problem("图片分辨率太低", on(page), expected=f"{least} dpi", measured=size, severity=severity)
