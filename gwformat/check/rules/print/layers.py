"""P753: layers."""

from __future__ import annotations

from collections.abc import Iterator

from gwformat.check import Need, Problem, rule
from gwformat.check.printable import Printable
from gwformat.findings import Severity


@rule(
    "P753",
    name="layers",
    clause="惯例",
    severity=Severity.WARNING,
    needs=(Need.PRINT,),
)
def check(printable: Printable) -> Iterator[Problem]:
    """没有图层：哪些图层印出来，各机器不一样。有隐藏图层的是错误。

    不合规::

        ［印件］有图层

    不合规::

        ［印件］有隐藏的图层

    合规::

        ［印件］合格
    """
    for layer in printable.file.layers:
        severity = Severity.ERROR if layer.hidden else None
        yield Problem(f"有{'隐藏的' if layer.hidden else ''}图层“{layer.name}”", severity=severity)
