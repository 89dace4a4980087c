"""T561: brackets around the year of a quoted number."""

from __future__ import annotations

from collections.abc import Iterator

from gwformat.check import Context, Problem, rule
from gwformat.expressions import expression
from gwformat.findings import Safety, Severity

_WRONG = expression("[\\[［【（(﹝❲〈{](?P<year>(?:19|20)[0-9]{2})[\\]］】）)﹞❳〉}](?=第?[0-9]{1,5}号)")
_CODE = expression("[\u4e00-\u9fff]$")


@rule(
    "T561",
    name="quoted-number-wrong-brackets",
    clause="GB/T 9704-2012 7.2.5",
    severity=Severity.WARNING,
    fixable=Safety.SAFE,
)
def check(context: Context) -> Iterator[Problem]:
    """引用的发文字号，年份用六角括号“〔〕”括入。

    案号（如“（2026）某01民初5号”）不是发文字号，年份用圆括号。

    不合规::

        根据《某某市防汛工作规定》（某政发[2026]5号），制定本办法。

    不合规::

        根据《某某市防汛工作规定》（某政发（2026）5号），制定本办法。

    合规::

        根据《某某市防汛工作规定》（某政发〔2026〕5号）和（2026）某01民初5号判决，制定本办法。
    """
    for hit in context.prose.find(_WRONG, "[［【（(﹝❲〈{"):
        if _CODE.search(hit.before):
            yield hit.instead(f"〔{hit['year']}〕", Safety.SAFE)
