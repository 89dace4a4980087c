"""A stretch of the document comes in, the places in the file where its characters stand go out."""

from __future__ import annotations

from bisect import bisect_left
from functools import cached_property
from itertools import accumulate

from gwformat.check.context import Context
from gwformat.findings import Location, Span
from gwformat.model import Block, Paragraph, Run, in_leaves, text_of


class Places:
    """Finds stretches of one document in its file."""

    def __init__(self, context: Context) -> None:
        self._context = context
        self._known: dict[tuple[int, int, int | None], tuple[Location, ...]] = {}
        self._texts: dict[int, str | None] = {}  # of paragraphs of the file that were asked for
        self._ends: dict[int, list[int]] = {}  # of the runs of blocks that were asked for

    def of(self, where: Span | Location | None) -> tuple[Location, ...]:
        """The places of a stretch, one a paragraph; what the file does not hold (an automatic number) has none."""
        if not isinstance(where, Span):
            return () if where is None else (self._on_paper(where),)
        key = where.block, where.start, where.end
        known = self._known.get(key)
        if known is None:
            known = self._known[key] = self._found(where)
        return known

    def _found(self, where: Span) -> tuple[Location, ...]:
        block = self._context.document.blocks[where.block]
        runs = block.runs
        if len(runs) == 1 and runs[0].atom is not None:
            found = self._within(where, block, runs[0])
        else:
            end = len(block.text) if where.end is None else where.end
            found = tuple(self._stretches(where.block, where.start, end))
        return found or self._beginning(block)

    def words(self, where: Span | Location | None) -> str:
        """The words at a place."""
        if isinstance(where, Span):
            return self._context.elements[where.block].text[where.start : where.end]
        if where is None or where.paragraph is None:
            return ""
        if where.part == self._part:
            return (self._said(where.paragraph) or "")[where.start : where.end]
        return self._notes.get((where.part, where.paragraph), "")[where.start : where.end]

    def holds(self, place: Location, where: Span | Location) -> bool:
        """Whether the file has at a place what the document has there: only such words may be replaced."""
        if not isinstance(where, Span) or place.paragraph is None:
            return True
        said = self._said(place.paragraph)
        return said is not None and said[place.start : place.end] == self.words(where)

    def _said(self, number: int) -> str | None:
        """The words of a paragraph of the file; None if it has none of this number."""
        if number not in self._texts:
            paragraph = self._paragraphs.get(number)
            self._texts[number] = None if paragraph is None else paragraph.text
        return self._texts[number]

    def _stretches(self, number: int, start: int, end: int) -> list[Location]:
        """The stretches of each source paragraph that lie between `start` and `end` of the text of a block."""
        block = self._context.document.blocks[number]
        if number not in self._ends:
            self._ends[number] = list(accumulate(len(run.text) for run in block.runs))
        ends, offsets = self._ends[number], self._begins[number]
        found: dict[int, tuple[int, int]] = {}
        for order in range(bisect_left(ends, start), len(ends)):
            run, offset = block.runs[order], offsets[order]
            begin, position = ends[order] - len(run.text), ends[order]
            if begin > end:
                break
            first, last = max(begin, start), min(position, end)
            if run.atom is None or (first >= last and not begin <= start == end <= position):
                continue
            home = _home(run, block)
            low, high = offset + first - begin, offset + last - begin
            known = found.get(home)
            found[home] = (low, high) if known is None else (min(known[0], low), max(known[1], high))
        part = block.source.part if block.source else self._part
        return [self._location(part, home, *reach) for home, reach in found.items()]

    def _within(self, where: Span, block: Block, run: Run) -> tuple[Location, ...]:
        """The stretch of the only run of a block."""
        length = len(run.text)
        start, end = where.start, length if where.end is None else where.end
        first, last = max(start, 0), min(end, length)
        if first >= last and not 0 <= start == end <= length:
            return ()
        offset = self._begins[where.block][0]
        part = block.source.part if block.source else self._part
        return (self._location(part, _home(run, block), offset + first, offset + last),)

    def _beginning(self, block: Block) -> tuple[Location, ...]:
        return (self._location(block.source.part, block.source.first, 0, 0),) if block.source else ()

    def _on_paper(self, where: Location) -> Location:
        """The same place with its page and line, if it is one of the text."""
        if where.paragraph is None or where.page is not None or where.part != self._part:
            return where
        found = self._location(where.part, where.paragraph, where.start or 0, where.end or 0)
        return Location(where.part, where.paragraph, where.start, where.end, found.page, found.line)

    def _location(self, part: str, number: int, start: int, end: int) -> Location:
        geometry = self._context.geometry
        page, line = geometry.page_and_line(number, start) if geometry and part == self._part else (None, None)
        return Location(part, number, start, end, page, line)

    @cached_property
    def _part(self) -> str:
        return next((block.source.part for block in self._context.document.blocks if block.source), "")

    @cached_property
    def _paragraphs(self) -> dict[int, Paragraph]:
        return {paragraph.source.first: paragraph for paragraph in self._context.draft.paragraphs()}

    @cached_property
    def _notes(self) -> dict[tuple[str, int], str]:
        """The words of footnotes and endnotes, by their part and paragraph."""
        carriers = (run.carrier for paragraph in self._paragraphs.values() for run in paragraph.runs)
        notes = (carrier.note for carrier in carriers if carrier is not None and carrier.note is not None)
        paragraphs = (paragraph for note in notes for paragraph in note.paragraphs)
        return {(one.source.part, one.source.first): text_of(in_leaves(one)) for one in paragraphs}

    @cached_property
    def _begins(self) -> list[tuple[int, ...]]:
        """Where the runs of each block begin in their paragraphs; a leaf may be shared out between elements.

        A heading and the text after it are most often typed in one go: both have their words from the same leaf.
        """
        leaves = self._leaves
        told: dict[tuple[int, int], int] = {}
        found: list[tuple[int, ...]] = []
        for block in self._context.document.blocks:
            begins: list[int] = []
            for run in block.runs:
                key = _home(run, block), -1 if run.atom is None else run.atom
                begin, text = leaves.get(key, (0, ""))
                at = 0
                if len(run.text) < len(text):
                    at = text.find(run.text, told.get(key, 0))
                    at = max(text.find(run.text), 0) if at < 0 else at
                    told[key] = at + len(run.text)
                begins.append(begin + at)
            found.append(tuple(begins))
        return found

    @cached_property
    def _leaves(self) -> dict[tuple[int, int], tuple[int, str]]:
        """Where each leaf of each paragraph begins in the paragraph's text, and its words."""
        found: dict[tuple[int, int], tuple[int, str]] = {}
        for number, paragraph in self._paragraphs.items():
            position = 0
            for run in paragraph.runs:
                if run.atom is not None:
                    found.setdefault((number, run.atom), (position, run.text))
                position += len(run.text)
        return found


def _home(run: Run, block: Block) -> int:
    """The paragraph a run stands in."""
    if run.paragraph is not None:
        return run.paragraph
    return block.source.first if block.source else 0
