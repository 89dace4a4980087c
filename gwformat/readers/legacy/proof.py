"""The words of a file as a second reader has them and the converted package in; what is not found again goes out."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from gwformat.expressions import expression
from gwformat.ooxml.every_word import every_paragraph
from gwformat.ooxml.package import Package
from gwformat.values import dataclass

# White space, controls, hyphens that Word keeps apart from text, and the marks where objects stand.
_UNSEEN = expression("[\\s\x00-\x1f\x7f-\x9f\u00ad\u2011\u200b-\u200f\u2028\u2029\ufeff\ufffc\ufffd]+")
# In a binary document "(" also holds the place of a character of a symbol font, which LibreOffice 7.4 writes as text.
_SYMBOL = expression("[(\uf000-\uf0ff]")
_SHOWN = 5
_LONGEST = 20


@dataclass(frozen=True, slots=True)
class Proof:
    """How many words were compared, and which paragraphs were not found again."""

    characters: int
    paragraphs: int
    missing: tuple[str, ...]

    def said(self) -> str:
        """The result for the user."""
        if not self.missing:
            return f"已直接读取原文件核对：{self.paragraphs} 段 {self.characters} 字，一字不少"
        shown = "；".join(f"“{_short(text)}”" for text in self.missing[:_SHOWN])
        return (
            f"直接读取原文件核对，{self.paragraphs} 段中有 {len(self.missing)} 段与转换结果对不上，请对照原件：{shown}"
        )


def prove(paragraphs: Iterable[str], package: Package) -> Proof:
    """Look for every paragraph of the old file among those of the package, then anywhere in its words."""
    wanted = Counter(filter(None, map(_seen, paragraphs)))
    found = Counter(filter(None, map(_seen, every_paragraph(package))))
    left = wanted - found
    # A paragraph may have come apart: its words then stand in others, in the same order.
    everything = "".join(found.elements()) if left else ""
    in_order = "".join(_seen(text) for text in every_paragraph(package)) if left else ""
    missing = tuple(text for text in left if not _stands(text, in_order, everything))
    return Proof(sum(len(text) * count for text, count in wanted.items()), wanted.total(), missing)


def _stands(text: str, *places: str) -> bool:
    return any(text in place or _SYMBOL.sub("", text) in _SYMBOL.sub("", place) for place in places)


def _seen(text: str) -> str:
    return _UNSEEN.sub("", text)


def _short(text: str) -> str:
    return text if len(text) <= _LONGEST else text[: _LONGEST - 1] + "…"
