"""X615: custom XML."""

from __future__ import annotations

from collections.abc import Iterator

from gwformat.check import Context, Need, Problem, rule
from gwformat.check.left_behind import told
from gwformat.findings import Severity
from gwformat.ooxml.leaks import LeakKind


@rule(
    "X615",
    name="custom-xml",
    clause="惯例",
    severity=Severity.INFO,
    needs=(Need.FORMATTING,),
)
def check(context: Context) -> Iterator[Problem]:
    """发出的文件不应带有自定义 XML 数据。

    本程序自己写的要素标注里没有文字，不算。

    不合规::

        ［留痕］自定义XML

    合规::

        ［留痕］内容控件
    """
    yield from told(context, LeakKind.CUSTOM_XML, "带有自定义 XML 数据")
