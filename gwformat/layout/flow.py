"""Broken paragraphs come in, the lines of each page with their heights go out, stacked as a word processor does.

A line stands on a page if its lower edge is not below the text area's. Of the gap below one paragraph and that above
the next, the larger holds. It is dropped where the paragraph comes to the top of a page by itself, and kept where the
page was begun for it.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from gwformat.layout.column import Column, Place, Standing
from gwformat.layout.grid import Rows
from gwformat.layout.laid import Laid, TextLine, height_of
from gwformat.layout.rows import notes_in, part
from gwformat.layout.sheet import Sheet
from gwformat.model import Begins
from gwformat.setting.sign_off import SHORT
from gwformat.units import Emu

_ZERO = Emu(0)


def stack(paragraphs: Sequence[Laid], places: Sequence[Place], used: Emu, sheet: Sheet) -> list[Column]:
    """The pages; `used` of the first one, on `sheet` where the text stands upright, is taken by what stands above."""
    place = places[0] if places else Place(sheet)
    pages = _Pages(place, used, place.on(1, opens=True) if place.sheet.landscape else sheet)
    highest = max((one.sheet.text_height for one in places), default=sheet.text_height)
    for number, (paragraph, place) in enumerate(zip(paragraphs, places, strict=True)):
        if place.begins is not None:
            pages.begin(place)
        if not paragraph.lines:  # it stands in the row of the one before
            continue
        if paragraph.set.page_break_before:
            pages.turn(asked=True)
        if paragraph.headers and not pages.heads(paragraph):
            pages.turn(asked=False)
        rest = _kept_after(paragraphs, places, number, highest)
        parted = bool(rest) and _is_parted(paragraph)
        if not parted:
            pages.keep(pages.gap(paragraph) + _kept_height(paragraph, rest))
            if paragraph.set.keep_together:  # also where all that it goes with has no room on any page
                pages.keep(pages.gap(paragraph) + height_of(paragraph.lines))
        if paragraph.grid is not None:
            pages.put_table(paragraph, Rows(paragraph.grid, paragraph.lines))
        for line in paragraph.lines if paragraph.grid is None else ():
            if parted and line is paragraph.lines[-1]:
                pages.keep(line.height + _gaps_and_heights(paragraph, rest))
            pages.put(line, paragraph)
        pages.after = paragraph.set.after
    pages.finish()
    return pages.columns


class _Pages:
    """The pages of a document while they are filled."""

    def __init__(self, place: Place, used: Emu, first: Sheet) -> None:
        self.place, self.section = place, place.section
        self.columns = [Column(first, end=used, used=used, section=place.section, opens=True)]
        self.after = _ZERO  # the gap the last paragraph wants below it
        self.empty = used == 0
        self.asked = self.empty  # the page was begun for what comes
        self.waiting: list[tuple[TextLine, Laid]] = []  # lines of notes that go on on the next page
        self.noted: set[int] = set()  # the notes in tables that were set

    @property
    def height(self) -> Emu:
        """The room of this page."""
        return self.columns[-1].sheet.text_height

    def begin(self, place: Place) -> None:
        """Begin a section; a page is left empty where it wants an even or an odd one."""
        self.section = place.section
        if place.on_new_page:
            self.turn(asked=True)
            self.place = place
            self.columns[-1].section = self.section
            wanted = {Begins.EVEN_PAGE: 0, Begins.ODD_PAGE: 1}.get(place.begins or Begins.CONTINUOUS)
            if wanted is not None and len(self.columns) % 2 != wanted:
                self.columns[-1].skipped = True
                self.columns[-1].sheet = place.sheet
                self._add()
            self.columns[-1].opens = True
            self.columns[-1].sheet = place.on(len(self.columns), opens=True)

    def turn(self, asked: bool) -> None:
        """Go on to a new page, if this one is not new itself."""
        if not self.empty:
            self._add()
            self.note(())
            while self.waiting:
                self._add()
                self.note(())
        self.after, self.empty, self.asked = _ZERO, True, asked

    def _add(self) -> None:
        self.columns.append(Column(self._next, section=self.section))

    @property
    def _next(self) -> Sheet:
        """The sheet of the page to come."""
        return self.place.on(len(self.columns) + 1)

    def note(self, lines: Sequence[tuple[TextLine, Laid]]) -> None:
        """Set notes at the foot of the page as far as there is room; the rest waits for the next page."""
        column = self.columns[-1]
        self.waiting += lines
        while self.waiting and column.end + column.foot_with(self.waiting[0][0]) <= self.height:
            column.notes.append(self.waiting.pop(0))

    def finish(self) -> None:
        """Set what waits."""
        while self.waiting:
            self._add()
            self.note(())

    def gap(self, paragraph: Laid) -> Emu:
        """The room between the last line and the first one of `paragraph`."""
        if self.empty and not self.asked:
            return _ZERO
        return Emu(max(self.after, paragraph.set.before))

    def keep(self, height: int) -> None:
        """Go on to a new page if `height` does not fit on this one but does on an empty one."""
        if self.columns[-1].end + height > self.height - self.columns[-1].foot and height <= self._next.text_height:
            self.turn(asked=False)

    def heads(self, table: Laid) -> bool:
        """Whether the repeated rows of a table and the beginning of the next one fit on this page."""
        first = table.lines[len(table.headers)]
        room = self.room - self.gap(table) - height_of(table.headers)
        return first.height <= room or (first.row is not None and first.row.splits and part(first, room) is not None)

    def put(self, line: TextLine, paragraph: Laid) -> None:
        """Set a line below the last one, on a new page if it must be."""
        gap = self.gap(paragraph) if line is paragraph.lines[0] else _ZERO
        notes = _lines_of(line.notes)
        if self._is_over(gap, line, self._foot_with(notes)) and not self.empty:
            self.turn(asked=False)
            gap = _ZERO
        self._set(line, paragraph, gap)
        if notes:
            self.note(notes)
        if line.ends_page:
            self.turn(asked=True)

    def _foot_below(self, row: TextLine) -> Emu:
        """The room of the notes of this page with the first line of those of a row."""
        return self._foot_with(self._new(row))

    def _foot_with(self, notes: Sequence[tuple[TextLine, Laid]]) -> Emu:
        """The room of the notes of this page with the first line of these."""
        return self.columns[-1].foot_with(notes[0][0]) if notes else self.columns[-1].foot

    def put_table(self, table: Laid, rows: Rows) -> None:
        """Set the rows of a table, on as many pages as it takes."""
        for number in range(len(table.lines)):
            gap = self.gap(table) if number == 0 else _ZERO
            while self._is_over(gap, rows.lines[number], self._foot_below(rows.lines[number]) + rows.foot(number)):
                fresh = self._is_fresh(table, number)
                if not self._part_row(table, rows, number, gap, whole=fresh):
                    if fresh:
                        break
                    self._turn_within(table, rows, number)
                gap = _ZERO
            self._set(rows.lines[number], table, gap)

    def _new(self, row: TextLine) -> list[tuple[TextLine, Laid]]:
        """The lines of the notes in a row that were not set yet: rows are repeated, merged cells go on in others."""
        return _lines_of(note for note in notes_in(row) if id(note) not in self.noted)

    def _is_over(self, gap: Emu, line: TextLine, foot: int) -> bool:
        return self.columns[-1].end + gap + line.height + foot > self.height

    @property
    def room(self) -> Emu:
        """What is left of this page."""
        column = self.columns[-1]
        return Emu(self.height - column.end - column.foot)

    def _part_row(self, table: Laid, rows: Rows, number: int, gap: Emu, whole: bool) -> bool:
        """Set what fits of a row here and leave the rest for the next page; a `whole` page parts any row."""
        line = rows.lines[number]
        if line.row is None or not (whole or line.row.splits):
            return False
        parts = part(line, self.room - gap)
        if parts is None:
            return False
        self._set(parts[0], table, gap)
        rows.lines[number] = parts[0]
        self._turn_within(table, rows, number, parts[1])
        return True

    def _turn_within(self, table: Laid, rows: Rows, number: int, rest: TextLine | None = None) -> None:
        """Go on to a new page before a row or within it; the merged cells on this page keep what fits."""
        changed = rows.turn(number, rest)
        set_here = self.columns[-1].lines
        last = number if rest is not None else number - 1
        for row, line in changed.items():
            place = len(set_here) - 1 - (last - row)
            set_here[place] = replace(set_here[place], line=line)
        self.turn(asked=False)
        if number >= len(table.headers):
            self._repeat(table)

    def _repeat(self, table: Laid) -> None:
        for header in table.headers:
            self._set(header, table, _ZERO)

    def _is_fresh(self, table: Laid, number: int) -> bool:
        """Whether nothing stands on this page above row `number` but repeated rows of the same table."""
        return self.empty or number >= len(table.headers) == len(self.columns[-1].lines) > 0

    def _set(self, line: TextLine, paragraph: Laid, gap: Emu) -> None:
        column = self.columns[-1]
        top = Emu(column.end + gap)
        column.lines.append(Standing(top, line, paragraph))
        column.end = Emu(top + line.height)
        self.after, self.empty = _ZERO, False
        if line.row is not None and (notes := self._new(line)):
            self.noted.update(id(note) for _, note in notes)
            self.note(notes)


def _lines_of(notes: Iterable[Laid]) -> list[tuple[TextLine, Laid]]:
    return [(line, note) for note in notes for line in note.lines]


def _kept_after(paragraphs: Sequence[Laid], places: Sequence[Place], number: int, highest: Emu) -> list[Laid]:
    """The paragraphs that go to the same page as the end of this one, or more than the `highest` page holds."""
    kept: list[Laid] = []
    height = 0
    while paragraphs[number].set.keep_with_next and number + 1 < len(paragraphs) and height <= highest:
        number += 1
        if paragraphs[number].set.page_break_before or places[number].on_new_page:
            break
        if paragraphs[number].lines:
            height += height_of(kept[-1].lines) if kept else 0
            kept.append(paragraphs[number])
        if _is_parted(paragraphs[number]):  # its end may stand on another page than its beginning
            break
    return kept


def _is_parted(paragraph: Laid) -> bool:
    return (paragraph.parted or len(paragraph.lines) > SHORT) and not paragraph.set.keep_together


def _kept_height(paragraph: Laid, rest: Sequence[Laid]) -> int:
    """The height of what begins with `paragraph` and may not be parted."""
    if rest or paragraph.set.keep_together:
        return height_of(paragraph.lines) + _gaps_and_heights(paragraph, rest)
    return paragraph.lines[0].height if paragraph.lines[0].row is None else 0


def _gaps_and_heights(paragraph: Laid, rest: Sequence[Laid]) -> int:
    """The height of `rest` below `paragraph`; of the last one only the first line is wanted, or the first row."""
    total = 0
    for before, kept in zip([paragraph, *rest], rest, strict=False):
        whole = kept is not rest[-1] or kept.set.keep_together
        wanted = kept.lines if whole else kept.lines[: len(kept.headers) + 1]
        total += max(before.set.after, kept.set.before) + height_of(wanted)
    return total
