"""X631: styles, lists and fonts nothing uses."""

from __future__ import annotations

from collections.abc import Iterator

from gwformat.check import Context, Need, Problem, rule
from gwformat.check.left_behind import told
from gwformat.findings import Severity
from gwformat.ooxml.leaks import LeakKind


@rule(
    "X631",
    name="unused-styles",
    clause="惯例",
    severity=Severity.INFO,
    needs=(Need.FORMATTING,),
)
def check(context: Context) -> Iterator[Problem]:
    """没有用到的样式、编号、字体不必留在文件里。

    样式的名称常有人名和别的文件的题目。

    不合规::

        ［留痕］没有用到的样式

    合规::

        ［留痕］样式隐藏的文字
    """
    yield from told(context, LeakKind.UNUSED_STYLE, "留着没有用到的样式")
