"""The lines of a page come in; its page number with its place goes out."""

from __future__ import annotations

import re
from collections.abc import Iterable

from gwformat.check.press.lines import Line
from gwformat.check.press.tolerances import tolerances
from gwformat.expressions import expression
from gwformat.values import dataclass

_BESIDE = r"[\s—–\-－―─·•~]*"
_OF_ALL = r"(?:\s*[/／]\s*\d+|[\s，,]*共\s*\d+\s*页)?"
_FORM = expression(rf"{_BESIDE}(?:第\s*)?([0-9０-９]{{1,4}})(?:\s*页)?{_OF_ALL}{_BESIDE}")


@dataclass(frozen=True, slots=True)
class PageNumber:
    """A page number as printed; lengths in mm on the page."""

    page: int
    number: int
    left: float
    right: float
    baseline: float
    dash: float  # the height of the 一字线 beside it

    @property
    def middle(self) -> float:
        """Halfway between its ends."""
        return (self.left + self.right) / 2


def is_number(text: str) -> re.Match[str] | None:
    """The match where a line says the number of its page and no more."""
    return _FORM.fullmatch(text)


def page_number(page: int, lines: Iterable[Line]) -> PageNumber | None:
    """The number at the foot of an upright page, below the type area."""
    figures = tolerances()
    lowest = figures.type_area.bottom.mm
    for line in reversed(list(lines)):
        if line.baseline <= lowest + 1:
            break
        found = is_number(line.text)
        if found:
            dash = line.baseline - figures.number.above_baseline * line.size
            return PageNumber(page, int(found[1]), line.left, line.right, line.baseline, dash)
    return None
