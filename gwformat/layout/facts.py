"""Pages come in; what a writer that does not lay out itself must know about them goes out."""

from __future__ import annotations

from gwformat.layout.boxes import Page, Pages
from gwformat.model import IMPRINT_ROLES
from gwformat.setting.sign_off import End, Fitted, PageEnd
from gwformat.units import Emu
from gwformat.values import dataclass


@dataclass(frozen=True, slots=True)
class PageFacts:
    """Where the imprint and the sign-off stand; by default nothing is known, and they find their own places."""

    imprint_on_new_page: bool = False  # it does not fit below the text, or the text ends on an odd page (7.4.1)
    blank_page: bool = False  # a blank page stands before that of the imprint; neither is numbered (7.5)
    end: End = End.SHORT  # what the sign-off takes along, or it would stand alone (7.3.5.5)
    page_ends: tuple[PageEnd, ...] = ()  # before paragraphs, or before the last line of one, that it takes along
    fitted: tuple[Fitted, ...] = ()  # lines stand closer or wider, to make room for a sign-off (7.3.5.5)
    close: bool = False  # rows of seals stand as near to each other as they may (7.3.5.5)
    shift: Emu = Emu(0)  # of the text on the first page, for the line at its foot (10.1) or for a seal (7.3.5.5)
    imprint_pitch: Emu | None = None  # of the lines of the imprint, where they stand closer for want of room


UNKNOWN = PageFacts()


def facts_of(pages: Pages) -> PageFacts:
    """The facts, as far as the pages are certain."""
    last = pages.pages[-1]
    alone = all(line.role in IMPRINT_ROLES for line in last.lines if line.spans or line.source)
    if pages.estimated_from is not None:
        return UNKNOWN
    new = _has_words(last) and alone
    blank = new and len(pages.pages) > 1 and not _has_words(pages.pages[-2])
    where = (new, blank, pages.end, pages.page_ends)
    return PageFacts(*where, pages.fitted, pages.close, pages.shift, pages.imprint_pitch)


def _has_words(page: Page) -> bool:
    return any(line.spans or line.source for line in page.lines)  # a note is of no block, a page number of no source
