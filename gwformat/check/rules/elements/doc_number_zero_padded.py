"""E108: serial numbers filled up with zeros."""

from __future__ import annotations

from collections.abc import Iterator

from gwformat.check import Context, Problem, rule
from gwformat.expressions import expression
from gwformat.findings import Safety, Severity, reworded
from gwformat.model import Role

_PADDED = expression(r"(?<=[\]］】）)﹞❳〉}〕])\s*(?:第\s*)?([0０]+)(?=[\d０-９])")


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

    合规::

        ［发文字号］某政发〔2026〕50号
    """
    for element in context.of(Role.DOC_NUMBER):
        for found in _PADDED.finditer(element.text):
            where = element.at(found, 1)
            yield Problem(f"发文顺序号不编虚位，去掉“{found[1]}”", where, reworded(where, "", Safety.SAFE))
