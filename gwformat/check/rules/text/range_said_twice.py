"""T661: 30—至50学时."""

from __future__ import annotations

from collections.abc import Iterator

from gwformat.check import Context, Problem, rule
from gwformat.expressions import expression
from gwformat.findings import Safety, Severity

_END = r"\d[\d.]*(?:[%％℃元人名岁米吨亩时分日月年天]|[万亿]元?)?"
_TWICE = expression(
    rf"(?<=[\d%％℃元人名岁米吨亩时分日月年天万亿])(?P<both>[—～~－-]{{1,2}}[至到]|[至到][—～~－-]{{1,2}})(?={_END})"
)
_SIGNS = tuple(pair for sign in "—～~－-" for to in "至到" for pair in (sign + to, to + sign))
_FIGURE = expression(r"\d[%％℃元人名岁米吨亩时分日月年天万亿]{0,2}$")


@rule(
    "T661",
    name="range-said-twice",
    clause="GB/T 15834-2011 4.13",
    severity=Severity.WARNING,
    fixable=Safety.REVIEW,
)
def check(context: Context) -> Iterator[Problem]:
    """起止之间用一字线、浪纹线，或者用“至”，不同时用。

    不合规::

        每名教师每学期参加培训30—至50学时。

    合规::

        每名教师每学期参加培训30—50学时，会期为3月16日至18日，气温由5℃至-3℃。
    """
    for hit in context.prose.find(_TWICE, _SIGNS):
        # 5℃至-3℃: the sign of what is below nought
        below = hit["both"][0] in "至到" and hit["both"][1:] in ("-", "－")
        if not below and _FIGURE.search(hit.before):
            yield hit.instead("至", Safety.REVIEW)
