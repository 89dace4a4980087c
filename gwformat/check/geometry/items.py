"""The blocks of a section in; each with its lines or rows, and why the room it takes is not certain, out."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from gwformat.check.geometry.breaking import Breaker, Broken
from gwformat.check.geometry.extremes import Extreme
from gwformat.check.geometry.tables import Rows, rows_in
from gwformat.layout.grid import Grid
from gwformat.layout.laid import TextLine
from gwformat.model import Carrier, CarrierKind, Paragraph
from gwformat.ooxml.effective import Formatting, Length, ParagraphLook, SectionLook
from gwformat.units import Emu
from gwformat.values import dataclass

Block = Paragraph | Carrier
_ZERO = Emu(0)
_PLAIN, _NOTHING = ParagraphLook(), Broken((), _ZERO, _ZERO)
_DROPS_GAPS = 15  # Word 2013
_NOT_IN_LINE = (CarrierKind.SECTION_BREAK, CarrierKind.PAGE_BREAK)


@dataclass(frozen=True, slots=True)
class Item:
    """A paragraph or a table of the main flow; `reason` is empty if the room it takes is certain."""

    number: int
    look: ParagraphLook = _PLAIN
    broken: Broken = _NOTHING
    reason: str = ""
    rows: tuple[TextLine, ...] = ()
    headers: int = 0
    grid: Grid | None = None
    cells: dict[int, tuple[ParagraphLook, Broken]] | None = None  # the paragraphs in the rows
    kept: bool = False  # its rows stay together and with what follows

    @property
    def pieces(self) -> dict[int, tuple[ParagraphLook, Broken]]:
        """The paragraphs it consists of."""
        return self.cells if self.rows and self.cells is not None else {self.number: (self.look, self.broken)}


def number_of(block: Block) -> int:
    """The number of the first paragraph of a block."""
    return block.source.first if block.source is not None else 0


def parts(blocks: Sequence[Block], formatting: Formatting) -> Iterator[list[Block]]:
    """The blocks from one page that is begun on purpose to the next; what floats goes with the paragraph behind it."""
    floating = {table.first for table in formatting.tables if table.floating is not None}
    part: list[Block] = []
    hanging: list[Block] = []
    for block in blocks:
        if isinstance(block, Carrier) and number_of(block) in floating:
            hanging.append(block)
            continue
        if isinstance(block, Paragraph) and part and formatting.paragraph(number_of(block)).page_break_before:
            yield part
            part = []
        part += [*hanging, block]
        hanging = []
        if isinstance(block, Paragraph) and _ends_page(block):
            yield part
            part = []
    if part or hanging:
        yield part + hanging


def at_top(item: Item, formatting: Formatting) -> Item:
    """The first item of a page that is begun on purpose: Word drops the gap above it, but not that of a section.

    In the modes of older versions it drops that gap only below a page break, not where the paragraph begins the page.
    """
    keeps = item.look.page_break_before and formatting.settings.compatibility < _DROPS_GAPS
    return item if keeps else replace(item, look=replace(item.look, before=Length()))


def _ends_page(paragraph: Paragraph) -> bool:
    last = next((run for run in reversed(paragraph.runs) if run.text), None)
    return last is not None and last.breaks_page


class Items:
    """Makes items of the blocks of one section."""

    def __init__(self, section: SectionLook, formatting: Formatting, extreme: Extreme | None = None) -> None:
        settings = formatting.settings
        self._formatting = formatting
        self.breaker = Breaker(
            section,
            squeezes=settings.spacing_control != "doNotCompress",
            default_size=formatting.default_size,
            default_tab=settings.default_tab,
            extreme=extreme,
        )
        self._left = Emu(section.left + (_ZERO if settings.gutter_at_top else section.gutter))
        self._width = Emu(section.text_width + (section.gutter if settings.gutter_at_top else 0))
        self.tables = {table.first: table for table in reversed(formatting.tables)}

    def of(self, blocks: Sequence[Block]) -> Iterator[Item]:
        """The items of what stands in line; behind the first whose room is not known none is broken into lines."""
        known = True
        for block in blocks:
            number = number_of(block)
            if isinstance(block, Carrier):
                table = self.tables.get(number) if block.kind is CarrierKind.TABLE else None
                if block.kind in _NOT_IN_LINE or (table is not None and table.floating is not None):
                    continue
                item = self._carrier(block) if known else Item(number)
            elif self._is_unseen(block):
                continue
            else:
                item = self._paragraph(block) if known else Item(number)
            known = known and not item.reason
            yield item

    def _is_unseen(self, block: Paragraph) -> bool:
        """Whether the mark of a paragraph is hidden and so is all before it: it takes no line."""
        if block.label or not all(run.is_hidden for run in block.runs if run.text):
            return False
        return self._formatting.mark(number_of(block)).vanish

    def rows(self, table: Carrier) -> Rows:
        """The rows of a table."""
        look = self.tables.get(number_of(table))
        return rows_in(table, look, self._left, self._width, self.breaker, self._formatting)

    def _carrier(self, block: Carrier) -> Item:
        number = number_of(block)
        if block.kind is not CarrierKind.TABLE:
            return Item(number, reason="对象的高度由排版软件决定")
        rows = self.rows(block)
        return Item(
            number,
            reason=rows.reason,
            rows=rows.lines,
            headers=rows.headers,
            cells=rows.cells,
            grid=rows.grid,
            kept=rows.kept,
        )

    def _paragraph(self, block: Paragraph) -> Item:
        number, formatting = number_of(block), self._formatting
        look = formatting.paragraph(number)
        broken = self.breaker.broken(
            block, look, formatting.runs(number), formatting.mark(number), self._left, self._width
        )
        return Item(number, look, broken, broken.reason or automatic_gap(look))


def automatic_gap(look: ParagraphLook) -> str:
    """Why the gaps around a paragraph are not certain, or ""."""
    return "段前段后由软件自定" if look.before.automatic or look.after.automatic else ""
