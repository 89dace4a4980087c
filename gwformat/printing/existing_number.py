"""A PDF comes in; the 份号 its first page has, what stands where one belongs, a choice that leaves it out go out."""

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
_ASCENT = 0.8  # of the em: how high digits and Han characters reach
_LETTER_RULE = 165.0  # mm: the red rules of the letter format are 170 mm long


def existing_number(file: FinishedFile) -> Words | None:
    """The words of a number of six digits that stands alone in the upper left part of the first page."""
    page = file.pages[0]
    alone = (words for words in page.visible if _NUMBER.fullmatch(words.text.strip()))
    placed = (w for w in alone if w.baseline < page.height * _UPPER and w.left < page.width * _UPPER)
    return min(placed, key=lambda words: words.baseline, default=None)


def letter_rule(file: FinishedFile) -> float | None:
    """How far down the red rules below the mark of a letter reach, in mm; None on a page of another format (10.1)."""
    page = file.pages[0]
    red = (rule for rule in page.strokes if rule.level and rule.length > _LETTER_RULE and rule.paint.is_red)
    return max((rule.y0 + rule.weight / 2 for rule in red if rule.y0 < page.height * _UPPER), default=None)


def in_the_way(file: FinishedFile, x: float, y: float, width: float, height: float) -> Words | None:
    """Words on the first page where a number would begin at `x`, `y`: points from the lower left corner."""
    left, baseline = x * MM_PER_PT, file.pages[0].height - y * MM_PER_PT
    right, top = left + width * MM_PER_PT, baseline - height * MM_PER_PT
    for words in file.pages[0].visible:
        across = words.left < right and words.right > left
        if across and words.baseline > top and words.baseline - words.size * _ASCENT < baseline:
            return words
    return None


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
