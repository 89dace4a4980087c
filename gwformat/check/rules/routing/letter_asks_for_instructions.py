"""R412: a letter to an equal that asks for instructions."""

from __future__ import annotations

from collections.abc import Iterator

from gwformat.check import Context, Problem, rule
from gwformat.expressions import expression
from gwformat.findings import Safety, Severity, reworded

_ASKS = expression(r"请(?:予)?(批示|指示|批复)")
_FITTING = {"批示": "请予函复", "指示": "请予函复", "批复": "请予函复"}


@rule(
    "R412",
    name="letter-asks-for-instructions",
    clause="条例 第八条",
    severity=Severity.WARNING,
    fixable=Safety.REVIEW,
)
def check(context: Context) -> Iterator[Problem]:
    """函用于不相隶属机关之间商洽工作、询问和答复问题，不请求批示、批复。

    不合规::

        ［文种］函
        需使用2025年城区河道测绘资料。
        妥否，请批示。

    合规::

        ［文种］函
        需使用2025年城区河道测绘资料。
        请予函复。
    """
    if context.genre != "函":
        return
    for element in context.text[-3:]:
        for found in _ASKS.finditer(element.text):
            right = _FITTING[found[1]]
            where = element.at(found)
            yield Problem(f"函用“{right}”一类结束语，不用“{found[0]}”", where, reworded(where, right, Safety.REVIEW))
