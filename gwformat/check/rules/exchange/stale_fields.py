"""X636: outcomes of fields that are out of date."""

from __future__ import annotations

from collections.abc import Iterator

from gwformat.check import Context, Need, Problem, rule
from gwformat.check.left_behind import told
from gwformat.findings import Severity
from gwformat.ooxml.leaks import LeakKind


@rule(
    "X636",
    name="stale-field-results",
    clause="惯例",
    severity=Severity.WARNING,
    needs=(Need.FORMATTING,),
)
def check(context: Context) -> Iterator[Problem]:
    """域的结果应是最新的，引用不应失效。

    不合规::

        ［留痕］没有更新的域

    合规::

        ［留痕］DDE域
    """
    yield from told(context, LeakKind.STALE_FIELD, "有失效的引用或没有更新的域")
