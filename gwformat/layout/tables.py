"""A block carrier comes in; the lines it takes go out: the rows of a table, a picture, or an empty line."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import accumulate

from gwformat.layout.boxes import Span
from gwformat.layout.paragraphs import Laid, TextLine, lay
from gwformat.layout.rows import CellBox, Item, RowBox
from gwformat.layout.sheet import Sheet
from gwformat.model import OBJECT, Block, CarrierKind, Role, Run
from gwformat.setting.paragraph import Direct, set_of
from gwformat.setting.passages import Passage
from gwformat.setting.setting import Setting
from gwformat.setting.table import SetCell, SetRow, SetTable, SetText, Typeface, plan
from gwformat.table import Cell, Vertical
from gwformat.units import Emu

_ZERO = Emu(0)
_AFTER_LABEL = "\u3000\u3000"  # the tab after a label is at most as wide as this, with room to spare


def lay_carrier(passage: Passage, direct: Direct, setting: Setting, sheet: Sheet) -> Laid:
    """The lines of a carrier; certain only where everything in it has a size that is known."""
    block = passage.blocks[0]
    carrier = block.carrier
    assert carrier is not None
    if carrier.kind is CarrierKind.TABLE and any(carrier.rows):
        return _Table(passage, setting).laid(plan(carrier, sheet.text_width, setting), sheet.left)
    run = Run(OBJECT, carrier=carrier)
    inner = Passage((Block(block.role, (run,), source=block.source),), passage.first)
    how = set_of(block.role, setting, direct)
    return lay(inner, how, setting, sheet.left, sheet.text_width)


class _Table:
    """One table while its rows are laid."""

    def __init__(self, passage: Passage, setting: Setting) -> None:
        self.passage, self.setting = passage, setting
        self.certain = True

    def laid(self, table: SetTable, left: Emu) -> Laid:
        """All rows, and those that every page begins with."""
        self.certain &= table.understood
        rows = tuple(self._rows(table, Emu(left + table.left)))
        header = rows[: table.headers]
        source = self.passage.blocks[0].source
        return Laid(set_of(Role.OTHER, self.setting), rows, source, self.certain, header)

    def _rows(self, table: SetTable, left: Emu) -> Iterator[TextLine]:
        boxes = [[self._box(said, left) for said in row.cells if said.cell.rows] for row in table.rows]
        return rows_of(table, boxes, left)

    def _box(self, said: SetCell, left: Emu) -> CellBox:
        x, margins = Emu(left + said.left), said.margins
        items: list[Item] = []
        for block in said.blocks:
            if isinstance(block, SetText):
                if items:
                    items[-1] = replace(items[-1], gap=Emu(items[-1].gap + block.set.before))
                items += map(Item, self._lines(block, Emu(x + margins.left), said.room))
                items[-1] = replace(items[-1], gap=block.set.after)
            elif isinstance(block, SetTable):
                self.certain &= block.understood
                items += map(Item, self._rows(block, Emu(x + margins.left + block.left)))
            else:
                self.certain = False
        edges, shading = said.cell.edges, said.cell.shading
        return CellBox(x, said.width, tuple(items), margins.top, margins.bottom, _ZERO, edges, shading)

    def _lines(self, said: SetText, left: Emu, width: Emu) -> Sequence[TextLine]:
        text = said.text.paragraph
        label = [(Run(text.label), said.mark)] if text.label else []
        runs = [*label, *zip(text.runs, said.faces, strict=True)]
        laid = self._lay(runs, said, left, width)
        if label:
            # Where a label ends and the words begin is up to its tab; mostly that changes no line.
            wider = [(Run(text.label + _AFTER_LABEL), said.mark), *runs[1:]]
            self.certain &= len(self._lay(wider, said, left, width).lines) == len(laid.lines)
        # Which page a note in a cell falls on is not followed up.
        self.certain &= laid.certain and not any(line.notes for line in laid.lines)
        spans = (Span(self.passage.first, 0, 0),)
        return [replace(line, spans=spans) for line in laid.lines]

    def _lay(self, runs: Iterable[tuple[Run, Typeface]], said: SetText, left: Emu, width: Emu) -> Laid:
        shown = [(run, face) for run, face in runs if run.text]
        words = Passage((Block(Role.OTHER, tuple(run for run, _ in shown)),))
        return lay(words, said.set, self.setting, left, width, faces=[face for _, face in shown])


def rows_of(table: SetTable, boxes: Sequence[Sequence[CellBox]], left: Emu) -> Iterator[TextLine]:
    """The rows of a table whose left edge is at `left`; `boxes` are its cells, those that go on from above left out."""
    cells = [
        [(said.cell, box) for said, box in zip((said for said in row.cells if said.cell.rows), found, strict=True)]
        for row, found in zip(table.rows, boxes, strict=True)
    ]
    heights = _heights(table.rows, cells)
    tops = [0, *accumulate(heights)]
    last = len(table.rows) - 1
    standing: list[list[CellBox]] = [[] for _ in cells]
    for number, (row, found) in enumerate(zip(table.rows, cells, strict=True)):
        for cell, box in found:
            end = min(number + cell.rows, last + 1)
            room = tops[end] - tops[number] - row.rule
            pushed = replace(box, shift=_pushed(box, cell.vertical, room))
            if end == number + 1:
                standing[number].append(pushed)
                continue
            for inner, share in enumerate(_shares(pushed, table.rows[number:end], tops[number : end + 1]), number):
                standing[inner].append(share)
    for number, (row, ordered) in enumerate(zip(table.rows, standing, strict=True)):
        closing = table.below if number == last else _ZERO
        splits = not row.row.cant_split and number >= table.headers  # a repeated row stays whole
        row_box = RowBox(tuple(sorted(ordered, key=lambda box: box.x)), row.rule, closing, splits)
        yield TextLine((), left, table.width, Emu(heights[number] + closing), row=row_box)


def _pushed(box: CellBox, vertical: Vertical, room: int) -> Emu:
    """How far the words stand below the top of their cell."""
    free = max(room - box.above - box.content - box.below, 0)
    return Emu({Vertical.TOP: 0, Vertical.CENTER: free // 2, Vertical.BOTTOM: free}[vertical])


def _heights(rows: Sequence[SetRow], cells: Sequence[Sequence[tuple[Cell, CellBox]]]) -> list[int]:
    """Rows as high as their words, at least as said; the last row of a merged cell makes up what it lacks."""
    heights: list[int] = []
    waiting: list[tuple[int, int, int]] = []  # last row, first row, height wanted from the first one's top
    for number, (row, found) in enumerate(zip(rows, cells, strict=True)):
        height = row.row.height if row.row.exact else max(row.row.height, row.rule)
        for cell, box in found:
            end = min(number + cell.rows, len(rows)) - 1
            waiting.append((end, number, row.rule + box.above + box.content + box.below))
        for end, first, wanted in waiting:
            if end == number and not row.row.exact:
                height = max(height, Emu(wanted - sum(heights[first:])))
        heights.append(height)
        waiting = [item for item in waiting if item[0] > number]
    return heights


def _shares(box: CellBox, rows: Sequence[SetRow], tops: Sequence[int]) -> Iterator[CellBox]:
    """What of a merged cell stands in each of its rows: the lines that begin there."""
    y = tops[0] + rows[0].rule + box.above + box.shift
    shares: list[list[tuple[int, Item]]] = [[] for _ in rows]
    for item in box.items:
        row = max(bisect_right(tops, y, 0, len(rows)) - 1, 0)
        shares[row].append((y, item))
        y += item.line.height + item.gap
    for number, (row_, share) in enumerate(zip(rows, shares, strict=True)):
        start = share[0][0] - tops[number] - row_.rule if share else 0
        items = tuple(item for _, item in share)
        edges = replace(
            box.edges,
            top=box.edges.top if number == 0 else None,
            bottom=box.edges.bottom if number == len(rows) - 1 else None,
        )
        yield replace(box, items=items, above=_ZERO, below=_ZERO, shift=Emu(start), edges=edges)
