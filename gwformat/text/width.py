"""Widths of characters as official documents are set: text comes in, its advance in em comes out."""

from __future__ import annotations

import unicodedata
from functools import lru_cache
from typing import Literal

from gwformat.model import OBJECT

Latin = Literal["tnr", "half"]

_TNR_UNITS = 2048
# Times New Roman, U+0020–U+007E, in 1/2048 em.
# fmt: off
_TNR = (
    512, 682, 836, 1024, 1024, 1706, 1593, 369, 682, 682, 1024, 1155, 512, 682, 512, 569,
    1024, 1024, 1024, 1024, 1024, 1024, 1024, 1024, 1024, 1024, 569, 569, 1155, 1155, 1155, 909,
    1886, 1479, 1366, 1366, 1479, 1251, 1139, 1479, 1479, 682, 797, 1479, 1251, 1821, 1479, 1479,
    1139, 1479, 1366, 1139, 1251, 1479, 1479, 1933, 1479, 1479, 1251, 682, 569, 682, 961, 1024,
    682, 909, 1024, 909, 1024, 909, 682, 1024, 1024, 569, 569, 1024, 569, 1593, 1024, 1024,
    1024, 1024, 682, 797, 569, 1024, 1024, 1479, 1024, 1024, 909, 983, 410, 983, 1108,
)
# fmt: on

_WITHOUT_WIDTH = frozenset(("Mn", "Me", "Cf", "Cc"))


@lru_cache(maxsize=8192)
def is_wide(char: str) -> bool:
    """Whether a Chinese font sets `char` (one character) a full em wide.

    Ambiguous characters (“ ” ‘ ’ — … · × ℃ ①, Greek, Cyrillic) are full width in Chinese fonts; accented
    Latin letters are taken from the Latin font.
    """
    width = unicodedata.east_asian_width(char)
    if width in "WF":
        return True
    return width == "A" and not _is_latin_letter(char) and unicodedata.category(char) not in _WITHOUT_WIDTH


def _is_latin_letter(char: str) -> bool:
    return ord(char) < 0x250 and char.isalpha()


@lru_cache(maxsize=8192)
def _advance(char: str, latin: Latin) -> float:
    if is_wide(char):
        return 1.0
    if char == OBJECT or unicodedata.category(char) in _WITHOUT_WIDTH:
        return 0.0
    if latin == "half":
        return 0.5
    base = unicodedata.normalize("NFD", char)[0]
    return _TNR[ord(base) - 0x20] / _TNR_UNITS if " " <= base <= "~" else 0.5


def advance(text: str, latin: Latin = "tnr") -> float:
    """The width of `text` in em: Han 1, Latin as Times New Roman has it or half an em; objects count nothing."""
    return sum(_advance(char, latin) for char in text)
