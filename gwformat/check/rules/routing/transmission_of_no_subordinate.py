"""R438: 批转 of a document that no subordinate wrote."""

from __future__ import annotations

from collections.abc import Iterator

from gwformat.check import Context, Need, Problem, rule
from gwformat.check.organs import senders_of
from gwformat.expressions import expression
from gwformat.findings import Severity
from gwformat.model import Role

_PASSES_ON = expression(r"(批转|转发)([^《》关于]{2,30}?)(?:关于|《)")


@rule(
    "R438",
    name="transmission-of-no-subordinate",
    clause="条例 第八条",
    severity=Severity.WARNING,
    needs=(Need.DIRECTORY,),
)
def check(context: Context) -> Iterator[Problem]:
    """批转用于下级机关的公文，转发用于上级机关、同级机关和不相隶属机关的公文。

    不合规::

        ［标题］某某市人民政府批转某某省财政厅关于加强预算管理意见的通知
        ［机构］[[organ]]
        ［机构］name = "某某市人民政府"
        ［机构］[[organ]]
        ［机构］name = "某某省财政厅"

    合规::

        ［标题］某某市人民政府批转市财政局关于加强预算管理意见的通知
        ［机构］[[organ]]
        ［机构］name = "某某市人民政府"
        ［机构］[[organ]]
        ［机构］name = "某某市财政局"
        ［机构］short = ["市财政局"]
        ［机构］superior = "某某市人民政府"
    """
    directory = context.directory
    assert directory is not None
    senders = senders_of(context)
    for title in context.of(Role.TITLE):
        found = _PASSES_ON.search(title.text)
        author = directory.find(found[2]) if found else None
        if found is None or author is None or not senders:
            continue
        below = directory.is_below_any(author, senders)
        if found[1] == "批转" and not below:
            yield Problem(f"“{author.name}”不是发文机关的下级，用“转发”", title.at(found, 1))
        elif found[1] == "转发" and below:
            yield Problem(f"“{author.name}”是发文机关的下级，一般用“批转”", title.at(found, 1), severity=Severity.INFO)
