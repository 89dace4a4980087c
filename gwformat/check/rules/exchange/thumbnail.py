"""X613: a thumbnail of the first page."""

from __future__ import annotations

from collections.abc import Iterator

from gwformat.check import Context, Need, Problem, rule
from gwformat.check.left_behind import told
from gwformat.findings import Severity
from gwformat.ooxml.leaks import LeakKind


@rule(
    "X613",
    name="thumbnail",
    clause="惯例",
    severity=Severity.INFO,
    needs=(Need.FORMATTING,),
)
def check(context: Context) -> Iterator[Problem]:
    """发出的文件不应带有缩略图。

    缩略图可能是改动以前的首页。

    不合规::

        ［留痕］缩略图

    合规::

        ［留痕］图片的替代文字
    """
    yield from told(context, LeakKind.THUMBNAIL, "带有缩略图")
