"""R433: a 批复 to an organ that is no subordinate."""

from __future__ import annotations

from collections.abc import Iterator

from gwformat.check import Context, Need, Problem, rule
from gwformat.check.organs import receivers_of, senders_of
from gwformat.findings import Severity


@rule(
    "R433",
    name="reply-to-no-subordinate",
    clause="条例 第八条",
    severity=Severity.ERROR,
    needs=(Need.DIRECTORY,),
)
def check(context: Context) -> Iterator[Problem]:
    """批复适用于答复下级机关的请示事项；答复不相隶属机关用复函。

    不合规::

        ［文种］批复
        ［主送机关］某某省财政厅：
        ［机构］[[organ]]
        ［机构］name = "某某市人民政府"
        ［机构］[[organ]]
        ［机构］name = "某某省财政厅"

    合规::

        ［文种］批复
        ［主送机关］市水务局：
        ［机构］[[organ]]
        ［机构］name = "某某市人民政府"
        ［机构］[[organ]]
        ［机构］name = "某某市水务局"
        ［机构］short = ["市水务局"]
        ［机构］superior = "某某市人民政府"
    """
    assert context.directory is not None
    if context.genre != "批复":
        return
    senders = senders_of(context)
    for name, receiver in receivers_of(context) if senders else ():
        if not context.directory.is_below_any(receiver, senders):
            yield Problem(f"“{receiver.name}”不是发文机关的下级，答复用复函", name.where)
