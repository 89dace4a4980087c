"""F322: words whose font is named by the theme."""

from __future__ import annotations

from collections.abc import Iterator

from gwformat.check import Context, Need, Problem, rule
from gwformat.check.kinds import kinds
from gwformat.check.pieces import joined, styled
from gwformat.findings import Severity


@rule(
    "F322",
    name="theme-font",
    clause="惯例",
    severity=Severity.INFO,
    needs=(Need.FORMATTING,),
)
def check(context: Context) -> Iterator[Problem]:
    """字体由主题决定的文字，换一个主题或在别的软件里打开会变成别的字体；应写明字体。

    不合规::

        ［正文 主题字体］minorEastAsia

    合规::

        ［正文 字体］仿宋
    """
    if not any(kind.font is not None and kind.font.from_theme for kind in kinds(context)):
        return
    for element in context.words:
        pieces = ((piece, piece.font) for piece in styled(context, element) if piece.font is not None)
        themed = ((piece, font.name) for piece, font in pieces if font.from_theme)
        for where, name in joined(themed):
            yield Problem(f"字体“{name}”由主题决定，没有写明", where)
