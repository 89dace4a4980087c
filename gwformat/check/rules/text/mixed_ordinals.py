"""T556: 首先 continued by 第二."""

from __future__ import annotations

import re
from collections.abc import Iterator

from gwformat.check import Context, Problem, rule
from gwformat.expressions import expression
from gwformat.findings import Severity

_MIXED = expression(
    "(?:^|(?<=[。；：]))首先，[^\\n]{2,600}?[。；](?P<next>第[二三]，)"
    "|(?:^|(?<=[。；：]))第一，[^\\n]{2,600}?[。；](?P<other>其次，)",
    re.MULTILINE,
)


@rule(
    "T556",
    name="mixed-ordinals",
    clause="惯例",
    severity=Severity.INFO,
    from_memory=True,
)
def check(context: Context) -> Iterator[Problem]:
    """一组次序词语前后一致，“首先”与“其次”连用，“第一”与“第二”连用。

    不合规::

        首先，落实责任。第二，加强检查。

    合规::

        首先，落实责任。其次，加强检查。主要目标：第一，不垮坝。第二，不死人。
    """
    for hit in context.prose.find(_MIXED, ("首先，", "第一，")):
        if hit["next"] and "其次，" in hit.words:
            continue
        group = "next" if hit["next"] else "other"
        if hit["other"] and "第二，" in hit.words:
            continue
        yield hit.part(group).problem(f"“{hit[group][:-1]}”与“{hit.words[:2]}”不成一组")
