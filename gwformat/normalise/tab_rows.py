"""Rows typed with tabs or blanks: as many as reached the next column come in, a tab between two cells goes out."""

from __future__ import annotations

from itertools import chain

from gwformat.expressions import expression
from gwformat.model import PROSE_ROLES, Block, Change, Document, Edit
from gwformat.normalise.passes import Pass, edit
from gwformat.text.characters import SPACE
from gwformat.text.tab_rows import blank_rows, tab_rows

_BLANK = expression(" +")
_GAP = expression(rf"(?<=[^\s])[{SPACE}]*\t[{SPACE}\t]*(?=[^\s])")


def _tab_rows(document: Document, step: Pass) -> Document:
    blocks = list(document.blocks)
    changes: list[Change] = []
    lines = [_words(block) for block in blocks]
    for rows_of, gaps in ((blank_rows, _BLANK), (tab_rows, _GAP)):  # what the first puts in order the second meets
        for index in chain.from_iterable(rows_of(lines)):
            edits = [Edit(*gap.span(), "\t") for gap in gaps.finditer(lines[index])]
            blocks[index] = edit(blocks[index], edits, step, changes)
            lines[index] = blocks[index].text
    return document.changed(blocks, changes)


def _words(block: Block) -> str:
    return block.text if block.role in PROSE_ROLES and block.carrier is None and not block.arranged else ""


TAB_ROWS = Pass("tab-rows", "制表符分栏", "用制表符或空格分栏的几行，每两栏之间一个制表符，各栏对齐", _tab_rows)
