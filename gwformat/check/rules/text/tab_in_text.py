"""T570: a tab within a sentence."""

from __future__ import annotations

from collections.abc import Iterator

from gwformat.check import Context, Problem, rule
from gwformat.expressions import expression
from gwformat.findings import Severity
from gwformat.text.tab_rows import tab_rows

_TAB = expression("(?<=[\u4e00-\u9fff，。；：、0-9])\t+(?=[\u4e00-\u9fff0-9])")


@rule(
    "T570",
    name="tab-in-text",
    clause="惯例",
    severity=Severity.INFO,
)
def check(context: Context) -> Iterator[Problem]:
    """正文里不用制表符隔开文字；几行用制表符分成各栏的，不在此列。

    不合规::

        各单位要高度重视，\\t认真抓好落实。

    合规::

        各单位要高度重视，认真抓好落实。
    """
    if not context.prose.holds("\t"):
        return
    pieces = context.prose.pieces
    rows = {pieces[number].start for lines in tab_rows([piece.text for piece in pieces]) for number in lines}
    for hit in context.prose.find(_TAB, "\t"):
        if hit.in_main_text and hit.piece.start not in rows:
            yield hit.problem("句中有制表符")
