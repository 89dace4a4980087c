"""The words of a table that says nothing else come in; the shape it is given goes out."""

from __future__ import annotations

from collections.abc import Sequence

from gwformat.model import Paragraph, Role, Run, Source
from gwformat.setting.paragraph import set_of
from gwformat.setting.setting import Setting
from gwformat.table import USUAL_MARGINS, Cell, CellText, Edge, Edges, Face, LineRule, Row, Table, Vertical
from gwformat.units import Emu, Pt, Twips

_RULE = Edge(Pt(0.5))
_LINE = 6  # characters, fewer of which on a line are hard to read


def wanted_by_words(rows: Sequence[Sequence[str]], setting: Setting) -> Emu:
    """The width at which no column is narrower than its words, or than a line of six characters where they are more.

    The columns are as wide as each other.
    """
    spec = setting.spec(Role.OTHER)
    lengths = (setting.width(words, spec) for row in rows for words in row)
    words = min(max(lengths, default=0), setting.columns(spec, _LINE))
    return Emu(max(map(len, rows), default=0) * (words + USUAL_MARGINS.left + USUAL_MARGINS.right))


def of_words(rows: Sequence[Sequence[str]], room: Emu, setting: Setting) -> Table:
    """Equal columns over the whole room, ruled, rows never parted."""
    count = max(len(row) for row in rows)
    how = set_of(Role.OTHER, setting)
    face = Face("", how.size)
    ruled = Edges(_RULE, _RULE, _RULE, _RULE)

    def cell(column: int, words: str) -> Cell:
        runs = tuple([Run(words)] if words else [])
        text = CellText(
            Paragraph(runs, Source("", 0, 0)),
            (face,) * len(runs),
            face,
            how.align,
            *(how.indents.left, how.indents.right, how.indents.first_line),
            rule=LineRule.EXACT,
            line=how.pitch,
        )
        return Cell(column, 1, 1, (text,), vertical=Vertical.CENTER, edges=ruled)

    filled = [(*row, *[""] * (count - len(row))) for row in rows]
    found = tuple(Row(tuple(cell(*item) for item in enumerate(row)), cant_split=True) for row in filled)
    return Table((Twips(room.twips // count),) * count, found)
