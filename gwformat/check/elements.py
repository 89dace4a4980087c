"""A block of the document with its number: what rules look at and point to."""

from __future__ import annotations

import re
from dataclasses import dataclass

from gwformat.findings import Span
from gwformat.model import Block, Role


@dataclass(frozen=True, slots=True)
class Element:
    """A block and its number in the document."""

    number: int
    block: Block

    @property
    def role(self) -> Role:
        """What it is."""
        return self.block.role

    @property
    def text(self) -> str:
        """Its words; `OBJECT` where an inline carrier sits, `\\n` at manual line breaks."""
        return self.block.text

    @property
    def whole(self) -> Span:
        """All of it."""
        return Span(self.number)

    def span(self, start: int, end: int) -> Span:
        """A stretch of it."""
        return Span(self.number, start, end)

    def at(self, found: re.Match[str], group: int | str = 0) -> Span:
        """The stretch that a pattern found in `text`."""
        return Span(self.number, *found.span(group))
