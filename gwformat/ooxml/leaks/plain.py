"""A name that somebody gave comes in; whether it says no more than what it names goes out."""

from __future__ import annotations

import re
from functools import cache, lru_cache

from gwformat.expressions import expression
from gwformat.profiles import table
from gwformat.values import dataclass

_PARTS = expression(r"[A-Z]?[a-z]+|[A-Z]+(?![a-z])|[^\W\d_A-Za-z]+")
_FEW = 2  # letters say nothing
_COUNTED = expression(r"R[0-9a-f]{8,32}|rIdFont[0-9A-F]{8}|gwImage[0-9a-f]+|_(?:Toc|Ref|Hlk)\d+|OLE_LINK\d+")


@dataclass(frozen=True, slots=True)
class _Words:
    """The words that plain names are made of."""

    english: str
    chinese: str
    shapes: str
    theme_fonts: str


@cache
def _words() -> _Words:
    return table.load(_Words, "gwformat.ooxml.leaks", "plain")


@cache
def shape_words() -> frozenset[str]:
    """The words of which the style of a shape in VML is made."""
    return frozenset(_words().shapes.split())


@cache
def theme_fonts() -> frozenset[str]:
    """The fonts for other scripts that the themes of Office name."""
    return frozenset(name.strip() for name in _words().theme_fonts.split("|"))


@cache
def _english() -> frozenset[str]:
    return frozenset(_words().english.split())


@cache
def _chinese() -> re.Pattern[str]:
    words = sorted(_words().chinese.split(), key=len, reverse=True)
    return re.compile(f"(?:{'|'.join(words)})*")


@lru_cache(maxsize=4096)
def says_nothing(name: str) -> bool:
    """Whether a name is a usual one or a counted one: `heading 1`, `rId7`, `公文标题`, `_Toc123`."""
    if _COUNTED.fullmatch(name):
        return True
    return all(_is_plain(part) for part in _PARTS.findall(name))


def _is_plain(part: str) -> bool:
    if part.isascii():
        return len(part) <= _FEW or part.lower() in _english()
    return _chinese().fullmatch(part) is not None
