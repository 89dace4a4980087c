"""X634: data of content controls."""

from __future__ import annotations

from collections.abc import Iterator

from gwformat.check import Context, Need, Problem, rule
from gwformat.check.left_behind import told
from gwformat.findings import Severity
from gwformat.ooxml.leaks import LeakKind


@rule(
    "X634",
    name="content-control-data",
    clause="惯例",
    severity=Severity.INFO,
    needs=(Need.FORMATTING,),
)
def check(context: Context) -> Iterator[Problem]:
    """内容控件的标题、标记和数据绑定不必随文发出。

    不合规::

        ［留痕］内容控件

    合规::

        ［留痕］自定义XML
    """
    yield from told(context, LeakKind.CONTENT_CONTROL, "内容控件带有数据")
