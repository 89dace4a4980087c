"""X601: tracked changes."""

from __future__ import annotations

from collections.abc import Iterator

from gwformat.check import Context, Need, Problem, rule
from gwformat.check.left_behind import told
from gwformat.findings import Severity
from gwformat.ooxml.leaks import LeakKind


@rule(
    "X601",
    name="tracked-changes-left",
    clause="惯例",
    severity=Severity.WARNING,
    needs=(Need.FORMATTING,),
)
def check(context: Context) -> Iterator[Problem]:
    """发出的文件不应留有修订痕迹。

    删去的字、改动者的姓名和时间都还在文件里。

    不合规::

        ［留痕］删除的文字

    合规::

        ［留痕］隐藏文字
    """
    yield from told(context, LeakKind.REVISION, "有修订痕迹")
