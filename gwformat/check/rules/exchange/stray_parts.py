"""X637: parts nothing in the document uses."""

from __future__ import annotations

from collections.abc import Iterator

from gwformat.check import Context, Need, Problem, rule
from gwformat.check.left_behind import told
from gwformat.findings import Severity
from gwformat.ooxml.leaks import LeakKind


@rule(
    "X637",
    name="stray-parts",
    clause="惯例",
    severity=Severity.WARNING,
    needs=(Need.FORMATTING,),
)
def check(context: Context) -> Iterator[Problem]:
    """文件里不应留着没有用到的或者不认识的部件。

    docx 是压缩包，任何文件都能放进去而看不见。

    不合规::

        ［留痕］没有主的部件

    合规::

        ［留痕］图片之后的数据
    """
    yield from told(context, LeakKind.STRAY_PART, "留着没有用到的部件")
