"""X623: whole documents that are imported when the file is opened."""

from __future__ import annotations

from collections.abc import Iterator

from gwformat.check import Context, Need, Problem, rule
from gwformat.check.left_behind import told
from gwformat.findings import Severity
from gwformat.ooxml.leaks import LeakKind


@rule(
    "X623",
    name="imported-documents",
    clause="惯例",
    severity=Severity.WARNING,
    needs=(Need.FORMATTING,),
)
def check(context: Context) -> Iterator[Problem]:
    """文中不应有打开时才合并进来的整份文件。

    用 Word 打开后另存，内容就成为正文。

    不合规::

        ［留痕］插入的整份文件

    合规::

        ［留痕］插入文件域
    """
    yield from told(context, LeakKind.IMPORTED, "有打开时才合并的文件")
