"""X638: comments in the XML and markup of other programs."""

from __future__ import annotations

from collections.abc import Iterator

from gwformat.check import Context, Need, Problem, rule
from gwformat.check.left_behind import told
from gwformat.findings import Severity
from gwformat.ooxml.leaks import LeakKind


@rule(
    "X638",
    name="foreign-markup",
    clause="惯例",
    severity=Severity.INFO,
    needs=(Need.FORMATTING,),
)
def check(context: Context) -> Iterator[Problem]:
    """文件里不应有 XML 注释和别的程序私有的标记。

    办公系统有时把流程信息写在这里。

    不合规::

        ［留痕］别的程序的标记

    合规::

        ［留痕］段落编号
    """
    yield from told(context, LeakKind.FOREIGN_MARKUP, "有私有的标记")
