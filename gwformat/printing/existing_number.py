"""A PDF comes in; where its first page bears a 份号 already, and a choice that leaves it out, go out."""

from __future__ import annotations

import re

from pypdf import PageObject

from gwformat.finished.matrices import transformed
from gwformat.finished.values import MM_PER_PT, FinishedFile, Words
from gwformat.printing.parting import Mark, Wanted, What
from gwformat.printing.pdf_forms import upright

_NUMBER = re.compile(r"\d{6}")
_UPPER = 0.5  # of the page
_NEAR = 1.0  # points


def existing_number(file: FinishedFile) -> Words | None:
    """The words of a number of six digits that stands alone in the upper left part of the first page."""
    page = file.pages[0]
    alone = (words for words in page.visible if _NUMBER.fullmatch(words.text.strip()))
    placed = (w for w in alone if w.baseline < page.height * _UPPER and w.left < page.width * _UPPER)
    return min(placed, key=lambda words: words.baseline, default=None)


def place_of(words: Words, file: FinishedFile) -> tuple[float, float]:
    """Where the words begin, in points from the lower left corner of the page."""
    return words.left / MM_PER_PT, (file.pages[0].height - words.baseline) / MM_PER_PT


def all_but(place: tuple[float, float], page: PageObject) -> Wanted:
    """Everything on the page but words that begin at `place`."""
    matrix = upright(page)

    def wants(mark: Mark) -> bool:
        x, y = transformed(matrix, *mark.box[:2])
        return mark.what is not What.TEXT or abs(x - place[0]) > _NEAR or abs(y - place[1]) > _NEAR

    return wants
