"""P784: an OFD that needs, or leads to, what is not in it."""

from __future__ import annotations

from collections.abc import Iterator

from gwformat.check import Need, Problem, rule
from gwformat.check.printable import Printable
from gwformat.findings import Severity


@rule(
    "P784",
    name="ofd-not-self-contained",
    clause="GB/T 42133-2022",
    severity=Severity.WARNING,
    needs=(Need.PRINT,),
    from_memory=True,
)
def check(printable: Printable) -> Iterator[Problem]:
    """交换和存档的 OFD 自成一体：不靠文件以外的内容，没有声音和影片；点击打开的网址给以提示。

    不合规::

        ［印件］OFD 用了文件以外的资源

    不合规::

        ［印件］OFD 里有影片

    不合规::

        ［印件］OFD 里有网址链接

    合规::

        ［印件］合格的 OFD
    """
    file = printable.ofd
    for address in file.outside:
        yield Problem(f"要用到文件以外的“{address[:60]}”", measured=address)
    for one in file.media:
        yield Problem(f"有{one}", measured=one)
    for address in file.links:
        yield Problem(f"点击会打开网址“{address[:60]}”", measured=address, severity=Severity.INFO)
