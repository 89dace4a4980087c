"""X632: building blocks."""

from __future__ import annotations

from collections.abc import Iterator

from gwformat.check import Context, Need, Problem, rule
from gwformat.check.left_behind import told
from gwformat.findings import Severity
from gwformat.ooxml.leaks import LeakKind


@rule(
    "X632",
    name="building-blocks",
    clause="惯例",
    severity=Severity.WARNING,
    needs=(Need.FORMATTING,),
)
def check(context: Context) -> Iterator[Problem]:
    """发出的文件不应带有文档部件（构建基块）。

    不合规::

        ［留痕］构建基块

    合规::

        ［留痕］网页设置
    """
    yield from told(context, LeakKind.GLOSSARY, "带有文档部件")
