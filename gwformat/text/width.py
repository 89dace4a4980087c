"""Widths of characters as official documents are set: text comes in, its advance in 字 or half 字 comes out."""

from __future__ import annotations

import unicodedata
from functools import lru_cache

from gwformat.model import OBJECT
from gwformat.text.scripts import in_western_face

_TAB = 4  # columns: what a tab is taken for
WITHOUT_WIDTH = frozenset(("Mn", "Me", "Cf", "Cc"))
"""The categories of characters that take no room of their own."""


def leans(char: str) -> bool:
    """Whether `char` belongs to the one before it: a combining mark, or the selector of a variant."""
    return unicodedata.category(char) in ("Mn", "Me")


def is_sign(char: str) -> bool:
    """Whether `char` is one of the signs of forms (☐ ☑ ✓ ✔): the faces that have them set them wide."""
    return "\u2600" <= char <= "\u27bf"


@lru_cache(maxsize=8192)
def is_wide(char: str) -> bool:
    """Whether a Chinese font sets `char` (one character) a full em wide.

    Ambiguous characters (“ ” ‘ ’ — … · × ℃ ①) are full width in Chinese fonts; letters of every alphabet are
    taken from the Western font.
    """
    width = unicodedata.east_asian_width(char)
    if width in "WF" or is_sign(char):
        return True
    return width == "A" and not in_western_face(char) and unicodedata.category(char) not in WITHOUT_WIDTH


@lru_cache(maxsize=8192)
def _advance(char: str) -> float:
    if is_wide(char):
        return 1.0
    return 0.0 if char == OBJECT or unicodedata.category(char) in WITHOUT_WIDTH else 0.5


def advance(text: str) -> float:
    """The width of `text` in 字, whatever the font: Han 1, Latin half of it, objects and invisible characters nothing.

    What a font system says of its faces is more exact: `gwformat.fonts.system.FontSystem.width`.
    """
    return sum(map(_advance, text))


def columns(blanks: str) -> int:
    """How many half 字 blanks and tabs take."""
    return sum(_TAB if char == "\t" else 2 if is_wide(char) else 1 for char in blanks)
