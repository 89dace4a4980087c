"""A table and the room for it in; its rows with the lines in their cells out, or why their heights are not certain."""

from __future__ import annotations

from dataclasses import field, replace

from gwformat.check.geometry.breaking import Breaker, Broken
from gwformat.check.geometry.extremes import Extreme
from gwformat.check.geometry.laying import lines_of, neighbours
from gwformat.layout.grid import Grid
from gwformat.layout.grid import Rows as LaidRows
from gwformat.layout.laid import TextLine
from gwformat.layout.rows import CellBox, Item
from gwformat.layout.tables import grid_of
from gwformat.model import Carrier
from gwformat.ooxml.effective import Formatting, ParagraphLook, TableLook
from gwformat.setting.table import SetCell, SetRow, SetTable
from gwformat.setting.table import rules_of as breadths_of
from gwformat.table import Cell, CellText, Margins, Row, Table
from gwformat.units import Emu
from gwformat.values import dataclass

_ZERO = Emu(0)
_ADAPTS = "表格的列宽随内容调整，行高要由排版软件量"
_STRANGE = "表格里有嵌套的表格、对象或竖排文字，行高不能确定"
_BEGINS = "表格的行设了段前分页"
_KEPT = "表格的行有的设了与下段同页，有的没有"


@dataclass(frozen=True, slots=True)
class Rows:
    """The rows of a table as `layout.flow` stacks them, none if there is a `reason`; `cells` are its paragraphs.

    `kept` tells that they stay together and with what follows: all of them say so, or some and the table is to be as
    high as it may.
    """

    lines: tuple[TextLine, ...] = ()
    headers: int = 0
    cells: dict[int, tuple[ParagraphLook, Broken]] = field(default_factory=dict)
    reason: str = ""
    grid: Grid | None = None
    kept: bool = False

    @property
    def height(self) -> Emu:
        """Of all rows together."""
        return Emu(sum(line.height for line in self.lines))


class _Uncertain(Exception):
    """Carries the reason why the height of a row is not certain."""


def rows_in(
    carrier: Carrier, look: TableLook | None, left: Emu, width: Emu, breaker: Breaker, formatting: Formatting
) -> Rows:
    """The rows of the table in a column `width` wide whose left edge is at `left`."""
    table = carrier.table
    if table is None or not table.understood or not table.rows:
        return Rows(reason=_STRANGE)
    if look is None or not look.fixed or table.share is not None or not all(table.columns):
        return Rows(reason=_ADAPTS)
    try:
        return _Table(table, look, breaker, formatting).rows(left, width)
    except _Uncertain as reason:
        return Rows(reason=str(reason))


class _Table:
    """One table while its cells are filled."""

    def __init__(self, table: Table, look: TableLook, breaker: Breaker, formatting: Formatting) -> None:
        self._table, self._look = table, look
        self._breaker, self._formatting = breaker, formatting
        self._cells: dict[int, tuple[ParagraphLook, Broken]] = {}
        self._kept = self._free = False  # of the paragraphs in it some are kept with the next, some are not

    def rows(self, left: Emu, width: Emu) -> Rows:
        """All rows, those repeated on every page first."""
        table, look = self._table, self._look
        rules = breadths_of(table.rows)
        headers = next((number for number, row in enumerate(table.rows) if not row.header), 0)
        rows = tuple(
            SetRow(row, self._set(row), rule, row.cant_split) for row, rule in zip(table.rows, rules, strict=False)
        )
        all_columns = Emu(sum(table.columns))
        if look.floating is not None:
            shift = look.floating.x - left if look.floating.x is not None and look.floating.x_from == "page" else 0
        else:
            shift = (width - all_columns) // 2 if look.centred else look.indent
        planned = SetTable(table.columns, rows, _ZERO, rules[-1], headers, False, True)
        begin = Emu(left + shift)
        boxes = [[self._box(said, begin) for said in row.cells if said.cell.rows] for row in rows]
        grid = grid_of(planned, boxes, begin)
        return Rows(tuple(LaidRows(grid).lines), headers, self._cells, grid=grid, kept=self._stays())

    def _stays(self) -> bool:
        """Whether the rows stay with each other and with what follows; programs differ where only some are to."""
        if not (self._kept and self._free):
            return self._kept
        if self._breaker.extreme is None:
            raise _Uncertain(_KEPT)
        return self._breaker.extreme is Extreme.MOST

    def _set(self, row: Row) -> tuple[SetCell, ...]:
        """The cells with their places; the margins above and below are the largest of the row."""
        above = max((cell.margins.top for cell in row.cells), default=_ZERO)
        below = max((cell.margins.bottom for cell in row.cells), default=_ZERO)
        return tuple(self._placed(cell, replace(cell.margins, top=above, bottom=below)) for cell in row.cells)

    def _placed(self, cell: Cell, margins: Margins) -> SetCell:
        columns, end = self._table.columns, cell.column + cell.span
        return SetCell(cell, Emu(sum(columns[: cell.column])), Emu(sum(columns[cell.column : end])), margins, ())

    def _box(self, said: SetCell, left: Emu) -> CellBox:
        """The cell with the lines of its paragraphs."""
        x, margins, cell = Emu(left + said.left), said.margins, said.cell
        texts = [block for block in cell.blocks if isinstance(block, CellText)]
        if len(texts) != len(cell.blocks):
            raise _Uncertain(_STRANGE)
        looks = [self._formatting.paragraph(text.paragraph.source.first) for text in texts]
        items: list[Item] = []
        above, below = margins.top, margins.bottom
        for place, text in enumerate(texts):
            broken = self._broken(text, looks[place], Emu(x + margins.left), said.room)
            self._cells[text.paragraph.source.first] = looks[place], broken
            lines, before, after = lines_of(text.paragraph.source.first, looks[place], broken, neighbours(looks, place))
            if items:
                items[-1] = replace(items[-1], gap=Emu(items[-1].gap + before))
            else:
                above = Emu(above + before)
            items += map(Item, lines)
            if place + 1 < len(texts):
                items[-1] = replace(items[-1], gap=after)
            else:
                below = Emu(below + after)
        return CellBox(x, said.width, tuple(items), above, below, _ZERO, cell.edges, vertical=cell.vertical)

    def _broken(self, text: CellText, look: ParagraphLook, left: Emu, room: Emu) -> Broken:
        number = text.paragraph.source.first
        if look.page_break_before:
            raise _Uncertain(_BEGINS)
        self._kept, self._free = self._kept or look.keep_next, self._free or not look.keep_next
        runs, mark = self._formatting.runs(number), self._formatting.mark(number)
        broken = self._breaker.broken(text.paragraph, look, runs, mark, left, room)
        if broken.reason or look.before.automatic or look.after.automatic:
            raise _Uncertain(f"表格的行高不能确定：{broken.reason or '段前段后由软件自定'}")
        return broken
