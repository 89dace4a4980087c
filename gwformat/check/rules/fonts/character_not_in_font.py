"""F325: a character that the font does not have."""

from __future__ import annotations

from collections.abc import Iterator

from gwformat.check import Context, Need, Problem, rule
from gwformat.check.kinds import kinds
from gwformat.check.pieces import styled
from gwformat.findings import Severity, Span
from gwformat.fonts.repertoire import known_face, lacked
from gwformat.fonts.system import Repertoire

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

    名字不能换成相像的字。`gwformat fonts coverage 文件 --fix -o 补字.docx` 只给缺的字换上同样式而有它的字体。

    不合规::

        ［发文机关署名］某某市人民政府
        联系人镕某，电话12345678。
        ［正文 字体］仿宋_GB2312

    合规::

        联系人镕某，电话12345678。
        ［正文 字体］方正仿宋_GBK
    """
    looks = {id(kind.look): kind.look for kind in kinds(context)}.values()
    named = {font.name for look in looks for font in (look.east_asia, look.ascii, look.hansi)}
    beyond = {face.repertoire: _beyond(face.repertoire, context.prose.chars) for face in map(known_face, named) if face}
    outside = frozenset().union(*beyond.values())
    if not outside:
        return
    lacking: dict[tuple[str, str], list[Span]] = {}
    for element in context.words:
        for piece in styled(context, element):
            for offset, char in enumerate(piece.text) if not outside.isdisjoint(piece.text) else ():
                # What is no Chinese character may be set in the other face of the run, which has more.
                face = known_face(piece.look.font_of(char).name) if char in outside else None
                if face is not None and char in beyond[face.repertoire]:
                    start = piece.where.start + offset
                    lacking.setdefault((face.family, char), []).append(element.span(start, start + 1))
    for (family, char), places in lacking.items():
        more = f"，共 {len(places)} 处" if len(places) > 1 else ""
        yield Problem(f"“{family}”没有“{char}”（U+{ord(char):04X}）{more}", places[0])


def _beyond(repertoire: Repertoire, chars: frozenset[str]) -> frozenset[str]:
    """Those of the document's characters that a font of this repertoire does not have."""
    return frozenset(char for char in lacked(repertoire, chars) if ord(char) > _ASCII)
