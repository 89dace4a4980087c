"""F332: digits of the text in several faces."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from gwformat.check import Context, Need, Problem, rule
from gwformat.check.kinds import kinds
from gwformat.check.pieces import styled
from gwformat.expressions import expression
from gwformat.findings import Property, Safety, Severity, Span, reformatted
from gwformat.fonts.repertoire import known_face
from gwformat.model import Role

_DIGITS = expression("[0-9]+")
_FEW = 0.5  # the rarer face, not one of two equals


@rule(
    "F332",
    name="mixed-digit-faces",
    clause="惯例",
    severity=Severity.WARNING,
    fixable=Safety.SAFE,
    needs=(Need.FORMATTING,),
)
def check(context: Context) -> Iterator[Problem]:
    """正文的数字用同一种字体；有的用西文字体，有的用中文字体，粗细、大小都不一。

    不合规::

        2026年底前完成12项任务，惠及35万人。
        ［正文 首字 西文字体］仿宋_GB2312

    合规::

        2026年底前完成12项任务，惠及35万人。
    """
    body = [kind for kind in kinds(context) if kind.role is Role.BODY]
    beside = Counter[str]()
    for kind in body:
        beside[kind.look.east_asia.name] += kind.wide
    usual = beside.most_common(1)[0][0] if beside else ""
    # Words in another face stand out with their digits, or F302 and F324 say it of both.
    if len({kind.look.font_of("0").name for kind in body if kind.look.east_asia.name == usual}) < 2:
        return
    found: dict[str, list[Span]] = {}
    counts = Counter[str]()
    for element in context.of(Role.BODY):
        for piece in styled(context, element):
            for digits in _DIGITS.finditer(piece.text) if piece.look.east_asia.name == usual else ():
                said = piece.look.font_of(digits[0][0]).name
                face = known_face(said)  # SimSun is 宋体
                name = said if face is None else face.family
                start = piece.where.start + digits.start()
                found.setdefault(name, []).append(element.span(start, start + len(digits[0])))
                counts[name] += len(digits[0])
    if len(found) < 2:
        return
    most, many = counts.most_common(1)[0]
    for name, places in found.items():
        for where in places if counts[name] < _FEW * many else ():
            cure = reformatted(where, Property.LATIN_FONT, most)
            yield Problem(f"正文的数字多数用“{most}”，这里用“{name}”", where, cure, expected=most, measured=name)
