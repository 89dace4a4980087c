"""The lines of a page come in, what belongs together as a paragraph or a heading of the PDF goes out."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby

from gwformat.layout.boxes import Line, Page
from gwformat.model import OBJECT, Role

# Depth in the PDF's bookmarks.
LEVELS = {
    Role.TITLE: 1,
    Role.HEADING1: 2,
    Role.HEADING2: 3,
    Role.HEADING3: 4,
    Role.HEADING4: 5,
    Role.ATTACHMENT_LABEL: 1,
    Role.ATTACHMENT_TITLE: 2,
}


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Lines of one block that follow each other on a page; `heading` is its bookmark's text, "" if it has none."""

    lines: tuple[Line, ...]
    level: int = 0
    heading: str = ""


def paragraphs(page: Page) -> Iterator[Paragraph]:
    """The lines in their order, those of one block together; a line that names no block stands alone."""
    for (role, block), group in groupby(enumerate(page.lines), key=_belongs):
        lines = tuple(line for _, line in group)
        level = LEVELS.get(role, 0)
        yield Paragraph(lines, level, _heading(lines, block) if level else "")


def title_of(pages: tuple[Page, ...]) -> str:
    """The words of the first title; "" if there is none."""
    found = (paragraph for page in pages for paragraph in paragraphs(page) if paragraph.lines[0].role is Role.TITLE)
    return next((paragraph.heading for paragraph in found), "")


def _belongs(numbered: tuple[int, Line]) -> tuple[Role, int]:
    number, line = numbered
    return line.role, line.spans[0].block if line.spans else -1 - number


def _heading(lines: tuple[Line, ...], block: int) -> str:
    """The heading's own words: a line it runs into begins with them, what follows belongs to another block."""
    words = []
    for line in lines:
        own = sum(span.end - span.start for span in line.spans if span.block == block) if line.spans else len(line.text)
        words.append(line.text[:own])
    return " ".join("".join(words).replace(OBJECT, "").split())
