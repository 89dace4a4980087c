"""The lines of a page come in; where its type area begins, as far as the lines show it, goes out."""

from __future__ import annotations

import statistics
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from gwformat.check.press.lines import Line
from gwformat.check.press.tolerances import tolerances
from gwformat.pdf import Page

_FLUSH = 3  # lines that begin at one place make an edge
_REACH = 9.0  # mm from where the edge should be; what is farther away is something else
_AGREE = 0.35  # mm


@dataclass(frozen=True, slots=True)
class MeasuredArea:
    """Edges of the text of one page in mm; None where the lines do not show it."""

    left: float | None
    top: float | None


def measured_area(page: Page, lines: Sequence[Line]) -> MeasuredArea:
    """The left edge that several lines of the text share, and the upper edge of the first line if it is one of them."""
    area = tolerances().type_area
    inside = [line for line in lines if line.baseline < area.bottom.mm + 4]
    sizes = Counter[float]()
    for line in inside:
        sizes[round(line.size, 1)] += len(line.text)
    if not sizes:
        return MeasuredArea(None, None)
    size = sizes.most_common(1)[0][0]
    text = [line for line in inside if abs(line.size - size) < 0.2]
    near = [line.left for line in text if abs(line.left - area.left.mm) < _REACH]
    left = _edge(near)
    first = inside[0] if inside and abs(inside[0].size - size) < 0.2 else None
    covered = first is None or any(picture.box.top < first.top for picture in page.pictures)
    ruled = first is not None and any(stroke.y0 < first.baseline for stroke in page.strokes)
    top = None if covered or ruled or first is None or abs(first.top - area.top.mm) > _REACH else first.top
    return MeasuredArea(left, top)


def _edge(starts: Sequence[float]) -> float | None:
    """The leftmost place where several lines begin."""
    for start in sorted(starts):
        there = [other for other in starts if abs(other - start) <= _AGREE]
        if len(there) >= _FLUSH:
            return statistics.median(there)
    return None


def skew(page: Page) -> float | None:
    """Degrees by which the page leans, by its words or else by its rules; None if there is nothing to see it by."""
    angles = sorted(words.angle for words in page.visible if words.upright)
    if not angles:
        angles = sorted(stroke.angle for stroke in page.strokes if stroke.length > 30)
    return statistics.median(angles) if angles else None
