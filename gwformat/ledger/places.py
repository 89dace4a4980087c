"""A cell and its table come in; for which parts of a table style it counts goes out, the weakest first (17.7.6)."""

from __future__ import annotations

from lxml import etree

from gwformat.ooxml.names import w
from gwformat.ooxml.values import whole

_VAL, _ROW, _CELL, _TABLE = w("val"), w("tr"), w("tc"), w("tbl")
_LOOK, _CHOSEN = f"{w('tblPr')}/{w('tblLook')}", w("cnfStyle")
_SPAN, _BEFORE = f"{w('tcPr')}/{w('gridSpan')}", f"{w('trPr')}/{w('gridBefore')}"
_TRUE = frozenset(("1", "true", "on"))
_BITS = {"firstRow": 5, "lastRow": 6, "firstColumn": 7, "lastColumn": 8, "noHBand": 9, "noVBand": 10}
_WEAK_TO_STRONG = (
    *("band1Vert", "band2Vert", "band1Horz", "band2Horz", "firstCol", "lastCol", "firstRow", "lastRow"),
    *("nwCell", "neCell", "swCell", "seCell"),
)
# The twelve digits of w:cnfStyle (17.18.14), and the attributes that say the same.
_DIGITS = (
    *("firstRow", "lastRow", "firstCol", "lastCol", "band1Vert", "band2Vert", "band1Horz", "band2Horz"),
    *("neCell", "nwCell", "seCell", "swCell"),
)
_ATTRIBUTES = (
    *("firstRow", "lastRow", "firstColumn", "lastColumn", "oddVBand", "evenVBand", "oddHBand", "evenHBand"),
    *("firstRowLastColumn", "firstRowFirstColumn", "lastRowLastColumn", "lastRowFirstColumn"),
)


def conditions(table: etree._Element, cell: etree._Element, bands: tuple[int, int]) -> tuple[str, ...]:
    """The parts of its style that hold for a cell; `bands` are the rows and the columns of a band."""
    look = table.find(_LOOK)
    found = _said(cell) if look is None else _placed(table, cell, bands, _switched_on(look))
    return tuple(part for part in _WEAK_TO_STRONG if part in found)


def _switched_on(look: etree._Element) -> frozenset[str]:
    if any(look.get(w(name)) is not None for name in _BITS):
        return frozenset(name for name in _BITS if look.get(w(name)) in _TRUE)
    try:
        number = int(look.get(_VAL, "0"), 16)
    except ValueError:
        return frozenset()
    return frozenset(name for name, bit in _BITS.items() if number >> bit & 1)


def _said(cell: etree._Element) -> set[str]:
    """What the row and the cell say of themselves where the table says nothing."""
    row = next(cell.iterancestors(_ROW), None)
    marks = [cell.find(f"{w('tcPr')}/{_CHOSEN}"), None if row is None else row.find(f"{w('trPr')}/{_CHOSEN}")]
    found: set[str] = set()
    for mark in marks:
        if mark is not None:
            found |= {part for part, digit in zip(_DIGITS, mark.get(_VAL, ""), strict=False) if digit == "1"}
            found |= {part for part, name in zip(_DIGITS, _ATTRIBUTES, strict=True) if mark.get(w(name)) in _TRUE}
    return found


def _placed(table: etree._Element, cell: etree._Element, bands: tuple[int, int], on: frozenset[str]) -> set[str]:
    rows = [row for row in table.iter(_ROW) if next(row.iterancestors(_TABLE)) is table]
    row = next(cell.iterancestors(_ROW))
    begins, ends = _columns(row, cell)
    width = max(_columns(one, None)[1] for one in rows)
    number = rows.index(row)
    top, bottom = "firstRow" in on and number == 0, "lastRow" in on and number == len(rows) - 1
    left, right = "firstColumn" in on and begins == 0, "lastColumn" in on and ends == width
    sides = {"firstRow": top, "lastRow": bottom, "firstCol": left, "lastCol": right}
    found = {part for part, holds in sides.items() if holds}
    if not (top or bottom) and "noHBand" not in on:
        found.add(("band1Horz", "band2Horz")[(number - ("firstRow" in on)) // bands[0] % 2])
    if not (left or right) and "noVBand" not in on:
        found.add(("band1Vert", "band2Vert")[(begins - ("firstColumn" in on)) // bands[1] % 2])
    corners = (("nwCell", top and left), ("neCell", top and right), ("swCell", bottom and left))
    return found | {part for part, holds in (*corners, ("seCell", bottom and right)) if holds}


def _columns(row: etree._Element, until: etree._Element | None) -> tuple[int, int]:
    """The first column of a cell and the one behind it; of the last cell for None."""
    begins = ends = _number(row, _BEFORE, 0)
    for cell in row.iter(_CELL):
        if next(cell.iterancestors(_ROW)) is row:
            begins, ends = ends, ends + _number(cell, _SPAN, 1)
            if cell is until:
                break
    return begins, ends


def _number(element: etree._Element, path: str, unsaid: int) -> int:
    found = element.find(path)
    said = None if found is None else whole(found.get(_VAL))
    return unsaid if said is None or said < 0 else said
