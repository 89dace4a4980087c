"""T594: a mark between a word and the 的 that belongs to it."""

from __future__ import annotations

from collections.abc import Iterator

from gwformat.check import Context, Problem, rule
from gwformat.expressions import expression
from gwformat.findings import Safety, Severity

_MARK = expression("(?<=[\u4e00-\u9fff])(?P<mark>[，。；：、])的(?=[\u4e00-\u9fff])(?!确|士|卢|黎波里)")


@rule(
    "T594",
    name="mark-before-de",
    clause="条例 第二十条",
    severity=Severity.WARNING,
    fixable=Safety.REVIEW,
)
def check(context: Context) -> Iterator[Problem]:
    """“的”与它前面的词语之间不加标点。

    不合规::

        坚持以人民为中心。的发展思想。

    合规::

        防汛工作，的确关系人民生命安全；甲的、乙的、丙的都要登记。
    """
    for hit in context.prose.find(_MARK, ("，的", "。的", "；的", "：的", "、的")):
        mark = hit.part("mark")
        yield mark.problem(f"“的”前面不应有“{mark.words}”", "", Safety.REVIEW)
