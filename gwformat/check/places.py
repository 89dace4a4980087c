"""A stretch of the document comes in, the places in the file where its characters stand go out."""

from __future__ import annotations

from functools import cached_property

from gwformat.check.context import Context
from gwformat.findings import Location, Span
from gwformat.model import Block, Paragraph, Run


class Places:
    """Finds stretches of one document in its file."""

    def __init__(self, context: Context) -> None:
        self._context = context
        self._known: dict[tuple[int, int, int | None], tuple[Location, ...]] = {}

    def of(self, where: Span | Location | None) -> tuple[Location, ...]:
        """The places of a stretch, one a paragraph; what the file does not hold (an automatic number) has none."""
        if where is None:
            return ()
        if isinstance(where, Location):
            return (self._on_paper(where),)
        key = where.block, where.start, where.end
        known = self._known.get(key)
        if known is None:
            known = self._known[key] = self._found(where)
        return known

    def _found(self, where: Span) -> tuple[Location, ...]:
        block = self._context.document.blocks[where.block]
        runs = block.runs
        if len(runs) == 1 and runs[0].atom is not None:
            found = self._within(block, runs[0], where.start, where.end)
        else:
            end = len(block.text) if where.end is None else where.end
            found = tuple(self._stretches(block, where.start, end))
        return found or self._beginning(block)

    def words(self, where: Span | Location | None) -> str:
        """The words at a place."""
        if isinstance(where, Span):
            return self._context.document.blocks[where.block].text[where.start : where.end]
        if where is not None and where.paragraph is not None and where.part == self._part:
            paragraph = self._paragraphs.get(where.paragraph)
            return paragraph.text[where.start : where.end] if paragraph else ""
        return ""

    def _stretches(self, block: Block, start: int, end: int) -> list[Location]:
        """The stretches of each source paragraph that lie between `start` and `end` of the block's text."""
        found: dict[int, tuple[int, int]] = {}
        position = 0
        for run in block.runs:
            begin, position = position, position + len(run.text)
            first, last = max(begin, start), min(position, end)
            if run.atom is None or (first >= last and not begin <= start == end <= position):
                continue
            number, offset = self._home(run, block)
            low, high = offset + first - begin, offset + last - begin
            known = found.get(number)
            found[number] = (low, high) if known is None else (min(known[0], low), max(known[1], high))
        part = block.source.part if block.source else self._part
        return [self._location(part, number, *reach) for number, reach in found.items()]

    def _within(self, block: Block, run: Run, start: int, end: int | None) -> tuple[Location, ...]:
        """The stretch of the only run of a block."""
        length = len(run.text)
        end = length if end is None else end
        first, last = max(start, 0), min(end, length)
        if first >= last and not 0 <= start == end <= length:
            return ()
        number, offset = self._home(run, block)
        part = block.source.part if block.source else self._part
        return (self._location(part, number, offset + first, offset + last),)

    def _home(self, run: Run, block: Block) -> tuple[int, int]:
        """The paragraph a run stands in, and where it begins there."""
        assert block.source is not None
        number = block.source.first if run.paragraph is None else run.paragraph
        return number, self._offsets.get((number, run.atom or 0), 0)

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
    def _offsets(self) -> dict[tuple[int, int], int]:
        """Where each leaf of each paragraph begins in the paragraph's text."""
        found: dict[tuple[int, int], int] = {}
        for number, paragraph in self._paragraphs.items():
            position = 0
            for run in paragraph.runs:
                if run.atom is not None:
                    found.setdefault((number, run.atom), position)
                position += len(run.text)
        return found
