"""A paragraph as Word sets it comes in, where its lines end goes out: Word goes by 避头尾 alone."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property
from itertools import accumulate, pairwise
from typing import ClassVar

from gwformat.layout.break_places import place_to_break
from gwformat.layout.lines import Break, break_lines, visible_end
from gwformat.layout.room import Edges, Room, Span
from gwformat.units import EMU_PER_TWIP
from gwformat.values import dataclass


@dataclass(frozen=True)
class Word:
    """A paragraph as Word sets it: its advances before and after the mapping in EMU, tracking included.

    With `parted` a word may part anywhere, as `w:wordWrap` switched off says.
    """

    name: ClassVar[str] = "Word"
    text: str
    room: Room
    before: Sequence[int]
    after: Sequence[int]
    western: bool = False
    parted: bool = False

    @cached_property
    def was(self) -> Edges:
        """The characters before the mapping."""
        return _plain(self.before)

    @cached_property
    def broken(self) -> list[Break]:
        """The lines before the mapping."""
        return self.lines(self.was)

    @cached_property
    def _is(self) -> Edges:
        return _plain(self.after)

    def now(self, tracked: Sequence[int]) -> Edges:
        """The characters after the mapping with `tracked` twips more."""
        return _plain([width + more * EMU_PER_TWIP for width, more in zip(self.after, tracked, strict=True)])

    def lines(self, edges: Edges) -> list[Break]:
        """The lines with these edges."""
        advances = [end - begin for begin, end in pairwise(edges.begins)]
        room = self.room
        return break_lines(
            self.text, advances, room.first, room.rest, room.tabs, western=self.western, parted=self.parted
        )

    def width(self, number: int, start: int, end: int, tracked: Sequence[int] | None) -> int:
        """How wide a line is after the mapping with `tracked` twips more, or before it."""
        begins = (self.was if tracked is None else self._is).begins

        def taken(start: int, end: int) -> int:
            twips = 0 if tracked is None else sum(tracked[start:end])
            return begins[end] - begins[start] + twips * EMU_PER_TWIP

        return self.room.taken(self.text, number, start, end, taken)

    def span(self, line: Break, number: int) -> Span:
        """A line has to hold what it held, and with the next word it must not fit."""
        if line.forced or line.end == len(self.text):
            return Span(line.visible, None)
        following = self.text.find("\n", line.end)
        stop = len(self.text) if following < 0 else following
        end = place_to_break(self.text, line.end, stop, self.western, self.parted)
        return Span(line.visible, visible_end(self.text, line.end, end))


def _plain(advances: Sequence[int]) -> Edges:
    edges = [0, *accumulate(advances)]
    return Edges(edges, edges)
