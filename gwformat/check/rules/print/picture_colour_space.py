"""P742: a picture in colours that a press of black and red cannot print."""

from __future__ import annotations

from collections.abc import Iterator

from gwformat.check import Need, Problem, rule
from gwformat.check.printable import Printable, on
from gwformat.findings import Severity
from gwformat.finished.values import Space


@rule(
    "P742",
    name="picture-colour-space",
    clause="惯例",
    severity=Severity.INFO,
    needs=(Need.PRINT,),
)
def check(printable: Printable) -> Iterator[Problem]:
    """公文用黑、红两色印刷，图片宜用灰度；彩色图片要另行安排。

    Lab 和专色的图片各软件换算不一，给以警告。

    不合规::

        ［印件］图片是 RGB 的

    不合规::

        ［印件］图片是 Lab 的

    合规::

        ［印件］300 dpi 的灰度图片
    """
    for page in printable.pages:
        for picture in page.pictures:
            if picture.space in (Space.LAB, Space.SPOT):
                yield Problem(
                    f"图片是{picture.space.value}颜色",
                    on(page),
                    measured=picture.space.value,
                    severity=Severity.WARNING,
                )
            elif picture.space in (Space.RGB, Space.CMYK):
                yield Problem(
                    f"彩色图片（{picture.space.value}）", on(page), expected="灰度", measured=picture.space.value
                )
