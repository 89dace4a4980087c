"""The name of a form comes in, what its TOML file says of rows, columns and places to fill goes out."""

from __future__ import annotations

import functools
from collections.abc import Iterator

from gwformat.drafting.places import labels
from gwformat.errors import ConfigurationInvalid
from gwformat.profiles import table
from gwformat.units import Emu
from gwformat.values import dataclass

_PACKAGE = "gwformat.drafting.forms"
_COUNTER = "#"  # stands in a repeated row for its number


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell: `head` names what stands beside it, `text` has the places to fill; each line is a paragraph."""

    head: str = ""
    text: str = ""
    columns: int = 1
    top: bool = False  # begins at the upper edge, as a field for remarks does


@dataclass(frozen=True, slots=True)
class Row:
    """A row of cells; `repeat` makes several of it, in which # is the number."""

    height: Emu
    cells: tuple[Cell, ...]
    repeat: int = 1


@dataclass(frozen=True, slots=True)
class Sheet:
    """One table with its title above and its notes below."""

    title: str
    columns: tuple[Emu, ...]
    row: tuple[Row, ...]
    above: tuple[str, ...] = ()  # words between title and table: left, or left and right
    notes: tuple[str, ...] = ()
    cut: str = ""  # words on a line along which the sheet is cut off


@dataclass(frozen=True, slots=True)
class Form:
    """A form of one or several tables on a sheet of A4."""

    name: str
    says: str  # what it is for, one sentence
    clause: str
    sheet: tuple[Sheet, ...]

    @property
    def places(self) -> tuple[str, ...]:
        """The labels of all places to fill."""
        return labels(self._texts())

    def _texts(self) -> Iterator[str]:
        for sheet in self.sheet:
            yield from (sheet.title, *sheet.above)
            yield from (text for row in rows_of(sheet) for cell in row.cells for text in (cell.head, cell.text))
            yield from sheet.notes


def rows_of(sheet: Sheet) -> Iterator[Row]:
    """The rows with the repeated ones spelled out."""
    for row in sheet.row:
        for number in range(1, row.repeat + 1):
            yield Row(row.height, tuple(_numbered(cell, number) for cell in row.cells))


def _numbered(cell: Cell, number: int) -> Cell:
    head, text = (words.replace(_COUNTER, str(number)) for words in (cell.head, cell.text))
    return Cell(head, text, cell.columns, cell.top)


@functools.cache
def form(name: str) -> Form:
    """The packaged form of that name."""
    found = table.load(Form, _PACKAGE, name)
    for sheet in found.sheet:
        _check(found, sheet)
    return found


def form_names() -> tuple[str, ...]:
    """The names of all forms, those of outgoing documents first."""
    return tuple(sorted(table.names(_PACKAGE), key=lambda name: (_ORDER.index(name) if name in _ORDER else 99, name)))


_ORDER = ("发文稿纸", "印制单", "收文处理笺", "零星收文处理笺", "传文处理笺", "文件交接单", "会议审批表")


def _check(found: Form, sheet: Sheet) -> None:
    """Every row fills all columns."""
    for number, row in enumerate(rows_of(sheet), 1):
        filled = sum(cell.columns for cell in row.cells)
        if filled != len(sheet.columns):
            raise ConfigurationInvalid(
                f"表单“{found.name}”的“{sheet.title}”第 {number} 行占 {filled} 列，应为 {len(sheet.columns)} 列"
            )
