"""P794: parts of an OFD that nothing refers to."""

from __future__ import annotations

from collections.abc import Iterator

from gwformat.check import Need, Problem, rule
from gwformat.check.printable import Printable
from gwformat.findings import Severity


@rule(
    "P794",
    name="ofd-stray-parts",
    clause="惯例",
    severity=Severity.INFO,
    needs=(Need.PRINT,),
)
def check(printable: Printable) -> Iterator[Problem]:
    """OFD 的包里没有用不着的文件；夹在里面的草稿、旧版会随文件发出去。

    不合规::

        ［印件］OFD 里有用不着的文件

    合规::

        ［印件］合格的 OFD
    """
    for name in printable.ofd.stray:
        yield Problem(f"包里有用不着的文件“{name}”", measured=name)
