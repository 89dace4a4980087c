"""P795: what an OFD forbids its readers."""

from __future__ import annotations

from collections.abc import Iterator

from gwformat.check import Need, Problem, rule
from gwformat.check.printable import Printable
from gwformat.findings import Severity


@rule(
    "P795",
    name="ofd-limits",
    clause="GB/T 33190-2016 7",
    severity=Severity.ERROR,
    needs=(Need.PRINT,),
)
def check(printable: Printable) -> Iterator[Problem]:
    """OFD 没有禁止打印，也没有限定使用的期限；限定了份数的，给以警告。

    不合规::

        ［印件］OFD 不许打印

    不合规::

        ［印件］OFD 过了使用期限

    不合规::

        ［印件］OFD 限定了打印份数

    合规::

        ［印件］合格的 OFD
    """
    if not printable.is_ofd:
        return
    limits, today = printable.ofd.limits, printable.today.isoformat()
    if not limits.may_print:
        yield Problem("文件不许打印（Permissions/Print）")
    elif limits.copies is not None:
        yield Problem(f"文件只许打印 {limits.copies} 份", severity=Severity.WARNING, measured=f"{limits.copies} 份")
    if limits.end and limits.end[:10] < today:
        yield Problem(f"文件的使用期限到 {limits.end[:10]} 为止", measured=limits.end[:10])
    if limits.begin and limits.begin[:10] > today:
        yield Problem(f"文件从 {limits.begin[:10]} 起才能使用", measured=limits.begin[:10])
