"""Rows of a table typed with tabs (日期⇥带班领导⇥值班人员): lines come in; those that are rows, and cells, go out."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from gwformat.expressions import expression
from gwformat.model import OBJECT
from gwformat.text.characters import count_han

_FEWEST_CELLS = 3  # of two columns only from
_FEWEST_ROWS, _FEWEST_ROWS_OF_TWO = 2, 3
_FEWEST_BLANK_ROWS = 3
_LONGEST_CELL = 24
_TABS = expression(r"\t+")
_NO_BLANK_ROW = expression(r"[。；！？：，\n\t]")
_NO_CELL = expression(r"[。；！？\n]|：$")


def cells_of(line: str) -> tuple[str, ...]:
    """The cells of a line; tabs that follow each other part two of them once."""
    return tuple(cell.strip() for cell in _TABS.split(line.strip()))


def tab_rows(lines: Sequence[str]) -> Iterator[range]:
    """The lines of each table: they follow each other, have as many cells, and none of these is a sentence."""
    for rows, count in _alike(lines, _count):
        if len(rows) >= (_FEWEST_ROWS if count >= _FEWEST_CELLS else _FEWEST_ROWS_OF_TWO):
            yield rows


def blank_rows(lines: Sequence[str]) -> Iterator[range]:
    """The lines of each table whose cells blanks part (1 人才招聘 各县 9月底), as a PDF gives tables as text."""
    yield from (rows for rows, _ in _alike(lines, _blank_count) if len(rows) >= _FEWEST_BLANK_ROWS)


def _alike(lines: Sequence[str], cells: Callable[[str], int]) -> Iterator[tuple[range, int]]:
    """The lines that follow each other and have as many `cells`, with how many these are."""
    start = 0
    while start < len(lines):
        count = cells(lines[start])
        end = start + 1
        while count and end < len(lines) and cells(lines[end]) == count:
            end += 1
        if count:
            yield range(start, end), count
        start = end


def _blank_count(line: str) -> int:
    """How many words a line has that can be cells; 0 if it reads like a sentence, spaced letters or another script."""
    if " " not in line or OBJECT in line or _NO_BLANK_ROW.search(line):
        return 0
    cells = line.split()
    if len(cells) < _FEWEST_CELLS or max(map(len, cells)) > _LONGEST_CELL or line != " ".join(cells):
        return 0
    han = sum(count_han(cell) > 1 for cell in cells)
    return len(cells) if 2 * han >= len(cells) else 0


def _count(line: str) -> int:
    """How many cells a line has; 0 if it is no row of a table."""
    if "\t" not in line or OBJECT in line:
        return 0
    cells = cells_of(line)
    if len(cells) < 2 or any(len(cell) > _LONGEST_CELL or _NO_CELL.search(cell) for cell in cells):
        return 0
    return len(cells)
