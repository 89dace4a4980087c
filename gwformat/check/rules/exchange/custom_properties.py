"""X608: custom properties."""

from __future__ import annotations

from collections.abc import Iterator

from gwformat.check import Context, Need, Problem, rule
from gwformat.check.left_behind import told
from gwformat.findings import Severity
from gwformat.ooxml.leaks import LeakKind


@rule(
    "X608",
    name="custom-properties",
    clause="惯例",
    severity=Severity.INFO,
    needs=(Need.FORMATTING,),
)
def check(context: Context) -> Iterator[Problem]:
    """发出的文件不必带有自定义的属性。

    办公系统和文字处理程序常把流程编号、程序版本写在这里。

    不合规::

        ［留痕］自定义属性

    合规::

        ［留痕］作者
    """
    yield from told(context, LeakKind.CUSTOM_PROPERTIES, "自定义属性")
