"""X602: comments."""

from __future__ import annotations

from collections.abc import Iterator

from gwformat.check import Context, Need, Problem, rule
from gwformat.check.left_behind import told
from gwformat.findings import Severity
from gwformat.ooxml.leaks import LeakKind


@rule(
    "X602",
    name="comments-left",
    clause="惯例",
    severity=Severity.WARNING,
    needs=(Need.FORMATTING,),
)
def check(context: Context) -> Iterator[Problem]:
    """发出的文件不应留有批注。

    不合规::

        ［留痕］批注

    合规::

        ［留痕］书签
    """
    yield from told(context, LeakKind.COMMENT, "有批注")
