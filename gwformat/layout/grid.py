"""The cells of a table come in; its rows go out, as high as their words, the merged cells spread over them.

A merged cell is a column of lines of its own. Where a page ends in it, the lines that fit stay and the others go on, as
in a word processor; so the rows below the end of a page are worked out again.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import accumulate

from gwformat.layout.laid import TextLine
from gwformat.layout.rows import CellBox, Item, RowBox, fitting
from gwformat.table import Vertical
from gwformat.units import Emu
from gwformat.values import dataclass

_ZERO = Emu(0)


@dataclass(frozen=True, slots=True)
class BareRow:
    """A row with the cells that are in it alone; `rule` and `closing` are the breadths of the lines around it."""

    cells: tuple[CellBox, ...]
    rule: Emu
    least: Emu
    closing: Emu = _ZERO
    splits: bool = True
    exact: bool = False  # as high as `least`, whatever stands in it


@dataclass(frozen=True, slots=True)
class Merged:
    """A cell that takes the rows from `first` to `last`."""

    first: int
    last: int
    box: CellBox


@dataclass(frozen=True, slots=True)
class Grid:
    """A table that is not set yet."""

    x: Emu
    width: Emu
    rows: tuple[BareRow, ...]
    merged: tuple[Merged, ...]


class Rows:
    """The rows of a table while they are set on pages."""

    def __init__(self, grid: Grid, lines: Sequence[TextLine] = ()) -> None:
        """Nothing is worked out again that is in `lines`."""
        self._grid = grid
        self._bare = list(grid.rows)
        self._merged = {merged.box.key: merged for merged in grid.merged}
        self.lines = list(lines) or self._set(0, len(grid.rows))

    def foot(self, number: int) -> int:
        """The room the line below a row takes at the end of a page, where it is not said with the row itself."""
        row = self.lines[number].row
        return row.foot if row is not None and not row.closing else 0

    def turn(self, number: int, rest: TextLine | None = None) -> dict[int, TextLine]:
        """Go on to the next page before row `number`, or within it where its `rest` is left.

        What stands on the page otherwise than before goes out, by the numbers of the rows.
        """
        ends = number - 1 if rest is None else number
        crossing = [merged for merged in self._merged.values() if merged.first <= ends and merged.last >= number]
        if rest is not None and rest.row is not None:
            self._bare[number] = replace(self._bare[number], cells=rest.row.cells, least=_ZERO, exact=False)
        heights = [line.height for line in self.lines[: ends + 1]]
        changed: dict[int, TextLine] = {}
        for merged in crossing:
            tops = [0, *accumulate(heights[merged.first : ends + 1])]
            rules = [row.rule for row in self._bare[merged.first : ends + 1]]
            box = replace(merged.box, shift=_ZERO, vertical=Vertical.TOP)
            count = fitting(box, tops[-1] - rules[0])
            for row, share in enumerate(_shares(replace(box, items=box.items[:count]), rules, tops), merged.first):
                changed[row] = _with(changed.get(row, self.lines[row]), share)
            self._merged[box.key] = Merged(number, merged.last, replace(box, items=box.items[count:]))
        if crossing or rest is not None:
            end = self._end(number)
            self.lines[number:end] = self._set(number, end)
        return changed

    def _end(self, number: int) -> int:
        """The first row below `number` that no merged cell ties to it."""
        end = number + 1
        for merged in sorted(self._merged.values(), key=lambda merged: merged.first):
            if number <= merged.first < end:
                end = max(end, merged.last + 1)
        return end

    def _set(self, begin: int, end: int) -> list[TextLine]:
        merged = [found for found in self._merged.values() if begin <= found.first < end]
        heights = _heights(self._bare, merged, begin, end)
        tops = [0, *accumulate(heights)]
        standing = [[_pushed(cell, heights[n], row.rule) for cell in row.cells] for n, row in self._rows(begin, end)]
        for one in merged:
            first, after = one.first - begin, one.last - begin + 1
            rules = [row.rule for row in self._bare[one.first : one.last + 1]]
            box = _pushed(one.box, tops[after] - tops[first], rules[0])
            for number, share in enumerate(_shares(box, rules, tops[first : after + 1]), first):
                standing[number].append(share)
        made = zip(self._bare[begin:end], standing, heights, strict=True)
        return [self._line(row, cells, height) for row, cells, height in made]

    def _rows(self, begin: int, end: int) -> Iterator[tuple[int, BareRow]]:
        return enumerate(self._bare[begin:end])

    def _line(self, row: BareRow, cells: Sequence[CellBox], height: int) -> TextLine:
        box = RowBox(tuple(sorted(cells, key=lambda cell: cell.x)), row.rule, row.closing, row.splits)
        return TextLine((), self._grid.x, self._grid.width, Emu(height + row.closing), row=box)


def _pushed(box: CellBox, height: int, rule: int) -> CellBox:
    """The cell with its words at the top, in the middle or at the foot of it."""
    if box.vertical is Vertical.TOP and not box.shift:
        return box
    free = max(height - rule - box.above - box.content - box.below, 0)
    return replace(box, shift=Emu({Vertical.TOP: 0, Vertical.CENTER: free // 2, Vertical.BOTTOM: free}[box.vertical]))


def _heights(rows: Sequence[BareRow], merged: Sequence[Merged], begin: int, end: int) -> list[int]:
    """Rows as high as their words, at least as said; the last row of a merged cell makes up what it lacks."""
    ending: dict[int, list[Merged]] = {}
    for one in merged:
        ending.setdefault(one.last, []).append(one)
    heights: list[int] = []
    for number in range(begin, end):
        row = rows[number]
        if row.exact:
            heights.append(row.least)
            continue
        height = max(row.least, row.rule, *(row.rule + cell.needed for cell in row.cells), 0)
        for one in ending.get(number, ()):
            wanted = rows[one.first].rule + one.box.needed
            height = max(height, Emu(wanted - sum(heights[one.first - begin :])))
        heights.append(height)
    return heights


def _shares(box: CellBox, rules: Sequence[int], tops: Sequence[int]) -> Iterator[CellBox]:
    """What of a merged cell stands in each of its rows: the lines that begin there."""
    y = tops[0] + rules[0] + box.above + box.shift
    shares: list[list[tuple[int, Item]]] = [[] for _ in rules]
    for item in box.items:
        shares[max(bisect_right(tops, y, 0, len(rules)) - 1, 0)].append((y, item))
        y += item.line.height + item.gap
    for number, (rule, share) in enumerate(zip(rules, shares, strict=True)):
        shift = share[0][0] - tops[number] - rule if share else 0
        edges = replace(
            box.edges,
            top=box.edges.top if number == 0 else None,
            bottom=box.edges.bottom if number == len(rules) - 1 else None,
        )
        items = tuple(item for _, item in share)
        yield replace(box, items=items, above=_ZERO, below=_ZERO, shift=Emu(shift), edges=edges)


def _with(line: TextLine, share: CellBox) -> TextLine:
    """The row with another share of the same merged cell."""
    assert line.row is not None
    cells = tuple(share if cell.key == share.key else cell for cell in line.row.cells)
    return replace(line, row=replace(line.row, cells=cells))
