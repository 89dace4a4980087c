"""P783: IDs of an OFD that are not unique, or greater than they may be."""

from __future__ import annotations

from collections.abc import Iterator

from gwformat.check import Need, Problem, rule
from gwformat.check.printable import Printable
from gwformat.findings import Severity


@rule(
    "P783",
    name="ofd-numbers",
    clause="GB/T 33190-2016 7",
    severity=Severity.ERROR,
    needs=(Need.PRINT,),
)
def check(printable: Printable) -> Iterator[Problem]:
    """OFD 里各对象的标识（ID）不重复，不大于 MaxUnitID。

    超过最大值的是警告：再编辑的软件会给出重复的标识。

    不合规::

        ［印件］OFD 的标识重复

    不合规::

        ［印件］OFD 的标识超过最大值

    合规::

        ［印件］合格的 OFD
    """
    file = printable.ofd
    if not printable.is_ofd:
        return
    if file.repeated:
        shown = "、".join(file.repeated[:5])
        yield Problem(f"有 {len(file.repeated)} 个标识重复（{shown}）", measured=shown)
    if file.max_unit_id is None:
        yield Problem("没有写最大标识（MaxUnitID）", severity=Severity.WARNING)
    elif file.greatest_id > file.max_unit_id:
        yield Problem(
            "标识超过 MaxUnitID",
            severity=Severity.WARNING,
            expected=f"不大于 {file.max_unit_id}",
            measured=str(file.greatest_id),
        )
