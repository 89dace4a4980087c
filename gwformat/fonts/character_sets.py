"""A character comes in, the national set that first has it, and what is peculiar about it, go out."""

from __future__ import annotations

import functools
import tomllib
import unicodedata
from collections.abc import Iterator, Mapping
from enum import StrEnum
from importlib import resources

Ranges = tuple[tuple[int, int], ...]

# Python's `gb2312` maps the GB dash and middle dot to other code points than fonts and Unicode do.
DASH_AND_DOT = frozenset("—·")

_PRIVATE = ((0xE000, 0xF8FF), (0xF0000, 0xFFFFD), (0x100000, 0x10FFFD))
_SELECTORS = ((0xFE00, 0xFE0F), (0xE0100, 0xE01EF))
_WITHOUT_INK = frozenset(("Cc", "Cf", "Cs", "Zs", "Zl", "Zp"))
# GB 18030-2022, the Han of each implementation level; the standard follows Unicode 11.
_LEVEL1 = ((0x3400, 0x4DB5), (0x4E00, 0x9FEF))
_LEVEL3 = (
    (0x20000, 0x2A6D6),
    (0x2A700, 0x2B734),
    (0x2B740, 0x2B81D),
    (0x2B820, 0x2CEA1),
    (0x2CEB0, 0x2EBE0),
)
_RADICALS = ((0x2F00, 0x2FD5),)  # of the Kangxi dictionary; level 3 demands them, they are no Han characters
# Of the compatibility block these twelve are ideographs of their own.
_UNIFIED = frozenset("﨎﨏﨑﨓﨔﨟﨡﨣﨤﨧﨨﨩")


class CharacterSet(StrEnum):
    """The national sets, the smallest first; the value is what the user reads."""

    ASCII = "ASCII"
    GB2312 = "GB/T 2312"
    GBK = "GBK"
    GB18030_1 = "GB 18030 级别1"
    GB18030_2 = "GB 18030 级别2"
    GB18030_3 = "GB 18030 级别3"
    OTHER = "GB 18030 的其他字符"  # its four bytes can spell all of Unicode; no level demands these
    PRIVATE = "造字区"  # means something on the machine it was made on only


def first_set(char: str) -> CharacterSet:
    """The smallest set that has `char`."""
    if char.isascii():
        return CharacterSet.ASCII
    if is_private(char):
        return CharacterSet.PRIVATE
    if char in DASH_AND_DOT or _encodes(char, "gb2312"):
        return CharacterSet.GB2312
    if _encodes(char, "gbk"):
        return CharacterSet.GBK
    if _within(char, _LEVEL1) or is_of_two_bytes(char):
        return CharacterSet.GB18030_1
    if char in standard_levels():
        return CharacterSet.GB18030_2
    level3 = char in _UNIFIED or _within(char, _LEVEL3) or _within(char, _RADICALS)
    return CharacterSet.GB18030_3 if level3 else CharacterSet.OTHER


def is_of_two_bytes(char: str) -> bool:
    """Whether GB 18030 spells `char` with at most two bytes: all its levels have these, € and ⿰ among them."""
    return len(char.encode("gb18030", "replace")) <= 2 and _encodes(char, "gb18030")


def is_private(char: str) -> bool:
    """Whether `char` is of a private use area: 造字."""
    return _within(char, _PRIVATE)


def needs_ink(char: str) -> bool:
    """Whether a font must have `char` for it to be seen: not spaces, controls and marks that only steer."""
    return unicodedata.category(char) not in _WITHOUT_INK and not _within(char, _SELECTORS)


@functools.cache
def standard_levels() -> Mapping[str, int]:
    """通用规范汉字表: each of its 8105 characters with its level, 1 to 3."""
    text = resources.files("gwformat.fonts.sets").joinpath("standard.toml").read_text("utf-8")
    table = tomllib.loads(text)
    return {char: level for level in (1, 2, 3) for char in "".join(table[f"level{level}"].split())}


@functools.cache
def han_of(which: CharacterSet) -> frozenset[str]:
    """The Han characters of a set: the yardstick for what a font has.

    GBK counts the 21 compatibility ideographs it holds, GB 18030 of them only the 12 that are ideographs of their own.
    """
    if which is CharacterSet.GB2312:
        return frozenset(_double_bytes("gb2312", range(0xB0, 0xF8), range(0xA1, 0xFF)))
    if which is CharacterSet.GBK:
        every = _double_bytes("gbk", range(0x81, 0xFF), range(0x40, 0xFF))
        return frozenset(char for char in every if _within(char, _LEVEL1) or "\uf900" <= char <= "\ufaff")
    level1 = _characters(_LEVEL1) | _UNIFIED
    if which is CharacterSet.GB18030_1:
        return level1
    level2 = level1 | frozenset(standard_levels())
    return level2 if which is CharacterSet.GB18030_2 else level2 | _characters(_LEVEL3)


def _characters(ranges: Ranges) -> frozenset[str]:
    return frozenset(chr(code) for first, last in ranges for code in range(first, last + 1))


def _double_bytes(codec: str, leads: range, trails: range) -> Iterator[str]:
    for lead in leads:
        for trail in trails:
            decoded = bytes((lead, trail)).decode(codec, "ignore")
            if len(decoded) == 1 and not decoded.isascii():
                yield decoded


def _encodes(char: str, codec: str) -> bool:
    try:
        char.encode(codec)
    except UnicodeEncodeError:
        return False
    return True


def _within(char: str, ranges: Ranges) -> bool:
    code = ord(char)
    return any(first <= code <= last for first, last in ranges)
