"""X607: the properties of a file: company, manager, template, editing time."""

from __future__ import annotations

from collections.abc import Iterator

from gwformat.check import Context, Need, Problem, rule
from gwformat.check.left_behind import told
from gwformat.findings import Severity
from gwformat.ooxml.leaks import LeakKind


@rule(
    "X607",
    name="app-properties",
    clause="惯例",
    severity=Severity.INFO,
    needs=(Need.FORMATTING,),
)
def check(context: Context) -> Iterator[Problem]:
    """发出的文件不必带有单位、主管、模板、编辑时间等属性。

    不合规::

        ［留痕］单位

    合规::

        ［留痕］作者
    """
    yield from told(context, LeakKind.APP_PROPERTIES, "文件属性")
