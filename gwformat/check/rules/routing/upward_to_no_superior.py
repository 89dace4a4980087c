"""R432: a request or report to an organ that is no superior."""

from __future__ import annotations

from collections.abc import Iterator

from gwformat.check import Context, Need, Problem, rule
from gwformat.check.organs import receivers_of, senders_of
from gwformat.findings import Severity


@rule(
    "R432",
    name="upward-to-no-superior",
    clause="条例 第八条",
    severity=Severity.ERROR,
    needs=(Need.DIRECTORY,),
)
def check(context: Context) -> Iterator[Problem]:
    """请示、报告适用于向上级机关行文；向不相隶属机关请求批准用函。

    不合规::

        ［文种］请示
        ［主送机关］某某市财政局：
        ［机构］[[organ]]
        ［机构］name = "某某市水务局"
        ［机构］[[organ]]
        ［机构］name = "某某市财政局"

    合规::

        ［文种］请示
        ［主送机关］某某市人民政府：
        ［机构］[[organ]]
        ［机构］name = "某某市人民政府"
        ［机构］[[organ]]
        ［机构］name = "某某市水务局"
        ［机构］superior = "某某市人民政府"
    """
    assert context.directory is not None
    if context.genre not in ("请示", "报告"):
        return
    senders = senders_of(context)
    for name, receiver in receivers_of(context) if senders else ():
        if not context.directory.is_above_any(receiver, senders):
            advice = "；请求批准的用函" if context.genre == "请示" else ""
            yield Problem(f"“{receiver.name}”不是发文机关的上级，不能用{context.genre}{advice}", name.where)
