"""X622: fields that fetch."""

from __future__ import annotations

from collections.abc import Iterator

from gwformat.check import Context, Need, Problem, rule
from gwformat.check.left_behind import told
from gwformat.findings import Severity
from gwformat.ooxml.leaks import LeakKind


@rule(
    "X622",
    name="fetching-fields",
    clause="惯例",
    severity=Severity.WARNING,
    needs=(Need.FORMATTING,),
)
def check(context: Context) -> Iterator[Problem]:
    """文中不应有从别处取内容的域。

    DDE、INCLUDETEXT、LINK、DATABASE 等域在打开时会去取别的文件；AUTHOR、FILENAME 等会显示收件人一方的信息。

    不合规::

        ［留痕］DDE域

    合规::

        ［留痕］链接域
    """
    yield from told(context, LeakKind.FIELD, "有从别处取内容的域")
