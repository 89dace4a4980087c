"""A character and the hint of its run in, the font slot it is set from out: ECMA-376-1 17.3.2.26 as Word reads it."""

from __future__ import annotations

from bisect import bisect_right
from enum import StrEnum
from functools import lru_cache


class Slot(StrEnum):
    """The four fonts of `w:rFonts`; the value is the name of the field in `RunLook`."""

    ASCII = "ascii"
    HANSI = "hansi"
    EAST_ASIA = "east_asia"
    CS = "cs"


# First code point of a block → what it is set in; "hint" is hAnsi, but eastAsia where the run says w:hint="eastAsia",
# "zh" the same in Chinese text only.
_BLOCKS = {
    0x0000: "ascii", 0x0080: "hansi", 0x0100: "zh", 0x0250: "zh", 0x02B0: "hint", 0x0500: "hansi", 0x0590: "ascii",
    0x07C0: "hansi", 0x1100: "east_asia", 0x1200: "hansi", 0x1E00: "zh", 0x1F00: "hansi", 0x2000: "hint",
    0x27C0: "hansi", 0x2E80: "east_asia", 0xA4D0: "hansi", 0xAC00: "east_asia", 0xE000: "hint", 0xF900: "east_asia",
    0xFB00: "hint", 0xFB1D: "ascii", 0xFE00: "hansi", 0xFE30: "east_asia", 0xFE70: "ascii", 0xFEFF: "hansi",
    0xFF00: "east_asia", 0xFFF0: "hansi", 0x10000: "east_asia",
}  # fmt: skip
_STARTS = list(_BLOCKS)
# Of Latin-1 only these follow the hint: what is in GB 2312, and the letters of pinyin in Chinese text.
_LATIN_1 = frozenset("¡¤§¨ª\xad¯°±²³´¶·¸¹º¼½¾¿×÷")
_PINYIN = frozenset("àáèéêìíòóùúü")


def is_eastern(char: str) -> bool:
    """Whether `char` is set from the East Asian slot whatever the hint: Han, kana, full-width marks, not “ — …."""
    return slot_of(char, east_asian=False, chinese=True) is Slot.EAST_ASIA


@lru_cache(maxsize=16384)
def slot_of(char: str, *, east_asian: bool, chinese: bool) -> Slot:
    """The slot of one character in a run with (`east_asian`) or without `w:hint="eastAsia"`."""
    kind = _BLOCKS[_STARTS[bisect_right(_STARTS, ord(char)) - 1]]
    if kind == "hint" or (kind == "zh" and chinese):
        return Slot.EAST_ASIA if east_asian else Slot.HANSI
    if kind == "zh":
        return Slot.HANSI
    if east_asian and (char in _LATIN_1 or (chinese and char in _PINYIN)):
        return Slot.EAST_ASIA
    return Slot(kind)
