"""X617: ActiveX controls."""

from __future__ import annotations

from collections.abc import Iterator

from gwformat.check import Context, Need, Problem, rule
from gwformat.check.left_behind import told
from gwformat.findings import Severity
from gwformat.ooxml.leaks import LeakKind


@rule(
    "X617",
    name="active-x-controls",
    clause="惯例",
    severity=Severity.WARNING,
    needs=(Need.FORMATTING,),
)
def check(context: Context) -> Iterator[Problem]:
    """发出的文件不应有 ActiveX 控件。

    不合规::

        ［留痕］ActiveX控件

    合规::

        ［留痕］OLE对象
    """
    yield from told(context, LeakKind.ACTIVE_X, "有 ActiveX 控件")
