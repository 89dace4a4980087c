"""A cell of a table in; what the table's style says for text in it, by its place in the table, out.

17.7.6 its conditions from weak to strong: the whole table, bands, outer columns, outer rows, corners. (The standard
names rows before columns; see docs/analysis/tables.md.)
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from lxml import etree

from gwformat.ooxml.effective.cascade import NO_LAYER, Cascade, Layer
from gwformat.ooxml.effective.said import over
from gwformat.ooxml.names import local, w
from gwformat.ooxml.trees import below
from gwformat.ooxml.values import VAL, whole
from gwformat.values import dataclass

_TABLE, _ROW, _CELL, _TEXT_BOX = w("tbl"), w("tr"), w("tc"), w("txbxContent")
_TABLE_PR, _CONDITIONS = w("tblPr"), w("cnfStyle")
# Order of the digits in w:cnfStyle w:val (17.18.14).
_CNF = (
    "firstRow", "lastRow", "firstCol", "lastCol", "band1Vert", "band2Vert", "band1Horz", "band2Horz",
    "neCell", "nwCell", "seCell", "swCell",
)  # fmt: skip
_CNF_NAMES = {
    "firstRow": "firstRow", "lastRow": "lastRow", "firstColumn": "firstCol", "lastColumn": "lastCol",
    "oddVBand": "band1Vert", "evenVBand": "band2Vert", "oddHBand": "band1Horz", "evenHBand": "band2Horz",
    "firstRowFirstColumn": "nwCell", "firstRowLastColumn": "neCell",
    "lastRowFirstColumn": "swCell", "lastRowLastColumn": "seCell",
}  # fmt: skip
_ORDER = (
    "band1Vert", "band2Vert", "band1Horz", "band2Horz", "firstCol", "lastCol", "firstRow", "lastRow",
    "nwCell", "neCell", "swCell", "seCell",
)  # fmt: skip
_LOOK_BITS = (
    ("firstRow", 0x20), ("lastRow", 0x40), ("firstColumn", 0x80), ("lastColumn", 0x100), ("noHBand", 0x200),
    ("noVBand", 0x400),
)  # fmt: skip


class _Place(NamedTuple):
    """Where a cell stands, counted from 0."""

    row: int
    column: int
    is_lowest: bool
    is_outermost: bool  # ends where the widest row does


@dataclass(frozen=True, slots=True)
class _Table:
    style_id: str
    parts: frozenset[str]  # the conditions its style says something for
    look: frozenset[str] | None  # None: the table does not say, and the cells do
    row_band: int
    column_band: int
    places: dict[etree._Element, _Place]


class TableStyles:
    """The table styles of one document."""

    def __init__(self, cascade: Cascade) -> None:
        self._cascade = cascade
        self._tables: dict[etree._Element, _Table | None] = {}
        self._layers: dict[tuple[str, ...], Layer] = {}

    def around(self, paragraph: etree._Element) -> tuple[Layer, bool, bool]:
        """What a table says for a paragraph, whether it stands in a table, and whether in a text box."""
        cell = None
        for ancestor in paragraph.iterancestors(_CELL, _TABLE, _TEXT_BOX):
            if ancestor.tag == _TEXT_BOX:
                return NO_LAYER, False, True
            if ancestor.tag == _CELL:
                cell = ancestor
                continue
            in_box = next(ancestor.iterancestors(_TEXT_BOX), None) is not None
            return self._layer(ancestor, cell), True, in_box
        return NO_LAYER, False, False

    def borders(self, table: etree._Element) -> dict[str, dict[str, str]]:
        """The attributes of the borders of the table as a whole, by side: its style's, then its own."""
        found: dict[str, dict[str, str]] = {}
        properties = table.find(_TABLE_PR)
        named = properties.find(w("tblStyle")) if properties is not None else None
        style_id = self._cascade.sheet.known(named.get(VAL) if named is not None else None, "table")
        styles = [self._cascade.sheet.elements[identifier] for identifier in self._cascade.sheet.lineage(style_id)]
        for holder in (*reversed(styles), table):
            for side in holder.iterfind(f"{_TABLE_PR}/{w('tblBorders')}/*"):
                found[local(side.tag)] = {local(key): str(value) for key, value in side.attrib.items()}
        return found

    def _layer(self, element: etree._Element, cell: etree._Element | None) -> Layer:
        if element not in self._tables:
            self._tables[element] = self._read(element)
        table = self._tables[element]
        if table is None or cell is None:
            return NO_LAYER
        key = (table.style_id, *_conditions(table, cell))
        found = self._layers.get(key)
        if found is None:
            found = self._layers[key] = self._stacked(key)
        return found

    def _stacked(self, key: tuple[str, ...]) -> Layer:
        style_id, *conditions = key
        layer = self._cascade.style(style_id)
        paragraph, run = layer.paragraph, layer.run
        for condition in ("wholeTable", *conditions):
            layer = self._cascade.style(style_id, condition)
            paragraph, run = over(layer.paragraph, paragraph), over(layer.run, run)
        return Layer(paragraph, run, key)

    def _read(self, element: etree._Element) -> _Table | None:
        properties = element.find(_TABLE_PR)
        named = properties.find(w("tblStyle")) if properties is not None else None
        style_id = self._cascade.sheet.known(named.get(VAL) if named is not None else None, "table")
        if style_id is None:
            return None
        parts, bands = self._cascade.conditions(style_id), self._bands(style_id)
        return _Table(style_id, parts, _look(properties), *bands, _places(element) if parts else {})

    def _bands(self, style_id: str) -> tuple[int, int]:
        """How many rows and columns a band has."""
        sizes = {"tblStyleRowBandSize": 1, "tblStyleColBandSize": 1}
        for identifier in reversed(self._cascade.sheet.lineage(style_id)):
            for element in self._cascade.sheet.elements[identifier].iterfind(f"{_TABLE_PR}/*"):
                if (name := local(element.tag)) in sizes:
                    sizes[name] = whole(element.get(VAL)) or 1
        return sizes["tblStyleRowBandSize"], sizes["tblStyleColBandSize"]


def _look(properties: etree._Element | None) -> frozenset[str] | None:
    found = properties.find(w("tblLook")) if properties is not None else None
    if found is None:
        return None
    named = {name: found.get(w(name)) for name, _ in _LOOK_BITS}
    if any(value is not None for value in named.values()):
        return frozenset(name for name, value in named.items() if value in ("1", "true", "on"))
    try:
        bits = int(found.get(VAL, "0"), 16)
    except ValueError:
        bits = 0
    return frozenset(name for name, bit in _LOOK_BITS if bits & bit)


def _places(table: etree._Element) -> dict[etree._Element, _Place]:
    """The place of every cell that is not one of a table inside."""
    rows = [row for row in table.iter(_ROW) if next(row.iterancestors(_TABLE)) is table]
    columns = 0
    found: list[tuple[etree._Element, int, int, int]] = []
    for number, row in enumerate(rows):
        column = _number(row, w("trPr"), w("gridBefore"), 0)
        for cell in row.iter(_CELL):
            if next(cell.iterancestors(_ROW)) is row:
                span = _number(cell, w("tcPr"), w("gridSpan"), 1)
                found.append((cell, number, column, span))
                column += span
        columns = max(columns, column)
    return {
        cell: _Place(row, column, row == len(rows) - 1, column + span == columns) for cell, row, column, span in found
    }


def _number(element: etree._Element, properties: str, name: str, unsaid: int) -> int:
    found = below(element, properties, name)
    value = whole(found.get(VAL)) if found is not None else None
    return unsaid if value is None else value


def _conditions(table: _Table, cell: etree._Element) -> tuple[str, ...]:
    """Those that hold for a cell, of those for which the style has a part: most have none."""
    if not table.parts:
        return ()
    if table.look is None:
        found = frozenset(_by_cell(cell))
    else:
        place = table.places.get(cell)
        found = frozenset(_by_place(table, table.look, place)) if place is not None else frozenset()
    return tuple(name for name in _ORDER if name in found and name in table.parts)


def _by_place(table: _Table, look: frozenset[str], place: _Place) -> Iterator[str]:
    top, bottom = place.row == 0 and "firstRow" in look, place.is_lowest and "lastRow" in look
    left, right = place.column == 0 and "firstColumn" in look, place.is_outermost and "lastColumn" in look
    sides = {"firstRow": top, "lastRow": bottom, "firstCol": left, "lastCol": right}
    yield from (name for name, holds in sides.items() if holds)
    if not (top or bottom) and "noHBand" not in look:
        row = place.row - ("firstRow" in look)
        yield "band2Horz" if row // table.row_band % 2 else "band1Horz"
    if not (left or right) and "noVBand" not in look:
        column = place.column - ("firstColumn" in look)
        yield "band2Vert" if column // table.column_band % 2 else "band1Vert"
    corners = {"nwCell": top and left, "neCell": top and right, "swCell": bottom and left, "seCell": bottom and right}
    yield from (name for name, holds in corners.items() if holds)


def _by_cell(cell: etree._Element) -> Iterator[str]:
    """What the row and the cell say of themselves (`w:cnfStyle`)."""
    row = next(cell.iterancestors(_ROW), None)
    for holder, path in ((row, w("trPr")), (cell, w("tcPr"))):
        found = holder.find(f"{path}/{_CONDITIONS}") if holder is not None else None
        if found is None:
            continue
        bits = found.get(VAL, "")
        yield from (name for name, bit in zip(_CNF, bits, strict=False) if bit == "1")
        yield from (name for said, name in _CNF_NAMES.items() if found.get(w(said)) in ("1", "true", "on"))
