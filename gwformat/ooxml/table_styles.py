"""A `w:tbl` and the styles in; what its style, its look and the place of a cell say about that cell out.

17.7.6: the whole table's formatting comes first, then bands, outer columns, outer rows and corners, each over the
last (the standard names rows before columns; see docs/analysis/tables.md); what table or cell say themselves beats all
of them. Outer rows and columns have no bands. A style lower in the chain beats the one it is based on.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from lxml import etree

from gwformat.ooxml.names import w
from gwformat.ooxml.styles import PLAIN_CHARACTER, Character, ParagraphFormat, Styles, paragraph_format
from gwformat.ooxml.values import VAL, whole
from gwformat.values import dataclass

_TBL_PR, _TC_PR, _P_PR, _R_PR, _CONDITION = w("tblPr"), w("tcPr"), w("pPr"), w("rPr"), w("tblStylePr")
_TYPE = w("type")
_FLAGS = {
    "firstRow": 0x20,
    "lastRow": 0x40,
    "firstColumn": 0x80,
    "lastColumn": 0x100,
    "noHBand": 0x200,
    "noVBand": 0x400,
}


@dataclass(frozen=True, slots=True)
class Region:
    """A conditional format that holds for a cell, with the rows and columns it holds for."""

    name: str
    rows: tuple[int, int]  # first and last
    columns: tuple[int, int]


class TableStyle:
    """The style of one table."""

    def __init__(self, properties: etree._Element | None, styles: Styles) -> None:
        named = properties.find(w("tblStyle")) if properties is not None else None
        self.styles = styles
        self.chain = styles.table(None if named is None else named.get(VAL))
        look = properties.find(w("tblLook")) if properties is not None else None
        self._on = {name for name, bit in _FLAGS.items() if _flag(look, name, bit)}
        self._conditions: dict[str, list[etree._Element]] = {}  # by name, the strongest first
        for style in reversed(self.chain):
            for condition in style.iterchildren(_CONDITION):
                self._conditions.setdefault(condition.get(_TYPE, ""), []).append(condition)
        self._said: dict[tuple[str, str], etree._Element | None] = {}
        self._cell_said: dict[tuple[str, ...], etree._Element | None] = {}
        self._inside: dict[tuple[str, ...], tuple[ParagraphFormat, Character]] = {}

    def regions(self, row: int, column: int, end: int, rows: int, columns: int) -> tuple[Region, ...]:
        """The conditional formats of the cell that takes `column` to `end`, the weakest first."""
        if not self._conditions:
            return ()
        return tuple(self._regions(row, column, end, rows - 1, columns - 1))

    def _regions(self, row: int, column: int, end: int, bottom: int, right: int) -> Iterator[Region]:
        head, first = "firstRow" in self._on, "firstColumn" in self._on
        top, low = head and row == 0, "lastRow" in self._on and row == bottom
        start, last = first and column == 0, "lastColumn" in self._on and end == right
        if "noVBand" not in self._on and not (start or last):
            yield Region("band2Vert" if (column - first) % 2 else "band1Vert", (0, bottom), (column, end))
        if "noHBand" not in self._on and not (top or low):
            yield Region("band2Horz" if (row - head) % 2 else "band1Horz", (row, row), (0, right))
        if start:
            yield Region("firstCol", (0, bottom), (0, end))
        if last:
            yield Region("lastCol", (0, bottom), (column, right))
        if top:
            yield Region("firstRow", (0, 0), (0, right))
        if low:
            yield Region("lastRow", (bottom, bottom), (0, right))
        for name, holds in (("nw", top and start), ("ne", top and last), ("sw", low and start), ("se", low and last)):
            if holds:
                yield Region(f"{name}Cell", (row, row), (column, end))

    def layers(self, name: str) -> Sequence[etree._Element]:
        """The elements of the conditional format `name` in the chain, the strongest first."""
        return self._conditions.get(name, ())

    def cell_said(self, regions: Sequence[Region], name: str) -> etree._Element | None:
        """What a `w:tcPr` of the style says under `name` for a cell in `regions`."""
        key = (name, *[region.name for region in regions])
        if key not in self._cell_said:
            candidates = [layer for region in reversed(regions) for layer in self.layers(region.name)]
            candidates += [*self.layers("wholeTable"), *reversed(self.chain)]
            found = (layer.find(f"{_TC_PR}/{w(name)}") for layer in candidates)
            self._cell_said[key] = next((element for element in found if element is not None), None)
        return self._cell_said[key]

    def table_said(self, group: str, side: str) -> etree._Element | None:
        """What a `w:tblPr` of the style says about one side of `w:tblBorders` or `w:tblCellMar`."""
        key = group, side
        if key not in self._said:
            layers = [*self.layers("wholeTable"), *reversed(self.chain)]
            found = (layer.find(f"{_TBL_PR}/{w(group)}/{w(side)}") for layer in layers)
            self._said[key] = next((element for element in found if element is not None), None)
        return self._said[key]

    def text(self, regions: Sequence[Region]) -> tuple[ParagraphFormat, Character]:
        """What the style says about the text of a cell in `regions`."""
        names = tuple(region.name for region in regions)
        known = self._inside.get(names)
        if known is None:
            known = self._inside[names] = self._text(names)
        return known

    def _text(self, names: Sequence[str]) -> tuple[ParagraphFormat, Character]:
        paragraph, character = ParagraphFormat(), PLAIN_CHARACTER
        weakest_first = [*self.chain, *reversed(self.layers("wholeTable"))]
        weakest_first += [layer for name in names for layer in reversed(self.layers(name))]
        for layer in weakest_first:
            paragraph = paragraph_format(layer.find(_P_PR)).over(paragraph)
            character = self.styles.character_of(layer.find(_R_PR)).over(character)
        return paragraph, character


def _flag(look: etree._Element | None, name: str, bit: int) -> bool:
    """An attribute of its own beats the bit mask older programs write."""
    if look is None:
        return name in ("noHBand", "noVBand")
    said = look.get(w(name))
    if said is not None:
        return said in ("1", "true", "on")
    try:
        return bool(int(look.get(VAL, "0"), 16) & bit)
    except ValueError:
        return bool((whole(look.get(VAL)) or 0) & bit)
