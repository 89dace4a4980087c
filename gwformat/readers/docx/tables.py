"""A `w:tbl` with the blocks read from its cells in, its shape out: everything the styles say is worked out."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from functools import cached_property

from lxml import etree

from gwformat.model import Align, Carrier, CarrierKind, Paragraph
from gwformat.ooxml.names import w
from gwformat.ooxml.numbering import Numbering
from gwformat.ooxml.styles import PLAIN_CHARACTER, ParagraphFormat, Styles
from gwformat.ooxml.table_styles import Region, TableStyle
from gwformat.ooxml.values import VAL, dxa, length, switch
from gwformat.readers.docx.cell_text import CellTexts, Written
from gwformat.readers.docx.strokes import edge_of, fill_of
from gwformat.readers.docx.table_grid import Blocks, Place, ReadRow, columns, places_of, share
from gwformat.table import Cell, CellText, Edge, Edges, Face, Margins, Row, Table, Vertical
from gwformat.units import Emu, Twips

_NO_FACE = Face("", Emu(0))
_NO_TABLE = (ParagraphFormat(), PLAIN_CHARACTER)
_TBL_PR, _TR_PR, _TC_PR = w("tblPr"), w("trPr"), w("tcPr")
_V_ALIGN, _SHADING, _MARGINS, _BORDERS = w("vAlign"), w("shd"), w("tcMar"), w("tcBorders")
_VERTICAL = {"center": Vertical.CENTER, "both": Vertical.CENTER, "bottom": Vertical.BOTTOM}
_DEFAULTS = {"top": 0, "left": 108, "bottom": 0, "right": 108}
_ALSO = {"left": "start", "right": "end"}
_SIDES = ("top", "left", "bottom", "right")
# What no layout of ours places: vertical text, gaps between cells, right-to-left columns.
_STRANGE = frozenset((w("textDirection"), w("hMerge"), w("tcFitText"), w("tblCellSpacing"), w("bidiVisual")))


class Tables:
    """Works out the shapes of the tables of one part."""

    def __init__(self, styles: Styles, numbering: Numbering, part: Written, *, faces: bool = True) -> None:
        """Without `faces` the words in cells have no looks of their own."""
        self._styles = styles
        self._texts = CellTexts(styles, numbering, part) if faces else None

    def texts(self, paragraphs: Iterable[Paragraph]) -> tuple[CellText, ...]:
        """Paragraphs that no table is around with their looks; none without faces."""
        return () if self._texts is None else tuple(self._texts.text(one, _NO_TABLE) for one in paragraphs)

    def shape(self, table: etree._Element, rows: Sequence[ReadRow]) -> Table:
        """The shape of `table`, whose rows and cells have been read."""
        properties = table.find(_TBL_PR)
        places = places_of(rows)
        count = max((place.column + place.span for row in places for place in row), default=0)
        reader = _Reader(properties, TableStyle(properties, self._styles), self._texts, len(rows), count)
        found = tuple(reader.row(node, row) for (node, _), row in zip(rows, places, strict=True))
        width = properties.find(w("tblW")) if properties is not None else None
        return Table(columns(table, places, count), found, share(width), reader.understood)


class _Reader:
    """Reads the rows of one table."""

    def __init__(
        self, properties: etree._Element | None, style: TableStyle, texts: CellTexts | None, rows: int, columns: int
    ) -> None:
        self.properties, self.style, self.texts = properties, style, texts
        self.count = rows, columns
        strange = properties is not None and any(child.tag in _STRANGE for child in properties)
        self.understood = not strange
        self._plain_edges: dict[tuple[bool, ...], Edges] = {}

    def row(self, node: etree._Element, places: Sequence[Place]) -> Row:
        """One row with its cells."""
        properties = node.find(_TR_PR)
        children = () if properties is None else tuple(properties)
        said: Mapping[str, etree._Element] = {str(child.tag): child for child in children}
        height, split, header = (said.get(w(name)) for name in ("trHeight", "cantSplit", "tblHeader"))
        exceptions = node.find(w("tblPrEx"))
        return Row(
            tuple(self._cell(place, exceptions) for place in places),
            (length(height.get(VAL)) if height is not None else None) or Emu(0),
            split is not None and switch(split),
            header is not None and switch(header),
            height is not None and height.get(w("hRule")) == "exact",
        )

    def _cell(self, place: Place, exceptions: etree._Element | None) -> Cell:
        own = _children(place.node.find(_TC_PR))
        if not _STRANGE.isdisjoint(own):
            self.understood = False
        end = place.column + place.span - 1
        regions = self.style.regions(place.row, place.column, end, *self.count)
        vertical = own.get(_V_ALIGN)
        if vertical is None:
            vertical = self.style.cell_said(regions, "vAlign")
        shading = own.get(_SHADING)
        if shading is None:
            shading = self.style.cell_said(regions, "shd")
        return Cell(
            place.column,
            place.span,
            place.rows,
            tuple(self._blocks(place.blocks, regions)),
            self._margins(own.get(_MARGINS), exceptions),
            Vertical.TOP if vertical is None else _VERTICAL.get(vertical.get(VAL, ""), Vertical.TOP),
            self._edges(own.get(_BORDERS), exceptions, place, regions),
            fill_of(shading),
        )

    def _blocks(self, blocks: Blocks, regions: Sequence[Region]) -> list[CellText | Carrier]:
        found: list[CellText | Carrier] = []
        inside = self.style.text(regions) if self.texts is not None else None
        for block in blocks:
            if isinstance(block, Paragraph):
                text = self.texts.text(block, inside) if self.texts is not None and inside is not None else None
                found.append(text or CellText(block, (), _NO_FACE, Align.LEFT))
                continue
            found.append(block)
            if block.kind is not CarrierKind.TABLE or block.table is None or not block.table.understood:
                self.understood = False
        return found

    def _margins(self, own: etree._Element | None, exceptions: etree._Element | None) -> Margins:
        groups = [group for group in (own, _child(exceptions, "tblCellMar")) if group is not None]
        if not groups:
            return self.margins
        return Margins(*(self._margin(groups, side) for side in _SIDES))

    @cached_property
    def margins(self) -> Margins:
        """Those of the cells that say nothing."""
        return Margins(*(self._margin((), side) for side in _SIDES))

    def _margin(self, groups: Iterable[etree._Element], side: str) -> Emu:
        for group in (*groups, _child(self.properties, "tblCellMar")):
            said = dxa(_side(group, side))
            if said is not None:
                return said
        for name in filter(None, (side, _ALSO.get(side))):
            said = dxa(self.style.table_said("tblCellMar", name))
            if said is not None:
                return said
        return Twips(_DEFAULTS[side])

    def _edges(
        self,
        own: etree._Element | None,
        exceptions: etree._Element | None,
        place: Place,
        regions: Sequence[Region],
    ) -> Edges:
        """The lines around a cell; those of cells about which nothing more is said differ by their place only."""
        end = place.row + max(place.rows, 1), place.column + place.span
        outer = place.row == 0, place.column == 0, end[0] >= self.count[0], end[1] >= self.count[1]
        plain = own is None and exceptions is None and not regions
        if plain and outer in self._plain_edges:
            return self._plain_edges[outer]
        groups = [group for group in (_child(exceptions, "tblBorders"), self.borders) if group is not None]
        edges = Edges(*[self._edge(own, groups, side, place, regions) for side in _SIDES])
        if plain:
            self._plain_edges[outer] = edges
        return edges

    @cached_property
    def borders(self) -> etree._Element | None:
        """Those the table says itself."""
        return _child(self.properties, "tblBorders")

    def _edge(
        self,
        own: etree._Element | None,
        groups: Sequence[etree._Element],
        side: str,
        place: Place,
        regions: Sequence[Region],
    ) -> Edge | None:
        said = _side(own, side)
        for region in reversed(regions):
            if said is None:
                said = self._styled_edge(region, side, place)
        if said is None:
            last = place.row + max(place.rows, 1) - 1, place.column + place.span - 1
            name = _name(side, (place.row, place.column), last, (0, 0), (self.count[0] - 1, self.count[1] - 1))
            said = next((found for found in (_side(group, name) for group in groups) if found is not None), None)
            if said is None:
                said = self.style.table_said("tblBorders", name)
        return edge_of(said)

    def _styled_edge(self, region: Region, side: str, place: Place) -> etree._Element | None:
        first, last = zip(region.rows, region.columns, strict=True)
        end = place.row + max(place.rows, 1) - 1, place.column + place.span - 1
        name = _name(side, (place.row, place.column), end, first, last)
        found = (layer.find(f"{_TC_PR}/{w('tcBorders')}/{w(name)}") for layer in self.style.layers(region.name))
        return next((element for element in found if element is not None), None)


def _name(
    side: str, begin: tuple[int, int], end: tuple[int, int], first: tuple[int, int], last: tuple[int, int]
) -> str:
    """The border a side of the cell has: an outer one at the end of its region, else an inner one."""
    if side in ("top", "bottom"):
        outer = begin[0] <= first[0] if side == "top" else end[0] >= last[0]
        return side if outer else "insideH"
    outer = begin[1] <= first[1] if side == "left" else end[1] >= last[1]
    return side if outer else "insideV"


def _children(parent: etree._Element | None) -> dict[str, etree._Element]:
    """The children by their tags, the first of each."""
    return {} if parent is None else {child.tag: child for child in reversed(parent)}


def _child(parent: etree._Element | None, name: str) -> etree._Element | None:
    return None if parent is None else parent.find(w(name))


def _side(group: etree._Element | None, side: str) -> etree._Element | None:
    found = _child(group, side)
    return found if found is not None or side not in _ALSO else _child(group, _ALSO[side])
