"""E105: brackets around the year of a document number, wrong ones or none."""

from __future__ import annotations

from collections.abc import Iterator

from gwformat.check import Context, Problem, rule
from gwformat.expressions import expression
from gwformat.findings import Safety, Severity, reworded
from gwformat.model import Role

_WRONG = expression(r"(?!〔\d+〕)[〔\[［【（(﹝❲〈{](\d{2,4})[〕\]］】）)﹞❳〉}]")
_WITHOUT = expression(r"(?<=[\u4e00-\u9fff])(?<!公告)(?<!通告)((?:19|20)\d{2})(?:[-－—–]|年第?)(\d{1,5})(?=号)")


@rule(
    "E105",
    name="doc-number-wrong-brackets",
    clause="GB/T 9704-2012 7.2.5",
    severity=Severity.ERROR,
    fixable=Safety.SAFE,
)
def check(context: Context) -> Iterator[Problem]:
    """发文字号的年份应当用六角括号“〔〕”括入。

    不合规::

        ［发文字号］某政发[2026]5号

    不合规::

        ［发文字号］某政发（2026）5号

    不合规::

        ［发文字号］某政发〔2026]5号

    不合规::

        ［发文字号］某政发2026-5号

    不合规::

        ［发文字号］某政发2026年第5号

    合规::

        ［发文字号］某某市人民政府公告2026年第5号

    合规::

        ［发文字号］某政发〔2026〕5号
    """
    for number in context.of(Role.DOC_NUMBER):
        for found in _WRONG.finditer(number.text):
            right = f"〔{found[1]}〕"
            where = number.at(found)
            yield Problem(f"“{found[0]}”应为“{right}”", where, reworded(where, right, Safety.SAFE))
        for found in _WITHOUT.finditer(number.text):
            where, right = number.at(found), f"〔{found[1]}〕{found[2]}"
            yield Problem(f"“{found[0]}”应为“{right}”", where, reworded(where, right, Safety.REVIEW))
