"""Sums in words (壹仟零陆拾万元整): the words come in, the number goes out."""

from __future__ import annotations

from decimal import Decimal

from gwformat.expressions import expression
from gwformat.text.numerals import UNITS

_PLAIN = str.maketrans("零〇壹贰叁肆伍陆柒捌玖拾佰仟萬億圆", "00123456789十百千万亿元")
_PARTS = {"角": Decimal("0.1"), "分": Decimal("0.01")}
_SUM = expression(r"(?P<whole>[0-9十百千万亿]+)元(?:[整正]|(?P<rest>(?:0?\d[角分]){1,2})整?)?")

SUM_IN_WORDS = (
    "[零〇壹贰叁肆伍陆柒捌玖拾][零〇壹贰叁肆伍陆柒捌玖拾佰仟百千万萬亿億]{0,30}[元圆]"
    "(?:[整正]|(?:零?[壹贰叁肆伍陆柒捌玖][角分]){1,2}整?)?"
)
"""The regular expression of such words, 元 included; it begins with one of the digits as sums are written with."""


def from_capitals(words: str) -> Decimal | None:
    """The sum in 元; None if the words are none, as with a unit before its digit."""
    found = _SUM.fullmatch(words.translate(_PLAIN))
    whole = _whole(found["whole"]) if found else None
    if found is None or whole is None:
        return None
    rest = (found["rest"] or "").replace("0", "")
    return whole + sum((int(rest[at]) * _PARTS[rest[at + 1]] for at in range(0, len(rest), 2)), Decimal(0))


def _whole(words: str) -> Decimal | None:
    total = section = digit = 0
    for char in words:
        if char.isdigit():
            digit = int(char)
        elif char in UNITS:
            section, digit = section + (digit or 1) * UNITS[char], 0
        elif char == "万":
            total, section, digit = total + (section + digit) * 10_000, 0, 0
        else:  # 亿
            total, section, digit = (total + section + digit) * 100_000_000, 0, 0
    return Decimal(total + section + digit)
