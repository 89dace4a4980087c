"""A page comes in, its text picture goes out: a line per row of the grid, full-width cells, for tests and terminals."""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator

from gwformat.layout.boxes import Glyphs, Line, Page, Pages, Placed, Stroke
from gwformat.model import OBJECT
from gwformat.profiles.schema import Grid
from gwformat.text.width import is_wide
from gwformat.units import EMU_PER_MM

HEAVY, LIGHT, UPRIGHT, PICTURE = "━", "─", "│", "░"
_HEAVY_FROM = 0.3 * EMU_PER_MM  # 7.4.1: the outer lines of the imprint are 0.35 mm, the inner ones 0.25 mm
_BLANK = "\u3000"
_FOLLOWS = ""  # the right half of a full-width cell


def pictures(pages: Pages, grid: Grid) -> str:
    """All pages, each below a line with its number."""
    return "\n".join(f"〔第{page.number}页〕\n{picture(page, grid)}" for page in pages.pages)


def picture(page: Page, grid: Grid) -> str:
    """The rows of the type area from the first to the last; what stands above or below it adds rows.

    A line of text is shown in the row in which its middle lies. A rule is shown in the blank row next to it; where
    text leaves none, it gets a row of its own. Text set larger than its cells is centred on its place.
    """
    canvas = _Canvas(page, grid)
    for line in page.lines:
        canvas.write(line)
    for placed in page.carriers:
        canvas.fill(placed)
    for stroke in sorted(page.strokes, key=lambda stroke: (stroke.height > 0, stroke.y)):
        canvas.rule(stroke)
    return "\n".join(canvas.rows())


class _Canvas:
    """Half cells by row; rows between two rows of the grid have numbers with a fraction."""

    def __init__(self, page: Page, grid: Grid) -> None:
        self.top = int(grid.top)
        self.left = int(grid.left)
        self.pitch = int(grid.pitch)
        # A landscape sheet has the same cells, more of them in a row.
        self.half = (min(page.width, page.height) - grid.left - grid.right) / grid.columns / 2
        self.last = round((page.height - grid.top - grid.bottom) / grid.pitch) - 1
        # What a file says lies beyond the sheet, or is larger than it, is seen as far as the sheet goes.
        self.above, self.below = math.floor(self._row(0)), math.ceil(self._row(page.height))
        self.right = math.ceil((page.width - grid.left) / self.half)
        self.cells: dict[float, list[str]] = {float(row): [] for row in range(self.last + 1)}

    def rows(self) -> Iterator[str]:
        """The rows from top to bottom, blanks at their ends left out."""
        for _, cells in sorted(self.cells.items()):
            yield _joined(cells).rstrip()

    def write(self, line: Line) -> None:
        """The words of a line, each stretch where it begins; a stretch that follows another closely joins it."""
        row = float(math.floor(self._row(line.top + (line.bottom - line.top) // 2)))
        for text, x, width in _joined_stretches(line.glyphs, self.half):
            halves = _halves(text)
            begin = self._column(x, width, len(halves))
            self._put(*self._place(row, begin, len(halves)), halves)

    def fill(self, placed: Placed) -> None:
        """A picture, as a shaded area where no text is."""
        first = math.floor(self._row(placed.y) + 0.5)
        last = max(first, math.ceil(self._row(placed.y + placed.height) - 0.5) - 1)
        begin, count = self._span(placed.x, placed.width)
        for row in self._on_sheet(first, last + 1):
            self._put_where_free(float(row), begin, PICTURE, count)

    def rule(self, stroke: Stroke) -> None:
        """A horizontal or an upright rule."""
        begin, count = self._span(stroke.x, stroke.width)
        if stroke.height:
            first, last = self._row(stroke.y), self._row(stroke.y + stroke.height)
            for row in self._on_sheet(
                math.floor(first + 0.5), max(math.floor(first + 0.5) + 1, math.floor(last + 0.5))
            ):
                self._put_where_free(float(row), begin, UPRIGHT, 1)
            return
        mark = HEAVY if stroke.weight >= _HEAVY_FROM else LIGHT
        border = math.floor(self._row(stroke.y) + 0.5)  # the rule is near the upper edge of this row
        nearest = sorted((border - 1, border), key=lambda row: abs(row + 0.5 - self._row(stroke.y)))
        blank = (float(row) for row in nearest if 0 <= row <= self.last and not _inked(self.cells[row]))
        self._put_where_free(next(blank, border - 0.5), begin, mark, count)

    def _row(self, y: int) -> float:
        return (y - self.top) / self.pitch

    def _column(self, x: int, width: int, count: int) -> int:
        """The first half cell of a text; one that needs fewer cells than it is wide is centred."""
        begin = (x - self.left) / self.half
        slack = width / self.half - count
        return min(max(0, round(begin + max(0.0, slack / 2))), self.right)

    def _span(self, x: int, width: int) -> tuple[int, int]:
        """The first half cell and the number of whole cells that a stretch covers."""
        begin = max(0, round((x - self.left) / self.half))
        return begin, min(max(1, round(width / self.half / 2)), (self.right - begin) // 2)

    def _on_sheet(self, first: int, after: int) -> range:
        return range(max(first, self.above), min(after, self.below))

    def _is_free(self, row: float, begin: int, count: int) -> bool:
        return not _inked(self.cells.get(row, [])[begin : begin + count])

    def _place(self, row: float, begin: int, count: int) -> tuple[float, int]:
        """Where words come to stand: if their cells are taken, in a neighbouring row, else at the end of this one."""
        if self._is_free(row, begin, count):
            return row, begin
        for other in (row + 1, row - 1):
            if other in self.cells and self._is_free(other, begin, count):
                return other, begin
        return row, len(self.cells[row]) + 1

    def _put(self, row: float, begin: int, halves: list[str]) -> None:
        cells = self.cells.setdefault(row, [])
        cells.extend(" " * (begin + len(halves) - len(cells)))
        cells[begin : begin + len(halves)] = halves

    def _put_where_free(self, row: float, begin: int, mark: str, count: int) -> None:
        for at in range(begin, begin + 2 * count, 2):
            if self._is_free(row, at, 2):
                self._put(row, at, [mark, _FOLLOWS])


def _joined_stretches(glyphs: Iterable[Glyphs], near: float) -> Iterator[tuple[str, int, int]]:
    """Text, place and width of what stands together; a change of face alone separates nothing."""
    text, begin, end = "", 0, 0
    for stretch in glyphs:
        if text and stretch.x - end > near / 2:
            yield text, begin, end - begin
            text = ""
        begin = begin if text else stretch.x
        text += stretch.drawn
        end = stretch.x + stretch.width
    if text.strip():
        yield text, begin, end - begin


def _halves(text: str) -> list[str]:
    halves = []
    for char in text.replace(OBJECT, PICTURE):
        halves.append(char if char.isprintable() or char == _BLANK else " ")
        if is_wide(char) or char == PICTURE:
            halves.append(_FOLLOWS)
    return halves


def _inked(cells: Iterable[str]) -> bool:
    return any(cell not in (" ", _BLANK) for cell in cells)


def _joined(cells: list[str]) -> str:
    """The row as text: where both halves of a cell are blank stands a full-width blank."""
    said: list[str] = []
    at = 0
    while at < len(cells):
        whole = at % 2 == 0 and cells[at : at + 2] == [" ", " "]
        said.append(_BLANK if whole else cells[at])
        at += 2 if whole else 1
    return "".join(said)
