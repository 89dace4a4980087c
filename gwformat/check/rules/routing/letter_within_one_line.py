"""R434: a 函 between organs of which one is the other's superior."""

from __future__ import annotations

from collections.abc import Iterator

from gwformat.check import Context, Need, Problem, rule
from gwformat.check.organs import receivers_of, senders_of
from gwformat.findings import Severity


@rule(
    "R434",
    name="letter-within-one-line",
    clause="条例 第八条",
    severity=Severity.WARNING,
    needs=(Need.DIRECTORY,),
)
def check(context: Context) -> Iterator[Problem]:
    """函适用于不相隶属机关之间；对直接上级请求批准用请示，对下级部署工作用通知。

    不合规::

        ［文种］函
        ［主送机关］某某市人民政府：
        ［机构］[[organ]]
        ［机构］name = "某某市人民政府"
        ［机构］[[organ]]
        ［机构］name = "某某市水务局"
        ［机构］superior = "某某市人民政府"

    合规::

        ［文种］函
        ［主送机关］某某市自然资源局：
        ［机构］[[organ]]
        ［机构］name = "某某市自然资源局"
        ［机构］[[organ]]
        ［机构］name = "某某市水务局"
    """
    directory = context.directory
    assert directory is not None
    if context.genre != "函":
        return
    senders = senders_of(context)
    for name, receiver in receivers_of(context):
        if directory.is_above_any(receiver, senders):
            yield Problem(f"“{receiver.name}”是发文机关的上级，请求批准用请示，汇报情况用报告", name.where)
        elif directory.is_below_any(receiver, senders):
            yield Problem(f"“{receiver.name}”是发文机关的下级，一般用通知或批复", name.where)
