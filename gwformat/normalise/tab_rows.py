"""Rows typed with tabs: as many of them as reached the next column come in, one between two cells goes out."""

from __future__ import annotations

from gwformat.expressions import expression
from gwformat.model import RECURRING_ROLES, Change, Document, Edit
from gwformat.normalise.passes import Pass, edit, replaced
from gwformat.text.characters import SPACE
from gwformat.text.tab_rows import tab_rows

_GAP = expression(rf"(?<=[^\s])[{SPACE}]*\t[{SPACE}\t]*(?=[^\s])")


def _tab_rows(document: Document, step: Pass) -> Document:
    if not any("\t" in block.text for block in document.blocks):
        return document
    blocks = list(document.blocks)
    changes: list[Change] = []
    lines = [block.text if block.role in RECURRING_ROLES and block.carrier is None else "" for block in blocks]
    for rows in tab_rows(lines):
        for index in rows:
            edits = [Edit(*gap.span(), "\t") for gap in _GAP.finditer(lines[index])]
            blocks[index] = edit(blocks[index], edits, step, changes)
    return replaced(document, blocks, changes)


TAB_ROWS = Pass("tab-rows", "制表符分栏", "用制表符分栏的几行，每两栏之间一个制表符，各栏对齐", _tab_rows)
