"""E106: years of two digits in document numbers."""

from __future__ import annotations

from collections.abc import Iterator

from gwformat.check import Context, Problem, rule
from gwformat.expressions import expression
from gwformat.findings import Safety, Severity, reworded
from gwformat.model import Role

_SHORT = expression(r"(?<![12]\d\d\d[\[［【（(﹝❲〈{〔])(?<=[\[［【（(﹝❲〈{〔])\s*(\d{2})\s*(?=[\]］】）)﹞❳〉}〕])")
_LAST_CENTURY = 80  # from this year on


@rule(
    "E106",
    name="doc-number-short-year",
    clause="GB/T 9704-2012 7.2.5",
    severity=Severity.ERROR,
    fixable=Safety.REVIEW,
)
def check(context: Context) -> Iterator[Problem]:
    """发文字号的年份应当标全称，即四位数字。

    不合规::

        ［发文字号］某政发〔26〕5号

    合规::

        ［发文字号］某政发2026〔12〕号

    合规::

        ［发文字号］某政发〔2026〕5号
    """
    for element in context.of(Role.DOC_NUMBER):
        for found in _SHORT.finditer(element.text):
            # A number of 1985 may be quoted from an old file; anything else is of this century.
            full = f"20{found[1]}" if int(found[1]) < _LAST_CENTURY else f"19{found[1]}"
            where = element.at(found, 1)
            message = f"年份“{found[1]}”应写四位数字“{full}”"
            yield Problem(message, where, reworded(where, full, Safety.REVIEW), expected=full, measured=found[1])
