"""P745: transparency."""

from __future__ import annotations

from collections.abc import Iterator

from gwformat.check import Need, Problem, rule
from gwformat.check.printable import Printable, on
from gwformat.findings import Severity


@rule(
    "P745",
    name="transparency",
    clause="惯例",
    severity=Severity.WARNING,
    needs=(Need.PRINT,),
)
def check(printable: Printable) -> Iterator[Problem]:
    """没有透明效果：印制的机器要先压平，压平时文字可能变粗或变成图片。

    不合规::

        ［印件］有半透明的图形

    不合规::

        ［印件］图片带透明通道

    不合规::

        ［印件］有混合模式

    合规::

        ［印件］合格
    """
    for page in printable.pages:
        if page.transparency:
            yield Problem(f"有透明效果：{'、'.join(page.transparency)}", on(page))
