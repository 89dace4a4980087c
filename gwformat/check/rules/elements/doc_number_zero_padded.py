"""E108: serial numbers filled up with zeros."""

from __future__ import annotations

from collections.abc import Iterator

from gwformat.check import Context, Problem, rule
from gwformat.expressions import expression
from gwformat.findings import Safety, Severity, reworded
from gwformat.model import Role

_PADDED = expression(r"(?<=[\]］】）)﹞❳〉}〕])\s*(?:第\s*)?([0０]+)(?=[\d０-９])")

_PADDED_ORDER = expression(r"\s*[（(]?第\s*([0０]+)(?=[\d０-９]+\s*号)")  # 令、公告


@rule(
    "E108",
    name="doc-number-zero-padded",
    clause="GB/T 9704-2012 7.2.5",
    severity=Severity.ERROR,
    fixable=Safety.SAFE,
)
def check(context: Context) -> Iterator[Problem]:
    """发文字号的发文顺序号不编虚位，即1不编为01。

    不合规::

        ［发文字号］某政发〔2026〕005号

    不合规::

        ［文种］命令
        ［令号］第005号

    合规::

        ［发文字号］某政发〔2026〕50号
    """
    for element in context.own(Role.ORDER_NUMBER, Role.DOC_NUMBER):
        if found := _PADDED_ORDER.match(element.text):
            where = element.at(found, 1)
            message = f"“第×号”的顺序号不编虚位，去掉“{found[1]}”"
            yield Problem(message, where, reworded(where, "", Safety.SAFE), severity=Severity.WARNING)
    for element in context.of(Role.DOC_NUMBER):
        for found in _PADDED.finditer(element.text):
            where = element.at(found, 1)
            yield Problem(f"发文顺序号不编虚位，去掉“{found[1]}”", where, reworded(where, "", Safety.SAFE))
