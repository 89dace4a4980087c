"""X612: printer settings."""

from __future__ import annotations

from collections.abc import Iterator

from gwformat.check import Context, Need, Problem, rule
from gwformat.check.left_behind import told
from gwformat.findings import Severity
from gwformat.ooxml.leaks import LeakKind


@rule(
    "X612",
    name="printer-settings",
    clause="惯例",
    severity=Severity.INFO,
    needs=(Need.FORMATTING,),
)
def check(context: Context) -> Iterator[Problem]:
    """发出的文件不必带有打印机设置。

    里面有打印机的名称和所在的服务器。

    不合规::

        ［留痕］打印机设置

    合规::

        ［留痕］缩略图
    """
    yield from told(context, LeakKind.PRINTER, "带有打印机设置")
