"""A table of a draft and the room for it come in; how it is set goes out, in whole twips as the docx says it.

The docx and the layout both take everything from here, so that nothing is left for a word processor to find out.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from gwformat.model import Carrier, CarrierKind
from gwformat.setting.cell_text import SetText, collapsed, set_text, whole_twips
from gwformat.setting.plain_table import of_words
from gwformat.setting.setting import Setting
from gwformat.table import Cell, CellText, Margins, Row, Table
from gwformat.units import Emu, Twips
from gwformat.values import dataclass

_ZERO = Emu(0)
_MOST = 0.25  # of the page that repeated rows may take, and a row that is not parted
_MOST_WHOLE = 0.75  # of the page that a row may take which the draft does not let part


@dataclass(frozen=True, slots=True)
class SetCell:
    """A cell as it is set: `left` from the table's edge; margins above and below are those of its whole row."""

    cell: Cell
    left: Emu
    width: Emu
    margins: Margins
    blocks: tuple[SetText | SetTable | Carrier, ...]

    @property
    def room(self) -> Emu:
        """Width of the words."""
        return Emu(self.width - self.margins.left - self.margins.right)


@dataclass(frozen=True, slots=True)
class SetRow:
    """A row as it is set; `rule` is the breadth of the line above it, which takes room; a `whole` one is not parted."""

    row: Row
    cells: tuple[SetCell, ...]
    rule: Emu
    whole: bool


@dataclass(frozen=True, slots=True)
class SetTable:
    """A table as it is set: `left` from the edge of the room, the first `headers` rows on every page."""

    columns: tuple[Emu, ...]
    rows: tuple[SetRow, ...]
    left: Emu
    below: Emu  # breadth of the line below the last row
    headers: int
    narrowed: bool
    understood: bool

    @property
    def width(self) -> Emu:
        """From edge to edge."""
        return Emu(sum(self.columns))


_PLANS: dict[tuple[int, Emu, tuple[Emu, ...], int], tuple[Carrier, Setting, SetTable]] = {}
_PLANS_KEPT = 64


def plan(carrier: Carrier, room: Emu, setting: Setting) -> SetTable:
    """How the table is set in a column `room` wide; worked out once for the layout and the docx.

    Their rooms may differ by a twip, which most tables do not feel but in their place.
    """
    table = carrier.table or of_words(carrier, room, setting)
    columns, narrowed = _columns(table, room)
    # What is kept is kept alive, so the ids stay theirs.
    key = (id(carrier), _ZERO if carrier.table else room, columns, id(setting))
    known = _PLANS.get(key)
    if known is None:
        if len(_PLANS) >= _PLANS_KEPT:
            _PLANS.clear()
        known = _PLANS[key] = (carrier, setting, _planned(table, columns, setting, within=False))
    return _placed(known[2], room, narrowed=narrowed)


def _planned(table: Table, columns: tuple[Emu, ...], setting: Setting, *, within: bool) -> SetTable:
    """A table with columns of those widths at the edge of its room; `within` a cell no rows are repeated."""
    rules = rules_of(table.rows)
    rows = tuple(_row(row, rule, columns, setting) for row, rule in zip(table.rows, rules, strict=False))
    headers = 0 if within else _headers(rows, setting)
    return SetTable(columns, rows, _ZERO, rules[-1], headers, False, table.understood)


def _placed(table: SetTable, room: Emu, *, narrowed: bool) -> SetTable:
    """The table in the middle of its room."""
    return replace(table, left=Twips((room.twips - table.width.twips) // 2), narrowed=narrowed)


def _columns(table: Table, room: Emu) -> tuple[tuple[Emu, ...], bool]:
    """Widths in whole twips; all shrink alike if they are wider than the room, and grow to the share they ask for.

    Damaged files have tables without any cell: no columns.
    """
    said = [column.twips for column in table.columns]
    if not said:
        return (), False
    if not any(said):
        return (Twips(room.twips // len(said)),) * len(said), False
    total = sum(said)
    wanted = min(table.share or 0, 1) * room.twips or total
    if min(wanted, room.twips) == total:
        return tuple(map(Twips, said)), False
    factor = min(wanted, room.twips) / total
    return tuple(Twips(max(int(width * factor), 1)) for width in said), total > room.twips


def rules_of(rows: Sequence[Row]) -> list[Emu]:
    """The breadth of the line above each row, and below the last: the broadest of all the cells that meet there."""
    rules = [_ZERO] * (len(rows) + 1)
    for number, row in enumerate(rows):
        for cell in row.cells:
            if cell.rows:
                end = min(number + cell.rows, len(rows))
                for place, edge in ((number, cell.edges.top), (end, cell.edges.bottom)):
                    if edge is not None:
                        rules[place] = max(rules[place], Twips(edge.breadth.twips))
    return rules


def _headers(rows: Sequence[SetRow], setting: Setting) -> int:
    """Rows repeated on every page: those that say so, else the first one if it heads columns.

    None that a merged cell ties to the next, and none that would leave no room for what they head: LibreOffice then
    sets the rows below them beyond the page.
    """
    count = 0
    while count < len(rows) and rows[count].row.header:
        count += 1
    if not count and rows and not _heads(rows):
        return 0
    count = count or 1
    tied = any(number + said.cell.rows > count for number, row in enumerate(rows[:count]) for said in row.cells)
    if tied or count >= len(rows):
        return 0
    most = setting.text_height * _MOST
    return count if sum(_estimate(row.cells, row.row, setting) for row in rows[:count]) <= most else 0


def _heads(rows: Sequence[SetRow]) -> bool:
    """Whether the first row names columns: it is no title over all of them, nor a label with a place to fill in.

    Where most rows below have fewer cells it is the first line of a form.
    """
    cells, below = rows[0].cells, rows[1:]
    headed = sum(len(row.cells) >= len(cells) for row in below)
    return (
        len(cells) > min(1, max(len(row.cells) for row in rows) - 1)
        and _is_worded(cells[-1])
        and 2 * headed >= len(below)
    )


def _is_worded(said: SetCell) -> bool:
    return any(not isinstance(block, SetText) or block.text.paragraph.text.strip() for block in said.blocks)


def _estimate(cells: Sequence[SetCell], row: Row, setting: Setting) -> float:
    """About how high the row becomes."""
    heights = [float(row.height)]
    for said in cells:
        height = float(said.margins.top + said.margins.bottom)
        for block in said.blocks if said.cell.rows == 1 else ():
            if isinstance(block, SetText):
                advance = setting.fonts.width(block.text.paragraph.text, block.set.slot) * block.set.size
                height += block.set.before + block.set.pitch * max(1, -(-advance // max(said.room, 1)))
            elif isinstance(block, SetTable):
                height += sum(_estimate(inner.cells, inner.row, setting) for inner in block.rows)
        heights.append(height)
    return max(heights)


def _row(row: Row, rule: Emu, columns: Sequence[Emu], setting: Setting) -> SetRow:
    """Gaps at the ends of a cell become margins of the row, or a program would say them again where a row is parted."""
    above = max((Emu(cell.margins.top + _outer(cell.blocks[:1], "before")) for cell in row.cells), default=_ZERO)
    below = max((Emu(cell.margins.bottom + _outer(cell.blocks[-1:], "after")) for cell in row.cells), default=_ZERO)
    top, bottom = whole_twips(above), whole_twips(below)
    cells = []
    for cell in row.cells:
        left = Emu(sum(columns[: cell.column]))
        width = Emu(sum(columns[cell.column : cell.column + cell.span]))
        sides = _side_margins(cell, width)
        blocks = tuple(_blocks(cell.blocks, Emu(width - sum(sides)), setting))
        cells.append(SetCell(cell, left, width, Margins(top, sides[0], bottom, sides[1]), blocks))
    share = _estimate(cells, row, setting) / setting.text_height
    whole = share <= (_MOST_WHOLE if row.cant_split else _MOST)
    # Of empty cells nothing can be cut off.
    exact = row.exact and not any(_is_worded(said) or said.cell.rows != 1 for said in cells)
    return SetRow(replace(row, height=whole_twips(row.height), exact=exact), tuple(cells), rule, whole)


def _outer(blocks: Sequence[CellText | Carrier], side: str) -> int:
    return sum(getattr(block, side) for block in blocks if isinstance(block, CellText))


def _side_margins(cell: Cell, width: Emu) -> tuple[Emu, Emu]:
    """Left and right; a column too narrow for one character between its margins gives them up."""
    texts = [block for block in cell.blocks if isinstance(block, CellText)]
    largest = max([face.size for text in texts for face in (text.mark, *text.faces)], default=_ZERO)
    left, right = cell.margins.left, cell.margins.right
    return (whole_twips(left), whole_twips(right)) if width - left - right >= largest else (_ZERO, _ZERO)


def _is_hidden(block: CellText | Carrier) -> bool:
    """Whether a paragraph has words, all of them hidden; the last one of a cell takes a line all the same."""
    runs = block.paragraph.runs if isinstance(block, CellText) else ()
    return bool(runs) and all(run.is_hidden for run in runs)


def _blocks(
    blocks: Sequence[CellText | Carrier], room: Emu, setting: Setting
) -> Iterator[SetText | SetTable | Carrier]:
    """The gap between two paragraphs is said by the upper one alone: programs differ in adding two of them up."""
    hidden = [_is_hidden(block) and isinstance(after, CellText) for block, after in pairwise(blocks)]
    shown = [block for block, unseen in zip(blocks, (*hidden, False), strict=False) if not unseen]
    number = -1
    for place, block in enumerate(blocks):
        if isinstance(block, CellText) and place < len(hidden) and hidden[place]:
            yield collapsed(set_text(block, _ZERO, _ZERO, room, setting))
            continue
        number += 1
        below = shown[number + 1] if number + 1 < len(shown) else None
        if isinstance(block, CellText):
            before = block.before if number and not isinstance(shown[number - 1], CellText) else _ZERO
            after = _ZERO if below is None else Emu(block.after + _outer([below], "before"))
            said = set_text(block, before, after, room, setting)
            under = number > 0 and below is None and not isinstance(shown[number - 1], CellText)
            yield collapsed(said) if under and not block.paragraph.runs else said
        elif block.kind is CarrierKind.TABLE and block.table is not None:
            columns, narrowed = _columns(block.table, room)
            yield _placed(_planned(block.table, columns, setting, within=True), room, narrowed=narrowed)
        else:
            yield block
