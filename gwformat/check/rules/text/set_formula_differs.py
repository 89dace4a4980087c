"""T626: 增强“四个自信”、坚定“四个意识”: the verb of one formula before the name of another."""

from __future__ import annotations

from collections.abc import Iterator

from gwformat.check import Context, Problem, rule
from gwformat.check.prose import Hit
from gwformat.expressions import expression
from gwformat.findings import Severity

# Only where the formulas follow each other: 增强“四个自信” alone is said as well.
_MIXED = expression(
    "“(?:(?P<first>四个自信)”[、，]?坚定“四个意识”"
    "|四个意识”[、，]?坚定“(?P<second>四个(?!自信”)[^”]{1,4})”"
    "|四个自信”[、，]?做到“(?P<third>(?:两个(?!维护”)|[一三四五]个)[^”]{1,4})”)"
)
_OTHERWISE = expression("领悟“(?P<fourth>两个确(?!立”)[^”]{0,3})”")
_DUE = {"first": "四个意识", "second": "四个自信", "third": "两个维护"}


@rule(
    "T626",
    name="set-formula-differs",
    clause="条例 第十九条",
    severity=Severity.WARNING,
)
def check(context: Context) -> Iterator[Problem]:
    """增强“四个意识”、坚定“四个自信”、做到“两个维护”，领悟“两个确立”，动词与名称不错配，名称不写错。

    不合规::

        要增强“四个自信”、坚定“四个意识”、做到“两个维护”。

    不合规::

        要深刻领悟“两个确定”的决定性意义，增强“四个意识”、坚定“四个自信”、做到“两个拥护”。

    不合规::

        要增强“四个意识”、坚定“四个自信”、做到“四个维护”。

    合规::

        要深刻领悟“两个确立”的决定性意义，增强“四个意识”、坚定“四个自信”、做到“两个维护”，做到“两个到位”。
    """
    for hit in context.prose.find(_MIXED, ("四个意识", "四个自信")):
        name = next(name for name in _DUE if hit[name])
        yield _instead(hit.part(name), _DUE[name])
    for hit in context.prose.find(_OTHERWISE, ("两个确",)):
        yield _instead(hit.part("fourth"), "两个确立")


def _instead(hit: Hit, due: str) -> Problem:
    return hit.problem(f"“{hit.words}”应为“{due}”，请核对", expected=due, measured=hit.words)
