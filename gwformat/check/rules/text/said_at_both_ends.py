"""T649: 会议由某某主持会议: two ways to say it run into each other."""

from __future__ import annotations

import re
from collections.abc import Iterator

from gwformat.check import Context, Problem, rule
from gwformat.expressions import expression
from gwformat.findings import Safety, Severity

_SAID = expression(
    "(?P<what>会议|大会|座谈会|活动|工作|培训|论坛|仪式|演练|检查)由[^，。；：\\n]{2,20}(?:主持|负责|组织|承办|牵头)(?:召开|开展)?"
    "(?P<again>(?:了|该|此|本|这)?(?:项|次)?(?P=what))(?=[，。；])"
)
_ENDED = expression(
    "等(?:[\\d一二两三四五六七八九十]+|多)(?:个|家|名|位|项|种|类|条)[^，。；：、“《要应须请将\\n]{0,6}(?P<again>等)(?![待候级同额效价])"
)

# 关于……工作汇报的汇报
_OF_ITSELF = expression(
    "(?P<what>汇报|报告|通知|说明|总结|通报|请示|方案)(?P<again>的(?P=what))(?=[，。；、]|$)", re.MULTILINE
)


@rule(
    "T649",
    name="said-at-both-ends",
    clause="条例 第十九条",
    severity=Severity.WARNING,
    fixable=Safety.REVIEW,
)
def check(context: Context) -> Iterator[Problem]:
    """一句话不用两种说法：“会议由某某主持”或者“某某主持会议”，“甲、乙等3个单位”之后不再写“等”。

    不合规::

        会议由市长李某某主持会议，参加会议的有市财政局、市教育局、市水务局等3个单位等。

    不合规::

        请市教育局、市公安局、市水务局等3个单位等做好准备。

    不合规::

        会议听取了市水务局关于防汛工作汇报的汇报。

    合规::

        会议由市长李某某主持，参加会议的有市财政局、市教育局、市水务局等3个单位。请等5个工作日，等级不变；副市长张某某主持会议。
    """
    for hit in context.prose.find(_SAID, ("主持", "负责", "组织", "承办", "牵头")):
        yield hit.part("again").problem(f"“{hit.words}”：“{hit['what']}”说了两次", "", Safety.REVIEW)
    for hit in context.prose.find(_ENDED, ("等",)):
        yield hit.part("again").problem(f"“{hit.words}”：“等”字写了两次", "", Safety.REVIEW)
    for hit in context.prose.find(
        _OF_ITSELF, ("汇报的", "报告的", "通知的", "说明的", "总结的", "通报的", "请示的", "方案的")
    ):
        yield hit.part("again").problem(f"“{hit.words}”：“{hit['what']}”说了两次", "", Safety.REVIEW)
