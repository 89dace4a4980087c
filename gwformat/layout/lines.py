"""The text of a paragraph and its advances come in, the places where its lines end go out, as Word breaks Chinese text.

A line ends at the last place where it may (`break_places`) and that it reaches. Nothing hangs outside the type area but
spaces, and nothing is squeezed. A soft hyphen has a width only where a word is parted at it.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from itertools import accumulate
from typing import NamedTuple

from gwformat.layout.break_places import SOFT, SPACES, kinds_of, last_place
from gwformat.values import dataclass


class Break(NamedTuple):
    """One line of a paragraph: the range of its text, and where its words end before the spaces that hang."""

    start: int
    end: int
    visible: int
    forced: bool = False  # the line ends where the author broke it


def break_lines(
    text: str,
    advances: Sequence[int],
    first: int,
    rest: int,
    tabs: Tabs | None = None,
    hanging: str = "",
    hyphen: int = 0,
    western: bool = False,
    parted: bool = False,
) -> list[Break]:
    """The lines of `text`, the first at most `first` wide and the others `rest`; `\\n` ends a line.

    `hyphen` is the width of a soft hyphen at the end of a line; in `advances` it has none. Of the characters in
    `hanging` one may stand outside of each line. Words that may be `parted` stand as Chinese does.
    """
    lines: list[Break] = []
    start = 0
    edges = [0, *accumulate(advances)]
    if tabs is None and edges[-1] <= first and "\n" not in text:
        return [Break(0, len(text), visible_end(text, 0, len(text)))]
    kinds = kinds_of(text, western, parted)
    for part in text.split("\n"):
        end = start + len(part)
        _break(text, start, end, edges, kinds, (rest if lines else first, rest), tabs, lines, hanging, hyphen)
        if end < len(text):
            last = lines[-1]
            lines[-1] = Break(last.start, end + 1, last.visible, forced=True)
        start = end + 1
    return lines


@dataclass(frozen=True, slots=True)
class Tabs:
    """Tab stops every `every` from the margin; the paragraph's lines begin `first` and `rest` right of it."""

    every: int
    first: int
    rest: int
    own: tuple[int, ...] = ()  # the paragraph's, before those

    def begin(self, number: int) -> int:
        """How far from the margin a line begins, the first being 0."""
        return self.rest if number else self.first

    def next_stop(self, place: int) -> int:
        """The stop after `place`."""
        return next((stop for stop in self.own if stop > place), (place // self.every + 1) * self.every)


def first_beyond(
    text: str, start: int, end: int, edges: tuple[Sequence[int], Sequence[int]], room: int, number: int, tabs: Tabs
) -> int:
    """The first character of a line from `start` that does not fit, `end` where all do.

    `edges` say where each character begins and where it ends, its tabs having no width of their own.
    """
    begins, ends = edges
    at = tabs.begin(number)
    most = at + room
    while True:
        tab = text.find("\t", start, end)
        stop = end if tab < 0 else tab
        cut = bisect_right(ends, begins[start] + most - at, start + 1, stop + 1) - 1
        if cut < stop or tab < 0:
            return cut
        at = tabs.next_stop(at + begins[tab] - begins[start])
        if at > most:
            return tab
        start = tab + 1


def _break(
    text: str,
    start: int,
    end: int,
    edges: list[int],
    kinds: str,
    rooms: tuple[int, int],
    tabs: Tabs | None,
    lines: list[Break],
    hanging: str,
    hyphen: int,
) -> None:
    """Append the lines of `text[start:end]`, which has no forced break; `kinds` says where it may part."""
    room = rooms[0]
    while start < end:
        if tabs is None:
            cut = bisect_right(edges, edges[start] + room, start + 1, end + 1) - 1  # characters before it fit
        else:
            cut = first_beyond(text, start, end, (edges, edges), room, len(lines), tabs)
        if cut < end and text[cut] in hanging:
            cut += 1
        while cut < end and text[cut] in SPACES:
            cut += 1
        if cut < end:
            # Where no place is left, one word is too long for a line and is parted.
            most = edges[start] + room - hyphen
            while (place := last_place(kinds, start, cut, end)) and kinds[place - 1] == SOFT and edges[place] > most:
                cut = place - 1
            while not place and cut > start + 1 and kinds[cut - 1] == SOFT and edges[cut] > most:
                cut -= 1
            cut = place or max(cut, start + 1)
        lines.append(Break(start, cut, visible_end(text, start, cut)))
        start, room = cut, rooms[1]
    if not lines or lines[-1].forced:
        lines.append(Break(start, end, end))


def visible_end(text: str, start: int, end: int) -> int:
    """Where the words of a line end, before the spaces that hang."""
    while end > start and text[end - 1] in SPACES:
        end -= 1
    return end
