"""X616: macros."""

from __future__ import annotations

from collections.abc import Iterator

from gwformat.check import Context, Need, Problem, rule
from gwformat.check.left_behind import told
from gwformat.findings import Severity
from gwformat.ooxml.leaks import LeakKind


@rule(
    "X616",
    name="macros",
    clause="惯例",
    severity=Severity.WARNING,
    needs=(Need.FORMATTING,),
)
def check(context: Context) -> Iterator[Problem]:
    """发出的文件不应有宏。

    不合规::

        ［留痕］宏

    合规::

        ［留痕］ActiveX控件
    """
    yield from told(context, LeakKind.MACRO, "有宏")
