"""E114: 签发人 without a name."""

from __future__ import annotations

from collections.abc import Iterator

from gwformat.check import Context, Problem, rule
from gwformat.expressions import expression
from gwformat.findings import Severity
from gwformat.model import Role

_OPEN = expression(r"\s*签\s*发\s*人?\s*[：:∶]?[\s×xX*＊_＿]*")


@rule(
    "E114",
    name="signer-left-open",
    clause="条例 第九条",
    severity=Severity.WARNING,
)
def check(context: Context) -> Iterator[Problem]:
    """上行文应当标注签发人姓名，不能只有“签发人”三字。

    不合规::

        ［文种］请示
        ［签发人］签发人：×××

    合规::

        ［文种］请示
        ［签发人］签发人：张三
    """
    for element in context.of(Role.SIGNER):
        if _OPEN.fullmatch(element.text):
            yield Problem("签发人后没有姓名", element.whole)
