"""X628: what picture files hold besides their pixels."""

from __future__ import annotations

from collections.abc import Iterator

from gwformat.check import Context, Need, Problem, rule
from gwformat.check.left_behind import told
from gwformat.findings import Severity
from gwformat.ooxml.leaks import LeakKind


@rule(
    "X628",
    name="picture-metadata",
    clause="惯例",
    severity=Severity.INFO,
    needs=(Need.FORMATTING,),
)
def check(context: Context) -> Iterator[Problem]:
    """图片不应带有拍摄时间、地点、设备等信息。

    不合规::

        ［留痕］PNG的文字

    合规::

        ［留痕］图片的替代文字
    """
    yield from told(context, LeakKind.PICTURE_DATA, "图片带有附加信息")
