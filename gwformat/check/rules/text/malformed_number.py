"""T597: another sign where a number has its point, its nought or no sign at all."""

from __future__ import annotations

from collections.abc import Iterator

from gwformat.check import Context, Problem, rule
from gwformat.expressions import expression
from gwformat.findings import Safety, Severity

_UNIT = "[%％万亿]|[元吨米倍升克度]|公[里顷斤]|千[米克瓦]|平方|立方|个百分点"
_WRONG = expression(
    f"(?<=\\d)(?P<point>[·•・‧])(?=\\d+(?:{_UNIT}))"
    f"|(?<![A-Za-z\\d])\\d+(?P<nought>[OＯ○]+)(?=\\d*(?:{_UNIT}|[个年月日户人名次项座家条所]))"
    "|(?:减少|下降|降低|缩减)了?(?P<minus>[-－−])(?=\\d)|零下(?P<below>[-－−])(?=\\d)"
)

_TWO_POINTS = expression(r"\.\d+\.\d+(?=[万亿]|元|吨|米|公里|公顷|平方米|立方米|千瓦|个百分点|[%％])")
_FIGURES = expression(r"\d+$")
_NEEDED = ("·", "•", "・", "‧", "O", "Ｏ", "○", *(word + sign for word in "少降低减了下" for sign in "-－−"))


@rule(
    "T597",
    name="malformed-number",
    clause="GB/T 15835-2011 5.1.1",
    severity=Severity.WARNING,
    fixable=Safety.REVIEW,
)
def check(context: Context) -> Iterator[Problem]:
    """数字中的小数点、零用规定的字符，“减少”“下降”“零下”后面的数不带负号。

    不合规::

        总产量186·5万吨，路基宽1O米，同比减少-4万吨，投资1.23.45亿元，气温降至零下-5℃。

    合规::

        总产量186.5万吨，路基宽10米，同比减少4万吨，同比增长-1.2%，气温降至-5℃，零下5℃，H2O含量，“5·12”防灾减灾日。
    """
    for hit in context.prose.find(_WRONG, _NEEDED):
        if hit["point"]:
            yield hit.part("point").problem(f"小数点应为“.”，现为“{hit['point']}”", ".", Safety.REVIEW)
        elif hit["nought"]:
            digits = "0" * len(hit["nought"])
            yield hit.part("nought").problem(f"“{hit['nought']}”应为数字“{digits}”", digits, Safety.REVIEW)
        else:
            yield hit.part("minus" if hit["minus"] else "below").problem(
                f"“{hit.words}”中的负号多余", "", Safety.REVIEW
            )
    for hit in context.prose.find(_TWO_POINTS, "."):
        if figures := _FIGURES.search(hit.before):
            yield hit.problem(f"“{figures[0]}{hit.words}”有两个小数点")
