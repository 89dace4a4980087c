"""A docx draft and its effective formatting in; where each of its paragraphs stands, as far as that is certain, out.

What begins a page on purpose begins anew: behind something of unknown height only the numbers of its pages are unknown.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence

from gwformat.check.geometry.columns import columns_of
from gwformat.check.geometry.extremes import Extreme
from gwformat.check.geometry.floating import Floating, floating_in
from gwformat.check.geometry.items import Block, Item, Items, at_top, number_of, parts
from gwformat.check.geometry.placing import Placing
from gwformat.check.geometry.sections import first_page, joined_sections, obstacle_before, obstacle_in, other_pages
from gwformat.check.geometry.values import Known, PlacedLine, PlacedStroke, Stand
from gwformat.model import Draft
from gwformat.ooxml.effective import Formatting, SectionLook
from gwformat.values import dataclass

_AFTER_UNKNOWN = "前面的内容占多高不能确定（{}），这一段的位置因此不能确定"
_PAGES_UNKNOWN = "前面的内容占多高不能确定（{}），这一段在第几页因此不能确定"
_INSIDE = "在表格、文本框或图文框里"
_UNSURE_BREAKS = "标点挤压、汉字与西文的间距不能确定，每行排到哪个字不能确定"


@dataclass(frozen=True, slots=True)
class Paper:
    """Where everything stands that is known: paragraphs by their numbers, and the lines drawn around them."""

    stands: dict[int, Stand]
    strokes: tuple[PlacedStroke, ...]


def paper_of(draft: Draft, formatting: Formatting, extreme: Extreme | None = None) -> Paper:
    """Where the paragraphs of the text stand; with an `extreme`, if what is not certain is as low or high as it may."""
    stacking = _Stacking(draft, formatting, extreme)
    for section, blocks in _by_section(draft, formatting):
        stacking.section(section, blocks)
    for paragraph in draft.paragraphs():
        number = paragraph.source.first
        if number not in stacking.found:
            stacking.found[number] = Stand(number, Known.UNVERIFIED, reason=_INSIDE)
    return Paper(stacking.found, tuple(stacking.strokes))


def _by_section(draft: Draft, formatting: Formatting) -> Iterator[tuple[SectionLook, list[Block]]]:
    blocks = sorted((block for block in draft.blocks if block.source is not None), key=number_of)
    last = formatting.sections[-1]
    joined = joined_sections(formatting)
    for together in joined:
        # What stands behind the last paragraph, such as a file that is merged on opening, has the number after it.
        end = together[-1]
        ends = max(end.last, *map(number_of, blocks[-1:]), 0) if end is last else end.last
        first = bisect_left(blocks, together[0].first, key=number_of)
        yield together[0], blocks[first : bisect_right(blocks, ends, key=number_of)]


class _Stacking:
    """The sections of a document while they are set one after the other."""

    def __init__(self, draft: Draft, formatting: Formatting, extreme: Extreme | None) -> None:
        self._extreme = extreme
        self._draft, self._formatting = draft, formatting
        self._page: int | None = 0  # the last one used
        self._sheet = 0
        self._reason = ""  # why the number of pages so far is not certain
        self.found: dict[int, Stand] = {}
        self.strokes: list[PlacedStroke] = []

    def section(self, section: SectionLook, blocks: Sequence[Block]) -> None:
        """Set one section, each part that begins a page on purpose on its own."""
        blocked = obstacle_in(section, self._formatting)
        joined = obstacle_before(section, self._formatting)
        items = Items(section, self._formatting, self._extreme)
        for number, part in enumerate(parts(blocks, self._formatting)):
            reason = blocked or (joined if number == 0 else "")
            if self._page is not None:
                self._page = _next_page(section, self._page, begins=number == 0)
            if reason:
                self._leave([Item(number_of(block)) for block in part], reason)
                continue
            floating = list(floating_in(part, items, section, self._formatting, self._draft))
            found = list(items.of(part))
            if number:
                found[:1] = [at_top(item, self._formatting) for item in found[:1]]
            self._place(found, floating, section, opens=number == 0)

    def _place(self, items: Sequence[Item], floating: Sequence[Floating], section: SectionLook, *, opens: bool) -> None:
        """Set what stands from one page that is begun on purpose to the next; the first may open the section."""
        rest = other_pages(section, self._formatting)
        first = first_page(section, self._formatting) if opens else rest
        columns, count, cut = columns_of(items, rest, floating, first)
        placing = Placing(section, self._formatting, self._page, self._sheet + 1)
        lines = placing.lines(columns, items, floating)
        self.strokes += placing.strokes
        for item in items[:count]:
            self._find(item, lines)
        for table in floating:
            if placing.page_of(table, columns) is not None:
                self._find(table.item, lines)
        self._sheet += len(columns)
        if count < len(items):
            # A heading that goes with the text below it is as uncertain as that.
            reason = cut or next((item.reason for item in items[count:] if item.reason), "")
            self._leave(items[count:], reason, lines)
        elif self._page is not None:
            self._page += max(len(columns) - 1, 0)

    def _find(self, item: Item, lines: dict[int, list[PlacedLine]]) -> None:
        """Keep the stands of an item whose lines are all certain."""
        known = Known.COMPUTED if self._page is not None else Known.UNVERIFIED
        for number, (_, broken) in item.pieces.items():
            breaks = Known.COMPUTED if broken.sure else Known.UNVERIFIED
            why = "" if broken.sure else _UNSURE_BREAKS
            why = why if self._page is not None else _PAGES_UNKNOWN.format(self._reason)
            self.found[number] = Stand(number, known, tuple(lines.get(number, ())), breaks, why, whole=True)

    def _leave(self, items: Sequence[Item], reason: str, lines: dict[int, list[PlacedLine]] | None = None) -> None:
        """Keep the stands of items that are not certain; of the first one some lines may be."""
        for place, item in enumerate(items):
            why = reason if place == 0 and lines is not None else _AFTER_UNKNOWN.format(reason)
            beginning = tuple(lines.get(item.number, ())) if lines is not None and item.broken.lines else ()
            self.found[item.number] = Stand(item.number, Known.UNVERIFIED, beginning, reason=why)
        self._page, self._reason = None, self._reason or reason


def _next_page(section: SectionLook, last: int, *, begins: bool) -> int:
    """The page after `last`, an even or odd one where the section asks for it."""
    first = last + 1
    wanted = {"oddPage": 1, "evenPage": 0}.get(section.type) if begins else None
    return first if wanted is None or last == 0 or first % 2 == wanted else first + 1
