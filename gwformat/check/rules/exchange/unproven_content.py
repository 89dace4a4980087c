"""X641: what may hold words that nobody sees, and cannot go without a change to the pages."""

from __future__ import annotations

from collections.abc import Iterator

from gwformat.check import Context, Need, Problem, rule
from gwformat.check.left_behind import told
from gwformat.findings import Severity
from gwformat.ooxml.leaks import LeakKind


@rule(
    "X641",
    name="unproven-content",
    clause="惯例",
    severity=Severity.INFO,
    needs=(Need.FORMATTING,),
)
def check(context: Context) -> Iterator[Problem]:
    """文件里不应有无法核实的内容：它可能带着看不见的文字，去掉又会改变页面。

    不认识的图形、SmartArt 的数据、自选图形公式里的文字、链接的地址，程序不能代为去掉，请在 Word 或 WPS 里看过再发。

    不合规::

        ［留痕］不认识的图形

    合规::

        ［留痕］段落编号
    """
    yield from told(context, LeakKind.UNPROVEN, "有无法核实的内容")
