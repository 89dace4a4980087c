"""P751: fields of a form."""

from __future__ import annotations

from collections.abc import Iterator

from gwformat.check import Need, Problem, rule
from gwformat.check.printable import Printable
from gwformat.findings import Severity


@rule(
    "P751",
    name="form-fields",
    clause="惯例",
    severity=Severity.ERROR,
    needs=(Need.PRINT,),
)
def check(printable: Printable) -> Iterator[Problem]:
    """没有表单域；印出来是空框，内容也可能变。

    不合规::

        ［印件］有表单域

    合规::

        ［印件］合格
    """
    if printable.file.fields:
        names = "、".join(name for name in printable.file.fields[:3] if name)
        yield Problem(f"有 {len(printable.file.fields)} 个表单域{f'：{names}' if names else ''}")
