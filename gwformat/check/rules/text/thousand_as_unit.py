"""T527: 千 and 百 after Arabic digits."""

from __future__ import annotations

from collections.abc import Iterator

from gwformat.check import Context, Problem, rule
from gwformat.expressions import expression
from gwformat.findings import Safety, Severity

_NUMBER = expression(
    "(?<![0-9.,第])(?P<digit>[1-9](?:\\.\\d)?)(?P<unit>[千百])(?![万亿克米瓦帕卡伏安焦赫牛吨字周帧兆分比])"
    "(?=[余多]?[个名人元件户吨家亩公平条份套台辆位所项次])"
)
_VALUE = {"千": 1000, "百": 100}


@rule(
    "T527",
    name="thousand-as-unit",
    clause="GB/T 15835-2011 5.3",
    severity=Severity.WARNING,
    fixable=Safety.REVIEW,
    from_memory=True,
)
def check(context: Context) -> Iterator[Problem]:
    """阿拉伯数字只与“万”“亿”连用，不与“千”“百”“十”连用。

    计量单位里的“千”（千克、千米、千瓦）不在此列。

    不合规::

        共有5千人参加。

    合规::

        共有5000人参加，重5千克，装机3千瓦，投资5000万元。
    """
    for hit in context.prose.find(_NUMBER, "千百"):
        value = float(hit["digit"]) * _VALUE[hit["unit"]]
        yield hit.instead(f"{value:.0f}", Safety.REVIEW)
