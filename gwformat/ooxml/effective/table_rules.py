"""The tables of a part in; where each stands and its horizontal rules, as a reader sees them, out."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from lxml import etree

from gwformat.ooxml.effective.looks import border
from gwformat.ooxml.effective.strokes import DrawnLine, table_lines
from gwformat.ooxml.effective.tables import TableStyles
from gwformat.ooxml.effective.values import Border, Frame
from gwformat.ooxml.names import local, w
from gwformat.ooxml.trees import below
from gwformat.ooxml.values import VAL, dxa, length
from gwformat.units import Emu
from gwformat.values import dataclass

_TABLE, _ROW, _CELL, _PARAGRAPH = w("tbl"), w("tr"), w("tc"), w("p")
_CELL_PR, _CELL_WIDTH = w("tcPr"), w("tcW")


@dataclass(frozen=True, slots=True)
class TableLook:
    """A table: its first and last paragraph, its width if said, and its place if it floats (`w:tblpPr`).

    `rules` are its horizontal lines from top to bottom, the ones between rows that differ from cell to cell as the
    first cell has them.
    """

    first: int
    last: int
    rows: int
    width: Emu | None
    floating: Frame | None
    rules: tuple[DrawnLine, ...]
    narrowest: Emu | None = None  # the width of its narrowest cell, None if a cell does not say
    said_height: Emu = Emu(0)  # what its rows ask for together
    fixed: bool = False  # its columns do not adapt to their words
    centred: bool = False
    indent: Emu = Emu(0)  # of its left edge, where it is not centred


def tables_of(root: etree._Element, paragraphs: Sequence[etree._Element], styles: TableStyles) -> Iterator[TableLook]:
    """The tables of a part in document order, inner ones after the table they stand in."""
    elements = list(root.iter(_TABLE))
    # The list keeps the proxies alive, so that an element stays the same key.
    numbers = {paragraph: number for number, paragraph in enumerate(paragraphs, 1)} if elements else {}
    for table in elements:
        inside = [numbers[paragraph] for paragraph in table.iter(_PARAGRAPH) if paragraph in numbers]
        if not inside:
            continue
        rows = [row for row in table.iter(_ROW) if next(row.iterancestors(_TABLE)) is table]
        width = _width(table)
        rules = tuple(_rules(table, rows, numbers, styles, width))
        heights = [length(said.get(VAL)) or 0 for row in rows for said in row.iterfind(f"{w('trPr')}/{w('trHeight')}")]
        said = table.find(w("tblPr"))
        yield TableLook(
            inside[0], inside[-1], len(rows), width, _floating(table), rules, _narrowest(table), Emu(sum(heights)),
            _said(said, "tblLayout", "type") == "fixed",
            _said(said, "jc", "val") == "center",
            length(_said(said, "tblInd", "w")) or Emu(0),
        )  # fmt: skip


def _said(properties: etree._Element | None, name: str, attribute: str) -> str | None:
    found = properties.find(w(name)) if properties is not None else None
    return found.get(w(attribute)) if found is not None else None


def _width(table: etree._Element) -> Emu | None:
    said = dxa(table.find(f"{w('tblPr')}/{w('tblW')}"))
    if said is not None:
        return said or None
    columns = [length(column.get(w("w"))) or 0 for column in table.iterfind(f"{w('tblGrid')}/{w('gridCol')}")]
    return Emu(sum(columns)) if any(columns) else None


def _narrowest(table: etree._Element) -> Emu | None:
    widths = []
    for cell in table.iter(_CELL):
        said = dxa(below(cell, _CELL_PR, _CELL_WIDTH))
        if said is None:
            return None
        widths.append(said)
    return min(widths, default=None)


def _floating(table: etree._Element) -> Frame | None:
    said = table.find(f"{w('tblPr')}/{w('tblpPr')}")
    if said is None:
        return None
    return Frame(
        x=length(said.get(w("tblpX"))),
        y=length(said.get(w("tblpY"))),
        y_align=said.get(w("tblpYSpec"), ""),
        x_from=said.get(w("horzAnchor"), "text"),
        y_from=said.get(w("vertAnchor"), "text"),
    )


def _rules(
    table: etree._Element,
    rows: Sequence[etree._Element],
    numbers: dict[etree._Element, int],
    styles: TableStyles,
    width: Emu | None,
) -> Iterator[DrawnLine]:
    whole = {side: border(attributes) for side, attributes in styles.borders(table).items()}
    cells = [next((cell for cell in row.iter(_CELL)), None) for row in rows]
    own = [_own_borders(cell) for cell in cells]
    for edge in range(len(rows) + 1) if rows else ():
        side = "top" if edge == 0 else "bottom" if edge == len(rows) else "inside"
        found = whole.get("insideH" if side == "inside" else side)
        if edge > 0 and "bottom" in own[edge - 1]:
            found = own[edge - 1]["bottom"]
        if edge < len(rows) and "top" in own[edge]:
            found = _heavier(own[edge]["top"], found if edge and "bottom" in own[edge - 1] else None)
        cell = cells[min(edge, len(rows) - 1)]
        if found is not None and cell is not None:
            number = next((numbers[p] for p in cell.iter(_PARAGRAPH) if p in numbers), 0)
            yield table_lines(number, side, found, width)


def _own_borders(cell: etree._Element | None) -> dict[str, Border | None]:
    if cell is None:
        return {}
    return {
        local(side.tag): border({local(key): str(value) for key, value in side.attrib.items()})
        for side in cell.iterfind(f"{w('tcPr')}/{w('tcBorders')}/*")
    }


def _heavier(one: Border | None, other: Border | None) -> Border | None:
    """17.4.66: of two borders that meet the wider is shown."""
    if one is None or other is None:
        return one or other
    return other if other.width > one.width else one
