"""Lists of names in columns: rows with blanks and tabs of any number come in, rows with columns of full blanks go out.

A full blank is as wide as a Han character whatever the font, so that columns of them hold in every program.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from itertools import groupby

from gwformat.model import Block, Change, Document, Edit
from gwformat.normalise.crowded import first_line, room_of, spread
from gwformat.normalise.passes import Pass, edit
from gwformat.text.characters import EACH_SPACE
from gwformat.text.rosters import Cells, Row, row_of
from gwformat.text.width import advance, columns

_BLANK = "\u3000"
_BLANKS = EACH_SPACE | {"\t"}
_MOST = 4  # 字 from one column to the next
_WIDEST = {Cells.NAMES: 8, Cells.POST: 8, Cells.HELD: 14, Cells.ENTRIES: 12}  # 字 of a column that is filled up
_PARTED = tuple(_WIDEST)


def _rosters(document: Document, step: Pass) -> Document:
    if not any(block.arranged for block in document.blocks):
        return document
    changes: list[Change] = []
    line = first_line(document.kind)
    blocks = spread(document.blocks, line, step, changes)
    for rows in _groups(blocks):
        room = min(room_of(row, line) for _, row in rows)  # 10.3: all rows hang behind the label
        widths = {kind: _column([row for _, row in rows if row.kind is kind], room) for kind in _PARTED}
        label = _label_width([row for _, row in rows])
        for index, row in rows:
            edits = [*_label(row, label), *_cells(row, *widths.get(row.kind, (0.0, 1)))]
            blocks[index] = edit(blocks[index], edits, step, changes)
    return document.changed(blocks, changes)


def _groups(blocks: Sequence[Block]) -> Iterator[list[tuple[int, Row]]]:
    """The rows of each list, with the numbers of their blocks."""
    for listed, group in groupby(enumerate(blocks), key=lambda pair: pair[1].arranged):
        rows = [(index, row) for index, block in group if (row := row_of(block.text)) is not None] if listed else []
        if rows:
            yield rows


def _column(rows: Sequence[Row], room: float) -> tuple[float, int]:
    """How wide the cells are that others stand beside, and how many blanks part the widest from the next."""
    beside = [(row.width(n), row.gap(n)) for row in rows for n in _beside(row)]
    if not beside:
        return 0.0, 1
    widest = max(width for width, _ in beside)
    gap = min(max(round(min(gap for width, gap in beside if width == widest)), 1), _MOST)
    count = max(len(row.cells) for row in rows)
    if rows[0].kind is Cells.NAMES and not _fits(widest, gap, count, room):
        return _narrower(widest, gap, count, room, [width for width, _ in beside])
    return widest, gap


def _fits(width: float, gap: int, count: int, room: float) -> bool:
    return math.ceil(width) * count + gap * (count - 1) <= room


def _narrower(widest: float, gap: int, count: int, room: float, widths: Sequence[float]) -> tuple[float, int]:
    """Columns that a line has room for: less between them, or as wide as most names; a longer one moves its own row.

    Where there is no room for columns one blank parts the names.
    """
    most = sorted(widths)[(len(widths) - 1) * 4 // 5]
    for width, between in ((widest, number) for number in range(gap - 1, 0, -1)):
        if _fits(width, between, count, room):
            return width, between
    return (most, 1) if _fits(most, 1, count, room) else (0.0, 1)


def _beside(row: Row) -> range:
    """The cells that others stand beside in columns: all names, but of a post only its holder."""
    return range(min(len(row.cells) - 1, 1 if row.kind is Cells.POST else len(row.cells)))


def _label_width(rows: Sequence[Row]) -> float:
    """Up to where the names stand behind their labels; nothing if they follow them at once."""
    labelled = [row for row in rows if row.label is not None and row.cells]
    if not any(row.text[: row.body].endswith((" ", "\t", _BLANK)) for row in labelled):
        return 0.0
    return max((_said(row) for row in labelled), default=0.0)


def _said(row: Row) -> float:
    """The width of a label, as it is set."""
    assert row.label is not None
    words = row.text[slice(*row.label)]
    parts = [part for part in _split(words) if part.strip()]
    return advance("".join(parts)) + sum(_inner(part) for part in _split(words) if not part.strip())


def _split(words: str) -> list[str]:
    """Words and the blanks between them, in turns."""
    parts: list[str] = []
    for char in words:
        blank = char in _BLANKS
        if parts and (not parts[-1].strip()) is blank:
            parts[-1] += char
        else:
            parts.append(char)
    return parts


def _inner(blanks: str) -> int:
    """How many full blanks stand for those within a label or a name."""
    return max(columns(blanks) // 2, 1)


def _label(row: Row, width: float) -> Iterator[Edit]:
    """Blanks within the label (组　长) and behind its colon."""
    if row.label is None:
        return
    start, end = row.label
    yield from _within(row.text, start, end)
    behind = end + len(row.text[end : row.body].rstrip())
    if row.cells:
        yield Edit(behind, row.body, _BLANK * math.ceil(max(width - _said(row), 0)))


def _within(text: str, start: int, end: int) -> Iterator[Edit]:
    place = start
    for part in _split(text[start:end]):
        if not part.strip():
            yield Edit(place, place + len(part), _BLANK * _inner(part))
        place += len(part)


def _cells(row: Row, widest: float, gap: int) -> Iterator[Edit]:
    """The columns: a blank within a name, and so many behind each that the next ones stand below each other."""
    filled = widest <= _WIDEST.get(row.kind, 0)
    for number, (start, end) in enumerate(row.cells):
        for one in _within(row.text, start, end):  # 李　某 takes the room of three characters
            yield Edit(one.start, one.end, "" if row.text[one.start - 1] in "、，," else _BLANK)
        if number + 1 < len(row.cells):
            beside = number in _beside(row)
            room = max(math.ceil(widest - row.width(number)), 0)
            blanks = gap + room if filled and beside else max(gap, 1)
            yield Edit(end, row.cells[number + 1][0], _BLANK * blanks)


ROSTERS = Pass(
    "rosters",
    "名单对齐",
    "名单用全角空格排成等宽的各栏，姓名排在引导词之后，各行对齐",
    _rosters,
)
