"""A table that floats on a page in; a height on the page above which it does not reach out."""

from __future__ import annotations

from gwformat.model import Draft
from gwformat.ooxml.effective import Formatting, Frame, SectionLook, TableLook
from gwformat.units import Emu, Pt, Twips

_CELL_MARGINS = Twips(2 * 108)
_WIDEST_RULE = Pt(6)


def top_of(table: TableLook, frame: Frame, section: SectionLook, draft: Draft, formatting: Formatting) -> Emu | None:
    """A height on the page above which a floating table does not reach; None if it may reach anywhere."""
    if frame.y_from == "page" and not frame.y_align:
        return frame.y
    room = (table.narrowest or 0) - _CELL_MARGINS
    if frame.y_align != "bottom" or frame.y_from not in ("page", "margin") or room <= 0:
        return None
    height = int(table.said_height) + (table.rows + 1) * _WIDEST_RULE
    for paragraph in draft.paragraphs():
        number = paragraph.source.first
        if table.first <= number <= table.last:
            look, size = formatting.paragraph(number), formatting.main.first_size(number)
            largest = max((run.size + max(run.tracking, 0) for run in formatting.runs(number)), default=size)
            indents = look.left.emu + look.right.emu + look.first_line.emu
            if room <= indents + largest:
                return None
            lines = 1 + paragraph.text.count("\n") + len(paragraph.text) * largest // (room - indents - largest)
            height += lines * (look.line.exact or 2 * largest) + look.before.emu + look.after.emu
    below = section.bottom if frame.y_from == "margin" else 0
    return Emu(section.height - below - height)
