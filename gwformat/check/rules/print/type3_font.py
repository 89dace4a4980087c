"""P722: a Type 3 font."""

from __future__ import annotations

from collections.abc import Iterator

from gwformat.check import Need, Problem, rule
from gwformat.check.printable import Printable
from gwformat.findings import Severity


@rule(
    "P722",
    name="type3-font",
    clause="惯例",
    severity=Severity.ERROR,
    needs=(Need.PRINT,),
)
def check(printable: Printable) -> Iterator[Problem]:
    """不用 Type 3 字体：它的字是一个个小图，印出来粗细不匀，也不能换算和提取。

    不合规::

        ［印件］有 Type 3 字体

    合规::

        ［印件］合格
    """
    for face in printable.file.faces:
        if face.kind == "Type3":
            yield Problem(
                f"Type 3 字体{f'“{face.name}”' if face.name else ''}",
                expected="TrueType 或 OpenType",
                measured="Type 3",
            )
