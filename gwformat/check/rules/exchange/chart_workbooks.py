"""X619: the workbooks behind charts."""

from __future__ import annotations

from collections.abc import Iterator

from gwformat.check import Context, Need, Problem, rule
from gwformat.check.left_behind import told
from gwformat.findings import Severity
from gwformat.ooxml.leaks import LeakKind


@rule(
    "X619",
    name="chart-workbooks",
    clause="惯例",
    severity=Severity.INFO,
    needs=(Need.FORMATTING,),
)
def check(context: Context) -> Iterator[Problem]:
    """图表背后的整个工作簿不必随文发出。

    图表所用的数值另外存有一份，去掉工作簿不影响显示。

    不合规::

        ［留痕］图表的工作簿

    合规::

        ［留痕］嵌入的工作簿
    """
    yield from told(context, LeakKind.CHART_DATA, "图表带有工作簿")
