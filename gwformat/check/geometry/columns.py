"""The items of some pages in; their lines page by page as far as they are certain, and what they end at, out."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from gwformat.check.geometry.floating import Floating
from gwformat.check.geometry.items import Item
from gwformat.check.geometry.laying import laid, laid_rows, neighbours
from gwformat.layout.column import Column, Place, Standing
from gwformat.layout.flow import stack
from gwformat.layout.laid import Laid
from gwformat.layout.sheet import Sheet
from gwformat.ooxml.effective import ParagraphLook, SectionLook
from gwformat.units import Emu

_ZERO = Emu(0)
_IN_THE_WAY = "浮动的表格占去版面的一部分"
_PARTED = "表格的行跨页断开"


def columns_of(
    items: Sequence[Item], section: SectionLook, floating: Sequence[Floating], first: SectionLook
) -> tuple[list[Column], int, str]:
    """The pages that are not empty, how many items stand there for certain, and why not more of them.

    `first` is the section as the first of these pages has it.
    """
    count = _certain(items)
    sheets = sheet_of(section), sheet_of(first)
    looks = [item.look for item in items]
    stacked = [_laid(item, neighbours(looks, place)) for place, item in enumerate(items[:count])]
    stacked += [_laid(item, (None, None)) for item in items[count : count + 1] if item.broken.lines]
    if not stacked:
        return [], count, ""
    columns, stacked = _without_widows(stacked, items[:count], *sheets)
    end, cut = _end(columns, stacked, floating)
    if end is None:
        return [column for column in columns if column.lines], count, ""
    count = next((place for place, item in enumerate(items[:count]) if item.number >= end), count)
    left = [Column(column.sheet, [line for line in column.lines if first_of(line) < end]) for column in columns]
    return [column for column in left if column.lines], count, cut


def sheet_of(section: SectionLook) -> Sheet:
    """The sheet of a section."""
    height = section.text_height
    return Sheet(section.width, section.height, section.left, section.top, section.text_width, height, section.footer)


def first_of(standing: Standing) -> int:
    """The number of the first paragraph of what a line belongs to."""
    assert standing.paragraph.source is not None
    return standing.paragraph.source.first


def page_of(columns: Sequence[Column], number: int) -> int | None:
    """The page, counted from 0, on which a paragraph, the anchor of something that floats, begins."""
    for page, column in enumerate(columns):
        if any(first_of(line) >= number for line in column.lines):
            return page
    return None


def _certain(items: Sequence[Item]) -> int:
    """How many items stand before the first one whose room is not known, those bound to it left out."""
    end = next((number for number, item in enumerate(items) if item.reason), len(items))
    while 0 < end < len(items) and items[end - 1].look.keep_next:
        end -= 1
    return end


def _laid(item: Item, beside: tuple[ParagraphLook | None, ParagraphLook | None]) -> Laid:
    if item.rows:
        return laid_rows(item.number, item.rows, item.headers, item.grid, kept=item.kept)
    return laid(item.number, item.look, item.broken, beside)


def _without_widows(
    stacked: list[Laid], certain: Sequence[Item], sheet: Sheet, first: Sheet
) -> tuple[list[Column], list[Laid]]:
    """The pages with all lone lines mended."""
    if sheet.landscape:  # which has no first page of its own
        first = sheet
    places = [Place(sheet)] * len(stacked)
    columns = stack(stacked, places, _ZERO, first)
    controlled = {item.number: item for item in certain if item.look.widow_control and item.broken.lines}
    for _ in stacked if controlled else ():
        mended = _mended(columns, stacked, controlled)
        if mended is None:
            break
        stacked = mended
        columns = stack(stacked, places, _ZERO, first)
    return columns, stacked


def _mended(columns: Sequence[Column], stacked: list[Laid], controlled: dict[int, Item]) -> list[Laid] | None:
    """The paragraphs with the first lone line mended (17.3.1.44); None if there is none."""
    for before, after in pairwise(columns):
        paragraph = before.lines[-1].paragraph if before.lines else None
        if paragraph is None or not after.lines or after.lines[0].paragraph is not paragraph:
            continue
        item = controlled.get(first_of(before.lines[-1]))
        if item is None:
            continue
        last = before.lines[-1].line.spans[0].start
        if item.broken.lines[last].ends_page:
            continue
        at = next(place for place, other in enumerate(stacked) if other is paragraph)
        if last == 0 and before.lines[0].paragraph is not paragraph:
            whole = tuple(replace(line, ends_page=False) for line in paragraph.lines)
            how = replace(paragraph.set, page_break_before=True, before=_ZERO)
            return [*stacked[:at], replace(paragraph, set=how, lines=whole), *stacked[at + 1 :]]
        if last == len(paragraph.lines) - 2 and last > 0:
            lines = list(paragraph.lines)
            lines[last - 1] = replace(lines[last - 1], ends_page=True)
            return [*stacked[:at], replace(paragraph, lines=tuple(lines)), *stacked[at + 1 :]]
    return None


def _end(columns: Sequence[Column], stacked: Sequence[Laid], floating: Sequence[Floating]) -> tuple[int | None, str]:
    """The first paragraph that is not certain after all: it reaches into what floats, or a row of it was parted."""
    ends: list[tuple[int, str]] = []
    for table in floating:
        page = page_of(columns, table.last + 1)
        for line in columns[page].lines if page is not None else ():
            if table.top is None or columns[page or 0].sheet.top + line.top + line.line.height > table.top:
                ends.append((first_of(line), _IN_THE_WAY))
                break
    rows = {id(line) for paragraph in stacked for line in paragraph.lines if line.row is not None}
    parted = (
        first_of(line)
        for column in columns
        for line in column.lines
        if line.line.row is not None and id(line.line) not in rows
    )
    first = next(parted, None) if rows else None
    if first is not None:
        ends.append((first, _PARTED))
    return min(ends, default=(None, ""))
