"""P781: what the container of an OFD gets wrong."""

from __future__ import annotations

from collections.abc import Iterator

from gwformat.check import Need, Problem, rule
from gwformat.check.printable import Printable
from gwformat.findings import Severity


@rule(
    "P781",
    name="ofd-container",
    clause="GB/T 33190-2016 7",
    severity=Severity.ERROR,
    needs=(Need.PRINT,),
)
def check(printable: Printable) -> Iterator[Problem]:
    """OFD 的主入口和各部件用标准的命名空间，版本号 1.0，类型 OFD 或 OFD-A，一个文件一份文档。

    不合规::

        ［印件］OFD 的命名空间不对

    不合规::

        ［印件］OFD 的类型不对

    不合规::

        ［印件］OFD 里有两份文档

    合规::

        ［印件］合格的 OFD
    """
    for fault in printable.ofd.faults:
        yield Problem(fault, measured=fault)
