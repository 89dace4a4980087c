"""X620: pictures linked from elsewhere."""

from __future__ import annotations

from collections.abc import Iterator

from gwformat.check import Context, Need, Problem, rule
from gwformat.check.left_behind import told
from gwformat.findings import Severity
from gwformat.ooxml.leaks import LeakKind


@rule(
    "X620",
    name="linked-pictures",
    clause="惯例",
    severity=Severity.WARNING,
    needs=(Need.FORMATTING,),
)
def check(context: Context) -> Iterator[Problem]:
    """图片应存在文件里，不应链接到别处。

    不合规::

        ［留痕］链接的图片

    合规::

        ［留痕］图片的替代文字
    """
    yield from told(context, LeakKind.LINKED, "有链接的图片")
