"""The room of a line and the characters in it come in; how much of it they take, with the tabs among them, goes out."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import NamedTuple

from gwformat.layout.lines import Tabs
from gwformat.values import dataclass


class Edges(NamedTuple):
    """Where each character begins and ends, in EMU.

    `parts` tells of each character whether the next one is set otherwise, where that matters.
    """

    begins: Sequence[int]
    ends: Sequence[int]
    parts: Sequence[bool] = ()


class Span(NamedTuple):
    """What keeps a line as it is: up to `fits` it must fit, up to `overflows`, if that is anything, it must not."""

    fits: int
    overflows: int | None


@dataclass(frozen=True, slots=True)
class Room:
    """How wide the first line of a paragraph may be, and how wide the others."""

    first: int
    rest: int
    tabs: Tabs | None = None

    def of(self, number: int) -> int:
        """The room of a line, from 0."""
        return self.rest if number else self.first

    def taken(self, text: str, number: int, start: int, end: int, width: Callable[[int, int], int]) -> int:
        """How much of it a line takes whose stretches without tabs are as wide as `width` says."""
        if self.tabs is None:
            return width(start, end)
        begin = at = self.tabs.begin(number)
        while (tab := text.find("\t", start, end)) >= 0:
            at = self.tabs.next_stop(at + width(start, tab))
            start = tab + 1
        return at + width(start, end) - begin
