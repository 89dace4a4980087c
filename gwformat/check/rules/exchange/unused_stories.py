"""X635: headers, footers and notes that no page shows."""

from __future__ import annotations

from collections.abc import Iterator

from gwformat.check import Context, Need, Problem, rule
from gwformat.check.left_behind import told
from gwformat.findings import Severity
from gwformat.ooxml.leaks import LeakKind


@rule(
    "X635",
    name="unused-headers-and-notes",
    clause="惯例",
    severity=Severity.WARNING,
    needs=(Need.FORMATTING,),
)
def check(context: Context) -> Iterator[Problem]:
    """没有用到的页眉页脚、没有引用的脚注不应留在文件里。

    不合规::

        ［留痕］没有用到的首页页眉

    合规::

        ［留痕］批注
    """
    yield from told(context, LeakKind.UNUSED_STORY, "留着没有用到的页眉页脚或脚注")
