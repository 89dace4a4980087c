"""Lines of a text file come in; stretches of them that draw a table (┌─┬─┐, +--+--+) go out with its cells."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import NamedTuple

from gwformat.expressions import expression
from gwformat.text.characters import HAN

_RULE = expression(r"(?=.*[\u2500-\u257f+|｜])[\s\u2500-\u257f+|｜=:\-]*(?:[─-╋═╌╍]|--|==)[\s\u2500-\u257f+|｜=:\-]*")
_ROW = expression(r"[│┃║|｜].*[│┃║|｜]")
_BAR = expression(r"[│┃║|｜]")
_MARKS = frozenset("│┃║|｜")
_CHINESE = expression(rf"[{HAN}\u3000-\u303f\uff00-\uffef]")
_FEWEST_LINES, _FEWEST_ROWS, _FEWEST_CELLS = 3, 2, 2
_MOST_LINES_OF_ROW = 3
Rows = tuple[tuple[str, ...], ...]


class Drawn(NamedTuple):
    """First line (0-based) and line after the last of a drawn table; no rows where its cells cannot be told."""

    first: int
    end: int
    rows: Rows


def drawn_tables(lines: Sequence[str]) -> Iterator[Drawn]:
    """The drawn tables, in order."""
    for drawn, group in groupby(range(len(lines)), lambda number: _is_drawn(lines[number])):
        numbers = list(group)
        if drawn and len(numbers) >= _FEWEST_LINES:
            found = [lines[number].strip() for number in numbers]
            rules = [_is_rule(line) for line in found]
            if any(rules) and len(found) - sum(rules) >= _FEWEST_ROWS:
                yield Drawn(numbers[0], numbers[-1] + 1, _rows(found, rules))


def _is_drawn(line: str) -> bool:
    words = line.strip()
    return len(words) > 2 and (_ROW.fullmatch(words) is not None or _is_rule(words))


def _is_rule(words: str) -> bool:
    return _RULE.fullmatch(words) is not None


def _rows(lines: Sequence[str], rules: Sequence[bool]) -> Rows:
    """The cells, if every line has as many; a line whose first cell is empty goes on the row above it."""
    crossed = any(
        rule and line[0] in _MARKS and not set(line) <= set("|｜:-+= ") for line, rule in zip(lines, rules, strict=True)
    )
    cut = [
        () if rule else tuple(cell.strip() for cell in _BAR.split(line)[1:-1])
        for line, rule in zip(lines, rules, strict=True)
    ]
    count = {len(cells) for cells in cut if cells}
    if crossed or len(count) != 1 or min(count) < _FEWEST_CELLS:
        return ()
    groups = [list(group) for empty, group in groupby(cut, lambda cells: not cells) if not empty]
    ruled = len(groups) >= _FEWEST_LINES and max(map(len, groups)) <= _MOST_LINES_OF_ROW
    rows: list[tuple[str, ...]] = []
    for group in groups:
        for number, cells in enumerate(group):
            goes_on = number > 0 and any(cells) and (not all(cells) if ruled else not cells[0])
            if goes_on:
                rows[-1] = tuple(map(_joined, rows[-1], cells))
            else:
                rows.append(cells)
    return tuple(rows)


def _joined(above: str, below: str) -> str:
    """The words of a cell that go on in the next line."""
    latin = above and below and not _CHINESE.match(above[-1]) and not _CHINESE.match(below[0])
    return f"{above}{' ' if latin else ''}{below}"
