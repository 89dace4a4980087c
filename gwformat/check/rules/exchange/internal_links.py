"""X621: hyperlinks to disks and servers inside the house."""

from __future__ import annotations

from collections.abc import Iterator

from gwformat.check import Context, Need, Problem, rule
from gwformat.check.left_behind import told
from gwformat.findings import Severity
from gwformat.ooxml.leaks import LeakKind


@rule(
    "X621",
    name="internal-links",
    clause="惯例",
    severity=Severity.WARNING,
    needs=(Need.FORMATTING,),
)
def check(context: Context) -> Iterator[Problem]:
    """超链接不应指向本机磁盘、共享文件夹和内网的服务器。

    不合规::

        ［留痕］本机链接

    合规::

        ［留痕］链接的提示
    """
    yield from told(context, LeakKind.LOCAL_LINK, "有指向本机或内网的链接")
