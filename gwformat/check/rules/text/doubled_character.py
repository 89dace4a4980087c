"""T557: a particle typed twice."""

from __future__ import annotations

import re
from collections.abc import Iterator

from gwformat.check import Context, Problem, rule
from gwformat.findings import Safety, Severity

_DOUBLED = re.compile(
    "(?<![目标靶端鹄众有])的的(?![确])|(?<![不未终])了了(?![解结之无])|们们|这这|(?<![于若还总实])是是(?![否非])|把把(?![手关])|(?<![共中饱总调温缓随平])和和(?![平谐解睦气好])|(?<![参涉])与与(?![会])|(?<![是以普涉遍危顾论言触])及及(?![时格早物])|之之"
)


@rule(
    "T557",
    name="doubled-character",
    clause="条例 第二十条",
    severity=Severity.WARNING,
    fixable=Safety.REVIEW,
)
def check(context: Context) -> Iterator[Problem]:
    """字词不重复输入。

    不合规::

        各单位要做好的的工作。

    合规::

        为了了解情况，明确目的的含义，总之之前的做法不变，共和和平，以及及时报告。
    """
    for hit in context.prose.find(_DOUBLED, "的了们这是把和与及之"):
        if not hit.before.endswith(("总", "反", "加", "持", "言", "置", "有", "无", "久")) or hit.words != "之之":
            yield hit.problem(f"“{hit.words}”多写了一个字", hit.words[0], Safety.REVIEW)
