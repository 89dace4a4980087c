"""X627: alternative texts."""

from __future__ import annotations

from collections.abc import Iterator

from gwformat.check import Context, Need, Problem, rule
from gwformat.check.left_behind import told
from gwformat.findings import Severity
from gwformat.ooxml.leaks import LeakKind


@rule(
    "X627",
    name="alternative-text",
    clause="惯例",
    severity=Severity.INFO,
    needs=(Need.FORMATTING,),
)
def check(context: Context) -> Iterator[Problem]:
    """图片、表格的替代文字和提示发出前要看一遍。

    程序自动填写的替代文字往往是图片在本机的路径。

    不合规::

        ［留痕］图片的替代文字

    合规::

        ［留痕］PNG的文字
    """
    yield from told(context, LeakKind.ALT_TEXT, "有替代文字")
