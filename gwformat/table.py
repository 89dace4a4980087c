"""The shape of a table as the draft says it: widths, merged cells, margins, borders, and how its paragraphs look."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import field
from enum import StrEnum
from typing import TYPE_CHECKING

from gwformat.units import Emu, Twips
from gwformat.values import dataclass

if TYPE_CHECKING:
    from gwformat.model import Align, Carrier, Paragraph

_ZERO = Emu(0)
_SIDE = Twips(108)  # what every word processor begins with


class LineRule(StrEnum):
    """What the line pitch of a paragraph is: a multiple of the natural one, a minimum, or exactly this."""

    AUTO = "auto"
    AT_LEAST = "at least"
    EXACT = "exact"


class Vertical(StrEnum):
    """Where the words of a cell stand if the row is higher."""

    TOP = "top"
    CENTER = "center"
    BOTTOM = "bottom"


_STROKES = {"double": 2, "triple": 2}  # LibreOffice gives both the same room


@dataclass(frozen=True, slots=True)
class Edge:
    """The line along one side of a cell; `weight` is that of each stroke."""

    weight: Emu
    color: str = "000000"
    style: str = "single"  # ST_Border; all but double lines are drawn as a plain one

    @property
    def strokes(self) -> int:
        """How many parallel strokes it has, as far apart as each is heavy."""
        return _STROKES.get(self.style, 1)

    @property
    def breadth(self) -> Emu:
        """The room across all of its strokes."""
        return Emu(self.weight * (2 * self.strokes - 1))


@dataclass(frozen=True, slots=True)
class Edges:
    """The lines around a cell; None where there is none."""

    top: Edge | None = None
    left: Edge | None = None
    bottom: Edge | None = None
    right: Edge | None = None


NO_EDGES = Edges()


@dataclass(frozen=True, slots=True)
class Margins:
    """Distances of the words from the edges of their cell."""

    top: Emu = _ZERO
    left: Emu = _SIDE
    bottom: Emu = _ZERO
    right: Emu = _SIDE


USUAL_MARGINS = Margins()


@dataclass(frozen=True, slots=True)
class Face:
    """What a run in a cell is set in; `font` is the family the run names itself, "" if none."""

    font: str
    size: Emu
    bold: bool = False
    color: str = "000000"
    slanted: bool = False  # italic


@dataclass(frozen=True, slots=True)
class CellText:
    """A paragraph in a cell with its whole look: `faces` has one for each of its runs, `mark` is that of its end."""

    paragraph: Paragraph
    faces: tuple[Face, ...]
    mark: Face
    align: Align
    left: Emu = _ZERO
    right: Emu = _ZERO
    first: Emu = _ZERO
    before: Emu = _ZERO
    after: Emu = _ZERO
    rule: LineRule = LineRule.AUTO
    line: float = 1.0  # a factor for AUTO, else a length
    listed: tuple[str, int] | None = None  # number and level of the list that labels it


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell with its first column and how many columns and rows it takes; `rows` is 0 if it goes on from above."""

    column: int
    span: int
    rows: int
    blocks: tuple[CellText | Carrier, ...]
    margins: Margins = USUAL_MARGINS
    vertical: Vertical = Vertical.TOP
    edges: Edges = NO_EDGES
    shading: str | None = None  # RRGGBB


@dataclass(frozen=True, slots=True)
class Row:
    """A row; `height` is the least it has, or all of it where it is `exact`."""

    cells: tuple[Cell, ...]
    height: Emu = _ZERO
    cant_split: bool = False
    header: bool = False
    exact: bool = False


@dataclass(frozen=True, slots=True)
class Table:
    """A table; `share` is the part of the room it wants to fill, if it says so instead of a width."""

    columns: tuple[Emu, ...]
    rows: tuple[Row, ...] = field(repr=False)
    share: float | None = None
    understood: bool = True  # False where something is in it that only a word processor can place

    def cells(self) -> Iterator[Cell]:
        """All cells, row by row."""
        return (cell for row in self.rows for cell in row.cells)


@dataclass(frozen=True, slots=True)
class Place:
    """A cell of words in its column; `rows` is 0 if it goes on from above."""

    column: int
    span: int
    rows: int
    words: str


Spans = tuple[tuple[tuple[int, int], ...], ...]


def columns_of(spans: Spans) -> list[list[int]] | None:
    """The first column of each cell, by how many columns and rows each takes; None if one has no room."""
    taken: set[tuple[int, int]] = set()
    found: list[list[int]] = []
    for at, row in enumerate(spans):
        column = 0
        found.append([])
        for wide, high in row:
            while (at, column) in taken:
                column += 1
            room = {(at + down, column + right) for down in range(high) for right in range(wide)}
            if at + high > len(spans) or room & taken:
                return None
            taken |= room
            found[-1].append(column)
    return found


def places(carrier: Carrier) -> list[list[Place]]:
    """The cells of a table that is words alone, row by row: those that go on from above, and empty ones at the end."""
    spans = carrier.spans or tuple(tuple((1, 1) for _ in row) for row in carrier.rows)
    found: list[list[Place]] = [[] for _ in spans]
    columns = columns_of(spans)
    assert columns is not None  # else it would not have been read as a table
    for at, (words, sizes) in enumerate(zip(carrier.rows, spans, strict=True)):
        for said, column, (wide, high) in zip(words, columns[at], sizes, strict=True):
            found[at].append(Place(column, wide, high, said))
            for below in range(at + 1, at + high):
                found[below].append(Place(column, wide, 0, ""))
    width = max((place.column + place.span for row in found for place in row), default=0)
    for row in found:
        row.sort(key=lambda place: place.column)
        end = row[-1].column + row[-1].span if row else 0
        row += (Place(column, 1, 1, "") for column in range(end, width))
    return found
