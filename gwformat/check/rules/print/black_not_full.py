"""P732: words or lines in grey."""

from __future__ import annotations

from collections.abc import Iterator

from gwformat.check import Need, Problem, rule
from gwformat.check.printable import Printable, on
from gwformat.findings import Severity


@rule(
    "P732",
    name="black-not-full",
    clause="GB/T 9704-2012 6.2",
    severity=Severity.ERROR,
    needs=(Need.PRINT,),
)
def check(printable: Printable) -> Iterator[Problem]:
    """黑色油墨应达到色谱所标 BL100%；灰色靠网点印成，笔画发虚。

    不合规::

        ［印件］有灰色的文字

    合规::

        ［印件］合格
    """
    for page, paint, what in printable.paints():
        if paint.is_gray and what != "图形":
            yield Problem(f"{what}是灰色", on(page), expected="黑色 100%", measured=paint.said)
