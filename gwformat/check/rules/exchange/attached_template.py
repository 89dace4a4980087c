"""X611: the path of the attached template."""

from __future__ import annotations

from collections.abc import Iterator

from gwformat.check import Context, Need, Problem, rule
from gwformat.check.left_behind import told
from gwformat.findings import Severity
from gwformat.ooxml.leaks import LeakKind


@rule(
    "X611",
    name="attached-template",
    clause="惯例",
    severity=Severity.INFO,
    needs=(Need.FORMATTING,),
)
def check(context: Context) -> Iterator[Problem]:
    """发出的文件不应带有模板的路径。

    打开文件时程序会去取这个模板；路径常带有用户名和服务器名。

    不合规::

        ［留痕］模板路径

    合规::

        ［留痕］邮件合并
    """
    yield from told(context, LeakKind.TEMPLATE, "带有模板的路径")
