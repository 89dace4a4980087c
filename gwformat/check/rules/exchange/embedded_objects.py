"""X618: OLE objects and embedded files."""

from __future__ import annotations

from collections.abc import Iterator

from gwformat.check import Context, Need, Problem, rule
from gwformat.check.left_behind import told
from gwformat.findings import Severity
from gwformat.ooxml.leaks import LeakKind


@rule(
    "X618",
    name="embedded-objects",
    clause="惯例",
    severity=Severity.WARNING,
    needs=(Need.FORMATTING,),
)
def check(context: Context) -> Iterator[Problem]:
    """文中不应嵌入别的文件。

    页面上只看得见一小部分，整份文件都在里面。

    不合规::

        ［留痕］嵌入的工作簿

    合规::

        ［留痕］图表的工作簿
    """
    yield from told(context, LeakKind.EMBEDDED, "嵌入了别的文件")
