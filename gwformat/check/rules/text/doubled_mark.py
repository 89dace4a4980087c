"""T517: two stops in a row."""

from __future__ import annotations

from collections.abc import Iterator

from gwformat.check import Context, Problem, rule
from gwformat.expressions import expression
from gwformat.findings import Safety, Severity

_DOUBLED = expression(
    "([，、；：])\\1+|(?<!。)。。(?!。)|[，、；：]+。|。[，、；：]|，[、；：]|、[，；：]|；[，、：]|：[，、；]"
)


_PAIR = expression("[，、；：。][，、；：。]")  # what all of these hold is found sooner


@rule(
    "T517",
    name="doubled-mark",
    clause="GB/T 9704-2012 9",
    severity=Severity.ERROR,
    fixable=Safety.SAFE,
)
def check(context: Context) -> Iterator[Problem]:
    """句中、句末的点号不连用。

    公文的标点按 GB/T 15834-2011。

    不合规::

        各单位要落实责任，，加强检查。

    不合规::

        各单位要落实责任，。

    合规::

        依据《河道管理条例》，……，各单位要落实责任。（详见附件。）
    """
    if _PAIR.search(context.prose.text) is None:
        return
    for hit in context.prose.find(_DOUBLED):
        same = hit.words == hit.words[0] * len(hit.words)
        new = hit.words[0] if same else "。" if "。" in hit.words else hit.words[0]
        yield hit.instead(new, Safety.SAFE if same else Safety.REVIEW)
