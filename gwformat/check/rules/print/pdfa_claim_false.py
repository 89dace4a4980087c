"""P780: a claim to be PDF/A that is not true."""

from __future__ import annotations

from collections.abc import Iterator

from gwformat.check import Need, Problem, rule
from gwformat.check.printable import Printable
from gwformat.findings import Severity


@rule(
    "P780",
    name="pdfa-claim-false",
    clause="惯例",
    severity=Severity.ERROR,
    needs=(Need.PRINT,),
)
def check(printable: Printable) -> Iterator[Problem]:
    """自称 PDF/A（存档格式）的文件应当符合它。

    只核对程序能看到的：加密、标识、元数据、输出意图、字体嵌入、文字提取、透明、脚本、附件、注释、压缩方式、标签；其余列为未核实。

    不合规::

        ［印件］自称 PDF/A 却没有嵌入字体

    不合规::

        ［印件］自称 PDF/A 却没有输出意图

    不合规::

        ［印件］自称 PDF/A 却加密

    合规::

        ［印件］合格
    """
    archive = printable.file.archive
    if archive is None:
        return
    name = f"PDF/A-{archive.part}{archive.conformance.lower()}"
    for fault in archive.faults:
        yield Problem(f"自称 {name}，但{fault}", expected=name, measured=fault)
    if not archive.faults:
        looked_at = "、".join(archive.looked_at)
        yield Problem(f"{name}：{looked_at}没有发现不符，其余没有核实", severity=Severity.UNVERIFIED)
