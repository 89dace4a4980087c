"""P760: tracked changes in a docx that goes to the press."""

from __future__ import annotations

from collections.abc import Iterator

from gwformat.check import Need, Problem, rule
from gwformat.check.press.left import left
from gwformat.check.printable import Printable
from gwformat.findings import Severity
from gwformat.ooxml.leaks import LeakKind


@rule(
    "P760",
    name="tracked-changes-in-print",
    clause="惯例",
    severity=Severity.ERROR,
    needs=(Need.PRINT,),
)
def check(printable: Printable) -> Iterator[Problem]:
    """付印的 docx 里没有修订：文字处理软件会把删去的字和改动的标记一起印出来。

    不合规::

        ［印件］docx 里有修订

    合规::

        ［印件］干净的 docx
    """
    yield from left(printable, LeakKind.REVISION, "有修订痕迹")
