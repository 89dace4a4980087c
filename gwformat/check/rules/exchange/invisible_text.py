"""X604: words in white or next to no size."""

from __future__ import annotations

from collections.abc import Iterator

from gwformat.check import Context, Need, Problem, rule
from gwformat.check.left_behind import told
from gwformat.findings import Severity
from gwformat.ooxml.leaks import LeakKind


@rule(
    "X604",
    name="invisible-text",
    clause="惯例",
    severity=Severity.WARNING,
    needs=(Need.FORMATTING,),
)
def check(context: Context) -> Iterator[Problem]:
    """文中不应有白色的或者小得看不见的字。

    有底纹、有填充颜色的地方，白色的字看得见，不算。

    不合规::

        ［留痕］白色的字

    合规::

        ［留痕］隐藏文字
    """
    yield from told(context, LeakKind.INVISIBLE_TEXT, "有看不见的字")
