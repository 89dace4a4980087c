"""T543: units that are no longer legal."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from gwformat.check import Context, Problem, rule
from gwformat.findings import Safety, Severity


@rule(
    "T543",
    name="unit-not-legal",
    clause="GB 3100-1993",
    severity=Severity.WARNING,
    fixable=Safety.REVIEW,
    from_memory=True,
)
def check(context: Context) -> Iterator[Problem]:
    """使用法定计量单位，不用公分、公尺、市斤、英寸等。

    不合规::

        管径30公分，配发大米50斤。

    合规::

        管径30厘米，配发大米25公斤，该市有2英里公司的网点，半斤八两。
    """
    units = context.terms.abolished_units
    prose = context.prose
    if prose.chars.isdisjoint("".join(unit[0] for unit in units)):
        return
    for hit in prose.find(_units(tuple(units))):
        right = units[hit.words]
        name, _, factor = right.partition("（")
        yield hit.problem(
            f"“{hit.words}”不是法定计量单位，应为“{name}”" + (f"（{factor}" if factor else ""), None if factor else name
        )


@cache
def _units(units: tuple[str, ...]) -> re.Pattern[str]:
    names = "|".join(sorted(units, key=len, reverse=True))
    return re.compile(f"(?<=[0-9十百千万亿两])(?:{names})(?!公司|集团)")
