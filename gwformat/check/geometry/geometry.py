"""A docx draft and its formatting in, on request with the pages LibreOffice made of it; where everything stands out."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cached_property

from gwformat.check.geometry.breaking import Breaker, height_of_line
from gwformat.check.geometry.extremes import Extreme
from gwformat.check.geometry.sections import other_pages
from gwformat.check.geometry.stacking import Paper, paper_of
from gwformat.check.geometry.values import Known, PlacedStroke, Stand
from gwformat.model import Draft
from gwformat.ooxml.effective import Formatting, SectionLook
from gwformat.units import Emu


class Geometry:
    """Where the paragraphs of a docx stand on paper, and how each place is known.

    Computed where exact spacing makes it certain, measured where LibreOffice was asked, else unverified with the
    reason. Paragraph numbers are those of `model.Source`; text boxes are not computed.
    """

    def __init__(self, draft: Draft, formatting: Formatting, measured: Mapping[int, Stand] | None = None) -> None:
        self._draft = draft
        self._formatting = formatting
        self._measured = measured or {}
        self._rows: dict[tuple[int, Emu, int], int | None] = {}
        self._full_pages: dict[int, SectionLook] = {}

    def of(self, paragraph: int) -> Stand:
        """Where a paragraph stands; its computed place if it has one, since a measured one depends on the program."""
        computed = self._computed.get(paragraph)
        if computed is not None and not self._measured:
            return computed
        measured = self._measured.get(paragraph)
        if computed is not None and (computed.known is Known.COMPUTED or measured is None):
            return computed
        if measured is None:
            return Stand(paragraph, Known.UNVERIFIED, reason="不是正文的段落")
        return measured if measured.known is not Known.UNVERIFIED or computed is None else computed

    def page_and_line(self, paragraph: int, offset: int = 0) -> tuple[int | None, int | None]:
        """The page and the line on it where the character at `offset` of a paragraph's text stands; None: not known."""
        stand = self.of(paragraph)
        whole = stand.known is not Known.UNVERIFIED
        for line in stand.lines:
            if line.start is not None and line.end is not None and line.start <= offset < max(line.end, 1):
                return line.page, line.number
        if whole and stand.page is not None and stand.page == stand.last_page:
            return stand.page, stand.lines[0].number if len(stand.lines) == 1 else None
        if whole and stand.lines and stand.breaks is not Known.UNVERIFIED and offset:
            return stand.lines[-1].page, stand.lines[-1].number
        return (stand.page, stand.lines[0].number) if stand.lines and offset == 0 else (None, None)

    @cached_property
    def page_count(self) -> int | None:
        """How many pages the text takes; None if that is not certain.

        It may be certain where the places are not: as many pages are filled, however high some lines are.
        """
        found = _pages_of(self._standing)
        if found is not None or not self._standing:
            return found
        least, most = (
            _pages_of([stand for number, stand in paper.stands.items() if not self._is_inside(number)])
            for paper in (paper_of(self._draft, self._formatting, extreme) for extreme in Extreme)
        )
        return least if least == most else None

    @property
    def pages_unknown(self) -> str:
        """Why the number of pages is not certain; "" if it is."""
        if self.page_count is not None:
            return ""
        return next((stand.reason for stand in self._standing if stand.last_page is None), "没有正文")

    @cached_property
    def _standing(self) -> Sequence[Stand]:
        """Everything that stands in the main text itself, in its order."""
        return [self.of(number) for number in sorted(self._computed) if not self._is_inside(number)]

    def rows(self, paragraph: int) -> int | None:
        """How many lines a full page holds at the pitch of a paragraph; None if its pitch is not certain."""
        look, section = self._formatting.paragraph(paragraph), self._formatting.section_of(paragraph)
        size = self._formatting.main.first_size(paragraph)
        key = id(look), size, section.first  # formatting keeps the looks
        if key not in self._rows:
            height, reason = height_of_line(look, size, section)
            self._rows[key] = self.full_page(section).text_height // height if not reason and height else None
        return self._rows[key]

    def full_page(self, section: SectionLook) -> SectionLook:
        """A section as its full pages have it: headers and footers higher than the margins push the text."""
        found = self._full_pages.get(section.first)
        if found is None:
            found = self._full_pages[section.first] = other_pages(section, self._formatting)
        return found

    def columns(self, paragraph: int) -> int:
        """How many Han characters fit in a line of the type area as a paragraph's first character is set.

        Tracking, character width and a character grid are reckoned in; the paragraph's indents are not.
        """
        look = self._formatting.paragraph(paragraph)
        runs = self._formatting.runs(paragraph)
        run = runs[0] if runs else self._formatting.mark(paragraph)
        return int(self._breaker(self._formatting.section_of(paragraph)).capacity(look, run))

    def _breaker(self, section: SectionLook) -> Breaker:
        settings = self._formatting.settings
        return Breaker(
            section,
            squeezes=False,
            default_size=self._formatting.default_size,
            default_tab=settings.default_tab,
        )

    def _is_inside(self, number: int) -> bool:
        if number > len(self._formatting.main):
            return False  # at the end stands a file that is merged when this one is opened, no paragraph
        look = self._formatting.paragraph(number)
        return look.in_table or look.in_text_box or look.frame is not None

    @property
    def strokes(self) -> tuple[PlacedStroke, ...]:
        """The horizontal lines whose places were computed: borders of paragraphs, rules of tables, drawn lines."""
        return self._paper.strokes

    @cached_property
    def _computed(self) -> Mapping[int, Stand]:
        return self._paper.stands

    @cached_property
    def _paper(self) -> Paper:
        return paper_of(self._draft, self._formatting)


def _pages_of(stands: Sequence[Stand]) -> int | None:
    if not stands or any(stand.last_page is None for stand in stands):
        return None
    return max(stand.last_page or 0 for stand in stands)
