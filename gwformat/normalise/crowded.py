"""Names too many for a line (eight in a row): the rows of a list come in; as many rows as hold the names go out.

A line would break within a name. The order of the names stays; only where a row ends is different.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from functools import cache
from itertools import accumulate

from gwformat.model import Block, Change, Edit, Fate, Kind, Role, Run
from gwformat.normalise.passes import Pass, change, joined
from gwformat.profiles import packaged_profile
from gwformat.text.rosters import Cells, Row, row_of
from gwformat.text.width import advance

_BLANK = "\u3000"
_ALIKE = (Cells.NAMES, Cells.ENTRIES)  # all cells of a row are of one kind
_MOST_WIDE = 4 / 5  # of the names are no wider than a column


@cache
def first_line(kind: Kind) -> int:
    """How many 字 the first line of a paragraph holds: those of a line without its indent (5.2.3, 7.3.3)."""
    profile = packaged_profile(kind.value)
    return int(profile.grids[profile.default_grid].columns - profile.elements[Role.BODY].first_line)


def spread(blocks: Sequence[Block], line: int, step: Pass, changes: list[Change]) -> list[Block]:
    """The blocks, lists of names that no `line` of so many 字 holds in rows that one does."""
    spread: list[Block] = []
    for series in _series(blocks):
        rows = [row for block in series if (row := row_of(block.text)) is not None]
        if len(rows) == len(series) and _is_crowded(rows, room := room_of(rows[0], line)):
            spread += _flowed(series, rows, room, step, changes)
        else:
            spread += series
    return spread


def _series(blocks: Sequence[Block]) -> Iterator[list[Block]]:
    """Each block, with the rows that go on its list where it begins one."""
    series: list[Block] = []
    for block in blocks:
        row = row_of(block.text) if block.arranged and block.carrier is None else None
        goes_on = row is not None and row.label is None and row.kind in _ALIKE and series and series[0].arranged
        if not goes_on and series:
            yield series
            series = []
        series.append(block)
    if series:
        yield series


def _is_crowded(rows: Sequence[Row], room: float) -> bool:
    """Whether a row is too long for its line, though one blank parted its names."""
    if any(row.kind is not rows[0].kind or row.kind not in _ALIKE for row in rows):
        return False
    if any(row.text[row.cells[-1][1] :].strip() for row in rows[:-1]):
        return False  # a full stop ends the list
    return any(len(row.cells) > 1 and _length([row.width(n) for n in range(len(row.cells))]) > room for row in rows)


def room_of(row: Row, line: int) -> float:
    """How many 字 stand behind the label of a row on a line of so many."""
    if row.label is None:
        return line
    words = row.text[slice(*row.label)].split()
    return line - math.ceil(advance("".join((*words, "：")))) - (len(words) - 1)


def _length(widths: Sequence[float]) -> float:
    return sum(map(math.ceil, widths)) + len(widths) - 1


def _flowed(
    series: Sequence[Block], rows: Sequence[Row], room: float, step: Pass, changes: list[Change]
) -> list[Block]:
    widths = [math.ceil(row.width(n)) for row in rows for n in range(len(row.cells))]
    ends = set(_ends(widths, room))
    flowed: list[Block] = []
    begins = accumulate((len(row.cells) for row in rows), initial=0)
    for block, row, first in zip(series, rows, begins, strict=False):
        last = first + len(row.cells) - 1
        cuts = [n for n in range(first, last) if n in ends]
        parts = _parts(block, row, [n - first for n in cuts], step, changes)
        if flowed and first - 1 not in ends:
            flowed[-1] = _joined(flowed[-1], parts.pop(0), step, changes)
        flowed += parts
    return flowed


def _ends(widths: Sequence[int], room: float) -> Iterator[int]:
    """The numbers of the names that end a line, all lines with as many columns."""
    column = sorted(widths)[int((len(widths) - 1) * _MOST_WIDE)]
    most = max(int((room + 1) // (column + 1)), 1)
    line: list[int] = []
    for number, width in enumerate(widths):
        if line and (len(line) == most or _length([*(max(w, column) for w in line), width]) > room):
            yield number - 1
            line = []
        line.append(width)


def _parts(block: Block, row: Row, cuts: Sequence[int], step: Pass, changes: list[Change]) -> list[Block]:
    """The block cut behind the cells of these numbers; the blanks there go."""
    parts: list[Block] = []
    begin = 0
    for number in cuts:
        end, next_begin = row.cells[number][1], row.cells[number + 1][0]
        changes.append(change(step, row.text[end:next_begin], "", block))
        parts.append(block.edited([Edit(0, begin, ""), Edit(end, len(row.text), "")]))
        begin = next_begin
    return [*parts, block.edited([Edit(0, begin, "")])]


def _joined(above: Block, below: Block, step: Pass, changes: list[Change]) -> Block:
    """A row that begins with the last names of one line and goes on with the first of the next."""
    edge = len(below.text) - len(below.text.lstrip())
    if edge:
        changes.append(change(step, below.text[:edge], "", below))
        below = below.edited([Edit(0, edge, "")])
    changes.append(Change(step.name, Fate.CHANGED, "", _BLANK, step.reason, below.source))
    return joined(above, below, (Run(_BLANK),))
