"""The lines of a page come in, what belongs together as a paragraph or a heading goes out."""

from __future__ import annotations

from collections.abc import Iterator

from gwformat.layout.boxes import Glyphs, Line, Page
from gwformat.model import OBJECT, Role
from gwformat.values import dataclass

# Depth in the bookmarks.
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
    """Lines that follow each other on a page and show one paragraph of the document."""

    lines: tuple[Line, ...]
    margin: bool = False  # of a header or a footer

    @property
    def level(self) -> int:
        """The depth of the heading the paragraph is or begins with; 0 if there is none."""
        return next((level_of(glyphs, line) for line in self.lines for glyphs in line.glyphs), 0)

    @property
    def heading(self) -> str:
        """The heading's own words without a full stop; text that runs on after them is left out."""
        words = "".join(glyphs.text for line in self.lines for glyphs in line.glyphs if level_of(glyphs, line))
        return " ".join(words.replace(OBJECT, "").split()).removesuffix("。")


def level_of(glyphs: Glyphs, line: Line) -> int:
    """The depth of the heading these words belong to; 0 if they are none."""
    return LEVELS.get(line.role) or LEVELS.get(glyphs.lead or Role.BODY, 0)


def paragraphs(page: Page) -> Iterator[Paragraph]:
    """The lines in their order, those of one paragraph together; a line that names no block stands alone."""
    waiting: list[Line] = []
    for line in page.lines:
        if waiting and not _goes_on(waiting[-1], line):
            yield Paragraph(tuple(waiting))
            waiting = []
        if line.margin:
            yield Paragraph((line,), margin=True)
        else:
            waiting.append(line)
    if waiting:
        yield Paragraph(tuple(waiting))


def title_of(pages: tuple[Page, ...]) -> str:
    """The words of the first title; "" if there is none."""
    found = (paragraph for page in pages for paragraph in paragraphs(page) if paragraph.lines[0].role is Role.TITLE)
    return next((paragraph.heading for paragraph in found), "")


def _goes_on(before: Line, line: Line) -> bool:
    """Whether `line` begins in the block in which the line before it ends."""
    same_role = line.role is before.role
    return same_role and bool(line.spans and before.spans) and line.spans[0].block == before.spans[-1].block
