"""T557: a particle typed twice."""

from __future__ import annotations

from collections.abc import Iterator

from gwformat.check import Context, Problem, rule
from gwformat.findings import Safety, Severity

# Doubled particles, with the words in which they stand rightly.
_DOUBLED = {
    "的的": ("目的的", "标的的", "靶的的", "的的确确", "的的士"),
    "了了": ("不了了之", "了了解", "未了了", "了了结", "终了了", "一了了"),
    "们们": (),
    "这这": (),
    "是是": ("于是是", "若是是", "还是是", "总是是", "实是是", "是是否", "是是非"),
    "把把": ("一把把", "把把手", "把把关"),
    "和和": (
        "共和和",
        "中和和",
        "饱和和",
        "总和和",
        "调和和",
        "缓和和",
        "温和和",
        "随和和",
        "和和平",
        "和和谐",
        "和和解",
        "和和睦",
    ),
    "与与": ("参与与", "与与会"),
    "及及": ("及及时", "及及格", "涉及及", "普及及", "以及及", "顾及及", "危及及", "触及及"),
    "之之": ("总之之", "反之之", "加之之", "之之前", "之之后"),
}


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
    for hit in context.prose.find_words(_DOUBLED):
        if not hit.is_within(_DOUBLED[hit.words]):
            yield hit.problem(f"“{hit.words}”多写了一个字", hit.words[0], Safety.REVIEW)
