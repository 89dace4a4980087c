"""E181: elements that a document of this genre must not have."""

from __future__ import annotations

from collections.abc import Iterator

from gwformat.check import Context, Problem, rule
from gwformat.findings import Severity
from gwformat.model import Kind
from gwformat.requirements import Presence, breached


@rule(
    "E181",
    name="element-not-allowed",
    clause="条例 第九条",
    severity=Severity.ERROR,
)
def check(context: Context) -> Iterator[Problem]:
    """公文不应当有其文种、行文方向和格式所不用的要素。

    不合规::

        ［签发人］签发人：张三

    不合规::

        ［文种］通告
        ［主送机关］各县（区）人民政府：

    不合规::

        ［文种］函
        ［发文机关标志］某某市水务局

    合规::

        ［文种］请示
    """
    present = {element.role for element in context.elements if element.block.attachment == 0}
    for row in breached(present, context.kind, context.genre, context.direction):
        # Who receives the minutes may stand in their imprint: each unit has its own form of minutes.
        found = [e for e in context.own(row.role) if not (e.block.moved and context.kind is Kind.MINUTES)]
        if row.presence is Presence.FORBIDDEN and found:
            message = f"不应有{row.role.value}：{row.says}"
            yield Problem(message, found[0].whole, severity=row.severity, clause=row.clause)
