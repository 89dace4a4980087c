"""The rows and cells of a `w:tbl` come in; the place of each cell in the grid and the widths of the columns go out."""

from __future__ import annotations

from collections.abc import Sequence

from lxml import etree

from gwformat.model import Carrier, Paragraph
from gwformat.ooxml.names import w
from gwformat.ooxml.trees import below, child_of
from gwformat.ooxml.values import VAL, dxa, length, whole
from gwformat.units import Emu
from gwformat.values import dataclass

Blocks = Sequence[Paragraph | Carrier]
ReadCell = tuple[etree._Element, Blocks]
ReadRow = tuple[etree._Element, Sequence[ReadCell]]

_COLUMNS = 1000  # no table is wider: Word takes 63; a larger number is a mistake of whoever wrote it
_WIDTH, _TYPE = w("w"), w("type")
_TR_PR, _TC_PR, _TC_W, _GRID = w("trPr"), w("tcPr"), w("tcW"), w("tblGrid")
_SPAN, _MERGE = w("gridSpan"), w("vMerge")


@dataclass(slots=True)
class Place:
    """A cell with its place in the grid; one that goes on from the row above takes no `rows` itself."""

    node: etree._Element
    blocks: Blocks
    row: int
    column: int
    span: int
    goes_on: bool
    rows: int = 1


def places_of(rows: Sequence[ReadRow]) -> list[list[Place]]:
    """The cells of each row with their places."""
    places = [_placed(number, *row) for number, row in enumerate(rows)]
    _measure_merged(places)
    return places


def _placed(number: int, row: etree._Element, cells: Sequence[ReadCell]) -> list[Place]:
    properties = row.find(_TR_PR)
    before = properties.find(w("gridBefore")) if properties is not None else None
    column = max(min(whole(before.get(VAL)) or 0, _COLUMNS), 0) if before is not None else 0
    places = []
    for node, blocks in cells:
        own = child_of(node, _TC_PR)
        span = child_of(own, _SPAN) if own is not None else None
        merge = child_of(own, _MERGE) if own is not None else None
        wide = max(min(whole(span.get(VAL)) or 1, _COLUMNS - column), 1) if span is not None else 1
        goes_on = merge is not None and merge.get(VAL, "continue") == "continue"
        places.append(Place(node, blocks, number, column, wide, goes_on))
        column += wide
    return places


def _measure_merged(rows: Sequence[Sequence[Place]]) -> None:
    """How many rows each cell takes; a cell that goes on from nothing stands for itself."""
    above: dict[tuple[int, int], Place] = {}
    for row in rows:
        here = {}
        for place in row:
            key = place.column, place.span
            if place.goes_on and key in above:
                above[key].rows += 1
                place.rows = 0
                here[key] = above[key]
            else:
                here[key] = place
        above = here


def columns(table: etree._Element, rows: Sequence[Sequence[Place]], count: int) -> tuple[Emu, ...]:
    """The width of each column: what its cells agree on, else what the grid says, else what is left over."""
    grid = table.find(_GRID)
    said = [length(column.get(_WIDTH)) for column in grid.iterchildren(w("gridCol"))] if grid is not None else []
    wanted: dict[int, set[int]] = {}
    for row in rows:
        for place in row:
            width = dxa(below(place.node, _TC_PR, _TC_W)) if place.span == 1 else None
            if width:
                wanted.setdefault(place.column, set()).add(width)
    found: list[int] = []
    for number in range(count):
        agreed = wanted.get(number, set())
        here = said[number] if number < len(said) else None
        found.append(agreed.pop() if len(agreed) == 1 else max(here or 0, 0))
    known = [width for width in found if width]
    missing = sum(known) // len(known) if known else 0
    return tuple(Emu(width or missing) for width in found)


def share(width: etree._Element | None) -> float | None:
    """A width as a share of the text area, 17.18.90: fiftieths of a per cent, or a number with a per cent sign.

    None if it is less than nothing, or no number at all.
    """
    if width is None or width.get(_TYPE) != "pct":
        return None
    said = width.get(_WIDTH, "")
    try:
        found = float(said.rstrip("%")) / (100 if said.endswith("%") else 5000)
    except ValueError:
        return None
    return found if found >= 0 else None  # "nan" is a float that is neither
