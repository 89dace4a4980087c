"""X614: the data source of a mail merge."""

from __future__ import annotations

from collections.abc import Iterator

from gwformat.check import Context, Need, Problem, rule
from gwformat.check.left_behind import told
from gwformat.findings import Severity
from gwformat.ooxml.leaks import LeakKind


@rule(
    "X614",
    name="mail-merge-source",
    clause="惯例",
    severity=Severity.WARNING,
    needs=(Need.FORMATTING,),
)
def check(context: Context) -> Iterator[Problem]:
    """发出的文件不应带有邮件合并的数据源。

    不合规::

        ［留痕］邮件合并

    合规::

        ［留痕］模板路径
    """
    yield from told(context, LeakKind.MAIL_MERGE, "带有邮件合并的数据源")
