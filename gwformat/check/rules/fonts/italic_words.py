"""F327: slanted Chinese characters."""

from __future__ import annotations

from collections.abc import Iterator

from gwformat.check import Context, Need, Problem, rule
from gwformat.check.pieces import joined, styled
from gwformat.findings import Property, Safety, Severity, reformatted
from gwformat.text.characters import holds_han


@rule(
    "F327",
    name="italic-words",
    clause="惯例",
    severity=Severity.WARNING,
    fixable=Safety.SAFE,
    needs=(Need.FORMATTING,),
)
def check(context: Context) -> Iterator[Problem]:
    """公文的汉字不倾斜；中文字库没有斜体，是软件硬斜的。

    不合规::

        ［正文 倾斜］开

    合规::

        ［正文 倾斜］关
    """
    for element in context.words:
        slanted = (
            (piece, "汉字不用倾斜") for piece in styled(context, element) if piece.look.italic and holds_han(piece.han)
        )
        for where, said in joined(slanted):
            yield Problem(said, where, reformatted(where, Property.ITALIC, "off"))
