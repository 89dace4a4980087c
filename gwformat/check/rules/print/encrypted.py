"""P754: an encrypted file."""

from __future__ import annotations

from collections.abc import Iterator

from gwformat.check import Need, Problem, rule
from gwformat.check.printable import Printable
from gwformat.findings import Severity


@rule(
    "P754",
    name="encrypted",
    clause="惯例",
    severity=Severity.ERROR,
    needs=(Need.PRINT,),
)
def check(printable: Printable) -> Iterator[Problem]:
    """文件没有加密，印制的机器打得开。打不开的，其余各项都没有核实。

    不合规::

        ［印件］文件加密

    不合规::

        ［印件］打开要口令

    合规::

        ［印件］合格
    """
    if printable.file.encryption:
        yield Problem(f"文件加密（{printable.file.encryption}）", measured=printable.file.encryption)
    if printable.file.locked:
        yield Problem("文件打不开，其余各项都没有核实", severity=Severity.UNVERIFIED)
