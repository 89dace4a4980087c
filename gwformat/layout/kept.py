"""A paragraph with its advances in two sets of fonts comes in, the tracking that keeps its lines goes out.

Only lines that would end elsewhere get tracking, on those characters only whose widths the fonts disagree about, and no
more of it than is needed: a line has to hold what it held, and the word after it must still not fit.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from gwformat.layout.lines import Break, Tabs, break_lines, places_to_break
from gwformat.units import EMU_PER_TWIP

_MARGIN = 20 * EMU_PER_TWIP  # a point: programs round each advance in a way of their own
_SPACES = " \u2002\u2003\u2009\u3000"


@dataclass(frozen=True, slots=True)
class Measured:
    """A paragraph: its words, the advance of each before and after, and the room its lines have, all in EMU.

    `bounds` says of each character how many twips of tracking it may get; 0 for those both fonts set alike.
    """

    text: str
    before: Sequence[int]
    after: Sequence[int]
    bounds: Sequence[int]
    first: int
    rest: int
    tabs: Tabs | None = None

    def lines(self, advances: Sequence[int]) -> list[Break]:
        """The lines with these advances."""
        return break_lines(self.text, advances, self.first, self.rest, self.tabs)


@dataclass(frozen=True, slots=True)
class Stretch:
    """Characters that get the same tracking on top of what they have."""

    start: int
    end: int
    twips: int


@dataclass(frozen=True, slots=True)
class Moved:
    """Lines that end elsewhere all the same: how they read before and how they read now."""

    before: tuple[str, ...]
    after: tuple[str, ...]


def keep(measured: Measured) -> tuple[list[Stretch], list[Moved]]:
    """The tracking that keeps the lines of a paragraph, and those it cannot keep."""
    was = measured.lines(measured.before)
    tracked = [0] * len(measured.text)
    if list(measured.before) == list(measured.after):
        return [], []
    for number, line in enumerate(was):
        _hold(measured, line, measured.rest if number else measured.first, tracked, last=number == len(was) - 1)
    stretches = list(_stretches(tracked))
    now = measured.lines([width + more * EMU_PER_TWIP for width, more in zip(measured.after, tracked, strict=True)])
    return stretches, list(_moved(measured.text, was, now))


def _hold(measured: Measured, line: Break, room: int, tracked: list[int], *, last: bool) -> None:
    """Set tracking so that a line ends where it ended; nothing where that would take too much."""
    width = _width(measured, measured.after, tracked, line.start, line.visible)
    free = room - _width(measured, measured.before, None, line.start, line.visible)
    allowed = room - max(0, min(_MARGIN, free))
    if width > allowed:
        _track(measured, range(line.start, line.visible), allowed - width, tracked)
    if last or line.forced:
        return
    end = _next_end(measured, line)
    short = _width(measured, measured.before, None, line.start, end) - room
    wanted = room + max(1, min(_MARGIN, short))
    width = _width(measured, measured.after, tracked, line.start, end)
    if width < wanted:
        inside = range(line.start, line.visible)
        most = allowed - _width(measured, measured.after, tracked, line.start, line.visible)
        if not _track(measured, inside, wanted - width, tracked, most=most):
            _track(measured, range(line.end, end), wanted - width, tracked)


def _next_end(measured: Measured, line: Break) -> int:
    """Where the line would end if one word more had come to stand on it."""
    text = measured.text
    following = text.find("\n", line.end)
    stop = len(text) if following < 0 else following
    # Begun a character early, so that what may not stand at a line's start is seen to belong to it.
    places = places_to_break(text, line.end, stop)
    end = places[0] if places else stop
    while end > line.end and text[end - 1] in _SPACES:
        end -= 1
    return end


def _width(measured: Measured, advances: Sequence[int], tracked: Sequence[int] | None, start: int, end: int) -> int:
    more = 0 if tracked is None else sum(tracked[start:end]) * EMU_PER_TWIP
    return sum(advances[start:end]) + more


def _track(measured: Measured, where: range, needed: int, tracked: list[int], most: int | None = None) -> bool:
    """Spread `needed` EMU over the characters that may take it, all alike; False if that is too much for them."""
    able = [place for place in where if measured.bounds[place]]
    if not able:
        return False
    sign = 1 if needed > 0 else -1
    twips = -(-abs(needed) // (len(able) * EMU_PER_TWIP))
    if any(abs(tracked[place] + sign * twips) > measured.bounds[place] for place in able):
        return False
    if most is not None and len(able) * twips * EMU_PER_TWIP > most:
        return False
    for place in able:
        tracked[place] += sign * twips
    return True


def _stretches(tracked: Sequence[int]) -> Iterator[Stretch]:
    start = 0
    for place in range(1, len(tracked) + 1):
        if place == len(tracked) or tracked[place] != tracked[start]:
            if tracked[start]:
                yield Stretch(start, place, tracked[start])
            start = place


def _moved(text: str, was: Sequence[Break], now: Sequence[Break]) -> Iterator[Moved]:
    """The stretches between places where both versions begin a line, if they are broken otherwise in between."""
    ends = {line.end for line in was} & {line.end for line in now}
    for old, new in zip(_parted(was, ends), _parted(now, ends), strict=True):
        if [line.end for line in old] != [line.end for line in new]:
            yield Moved(_words(text, old), _words(text, new))


def _parted(lines: Sequence[Break], ends: set[int]) -> Iterator[list[Break]]:
    part: list[Break] = []
    for line in lines:
        part.append(line)
        if line.end in ends:
            yield part
            part = []


def _words(text: str, lines: Sequence[Break]) -> tuple[str, ...]:
    return tuple(text[line.start : line.visible] for line in lines)
