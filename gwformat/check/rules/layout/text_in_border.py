"""L279: a frame or a line around paragraphs of the text."""

from __future__ import annotations

from collections.abc import Iterator

from gwformat.check import Context, Need, Problem, rule
from gwformat.check.kinds import text_looks
from gwformat.check.looks import text_paragraphs
from gwformat.findings import Severity


@rule(
    "L279",
    name="text-in-border",
    clause="惯例",
    severity=Severity.WARNING,
    needs=(Need.FORMATTING,),
)
def check(context: Context) -> Iterator[Problem]:
    """正文的段落不加边框和横线，公文中的线只有版头和版记的分隔线。

    不合规::

        ［正文 下边框］0.5磅 000000

    合规::

        ［发文字号 下边框］1.5磅 FF0000
    """
    if not context.official or not any(look.borders for look in text_looks(context)):
        return
    for element, look in text_paragraphs(context):
        if look.borders:
            yield Problem("正文的段落加了边框", element.whole)
