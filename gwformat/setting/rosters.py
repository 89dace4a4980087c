"""The rows of lists of names come in; how they hang under their label and under their names goes out.

The standard has names below names for those who attend a meeting (GB/T 9704-2012 10.3: 回行时与冒号后的首字对齐).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from gwformat.model import ATTENDANCE_ROLES, Align, Role
from gwformat.setting.paragraph import Direct, Indents, style_indents
from gwformat.setting.passages import Passage
from gwformat.setting.setting import Setting
from gwformat.text.rosters import Cells, Row, row_of
from gwformat.units import Emu

_MOST = 0.5  # of the line: what stands further right leaves no room for posts below each other


def rosters(passages: Sequence[Passage], setting: Setting) -> Iterator[tuple[int, Direct]]:
    """The number of each passage that is a row, and how it is set."""
    under = Emu(0)  # the width of the label above
    for number, passage in enumerate(passages):
        row = row_of(passage.text) if _is_arranged(passage) else None
        if row is None:
            under = Emu(0)
            continue
        spec = setting.spec(passage.role)
        names = row.cells[0][0] if row.cells else len(row.text)
        if row.label is not None:
            under = setting.width(row.text[:names], spec) if row.cells else Emu(0)
        # 10.3: 回行时与冒号后的首字对齐, whatever stands there.
        held = row.kind is Cells.POST and passage.role not in ATTENDANCE_ROLES
        behind = setting.width(row.text[names : row.cells[1][0]], spec) if held else Emu(0)
        yield number, Direct(indents=_indents(passage.role, row, under, behind, setting), align=Align.LEFT)


def _indents(role: Role, row: Row, under: Emu, behind: Emu, setting: Setting) -> Indents:
    own = style_indents(role, setting)
    base = Emu(own.left + own.first_line)
    start = base if row.label is not None else Emu(base + under)
    left = Emu(base + under + behind)
    if left > setting.text_width * _MOST:
        left = Emu(base + under)
    return Indents(left, own.right, Emu(start - left))


def _is_arranged(passage: Passage) -> bool:
    return len(passage.blocks) == 1 and passage.blocks[0].arranged
