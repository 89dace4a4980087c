"""Tables of the source come in; the same tables with every measure said, so that all programs set them alike, go out.

Widths, borders and margins that a style, a program or the words in the cells would decide are written out as the
setting has worked them out; then the table needs no style of its own.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from lxml import etree

from gwformat.model import Carrier, Fate
from gwformat.ooxml import tables, values
from gwformat.ooxml.names import w
from gwformat.setting.cell_text import SetText
from gwformat.setting.setting import Setting
from gwformat.setting.table import SetCell, SetRow, SetTable, plan
from gwformat.table import USUAL_MARGINS, Edge, Edges, Margins, Vertical
from gwformat.units import Emu
from gwformat.writers.docx.cell_text import CellWriter
from gwformat.writers.docx.oxml import Element, child, clone, drop, el, in_order, put
from gwformat.writers.docx.tally import Tally

_TBLPR, _TCPR, _TRPR, _GRID, _EXCEPTIONS = w("tblPr"), w("tcPr"), w("trPr"), w("tblGrid"), w("tblPrEx")
_STEP = "表格"
_SIDES = ("top", "left", "bottom", "right")
_ALL_SIDES = (*_SIDES, "insideH", "insideV")
UNSAID = USUAL_MARGINS


def fit(table: Element, carrier: Carrier, room: Emu, setting: Setting, tally: Tally) -> None:
    """Dress one top-level table and those nested in it."""
    before = etree.tostring(table)
    properties = table.find(_TBLPR)
    if properties is not None and properties.find(w("tblpPr")) is not None:
        tally.note(_STEP, Fate.RERENDERED, "文字环绕的表格改为随文居中")
    as_set = plan(carrier, room, setting)
    if as_set.narrowed:
        tally.note(_STEP, Fate.RERENDERED, "宽于版心的表格缩至版心宽度")
    fixed = _fixed(table)
    _Dresser(CellWriter(setting, tally)).dress(table, as_set)
    if _fixed(table) < fixed:
        tally.note(_STEP, Fate.RERENDERED, "固定的行高改为最小值，文字不会被截去")
    if etree.tostring(table) != before:
        tally.note(_STEP, Fate.RERENDERED, "列宽、边框和行距改为写明的固定值，各种软件排出的表格相同")


def _fixed(table: Element) -> int:
    """How many rows have a height that nothing changes."""
    return sum(height.get(w("hRule")) == "exact" for height in table.iter(w("trHeight")))


class _Dresser:
    """Says the measures of one table and of those in it; cells that are said alike are worked out once."""

    def __init__(self, texts: CellWriter) -> None:
        self._texts = texts
        self._cells: dict[tuple[values.Said, Emu, Margins, str | None, Vertical, Edges | None], Element] = {}

    def dress(self, table: Element, as_set: SetTable) -> None:
        """Say everything about one table."""
        usual = _usual(as_set)
        _say_table(table, as_set, usual)
        last = len(as_set.rows) - 1
        for number, (row, how) in enumerate(zip(tables.rows(table), as_set.rows, strict=False)):
            _say_row(row, how, as_set, number < as_set.headers)
            for cell, said in zip(tables.cells(row), how.cells, strict=False):
                expected = _expected(said, usual, number, last, len(as_set.columns))
                self._say_cell(cell, said, None if said.cell.edges == expected else said.cell.edges)
                self._dress_blocks(cell, said)

    def _say_cell(self, cell: Element, said: SetCell, edges: Edges | None) -> None:
        """The properties of a cell, with its `edges` if they are not those of the table."""
        old = child(cell, _TCPR)
        shape = said.width, said.margins, said.cell.shading, said.cell.vertical, edges
        key = (() if old is None else values.said(old), *shape)
        pattern = self._cells.get(key)
        if pattern is None:
            pattern = self._cells[key] = el("tcPr") if old is None else clone(old)
            _say_shape(pattern, said, edges)
        if old is None:
            cell.insert(0, clone(pattern))
        else:
            cell.replace(old, clone(pattern))

    def _dress_blocks(self, cell: Element, said: SetCell) -> None:
        known = (block for block in said.blocks if isinstance(block, (SetText, SetTable)))
        for node, block in zip(tables.blocks(cell), known, strict=False):
            if isinstance(block, SetText):
                self._texts.dress(node, block)
            else:
                self.dress(node, block)


def _say_table(table: Element, as_set: SetTable, usual: dict[str, Edge | None]) -> None:
    old = table.find(_TBLPR)
    properties = el("tblPr") if old is None else old
    if old is None:
        table.insert(0, properties)
    drop(properties, "tblStyle", "tblpPr", "tblOverlap", "tblInd", "tblLook", "tblPrChange")
    drop(properties, "tblStyleRowBandSize", "tblStyleColBandSize")
    in_order(properties)
    put(properties, el("tblW", w=as_set.width.twips, type="dxa"))
    put(properties, el("jc", val="center"))
    put(properties, _borders("tblBorders", ((side, usual[side]) for side in _ALL_SIDES)))
    put(properties, el("tblLayout", type="fixed"))
    put(properties, _margins("tblCellMar", UNSAID))
    grid = el("tblGrid", *(el("gridCol", w=column.twips) for column in as_set.columns))
    found = table.find(_GRID)
    if found is None:
        properties.addnext(grid)
    else:
        table.replace(found, grid)


def _usual(as_set: SetTable) -> dict[str, Edge | None]:
    """The border most cells have on each side of the table and between them."""
    votes: dict[str, Counter[Edge | None]] = {side: Counter() for side in _ALL_SIDES}
    last = len(as_set.rows) - 1
    for number, row in enumerate(as_set.rows):
        for said in row.cells:
            if said.cell.rows:
                names = _names(said, number, last, len(as_set.columns))
                for name, edge in zip(names, _four(said.cell.edges), strict=True):
                    votes[name][edge] += 1
    return {side: counted.most_common(1)[0][0] if counted else None for side, counted in votes.items()}


def _names(said: SetCell, row: int, last: int, columns: int) -> tuple[str, str, str, str]:
    """The border of the table that each side of a cell is."""
    cell = said.cell
    return (
        "top" if row == 0 else "insideH",
        "left" if cell.column == 0 else "insideV",
        "bottom" if row + max(cell.rows, 1) - 1 == last else "insideH",
        "right" if cell.column + cell.span == columns else "insideV",
    )


def _expected(said: SetCell, usual: dict[str, Edge | None], row: int, last: int, columns: int) -> Edges:
    return Edges(*(usual[name] for name in _names(said, row, last, columns)))


def _say_row(row: Element, how: SetRow, as_set: SetTable, header: bool) -> None:
    exceptions = child(row, _EXCEPTIONS)
    if exceptions is not None:
        row.remove(exceptions)
    properties = child(row, _TRPR)
    if properties is None:
        if not (header or how.whole):
            return
        properties = el("trPr")
        row.insert(0, properties)
    drop(properties, "jc", "wBefore", "wAfter", "cnfStyle", "tblHeader", "cantSplit")
    in_order(properties)
    first = min((said.left for said in how.cells), default=Emu(0))
    end = max((Emu(said.left + said.width) for said in how.cells), default=as_set.width)
    for name, width in (("Before", first), ("After", Emu(as_set.width - end))):
        if properties.find(w(f"grid{name}")) is not None:
            put(properties, el(f"w{name}", w=width.twips, type="dxa"))
    for height in properties.iterchildren(w("trHeight")):
        if height.get(w("hRule")) == "exact" and not how.row.exact:
            height.set(w("hRule"), "atLeast")
    if how.whole:
        put(properties, el("cantSplit"))
    if header:
        put(properties, el("tblHeader"))


def _say_shape(properties: Element, said: SetCell, edges: Edges | None) -> None:
    drop(properties, "cnfStyle", "noWrap", "tcMar", "tcBorders", "vAlign", "tcPrChange")
    in_order(properties)
    put(properties, el("tcW", w=said.width.twips, type="dxa"))
    if edges is not None:
        put(properties, _borders("tcBorders", zip(_SIDES, _four(edges), strict=True)))
    if said.cell.shading is not None and properties.find(w("shd")) is None:
        put(properties, el("shd", val="clear", color="auto", fill=said.cell.shading))
    if said.margins != UNSAID:
        put(properties, _margins("tcMar", said.margins))
    if said.cell.vertical is not Vertical.TOP:
        put(properties, el("vAlign", val=said.cell.vertical.value))


def _four(edges: Edges) -> tuple[Edge | None, ...]:
    return edges.top, edges.left, edges.bottom, edges.right


def _borders(name: str, sides: Iterable[tuple[str, Edge | None]]) -> Element:
    return el(name, *(_border(side, edge) for side, edge in sides))


def _border(side: str, edge: Edge | None) -> Element:
    if edge is None:
        return el(side, val="nil")
    return el(side, val=edge.style, sz=edge.weight.eighths, space=0, color=edge.color)


def _margins(name: str, margins: Margins) -> Element:
    lengths = (margins.top, margins.left, margins.bottom, margins.right)
    return el(name, *(el(side, w=length.twips, type="dxa") for side, length in zip(_SIDES, lengths, strict=True)))
