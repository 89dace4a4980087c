"""T652: 时速80公里/小时, 每亩补助300元/亩."""

from __future__ import annotations

from collections.abc import Iterator

from gwformat.check import Context, Problem, rule
from gwformat.expressions import expression
from gwformat.findings import Safety, Severity

_TWICE = expression(r"时速[^，。；\n\d]{0,8}\d+(?:\.\d+)?(?:公里|千米|km|KM)(?P<again>(?:/|每)(?:小时|时|h))")
_EACH = expression(
    r"每(?P<each>人(?:次)?|亩|户|年|月|天|日|吨|平方米|公里|个|头|套|小时|学时|课时|名|家|村)[^，。；：\n\d每]{0,12}"
    r"\d+(?:\.\d+)?[万亿]?(?:[元吨升]|千克|公斤|千瓦时)(?P<again>/(?P=each))(?![\u4e00-\u9fff·/])"
)


@rule(
    "T652",
    name="speed-said-twice",
    clause="条例 第十九条",
    severity=Severity.INFO,
    fixable=Safety.REVIEW,
)
def check(context: Context) -> Iterator[Problem]:
    """“时速”就是每小时的路程，后面的单位不再写“每小时”；“每亩补助300元”不再写“元/亩”。

    不合规::

        设计时速为80公里/小时。

    不合规::

        退耕还林每亩补助300元/亩。

    合规::

        设计时速为80公里，限速80公里/小时。每亩补助300元，标准为300元/亩。每人每天补助100元，标准为100元/人·天。
    """
    for hit in context.prose.find(_TWICE, ("时速",)):
        yield hit.part("again").problem(f"“{hit.words}”：“时速”与“{hit['again']}”重复", "", Safety.REVIEW)
    for hit in context.prose.find(_EACH, "/"):
        yield hit.part("again").problem(f"“{hit.words}”：“每{hit['each']}”与“{hit['again']}”重复", "", Safety.REVIEW)
