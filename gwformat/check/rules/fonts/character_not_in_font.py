"""F325: a character that the font does not have."""

from __future__ import annotations

from collections.abc import Iterator

from gwformat.check import Context, Need, Problem, rule
from gwformat.check.looks import styled
from gwformat.findings import Severity, Span
from gwformat.fonts.repertoire import has, known_face

_ASCII = 0x7F


@rule(
    "F325",
    name="character-not-in-font",
    clause="GB/T 33476.2-2016 5",
    severity=Severity.WARNING,
    needs=(Need.FORMATTING,),
)
def check(context: Context) -> Iterator[Problem]:
    """所用字库应有文中的每一个字；没有的字会显示成方框或别的字体，人名地名尤其要查。

    不合规::

        ［发文机关署名］某某市人民政府
        联系人镕某，电话12345678。
        ［正文 字体］仿宋_GB2312

    合规::

        联系人镕某，电话12345678。
        ［正文 字体］方正仿宋_GBK
    """
    lacking: dict[tuple[str, str], list[Span]] = {}
    for element in context.words:
        for piece in styled(context, element):
            face = known_face(piece.look.font_of(piece.han[0]).name) if piece.han else None
            if face is None:
                continue
            for offset, char in enumerate(piece.text):
                if ord(char) > _ASCII and not has(face.repertoire, char):
                    start = piece.where.start + offset
                    lacking.setdefault((face.family, char), []).append(element.span(start, start + 1))
    for (family, char), places in lacking.items():
        more = f"，共 {len(places)} 处" if len(places) > 1 else ""
        yield Problem(f"“{family}”没有“{char}”（U+{ord(char):04X}）{more}", places[0])
