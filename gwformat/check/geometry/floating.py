"""The tables that float on some pages in; their rows and where these begin out, or at least how far up they reach."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from gwformat.check.geometry.items import Block, Item, Items, number_of
from gwformat.model import Carrier, Draft
from gwformat.ooxml.effective import Formatting, Frame, SectionLook, TableLook
from gwformat.units import Emu, Pt, Twips
from gwformat.values import dataclass

_CELL_MARGINS = Twips(2 * 108)
_WIDEST_RULE = Pt(6)


@dataclass(frozen=True, slots=True)
class Floating:
    """A table that floats; what stands below `top` on its page is pushed aside. Its item has rows if these are certain.

    It hangs on the paragraph after `last`.
    """

    item: Item
    last: int
    top: Emu | None


def floating_in(
    blocks: Sequence[Block], items: Items, section: SectionLook, formatting: Formatting, draft: Draft
) -> Iterator[Floating]:
    """The floating tables among the blocks."""
    for block in blocks:
        table = items.tables.get(number_of(block)) if isinstance(block, Carrier) else None
        if not isinstance(block, Carrier) or table is None or table.floating is None:
            continue
        rows = items.rows(block)
        exact = _exact_top(table.floating, rows.height, section) if rows.lines else None
        if exact is None:
            top = _highest(table, table.floating, section, draft, formatting)
            yield Floating(Item(table.first, reason=rows.reason), table.last, top)
        else:
            yield Floating(Item(table.first, rows=rows.lines, cells=rows.cells), table.last, exact)


def _exact_top(frame: Frame, height: Emu, section: SectionLook) -> Emu | None:
    """The upper edge of a table of that height, from the upper edge of the sheet; None if it is not certain."""
    edges = {"page": (0, section.height), "margin": (section.top, section.height - section.bottom)}.get(frame.y_from)
    if edges is None:
        return None
    if frame.y_align == "bottom":
        return Emu(edges[1] - height)
    if frame.y_align == "top":
        return Emu(edges[0])
    return Emu(edges[0] + frame.y) if frame.y is not None and not frame.y_align else None


def _highest(table: TableLook, frame: Frame, section: SectionLook, draft: Draft, formatting: Formatting) -> Emu | None:
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
