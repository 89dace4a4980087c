"""X633: settings for web pages."""

from __future__ import annotations

from collections.abc import Iterator

from gwformat.check import Context, Need, Problem, rule
from gwformat.check.left_behind import told
from gwformat.findings import Severity
from gwformat.ooxml.leaks import LeakKind


@rule(
    "X633",
    name="web-settings",
    clause="惯例",
    severity=Severity.INFO,
    needs=(Need.FORMATTING,),
)
def check(context: Context) -> Iterator[Problem]:
    """发出的文件不必带有网页设置。

    从网页粘贴来的内容会在这里留下记录。

    不合规::

        ［留痕］网页设置

    合规::

        ［留痕］构建基块
    """
    yield from told(context, LeakKind.WEB_SETTINGS, "带有网页设置")
