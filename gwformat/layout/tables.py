"""A block carrier comes in; the lines it takes go out: the rows of a table, a picture, or an empty line."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from gwformat.layout.boxes import Span
from gwformat.layout.grid import BareRow, Grid, Merged, Rows
from gwformat.layout.laid import Laid, TextLine
from gwformat.layout.paragraphs import lay
from gwformat.layout.rows import CellBox, Item
from gwformat.layout.sheet import Sheet
from gwformat.model import OBJECT, Block, CarrierKind, Role, Run
from gwformat.setting.cell_text import SetText
from gwformat.setting.paragraph import Direct, set_of
from gwformat.setting.passages import Passage
from gwformat.setting.setting import Setting
from gwformat.setting.table import SetCell, SetTable, plan
from gwformat.setting.typefaces import Typeface
from gwformat.units import Emu

_ZERO = Emu(0)
_AFTER_LABEL = "\u3000\u3000"  # the tab after a label is at most as wide as this, with room to spare


def lay_carrier(passage: Passage, direct: Direct, setting: Setting, sheet: Sheet, *, outline: bool) -> Laid:
    """The lines of a carrier; certain only where everything in it has a size that is known."""
    block = passage.blocks[0]
    carrier = block.carrier
    assert carrier is not None
    if carrier.kind is CarrierKind.TABLE and any(carrier.rows):
        return _Table(passage, setting, sheet, outline).laid(plan(carrier, sheet.text_width, setting), sheet.left)
    run = Run(OBJECT, carrier=carrier)
    inner = Passage((Block(block.role, (run,), source=block.source),), passage.first)
    how = set_of(block.role, setting, direct)
    return lay(inner, how, setting, sheet.left, sheet.text_width)


class _Table:
    """One table while its rows are laid."""

    def __init__(self, passage: Passage, setting: Setting, sheet: Sheet, outline: bool) -> None:
        self.passage, self.setting, self.outline = passage, setting, outline
        self.foot = (sheet.left, sheet.text_width)  # of the page
        self.spans = (Span(passage.first, 0, 0),)  # of every line in it
        self.certain = True

    def laid(self, table: SetTable, left: Emu) -> Laid:
        """All rows, and those that every page begins with."""
        self.certain &= table.understood
        grid = self._grid(table, Emu(left + table.left))
        rows = tuple(Rows(grid).lines)
        source = self.passage.blocks[0].source
        return Laid(set_of(Role.OTHER, self.setting), rows, source, self.certain, rows[: table.headers], grid)

    def _grid(self, table: SetTable, left: Emu) -> Grid:
        return grid_of(
            table, [[self._box(said, left) for said in row.cells if said.cell.rows] for row in table.rows], left
        )

    def _box(self, said: SetCell, left: Emu) -> CellBox:
        x, margins = Emu(left + said.left), said.margins
        items: list[Item] = []
        for block in said.blocks:
            if isinstance(block, SetText):
                if block.collapsed:
                    continue
                if items:
                    items[-1] = replace(items[-1], gap=Emu(items[-1].gap + block.set.before))
                *lines, last = self._lines(block, Emu(x + margins.left), said.room)
                items += map(Item, lines)
                items.append(Item(last, block.set.after))
            elif isinstance(block, SetTable):
                self.certain &= block.understood
                items += map(Item, Rows(self._grid(block, Emu(x + margins.left + block.left))).lines)
            else:
                self.certain = False
                items.append(Item(TextLine((), x, _ZERO, _ZERO, lost=1)))
        look = said.cell.edges, said.cell.shading, said.cell.vertical
        return CellBox(x, said.width, tuple(items), margins.top, margins.bottom, _ZERO, *look)

    def _lines(self, said: SetText, left: Emu, width: Emu) -> Sequence[TextLine]:
        text = said.text.paragraph
        label = [(Run(text.label), said.mark)] if text.label else []
        runs = [*label, *zip(text.runs, said.faces, strict=True)]
        laid = self._lay(runs, said, left, width)
        if label:
            # Where a label ends and the words begin is up to its tab; mostly that changes no line.
            wider = [(Run(text.label + _AFTER_LABEL), said.mark), *runs[1:]]
            self.certain &= len(self._lay(wider, said, left, width).lines) == len(laid.lines)
        # Word may set a note in a row that goes over a page end on either page.
        self.certain &= laid.certain and not any(line.notes for line in laid.lines)
        return laid.lines

    def _lay(self, runs: Iterable[tuple[Run, Typeface]], said: SetText, left: Emu, width: Emu) -> Laid:
        shown = [(run, face) for run, face in runs if run.text]
        words = Passage((Block(Role.OTHER, tuple(run for run, _ in shown)),))
        faces = [face for _, face in shown]
        # The place of a line depends on the largest of its characters, which an outline does not know.
        outline = self.outline and not said.set.least and all(face.size == said.set.size for face in faces)
        return lay(
            words, said.set, self.setting, left, width, outline=outline, faces=faces, spans=self.spans, foot=self.foot
        )


def grid_of(table: SetTable, boxes: Sequence[Sequence[CellBox]], left: Emu) -> Grid:
    """The table with its left edge at `left`; `boxes` are its cells, those that go on from above left out."""
    rows, merged = list[BareRow](), list[Merged]()
    last = len(table.rows) - 1
    for number, (row, found) in enumerate(zip(table.rows, boxes, strict=True)):
        alone = []
        for said, box in zip((said for said in row.cells if said.cell.rows), found, strict=True):
            end = min(number + said.cell.rows - 1, last)
            if end == number:
                alone.append(box)
            else:
                merged.append(Merged(number, end, replace(box, key=len(merged))))
        closing = table.below if number == last else _ZERO
        splits = not row.whole and number >= table.headers  # a repeated row stays whole
        rows.append(BareRow(tuple(alone), row.rule, row.row.height, closing, splits, row.row.exact))
    return Grid(left, table.width, tuple(rows), tuple(merged))
