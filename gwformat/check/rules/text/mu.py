"""T544: 亩 as a unit of area."""

from __future__ import annotations

from collections.abc import Iterator

from gwformat.check import Context, Problem, rule
from gwformat.expressions import expression
from gwformat.findings import Severity

_MU = expression("(?<=[0-9万亿])亩")


@rule(
    "T544",
    name="mu-without-hectares",
    clause="GB 3100-1993",
    severity=Severity.INFO,
    from_memory=True,
)
def check(context: Context) -> Iterator[Problem]:
    """土地面积的法定单位是公顷，用“亩”时宜注明换算。

    每篇只提示一次；1公顷等于15亩。

    不合规::

        完成造林1500亩。

    合规::

        完成造林100公顷（1500亩），亩均增收明显。
    """
    if "公顷" in context.prose.text:
        return
    for hit in context.prose.find(_MU, "亩"):
        yield hit.problem("面积的法定单位是公顷（1公顷=15亩），用“亩”宜注明换算")
        return
