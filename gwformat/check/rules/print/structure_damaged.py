"""P756: a file whose structure readers have to mend."""

from __future__ import annotations

from collections.abc import Iterator

from gwformat.check import Need, Problem, rule
from gwformat.check.printable import Printable
from gwformat.findings import Severity


@rule(
    "P756",
    name="structure-damaged",
    clause="惯例",
    severity=Severity.WARNING,
    needs=(Need.PRINT,),
)
def check(printable: Printable) -> Iterator[Problem]:
    """文件结构完整；要靠软件自行修复的，换一台机器可能打不开。没有传完的是错误。

    不合规::

        ［印件］文件没有传完

    不合规::

        ［印件］文件头前面有别的内容

    合规::

        ［印件］合格
    """
    if printable.file.incomplete:
        yield Problem("文件没有结束标记，可能没有传完", severity=Severity.ERROR)
    for damage in printable.file.damage:
        yield Problem(f"文件结构有误：{damage}")
