"""T511: …… together with 等."""

from __future__ import annotations

from collections.abc import Iterator

from gwformat.check import Context, Problem, rule
from gwformat.expressions import expression
from gwformat.findings import Safety, Severity

_BOTH = expression("(?P<etc>等{1,2})…+|(?<!…)…+(?P<after>等{1,2}(?![级候待于同]))")


@rule(
    "T511",
    name="ellipsis-with-etc",
    clause="GB/T 15834-2011 4.11",
    severity=Severity.WARNING,
    fixable=Safety.REVIEW,
)
def check(context: Context) -> Iterator[Problem]:
    """省略号与“等”“等等”不同时使用。

    不合规::

        编织袋、救生衣、照明设备等……由市局配发。

    不合规::

        编织袋、救生衣……等物资由市局配发。

    合规::

        他说：“等……等我到了再研究。”编织袋、救生衣……等级另行确定。
    """
    for hit in context.prose.find(_BOTH, "…"):
        if hit["after"] or hit.before[-1:] not in "“，。：":
            word = hit["etc"] or hit["after"]
            yield hit.problem(f"“{hit.words}”中的省略号与“{word}”重复", word, Safety.REVIEW)
