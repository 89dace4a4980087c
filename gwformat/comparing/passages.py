"""Passages of two versions come in as words with their places; one text of each goes out, each character placed.

Blanks, line ends and soft hyphens are no characters here: where a line ends is not part of what a document says.
"""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_right
from collections.abc import Sequence
from functools import cached_property

from gwformat.text.lookalikes import proper_form
from gwformat.values import dataclass

_NOT_COMPARED = re.compile("[\\s\u00ad\u200b-\u200f\u2028-\u202e\u2060-\u2064\ufeff\ufffc]+")
# Characters that PDFs give for ordinary ones: radicals, compatibility ideographs, ligatures.
_COMPATIBLE = re.compile("[\u2e80-\u2fd5\uf900-\ufaff\ufb00-\ufb06]")


@dataclass(frozen=True, slots=True)
class Place:
    """Where a passage stands: a paragraph of a draft, or a line of a page."""

    paragraph: int | None = None
    page: int | None = None
    line: int | None = None


@dataclass(frozen=True, slots=True)
class Passage:
    """A paragraph, a cell, or a line of a PDF; `element` is what it is, "" if that is not known.

    `floats`: its place among the others depends on who prints it – heads, imprints, notes, text boxes.
    """

    text: str
    place: Place
    element: str = ""
    floats: bool = False
    first_on_page: bool = False
    cell: bool = False  # of a table


def compared(text: str) -> str:
    """The characters of `text` that are compared."""
    text = _NOT_COMPARED.sub("", text)
    return _COMPATIBLE.sub(lambda found: proper_form(found[0]) or unicodedata.normalize("NFKC", found[0]), text)


class Text:
    """All passages of a version as one string."""

    def __init__(self, passages: Sequence[Passage]) -> None:
        words = [compared(passage.text) for passage in passages]
        kept = [(passage, said) for passage, said in zip(passages, words, strict=True) if said]
        self.passages = tuple(passage for passage, _ in kept)
        self.string = "".join(said for _, said in kept)
        starts, position = [], 0
        for _, said in kept:
            starts.append(position)
            position += len(said)
        self.starts = starts

    def __len__(self) -> int:
        return len(self.string)

    @cached_property
    def bounds(self) -> frozenset[int]:
        """Where passages begin, and the end."""
        return frozenset((*self.starts, len(self.string)))

    def index(self, position: int) -> int:
        """The number of the passage a character belongs to; the last one for the end of the text."""
        return max(0, bisect_right(self.starts, position) - 1)

    def begin(self, position: int) -> int:
        """Where the passage of a character begins."""
        return self.starts[self.index(position)] if self.starts else 0

    def end(self, position: int) -> int:
        """Where it ends."""
        number = self.index(position) + 1
        return self.starts[number] if number < len(self.starts) else len(self.string)

    def passage(self, position: int) -> Passage | None:
        """The passage a character belongs to."""
        return self.passages[self.index(position)] if self.passages else None

    def whole(self, start: int, end: int) -> tuple[int, int] | None:
        """The stretch of whole passages within `start` and `end`."""
        first = bisect_right(self.starts, start - 1)
        begin = self.starts[first] if first < len(self.starts) else None
        if begin is None:
            return None
        last = len(self.string) if end >= len(self.string) else self.starts[bisect_right(self.starts, end) - 1]
        return (begin, last) if begin < last else None
