"""P761: comments in a docx that goes to the press."""

from __future__ import annotations

from collections.abc import Iterator

from gwformat.check import Need, Problem, rule
from gwformat.check.press.left import left
from gwformat.check.printable import Printable
from gwformat.findings import Severity
from gwformat.ooxml.leaks import LeakKind


@rule(
    "P761",
    name="comments-in-print",
    clause="惯例",
    severity=Severity.ERROR,
    needs=(Need.PRINT,),
)
def check(printable: Printable) -> Iterator[Problem]:
    """付印的 docx 里没有批注：文字处理软件会把批注框印在页边，正文随之缩小。

    不合规::

        ［印件］docx 里有批注

    合规::

        ［印件］干净的 docx
    """
    yield from left(printable, LeakKind.COMMENT, "有批注")
