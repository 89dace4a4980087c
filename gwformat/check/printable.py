"""A file as it goes to the press, and everything rules of the press may ask about it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from functools import cached_property
from typing import TYPE_CHECKING

from gwformat.check.press.area import MeasuredArea, measured_area
from gwformat.check.press.faces import KnownFaces
from gwformat.check.press.imprint import Imprint, imprint_of
from gwformat.check.press.lines import Line, lines_of, rules_of
from gwformat.check.press.numbers import PageNumber, page_number
from gwformat.check.press.tolerances import Tolerances, tolerances
from gwformat.findings import Location
from gwformat.ofd.values import OfdFile, Tag

if TYPE_CHECKING:
    from gwformat.check.context import Context
    from gwformat.finished.values import FinishedFile, Page, Paint, Stroke
    from gwformat.fonts.system import FontSystem

_FULL_PAGE = 0.85  # of the sheet: a picture this large is the page
_LETTER_RULE = 165.0  # mm: the red rules of the letter format are 170 mm long

_NO_OFD = OfdFile("", (), ())


class Printable:
    """What rules of the press look at: finished pages, and the docx they were laid out from, if it was one."""

    def __init__(
        self,
        file: FinishedFile,
        *,
        today: date,
        system: FontSystem | None = None,
        source: Context | None = None,
    ) -> None:
        """`system`: the fonts that may be used; None for those of any packaged system."""
        self.file = file
        self.today = today
        self.system = system
        self.source = source

    @property
    def is_ofd(self) -> bool:
        """Whether the file is an OFD."""
        return isinstance(self.file, OfdFile)

    @property
    def ofd(self) -> OfdFile:
        """The file with what only an OFD has; of other files there is nothing in it."""
        return self.file if isinstance(self.file, OfdFile) else _NO_OFD

    @cached_property
    def tags(self) -> Sequence[Tag]:
        """The tags of the semantic trees of official documents that an OFD has; none of other trees."""
        trees = [list(root.all()) for root in self.ofd.tags or ()]
        wanted = self.figures.semantics.root
        return [tag for tree in trees if any(tag.name == wanted for tag in tree) for tag in tree]

    @property
    def own(self) -> bool:
        """Whether it is a docx this program has set."""
        return self.source is not None and bool(self.source.draft.marks)

    @cached_property
    def known_faces(self) -> KnownFaces:
        """The fonts that words may be set in."""
        return KnownFaces(self.system)

    @property
    def figures(self) -> Tolerances:
        """The figures pages are measured against."""
        return tolerances()

    @property
    def pages(self) -> Sequence[Page]:
        """All pages."""
        return self.file.pages

    @cached_property
    def upright(self) -> Sequence[Page]:
        """The pages that are looked at as A4 is held; what lies across has its places elsewhere."""
        return [page for page in self.pages if page.width <= page.height]

    @cached_property
    def lines(self) -> Mapping[int, Sequence[Line]]:
        """The lines of text by page."""
        return {page.number: lines_of(page) for page in self.pages}

    @cached_property
    def rules(self) -> Mapping[int, Sequence[Stroke]]:
        """The level ruled lines by page."""
        return {page.number: rules_of(page) for page in self.pages}

    @cached_property
    def numbers(self) -> Mapping[int, PageNumber]:
        """The page numbers by page, where there is one."""
        found = (page_number(page.number, self.lines[page.number]) for page in self.upright)
        return {number.page: number for number in found if number}

    @cached_property
    def imprint(self) -> Imprint | None:
        """版记."""
        return imprint_of([(page.number, self.lines[page.number], self.rules[page.number]) for page in self.pages])

    @cached_property
    def areas(self) -> Mapping[int, MeasuredArea]:
        """The type area by page, as far as it can be seen; the pages as pictures and those lying across left out."""
        return {
            page.number: measured_area(page, self.lines[page.number], self.rules[page.number])
            for page in self.upright
            if page.number not in self.unseen
        }

    @cached_property
    def is_letter(self) -> bool:
        """Whether the first page is one of the letter format."""
        first = self.rules.get(1, ())
        return sum(rule.length > _LETTER_RULE and rule.paint.is_red for rule in first) >= 1

    @cached_property
    def scanned(self) -> Sequence[Page]:
        """The pages that are one picture: nothing on them can be measured."""
        return [page for page in self.pages if _is_picture(page)]

    @cached_property
    def unseen(self) -> Mapping[int, str]:
        """Why a page cannot be measured, by page."""
        scans = {page.number: "整页是图片" for page in self.scanned}
        return scans | {page.number: "页面内容读不出来" for page in self.pages if page.unread}

    def bare(self, page: Page) -> bool:
        """Whether nothing is on the page but its number."""
        return (
            not page.pictures
            and not any(not stroke.paint.is_white for stroke in page.strokes)
            and not any(not area.paint.is_white for area in page.areas)
            and len(self.lines[page.number]) <= 1
            and (page.blank or page.number in self.numbers)
        )

    def paints(self) -> Iterator[tuple[Page, Paint, str]]:
        """Every colour that can be seen outside pictures, with its page and what is drawn in it; each once a page."""
        for page in self.pages:
            seen: dict[Paint, str] = {}
            for words in page.visible:
                seen.setdefault(words.paint, f"文字“{words.text.strip()[:12]}”")
            for stroke in page.strokes:
                seen.setdefault(stroke.paint, "线条")
            for area in page.areas:
                seen.setdefault(area.paint, "图形")
            for paint, what in seen.items():
                yield page, paint, what


def on(page: Page) -> Location:
    """The place of a page in the file."""
    return Location(page=page.number)


def _is_picture(page: Page) -> bool:
    sheet = page.width * page.height
    return any(picture.box.width * picture.box.height > _FULL_PAGE * sheet for picture in page.pictures)
