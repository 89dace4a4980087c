"""P758: something that happens by itself when the file is opened."""

from __future__ import annotations

from collections.abc import Iterator

from gwformat.check import Need, Problem, rule
from gwformat.check.printable import Printable
from gwformat.findings import Severity


@rule(
    "P758",
    name="automatic-actions",
    clause="惯例",
    severity=Severity.WARNING,
    needs=(Need.PRINT,),
)
def check(printable: Printable) -> Iterator[Problem]:
    """打开文件时不自动启动程序、提交表单或打开网址。

    不合规::

        ［印件］打开时启动程序

    合规::

        ［印件］合格
    """
    for action in printable.file.actions:
        yield Problem(f"打开时会{action}", measured=action)
