"""X609: document variables."""

from __future__ import annotations

from collections.abc import Iterator

from gwformat.check import Context, Need, Problem, rule
from gwformat.check.left_behind import told
from gwformat.findings import Severity
from gwformat.ooxml.leaks import LeakKind


@rule(
    "X609",
    name="document-variables",
    clause="惯例",
    severity=Severity.INFO,
    needs=(Need.FORMATTING,),
)
def check(context: Context) -> Iterator[Problem]:
    """发出的文件不应带有文档变量。

    模板和插件把填写过的内容存在这里。

    不合规::

        ［留痕］文档变量

    合规::

        ［留痕］自定义属性
    """
    yield from told(context, LeakKind.VARIABLES, "有文档变量")
