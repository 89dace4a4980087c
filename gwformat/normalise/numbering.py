"""Level numbers: a marker as typed comes in, one of 一、（一）1.（1） comes out (7.3.3)."""

from __future__ import annotations

import re
from collections.abc import Sequence

from gwformat.expressions import expression
from gwformat.model import Edit, Role
from gwformat.normalise.passes import Pass, Passage, in_blocks
from gwformat.text.characters import HAN, SPACE, half_width_digits
from gwformat.text.numerals import NUMERAL

_GAP = f"[{SPACE}\t]*+"
_DIGIT = "0-9０-９"

_LEVEL1 = re.compile(f"(?P<number>[{NUMERAL}]+){_GAP}(?:[、．，,:：]|\\.(?![0-9]))+{_GAP}")
_SPACED1 = expression(f"(?P<number>[{NUMERAL}]{{1,3}})[{SPACE}\t]++(?=[{HAN}]{{2}})")  # 一　总体情况
_LEVEL2 = re.compile(
    f"[（(]{_GAP}(?P<number>[{NUMERAL}]+){_GAP}[)）]{_GAP}[、.．,，:：]?{_GAP}|(?P<sign>[㈠-㈩]){_GAP}"
)
_LEVEL3 = re.compile(
    f"(?P<number>[{_DIGIT}]{{1,3}}){_GAP}(?:[、，,)）]|[.．](?![{_DIGIT}])){_GAP}(?![{_DIGIT}])|(?P<sign>[⒈-⒛]){_GAP}"
)
_LEVEL4 = re.compile(
    f"[（(]{_GAP}(?P<number>[{_DIGIT}]{{1,3}}){_GAP}[)）]{_GAP}[、.．,，]?{_GAP}|(?P<sign>[⑴-⒇]){_GAP}"
)
# In running text a marker is believed only if nothing else can be meant: not “5、6月” or “1)”.
_BODY1 = re.compile(f"(?P<number>[{NUMERAL}]+){_GAP}[.．]{_GAP}(?![{NUMERAL}])")
_BODY3 = re.compile(f"(?P<number>[{_DIGIT}]{{1,2}}){_GAP}[、.．]{_GAP}(?![{_DIGIT}])|(?P<sign>[⒈-⒛]){_GAP}")

_FORM = {1: "{}、", 2: "（{}）", 3: "{}.", 4: "（{}）"}
_FIRST_SIGN = {2: "㈠", 3: "⒈", 4: "⑴"}
_LEVELS: dict[Role, tuple[tuple[int, re.Pattern[str]], ...]] = {
    Role.HEADING1: ((1, _LEVEL1), (1, _SPACED1)),
    Role.HEADING2: ((2, _LEVEL2),),
    Role.HEADING3: ((3, _LEVEL3),),
    Role.HEADING4: ((4, _LEVEL4),),
    Role.BODY: ((1, _BODY1), (2, _LEVEL2), (3, _BODY3), (4, _LEVEL4)),
}
_LEVELS[Role.ATTACHMENT_BODY] = _LEVELS[Role.BODY]


def _numbering(passage: Passage) -> Sequence[Edit]:
    for level, pattern in _LEVELS[passage.roles[0]]:
        if found := pattern.match(passage.text):
            return [Edit(0, found.end(), _marker(level, found))]
    return []


def _marker(level: int, found: re.Match[str]) -> str:
    number = found["number"]
    if number is None:
        order = ord(found["sign"]) - ord(_FIRST_SIGN[level])
        number = "一二三四五六七八九十"[order] if level == 2 else str(order + 1)
    return _FORM[level].format(half_width_digits(number))


NUMBERING = Pass(
    "numbering",
    "层次序数规范",
    "GB/T 9704-2012 7.3.3：结构层次序数依次为“一、”“（一）”“1.”“（1）”",
    in_blocks(_LEVELS, _numbering),
)
