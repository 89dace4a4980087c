"""A block of the document with its number: what rules look at and point to."""

from __future__ import annotations

import re
from functools import cached_property

from gwformat.findings import Span
from gwformat.model import Block, Role
from gwformat.values import dataclass


@dataclass(frozen=True)
class Element:
    """A block and its number in the document."""

    number: int
    block: Block

    @property
    def role(self) -> Role:
        """What it is."""
        return self.block.role

    @cached_property
    def text(self) -> str:
        """Its words; `OBJECT` where an inline carrier sits, `\\n` at manual line breaks."""
        return self.block.text

    @cached_property
    def paragraphs(self) -> tuple[int, ...]:
        """The numbers of the source paragraphs it stands in; none where the file has none of its words."""
        source = self.block.source
        own = dict.fromkeys(run.paragraph for run in self.block.runs if run.atom is not None and run.paragraph)
        return tuple(own) or ((source.first,) if source is not None and not source.is_between else ())

    @property
    def first_paragraph(self) -> int:
        """The number of the source paragraph it begins in; 1 where it has none."""
        return self.paragraphs[0] if self.paragraphs else 1

    @cached_property
    def whole(self) -> Span:
        """All of it."""
        return Span(self.number)

    def span(self, start: int, end: int) -> Span:
        """A stretch of it."""
        return Span(self.number, start, end)

    def at(self, found: re.Match[str], group: int | str = 0) -> Span:
        """The stretch that a pattern found in `text`."""
        return Span(self.number, *found.span(group))
