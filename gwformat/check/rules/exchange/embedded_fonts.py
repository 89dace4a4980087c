"""X630: embedded fonts."""

from __future__ import annotations

from collections.abc import Iterator

from gwformat.check import Context, Need, Problem, rule
from gwformat.check.left_behind import told
from gwformat.findings import Severity
from gwformat.ooxml.leaks import LeakKind


@rule(
    "X630",
    name="embedded-fonts",
    clause="惯例",
    severity=Severity.INFO,
    needs=(Need.FORMATTING,),
)
def check(context: Context) -> Iterator[Problem]:
    """嵌入的字体应是许可嵌入的。

    不合规::

        ［留痕］嵌入的字体

    合规::

        ［留痕］没有用到的字体
    """
    yield from told(context, LeakKind.EMBEDDED_FONT, "嵌入了字体")
