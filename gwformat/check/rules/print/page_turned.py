"""P703: a page shown turned."""

from __future__ import annotations

from collections.abc import Iterator

from gwformat.check import Need, Problem, rule
from gwformat.check.printable import Printable, on
from gwformat.findings import Severity


@rule(
    "P703",
    name="page-turned",
    clause="惯例",
    severity=Severity.WARNING,
    needs=(Need.PRINT,),
)
def check(printable: Printable) -> Iterator[Problem]:
    """页面不靠旋转标记（Rotate）摆正，拼版软件未必照办。

    不合规::

        ［印件］有一页转了 180 度

    合规::

        ［印件］合格
    """
    for page in printable.pages:
        if page.rotation:
            yield Problem(
                f"这一页靠旋转标记转了 {page.rotation}°，拼版时可能放倒",
                on(page),
                expected="0°",
                measured=f"{page.rotation}°",
            )
