"""Lists of names under a label (组长：张某某　　县长): lines in, those that belong to one out.

What is aligned by blanks, tabs, indents or several lines stays aligned: these lines are told from text here, set in
columns by normalisation and under their label by the layout.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise

from gwformat.expressions import expression
from gwformat.model import ATTENDANCE_ROLES, PROSE_ROLES, Align, Block
from gwformat.recognise.patterns import level_of
from gwformat.recognise.pieces import Piece, Verdict
from gwformat.text.form_lines import gaps_of
from gwformat.text.rosters import Cells, Row, indent_of, is_person, row_of
from gwformat.text.spaces import begins_like_name
from gwformat.text.width import advance

_ROLES = frozenset((*PROSE_ROLES, *ATTENDANCE_ROLES))
_OPENING = (Cells.NAMES, Cells.POST, Cells.HELD, Cells.ENTRIES, Cells.COMMAS)
_PERSONS = (Cells.POST, Cells.HELD)
_DEEPER = 1.5  # 字 a line stands further in than its label if it stands under the names
_ITEMS = expression("[、，,]")
_COLONS = "：:"  # one of them ends a label
_LONGEST_ITEM = 14
_LONGEST_ENTRY = 30
_FEWEST_IN_GRID = 3
_PAIR, _PARTED = 2, 2.0  # a name and a post, so many 字 apart
_LONGEST_OPENING = 120  # characters of a row
_MOSTLY = 0.6  # of the words in a grid of names begin like names
_PUSHED, _PUSHED_RIGHT = 6.0, 10.0  # 字 of blanks nobody types for an indent
_AT_RIGHT = 20.0
_COLUMNS = 28.0  # of a line, as near as is known of a draft
_OFF_CENTRE = 6.0  # of what is left and right of it
_NO_LINE = expression("[。；！？，]|[^年月日\\s]\\s{2}|\t")  # a sentence, or columns of a schedule or a form
_JOINED = "接续上一行的名单"


def arranged(blocks: Sequence[Block]) -> list[Block]:
    """The blocks, those whose blanks place their words marked: rows of a list, and lines to fill in."""
    marked = {number for group in _groups(blocks) for number in group}
    forms = {n for n, b in enumerate(blocks) if b.role in PROSE_ROLES and not b.run_in and gaps_of(b.text)}
    pushed = [b if n in marked else _pushed(b) for n, b in enumerate(blocks)]
    return [dataclasses.replace(b, arranged=True) if n in marked | forms else b for n, b in enumerate(pushed)]


def _pushed(block: Block) -> Block:
    """A short line that blanks have pushed to the middle or to the right stands there."""
    if block.role not in PROSE_ROLES or block.carrier is not None or block.run_in or not block.text[:1].isspace():
        return block
    words, indent = block.text.strip(), indent_of(block.text)
    if indent < _PUSHED or not 2 <= len(words) <= _LONGEST_ENTRY or _NO_LINE.search(words):
        return block
    end = indent + advance(words)
    if end >= _AT_RIGHT and indent >= _PUSHED_RIGHT:
        align = Align.RIGHT
    elif abs(indent - (_COLUMNS - end)) <= _OFF_CENTRE:
        align = Align.CENTER
    else:
        return block
    return dataclasses.replace(block, look=dataclasses.replace(block.look, align=align))


def _row(block: Block) -> Row | None:
    if block.role not in _ROLES or block.carrier is not None or block.run_in:
        return None
    if block.look.align in (Align.CENTER, Align.RIGHT) or level_of(block.text.lstrip()) is not None:
        return None
    return row_of(block.text)


def _groups(blocks: Sequence[Block]) -> Iterator[list[int]]:
    """The numbers of the blocks of each list, from one that has a label on."""
    group: list[int] = []
    rows: list[Row | None] = []  # outside of a list only of what may begin one: most blocks are sentences
    for number, block in enumerate(blocks):
        row = _row(block) if group or _may_open(block.text) else None
        rows.append(row)
        if block.carrier is None and not block.text.strip() and not any(run.carrier for run in block.runs):
            continue  # an empty line parts no list
        label = next((n for n in reversed(group) if _labelled(rows[n])), None)
        goes_on = row is not None and label is not None and _continues(row, rows[label], block, blocks[label])
        below = row is not None and label is None and group and _is_below_alike(row, rows[group[0]])
        if row is not None and (goes_on or below or _opens(row, group)):
            group.append(number)
        else:
            yield from _kept(group, rows)
            group = [number] if row is not None and _opens(row, []) else []
    yield from _kept(group, rows)


def _may_open(text: str) -> bool:
    """Whether a line has a colon, or is short and has blanks between words."""
    return any(map(text.__contains__, _COLONS)) or (len(text) <= _LONGEST_OPENING and len(text.split(None, 1)) > 1)


def _labelled(row: Row | None) -> bool:
    return row is not None and row.label is not None


def _opens(row: Row, group: Sequence[int]) -> bool:
    if row.label is None:
        return not group and _is_grid(row)
    return row.kind in _OPENING or bool(group) or row.kind is Cells.NONE


def _is_grid(row: Row | None) -> bool:
    """Whether a row without a label is of names, or of organs, in columns, or of a name and a post far apart."""
    if row is None or row.label is not None:
        return False
    if row.kind is Cells.POST and len(row.cells) == _PAIR:
        return row.gap(0) >= _PARTED and begins_like_name(row.text[slice(*row.cells[0])])
    if len(row.cells) < _FEWEST_IN_GRID:
        return False
    if row.kind is Cells.NAMES:
        named = sum(begins_like_name(row.text[start:end]) for start, end in row.cells)
        return named >= len(row.cells) * _MOSTLY
    return row.kind is Cells.ENTRIES and row.text.rstrip()[-1] not in "，。、"


def _is_below_alike(row: Row, first: Row | None) -> bool:
    """Whether a row goes on a grid of names or organs."""
    return first is not None and _is_grid(first) and row.label is None and row.kind in (first.kind, Cells.NAMES)


def _continues(row: Row, label: Row | None, block: Block, labelled: Block) -> bool:
    """Whether a row without a label is one of the list above it."""
    if row.label is not None or label is None:
        return False
    if block.role in ATTENDANCE_ROLES:
        return block.role is labelled.role
    deeper = _is_below(block, labelled, label)
    if row.kind in (*_PERSONS, Cells.COMMAS) or (row.kind is Cells.NAMES and len(row.cells) > 1):
        return True
    if row.kind is Cells.NAMES:
        return deeper or (label.kind is Cells.NONE and "（" in block.text)
    short = len(row.text.strip()) <= _LONGEST_ENTRY and not row.text.rstrip().endswith("。")
    return deeper and (row.kind is Cells.ENTRIES or (short and label.kind not in (Cells.NONE, Cells.COMMAS)))


def _is_below(block: Block, labelled: Block, label: Row) -> bool:
    """Whether the first words of a paragraph stand below those behind a label, as near as blanks can tell."""
    deeper = _start(block) - _start(labelled)
    if deeper < _DEEPER or not label.cells:
        return False
    behind = advance(label.text[: label.cells[0][0]].lstrip())
    return "\t" in block.text[:2] or abs(deeper - behind) <= _DEEPER


def _start(block: Block) -> float:
    """How far from the edge the first words of a paragraph stand in the draft, in 字."""
    look = block.look
    said = (look.left_chars or 0) + (look.first_line_chars or 0)
    return said + indent_of(block.text)


def _kept(group: Sequence[int], rows: Sequence[Row | None]) -> Iterator[list[int]]:
    """The group if it is a list: with rows under its labels, or with columns in its labelled rows."""
    if not group:
        return
    members = [row for number in group if (row := rows[number]) is not None]
    under = any(row.label is None for row in members)
    persons = any(row.kind in (Cells.NAMES, Cells.POST, Cells.HELD, Cells.COMMAS) for row in members)
    parted = any(row.kind in _PERSONS or (row.kind is Cells.NAMES and len(row.cells) > 1) for row in members)
    entries = any(row.kind is Cells.ENTRIES and row.label is None for row in members)
    if members and members[0].label is None:
        entries = len(members) > 1
        if members[0].kind is Cells.NAMES or entries:
            yield list(group)
        return
    if (persons and (under or parted)) or entries or any(row.kind is Cells.COMMAS for row in members):
        yield list(group)


def continued(words: Sequence[Piece], verdicts: Mapping[int, Verdict]) -> dict[int, Verdict]:
    """New verdicts for lines that go on a list of names the line above has broken off after a comma."""
    joined: dict[int, Verdict] = {}
    listing = False
    for above, piece in pairwise(words):
        listing = (listing and above.index in joined) or _lists(above)
        verdict, before = verdicts[piece.index], verdicts[above.index]
        if not listing or verdict.role not in PROSE_ROLES or before.role not in PROSE_ROLES or len(verdict.parts) != 1:
            continue
        if above.key.endswith(("、", "，")) and _goes_on(piece) and verdict.attachment == before.attachment:
            part = dataclasses.replace(verdict.parts[0], reason=_JOINED, joined=True)
            joined[piece.index] = Verdict((part,), verdict.attachment)
    return joined


def _lists(piece: Piece) -> bool:
    """Whether a line is a label with names after it."""
    label, colon, names = piece.key.partition("：")
    return bool(colon) and 2 <= len(label) <= 8 and _are_items(names)


def _goes_on(piece: Piece) -> bool:
    return piece.carrier is None and "：" not in piece.key and _are_items(piece.key)


def _are_items(line: str) -> bool:
    """Whether a line is nothing but names, of persons or of organs."""
    items = [item for item in _ITEMS.split(line.rstrip("。；")) if item]
    short = all(len(item) <= _LONGEST_ITEM for item in items)
    return bool(items) and short and (all(map(is_person, items)) or _ITEMS.search(line) is not None)
