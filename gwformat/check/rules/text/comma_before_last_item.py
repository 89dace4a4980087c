"""T509: 、 before 和, 及, 以及, 等."""

from __future__ import annotations

from collections.abc import Iterator

from gwformat.check import Context, Problem, rule
from gwformat.expressions import expression
from gwformat.findings import Safety, Severity

_COMMA = expression(
    "、(?:以及(?!时)|和(?![解谐平睦气好美声约议衷盘田县硕静龙顺]|[、，。）])|及(?![时格早第物])"
    "|等(?![级额待于同候价距量次身温压分高效第腰闲式]))"
)


@rule(
    "T509",
    name="enumeration-comma-before-and",
    clause="GB/T 15834-2011 4.5",
    severity=Severity.WARNING,
    fixable=Safety.REVIEW,
)
def check(context: Context) -> Iterator[Problem]:
    """并列词语的最后一项用“和”“及”“以及”连接，或以“等”收尾时，前面不用顿号。

    不合规::

        编织袋、救生衣、和照明设备由市局配发。

    不合规::

        编织袋、救生衣、等物资由市局配发。编织袋、救生衣等。

    合规::

        调解、和解、等级评定、及时报送等工作按规定办理。
    """
    for hit in context.prose.find(_COMMA, "、"):
        if not hit.in_table:
            yield hit.problem(f"“{hit.words}”中的顿号多余", hit.words[1:], Safety.REVIEW)
