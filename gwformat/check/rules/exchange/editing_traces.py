"""X610: numbers of editing sessions, paragraphs and drawings."""

from __future__ import annotations

from collections.abc import Iterator

from gwformat.check import Context, Need, Problem, rule
from gwformat.check.left_behind import told
from gwformat.findings import Severity
from gwformat.ooxml.leaks import LeakKind


@rule(
    "X610",
    name="editing-traces",
    clause="惯例",
    severity=Severity.INFO,
    needs=(Need.FORMATTING,),
)
def check(context: Context) -> Iterator[Problem]:
    """发出的文件不必带有编辑编号、段落编号、校对记号。

    凭这些编号可以看出几份文件是不是从同一份改来的。

    不合规::

        ［留痕］编辑编号

    合规::

        ［留痕］书签
    """
    yield from told(context, LeakKind.EDIT_TRACES, "有编辑痕迹")
