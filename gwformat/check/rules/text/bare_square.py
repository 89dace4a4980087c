"""T542: 平方 and 立方 as units."""

from __future__ import annotations

import re
from collections.abc import Iterator

from gwformat.check import Context, Problem, rule
from gwformat.expressions import expression
from gwformat.findings import Safety, Severity

_BARE = expression("(?<=[0-9万亿])(?:(?:平方|立方)(?=[，。；、：）以左多余的]|$)|平米)", re.MULTILINE)


@rule(
    "T542",
    name="square-without-unit",
    clause="GB 3100-1993",
    severity=Severity.WARNING,
    fixable=Safety.REVIEW,
    from_memory=True,
)
def check(context: Context) -> Iterator[Problem]:
    """“平方”“立方”不单独作计量单位，写全“平方米”“立方米”。

    不合规::

        建筑面积1200平方，蓄水量3万立方。

    不合规::

        建筑面积1200平米。

    合规::

        建筑面积1200平方米，影响范围20平方公里，边长的平方。
    """
    for hit in context.prose.find(_BARE, "平立"):
        yield hit.instead("平方米" if hit.words == "平米" else f"{hit.words}米", Safety.REVIEW)
