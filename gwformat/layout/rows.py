"""Rows of tables as values: what stands in their cells, the lines and shades around it, and the row parted in two."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from gwformat.layout.boxes import Fill, Stroke
from gwformat.table import NO_EDGES, Edge, Edges, Vertical
from gwformat.units import Emu
from gwformat.values import dataclass

if TYPE_CHECKING:
    from gwformat.layout.laid import Laid, TextLine

_ZERO = Emu(0)


@dataclass(frozen=True, slots=True)
class Item:
    """A line in a cell, a row of a table in the cell included, and the gap below it."""

    line: TextLine
    gap: Emu = _ZERO


@dataclass(frozen=True, slots=True)
class CellBox:
    """A cell on the page: its edges, what it has above and below its words, and how far these are pushed down."""

    x: Emu
    width: Emu
    items: tuple[Item, ...]
    above: Emu = _ZERO
    below: Emu = _ZERO
    shift: Emu = _ZERO
    edges: Edges = NO_EDGES
    shading: str | None = None
    vertical: Vertical = Vertical.TOP
    key: int = -1  # of the merged cell that it is a share of

    @property
    def needed(self) -> Emu:
        """The height of its words with its margins."""
        return Emu(self.above + self.content + self.below)

    @property
    def content(self) -> Emu:
        """The height of its words with the gaps between and around them."""
        return Emu(sum(item.line.height + item.gap for item in self.items))


@dataclass(frozen=True, slots=True)
class RowBox:
    """The cells of a row; `rule` is the breadth of the line above, `closing` that of the one below the last row."""

    cells: tuple[CellBox, ...]
    rule: Emu
    closing: Emu = _ZERO
    splits: bool = True

    @property
    def foot(self) -> Emu:
        """The breadth of the line below the row if a page ends there."""
        edges = (cell.edges.bottom for cell in self.cells)
        return max((edge.breadth for edge in edges if edge is not None), default=_ZERO)


def part(line: TextLine, room: int) -> tuple[TextLine, TextLine] | None:
    """The row as two: the lines of its cells that fit in `room`, and the rest; None if that cannot be.

    As LibreOffice does: every cell keeps at least a line, no cell is pushed down any more, and a row that is only
    higher than its words is not parted. A merged cell is left as it is.
    """
    row = line.row
    assert row is not None
    heads, tails, foot = [], [], row.foot
    for cell in row.cells:
        if cell.key >= 0:
            heads.append(cell)
            continue
        kept, rest = _parted(cell, room - row.rule - foot)
        if cell.items and not kept and cell.items[0].line.row is None:
            return None
        heads.append(replace(cell, items=kept, shift=_ZERO))
        tails.append(replace(cell, items=rest, shift=_ZERO))
    if not any(cell.items for cell in tails) or not any(cell.items for cell in heads if cell.key < 0):
        return None
    return _row(line, heads, foot), _row(line, tails, row.closing)


def _parted(cell: CellBox, room: int) -> tuple[tuple[Item, ...], tuple[Item, ...]]:
    """The items of the cell that fit, and the others; a row of a table in the cell may be parted too."""
    count = fitting(cell, room)
    kept, rest = cell.items[:count], cell.items[count:]
    if rest and rest[0].line.row is not None and rest[0].line.row.splits:
        parts = part(rest[0].line, room - replace(cell, items=kept).needed)
        if parts is not None:
            return (*kept, Item(parts[0])), (replace(rest[0], line=parts[1]), *rest[1:])
    return kept, rest


def _row(line: TextLine, cells: Sequence[CellBox], closing: Emu) -> TextLine:
    """The row as high as the words of these cells."""
    assert line.row is not None
    height = line.row.rule + closing + max(cell.needed for cell in cells if cell.key < 0)
    return replace(line, row=replace(line.row, cells=tuple(cells), closing=closing), height=Emu(height))


def fitting(cell: CellBox, room: int) -> int:
    """How many items of the cell fit."""
    y = cell.above + cell.below
    for count, item in enumerate(cell.items):
        y += item.line.height + item.gap
        if y > room:
            return count
    return len(cell.items)


def shown(line: TextLine, top: Emu) -> Iterator[tuple[TextLine, Emu]]:
    """The lines of text in `line` with their upper edges: itself, or those in the cells of a row."""
    if line.row is None:
        yield line, top
        return
    for cell in line.row.cells:
        for item, y in _placed(cell, Emu(top + line.row.rule)):
            yield from shown(item.line, y)


def notes_in(line: TextLine) -> tuple[Laid, ...]:
    """The notes that a line refers to, or the lines in the cells of a row."""
    if line.row is None:
        return line.notes
    return tuple(note for cell in line.row.cells for item in cell.items for note in notes_in(item.line))


def ruled(line: TextLine, top: Emu) -> Iterator[Fill | Stroke]:
    """The shades and lines of the cells of a row, of rows within them too."""
    row = line.row
    if row is None:
        return
    bottom = Emu(top + line.height - row.closing)
    for cell in row.cells:
        if cell.shading is not None:
            yield Fill(cell.x, top, cell.width, Emu(bottom - top), cell.shading)
    for cell in row.cells:
        edges, high = cell.edges, Emu(bottom - top)
        for edge, y in ((edges.top, top), (edges.bottom, bottom)):
            if edge is not None:
                for down in _strokes(edge):
                    yield Stroke(cell.x, Emu(y + down), cell.width, edge.weight, edge.color)
        for side, x in ((edges.left, cell.x), (edges.right, Emu(cell.x + cell.width))):
            if side is not None:
                long = Emu(high + _across(edges.bottom))
                for across in _strokes(side):
                    shift = across - side.breadth // 2  # its middle is the edge of the cell
                    yield Stroke(Emu(x + shift), top, _ZERO, side.weight, side.color, height=long)
        for item, y in _placed(cell, Emu(top + row.rule)):
            yield from ruled(item.line, y)


def _across(edge: Edge | None) -> int:
    """An upright line reaches to the far side of the one it meets."""
    return 0 if edge is None else edge.breadth


def _strokes(edge: Edge) -> Iterator[int]:
    """The middle of each stroke, from one side of the line."""
    for number in range(edge.strokes):
        yield edge.weight * 2 * number + edge.weight // 2


def _placed(cell: CellBox, top: Emu) -> Iterator[tuple[Item, Emu]]:
    y = Emu(top + cell.above + cell.shift)
    for item in cell.items:
        yield item, y
        y = Emu(y + item.line.height + item.gap)
