"""X605: objects off the page."""

from __future__ import annotations

from collections.abc import Iterator

from gwformat.check import Context, Need, Problem, rule
from gwformat.check.left_behind import told
from gwformat.findings import Severity
from gwformat.ooxml.leaks import LeakKind


@rule(
    "X605",
    name="object-off-page",
    clause="惯例",
    severity=Severity.WARNING,
    needs=(Need.FORMATTING,),
)
def check(context: Context) -> Iterator[Problem]:
    """页面以外不应放文字框、图片。

    不合规::

        ［留痕］页面以外的文本框

    合规::

        ［留痕］图片的替代文字
    """
    yield from told(context, LeakKind.OFF_PAGE, "页面以外有对象")
