"""X606: the properties of a file: author, title, times."""

from __future__ import annotations

from collections.abc import Iterator

from gwformat.check import Context, Need, Problem, rule
from gwformat.check.left_behind import told
from gwformat.findings import Severity
from gwformat.ooxml.leaks import LeakKind


@rule(
    "X606",
    name="core-properties",
    clause="惯例",
    severity=Severity.INFO,
    needs=(Need.FORMATTING,),
)
def check(context: Context) -> Iterator[Problem]:
    """发出的文件不必带有作者、修改者、标题、时间等属性。

    不合规::

        ［留痕］作者

    合规::

        ［留痕］单位
    """
    yield from told(context, LeakKind.CORE_PROPERTIES, "文件属性")
