"""P765: a docx that some other program laid out."""

from __future__ import annotations

from collections.abc import Iterator

from gwformat.check import Need, Problem, rule
from gwformat.check.printable import Printable
from gwformat.findings import Severity


@rule(
    "P765",
    name="laid-out-elsewhere",
    clause="惯例",
    severity=Severity.WARNING,
    needs=(Need.PRINT,),
)
def check(printable: Printable) -> Iterator[Problem]:
    """付印的 docx 是本程序排的，检查的页面与印出来的才一样。

    别的 docx 按本程序重排的页面检查，它自己的页面没有核实；请先用 gwformat format 排好，或者导出 PDF 再查。

    不合规::

        ［印件］别的软件排的 docx

    合规::

        ［印件］干净的 docx
    """
    if printable.source is None or printable.own:
        return
    yield Problem(
        "这份 docx 不是本程序排的，印出来的页面可能与检查的不同", expected="先用 gwformat format 排好，或导出 PDF"
    )
    yield Problem("docx 自己的分页和位置没有核实", severity=Severity.UNVERIFIED)
