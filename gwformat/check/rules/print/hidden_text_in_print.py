"""P762: hidden text in a docx that goes to the press."""

from __future__ import annotations

from collections.abc import Iterator

from gwformat.check import Need, Problem, rule
from gwformat.check.press.left import left
from gwformat.check.printable import Printable
from gwformat.findings import Severity
from gwformat.ooxml.leaks import LeakKind


@rule(
    "P762",
    name="hidden-text-in-print",
    clause="惯例",
    severity=Severity.WARNING,
    needs=(Need.PRINT,),
)
def check(printable: Printable) -> Iterator[Problem]:
    """付印的 docx 里没有隐藏文字：打开“打印隐藏文字”的机器会把它印出来。

    不合规::

        ［印件］docx 里有隐藏文字

    合规::

        ［印件］干净的 docx
    """
    yield from left(printable, LeakKind.HIDDEN_TEXT, "有隐藏文字")
