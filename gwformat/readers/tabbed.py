"""Lines of a text file come in; stretches of them whose cells are parted by tabs, as Word saves tables, go out."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from gwformat.text.spaces import name_columns

_FEWEST_CELLS = 3  # of two columns only from
_FEWEST_ROWS_OF_TWO = 3
_LONGEST = 600


def tables(lines: Sequence[str]) -> Iterator[tuple[int, int, tuple[tuple[str, ...], ...]]]:
    """First line (0-based), line after the last, and cells of each table."""
    start = 0
    while start < len(lines):
        if "\t" not in lines[start]:
            start += 1
            continue
        count, end = len(_cells(lines[start])), start
        while end < len(lines) and "\t" in lines[end] and len(_cells(lines[end])) == count:
            end += 1
        rows = tuple(_cells(line) for line in lines[start:end])
        if _is_table(rows, lines[start:end]):
            yield start, end, rows
        start = max(end, start + 1)


def _cells(line: str) -> tuple[str, ...]:
    return tuple(line.split("\t"))


def _is_table(rows: Sequence[tuple[str, ...]], lines: Sequence[str]) -> bool:
    """Whether rows are those of a table: not names in columns, labels side by side, or what tabs push to the right."""
    columns = len(rows[0])
    if len(rows) < 2 or columns < 2 or (columns < _FEWEST_CELLS and len(rows) < _FEWEST_ROWS_OF_TWO):
        return False
    if any(len(line) > _LONGEST or "\f" in line or "\v" in line for line in lines) or all(map(name_columns, lines)):
        return False
    rows = [tuple(cell.strip() for cell in row) for row in rows]
    if not all(rows[0]) or any(cell.endswith(("：", ":")) or "：" in cell[:6] for row in rows for cell in row):
        return False
    return all(any(row) for row in rows[:2]) or not any(map(any, rows[1:]))
