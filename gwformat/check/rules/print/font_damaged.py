"""P725: an embedded font that cannot be read."""

from __future__ import annotations

from collections.abc import Iterator

from gwformat.check import Need, Problem, rule
from gwformat.check.printable import Printable
from gwformat.findings import Severity


@rule(
    "P725",
    name="font-damaged",
    clause="惯例",
    severity=Severity.ERROR,
    needs=(Need.PRINT,),
)
def check(printable: Printable) -> Iterator[Problem]:
    """嵌入的字体应当是完整的；损坏的字体在印制的机器上会被代替。

    不合规::

        ［印件］嵌入的字体损坏

    合规::

        ［印件］合格
    """
    for face in printable.file.faces:
        if face.fault:
            yield Problem(f"嵌入的字体“{face.name}”已经损坏（{face.fault}）")
