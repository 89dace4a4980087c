"""T576: a stop at the beginning of a paragraph."""

from __future__ import annotations

import re
from collections.abc import Iterator

from gwformat.check import Context, Problem, rule
from gwformat.expressions import expression
from gwformat.findings import Severity

_START = expression("^[，、；：。！？）》〉〕]", re.MULTILINE)


@rule(
    "T576",
    name="mark-at-start-of-paragraph",
    clause="GB/T 15834-2011 5.1",
    severity=Severity.WARNING,
)
def check(context: Context) -> Iterator[Problem]:
    """点号和后括号不出现在一段的开头。

    不合规::

        ，各单位要落实责任。

    合规::

        （一）各单位要落实责任。
    """
    for hit in context.prose.find(_START):
        if not hit.in_table:
            yield hit.problem(f"段落以“{hit.words}”开头")
