"""E131: addressees that end with another colon than the full-width one."""

from __future__ import annotations

from collections.abc import Iterator

from gwformat.check import Context, Problem, rule
from gwformat.expressions import expression
from gwformat.findings import Safety, Severity, reworded
from gwformat.model import Role

_HALF = expression(r"[:∶︰](?=\s*$)")


@rule(
    "E131",
    name="addressee-half-colon",
    clause="GB/T 9704-2012 7.3.2",
    severity=Severity.ERROR,
    fixable=Safety.SAFE,
)
def check(context: Context) -> Iterator[Problem]:
    """主送机关名称后的冒号应当是全角冒号。

    不合规::

        ［主送机关］各县（区）人民政府，市政府各部门:

    合规::

        ［主送机关］各县（区）人民政府，市政府各部门：
    """
    for element in context.of(Role.ADDRESSEE):
        if found := _HALF.search(element.text):
            where = element.at(found)
            yield Problem(f"“{found[0]}”应为全角冒号“：”", where, reworded(where, "：", Safety.SAFE))
