"""P752: JavaScript in the file."""

from __future__ import annotations

from collections.abc import Iterator

from gwformat.check import Need, Problem, rule
from gwformat.check.printable import Printable
from gwformat.findings import Severity


@rule(
    "P752",
    name="javascript",
    clause="惯例",
    severity=Severity.ERROR,
    needs=(Need.PRINT,),
)
def check(printable: Printable) -> Iterator[Problem]:
    """没有脚本。

    不合规::

        ［印件］有脚本

    不合规::

        ［印件］打开时运行脚本

    合规::

        ［印件］合格
    """
    for place in printable.file.scripts:
        yield Problem(f"有脚本（{place}）", measured=place)
