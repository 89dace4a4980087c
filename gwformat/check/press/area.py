"""The lines of a page come in; where its type area begins, as far as the lines show it, goes out."""

from __future__ import annotations

import statistics
from collections import Counter
from collections.abc import Sequence

from gwformat.check.press.lines import Line
from gwformat.check.press.tolerances import tolerances
from gwformat.finished.values import Page, Stroke
from gwformat.values import dataclass

_FLUSH = 3  # lines that begin at one place make an edge
_REACH = 9.0  # mm from where the edge should be; what is farther away is something else
_AGREE = 0.35  # mm
_SAME_WIDTH = 1.5  # mm
_SAME_SIZE = 0.2  # pt
_BELOW = 4  # mm under the type area that its last line may reach; page numbers are farther down
_LONG = 30  # mm: shorter rules do not show by how much a page leans


@dataclass(frozen=True, slots=True)
class MeasuredArea:
    """Edges of the text of one page in mm; None where the page does not show them."""

    left: float | None
    top: float | None
    starts: tuple[float, ...] = ()  # where lines begin that may stand at the left edge


def measured_area(page: Page, lines: Sequence[Line], rules: Sequence[Stroke]) -> MeasuredArea:
    """The left edge that several lines of the text or a rule as wide as the type area show, and the first line's top.

    What stands in a table shows nothing, nor does an imprint, which is set in from the edge, or a first line that has
    something above it.
    """
    area = tolerances().type_area
    tables = [(min(side.y0, side.y1), max(side.y0, side.y1)) for side in page.strokes if not side.level]
    inside = [line for line in lines if line.baseline < area.bottom.mm + _BELOW and not _in_any(line, tables)]
    sizes = Counter[float]()
    for line in inside:
        sizes[round(line.size, 1)] += len(line.text)
    if not sizes:
        return MeasuredArea(None, None)
    size = sizes.most_common(1)[0][0]
    across = [rule for rule in rules if abs(rule.length - area.width.mm) < _SAME_WIDTH]
    imprint = sorted(rule.y0 for rule in across if not rule.paint.is_red)
    starts = tuple(
        line.left
        for line in inside
        if abs(line.size - size) < _SAME_SIZE
        and _is_near(line.left, area.left.mm)
        and not (imprint and imprint[0] < line.baseline < imprint[-1])  # 7.4.2, 7.4.3: 左空一字
    )
    left = edge(starts)
    left = across[0].x0 if left is None and across and _is_near(across[0].x0, area.left.mm) else left
    first = lines[0] if lines and abs(lines[0].size - size) < _SAME_SIZE and not _in_any(lines[0], tables) else None
    if first is None or _has_above(page, first) or not _is_near(first.top, area.top.mm):
        return MeasuredArea(left, None, starts)
    return MeasuredArea(left, first.top, starts)


def edge(starts: Sequence[float]) -> float | None:
    """The leftmost place where several lines begin."""
    for start in sorted(starts):
        there = [other for other in starts if abs(other - start) <= _AGREE]
        if len(there) >= _FLUSH:
            return statistics.median(there)
    return None


def _is_near(place: float, wanted: float) -> bool:
    return abs(place - wanted) < _REACH


def _in_any(line: Line, tables: Sequence[tuple[float, float]]) -> bool:
    return any(top <= line.baseline <= bottom for top, bottom in tables)


def _has_above(page: Page, first: Line) -> bool:
    return any(picture.box.top < first.top for picture in page.pictures) or any(
        stroke.y0 < first.baseline for stroke in page.strokes
    )


def skew(page: Page) -> float | None:
    """Degrees by which the page leans, by its words or else by its rules; None if there is nothing to see it by."""
    angles = sorted(words.angle for words in page.visible if words.upright)
    if not angles:
        angles = sorted(stroke.angle for stroke in page.strokes if stroke.length > _LONG)
    return statistics.median(angles) if angles else None
