"""Pages come in; what a writer that does not lay out itself must know about them goes out."""

from __future__ import annotations

from dataclasses import dataclass

from gwformat.layout.boxes import Page, Pages
from gwformat.model import IMPRINT_ROLES


@dataclass(frozen=True, slots=True)
class PageFacts:
    """Where the imprint stands; by default nothing is known, and it finds its own place."""

    imprint_on_new_page: bool = False  # it does not fit below the text, or the text ends on an odd page (7.4.1)
    blank_page: bool = False  # a blank page stands before that of the imprint; neither is numbered (7.5)


UNKNOWN = PageFacts()


def facts_of(pages: Pages) -> PageFacts:
    """The facts, as far as the pages are certain."""
    last = pages.pages[-1]
    alone = all(line.role in IMPRINT_ROLES for line in last.lines if line.spans)
    if pages.estimated_from is not None or not _has_words(last) or not alone:
        return UNKNOWN
    return PageFacts(True, len(pages.pages) > 1 and not _has_words(pages.pages[-2]))


def _has_words(page: Page) -> bool:
    return any(line.spans for line in page.lines)
