"""P755: files within the file."""

from __future__ import annotations

from collections.abc import Iterator

from gwformat.check import Need, Problem, rule
from gwformat.check.printable import Printable
from gwformat.findings import Severity


@rule(
    "P755",
    name="files-within",
    clause="惯例",
    severity=Severity.WARNING,
    needs=(Need.PRINT,),
)
def check(printable: Printable) -> Iterator[Problem]:
    """文件里不夹带别的文件。

    不合规::

        ［印件］夹带了文件

    合规::

        ［印件］合格
    """
    for name in printable.file.attachments:
        yield Problem(f"夹带了文件“{name}”", measured=name)
