"""X603: hidden text."""

from __future__ import annotations

from collections.abc import Iterator

from gwformat.check import Context, Need, Problem, rule
from gwformat.check.left_behind import told
from gwformat.findings import Severity
from gwformat.ooxml.leaks import LeakKind


@rule(
    "X603",
    name="hidden-text-left",
    clause="惯例",
    severity=Severity.WARNING,
    needs=(Need.FORMATTING,),
)
def check(context: Context) -> Iterator[Problem]:
    """发出的文件不应有隐藏的文字。

    包括字符样式规定为隐藏的、只有旧版程序才显示的文字。

    不合规::

        ［留痕］隐藏文字

    合规::

        ［留痕］白色的字
    """
    yield from told(context, LeakKind.HIDDEN_TEXT, "有隐藏的文字")
