"""E107: 第 before the serial number."""

from __future__ import annotations

from collections.abc import Iterator

from gwformat.check import Context, Problem, rule
from gwformat.expressions import expression
from gwformat.findings import Safety, Severity, reworded
from gwformat.model import Role

_DI = expression(r"(?<=[\]］】）)﹞❳〉}〕])\s*(第\s*)(?=[\d０-９一二三四五六七八九十]+\s*号)")


@rule(
    "E107",
    name="doc-number-with-di",
    clause="GB/T 9704-2012 7.2.5",
    severity=Severity.ERROR,
    fixable=Safety.SAFE,
)
def check(context: Context) -> Iterator[Problem]:
    """发文字号的发文顺序号前不加“第”字。

    令号的形式是“第×号”，期号是“第×期”，都不在此列。

    不合规::

        ［发文字号］某政发〔2026〕第5号

    合规::

        ［发文字号］某政发〔2026〕5号
    """
    for element in context.of(Role.DOC_NUMBER):
        for found in _DI.finditer(element.text):
            where = element.at(found, 1)
            yield Problem("发文顺序号前不加“第”字", where, reworded(where, "", Safety.SAFE))
