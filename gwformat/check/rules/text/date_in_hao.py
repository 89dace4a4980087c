"""T588: 3月16号 for a date."""

from __future__ import annotations

from collections.abc import Iterator

from gwformat.check import Context, Problem, rule
from gwformat.expressions import expression
from gwformat.findings import Safety, Severity

_NO_DATE = "文令件公决通楼院线馆房厂门井机车桥矿库店铺区码"
_DAY = expression(rf"(?:月|日[至到—～])(?:[1-9]|[12]\d|3[01])(?P<hao>号)(?![{_NO_DATE}])")


@rule(
    "T588",
    name="date-in-hao",
    clause="GB/T 15835-2011 5.1.4",
    severity=Severity.WARNING,
    fixable=Safety.SAFE,
    from_memory=True,
)
def check(context: Context) -> Iterator[Problem]:
    """日期写作“3月16日”，不写口语的“3月16号”。

    不合规::

        会议定于3月16号召开。

    不合规::

        会议于2026年3月16日至18号召开。

    合规::

        会议定于3月16日在8号楼召开，执行某政发〔2026〕3号和2026年3月16号令的规定。
    """
    for hit in context.prose.find(_DAY, "号"):
        if hit.before[-1:].isdigit():
            yield hit.part("hao").instead("日", Safety.SAFE)
