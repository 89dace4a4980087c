"""A paragraph whose lines have to end where they ended comes in, the tracking that makes them do so goes out.

Tracking goes first to a few characters with restraint, then to more of them and with less; a line it cannot hold gets
none. A line is measured anew only after its own characters have been tracked otherwise, and what stands between lines
that hold is none of its business: a long paragraph costs no more per line than a short one.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from itertools import accumulate

from gwformat.layout.libreoffice import LibreOffice
from gwformat.layout.lines import Break
from gwformat.layout.word import Word
from gwformat.text.width import is_wide
from gwformat.units import EMU_PER_TWIP
from gwformat.values import dataclass

Program = Word | LibreOffice
_MARGIN = 12 * EMU_PER_TWIP  # what rounding may make of a line
_ROUNDS = 12  # what holds a line in one program may loosen one in the other
# Which characters, and how many times their bound: words the fonts set differently; all words in letters and digits;
# last the whole line, where justification hides a little tracking between Han.
_STEPS = (
    *(("different", 1.0), ("narrow", 1.0), ("different", 2.0), ("narrow", 2.0)),
    *(("line", 0.5), ("line", 1.0), ("line", 1.25)),
    ("beyond", 2.0),  # the word that must not come to stand on the line
)
_MOST_NARROW, _MOST_WIDE = 2.0, 1.25  # the most of them all


@dataclass(frozen=True, slots=True)
class Measured:
    """A paragraph, the room its lines have, and how each program sets it.

    `bounds` says of each character how many twips of tracking it may well get, 0 if none; `different` whether it stands
    in a stretch of letters and digits that the fonts do not set alike.
    """

    text: str
    bounds: Sequence[int]
    different: Sequence[bool]
    programs: Sequence[Program]


def tracking_of(measured: Measured, was: Sequence[Sequence[Break]]) -> list[int]:
    """The tracking of each character in twips that keeps the lines as they `was` in each program.

    A line that cannot be held is given up and gets none; before one of LibreOffice is, those of Word that may stand
    against it are: what is computed for LibreOffice has been measured.
    """
    most = [0, *accumulate(_most(measured))]
    tracking = _Tracking(measured)
    lines = [
        line
        for program, broken in zip(measured.programs, was, strict=True)
        for number, one in enumerate(broken)
        if not (line := _Line(measured, program, one, number)).is_hopeless(tracking.tracked, most)
    ]
    while wrong := tracking.mend(lines):
        given_up = set(_given_up(lines, wrong, tracking.tracked))
        if not given_up:
            break  # they hold by a hair
        lines = [line for line in lines if line not in given_up]
        tracking = _Tracking(measured)
    return tracking.tracked


def _most(measured: Measured) -> Iterator[int]:
    for char, bound in zip(measured.text, measured.bounds, strict=True):
        yield int((_MOST_WIDE if is_wide(char) else _MOST_NARROW) * bound) * EMU_PER_TWIP


def _given_up(lines: Sequence[_Line], wrong: Sequence[_Line], tracked: Sequence[int]) -> Iterator[_Line]:
    """For each group of neighbours that do not hold: the lines of Word that touch it, or else the worst of it."""
    words = [line for line in lines if isinstance(line.program, Word)]
    starts, reaches = [line.start for line in words], [line.reach for line in words]
    for group in _groups(sorted(wrong, key=lambda line: line.start)):
        first = bisect_right(reaches, group[0].start)
        last = bisect_left(starts, max(line.reach for line in group))
        lost = [line for line in group if line.is_lost(tracked)]
        if first < last:
            yield from words[first:last]
        elif lost:
            yield max(lost, key=lambda line: abs(line.error(tracked)))


def _groups(lines: Sequence[_Line]) -> Iterator[list[_Line]]:
    """Lines in order, those together that have characters in common."""
    group: list[_Line] = []
    reach = 0
    for line in lines:
        if group and line.start >= reach:
            yield group
            group = []
        group.append(line)
        reach = max(reach, line.reach)
    if group:
        yield group


class _Line:
    """One line that has to end where it ended, in one program; `step` is how far it may go for that."""

    def __init__(self, measured: Measured, program: Program, line: Break, number: int) -> None:
        room = program.room.of(number)
        self.step = 0
        self.program = program
        self.span = program.span(line, number)
        self.start = line.start
        self.reach = self.span.overflows or line.end  # tracking of the characters up to there matters to it
        self._measured = measured
        self._line = line
        self._number = number
        self._places: dict[str, list[int]] = {}
        self._seen: Sequence[int] | None = None
        self._error = 0
        self._room = room
        free = room - self._width(self.span.fits, None)
        self._most = room - max(0, min(_MARGIN, free))
        over = 0 if self.span.overflows is None else self._width(self.span.overflows, None) - room
        self._least = room + max(1, min(_MARGIN, over))

    def error(self, tracked: Sequence[int]) -> int:
        """By how much its words are too wide; negative: by how much those and the next word are too narrow."""
        seen = tracked[self.start : self.reach]
        if seen != self._seen:
            self._seen, self._error = seen, self._found(tracked)
        return self._error

    def _found(self, tracked: Sequence[int]) -> int:
        too_wide = self._width(self.span.fits, tracked) - self._most
        if too_wide > 0 or self.span.overflows is None:
            return max(0, too_wide)
        return min(0, self._width(self.span.overflows, tracked) - self._least)

    def is_lost(self, tracked: Sequence[int]) -> bool:
        """Whether it ends elsewhere, be it by a hair."""
        return self._is_lost(tracked, 0, 0)

    def is_hopeless(self, untracked: Sequence[int], most: Sequence[int]) -> bool:
        """Whether it ends elsewhere however it is tracked; `most` adds up by how much characters may be."""
        shrinks, grows = (most[end] - most[self.start] for end in (self.span.fits, self.reach))
        return self._is_lost(untracked, shrinks, grows)

    def _is_lost(self, tracked: Sequence[int], shrinks: int, grows: int) -> bool:
        fits, overflows = self.span
        return self._width(fits, tracked) - shrinks > self._room or (
            overflows is not None and self._width(overflows, tracked) + grows <= self._room
        )

    def _width(self, end: int, tracked: Sequence[int] | None) -> int:
        return self.program.width(self._number, self.start, end, tracked)

    def places(self, kind: str) -> list[int]:
        """The characters whose tracking may mend an error."""
        if kind not in self._places:
            text, different = self._measured.text, self._measured.different
            self._places[kind] = [
                place
                for place in self._range(kind)
                if kind == "line" or (not is_wide(text[place]) and (kind != "different" or different[place]))
            ]
        return self._places[kind]

    def _range(self, kind: str) -> range:
        """Of a word that is parted a letter more, lest it part where it is set."""
        if kind == "beyond":
            return range(self._line.end, self.span.overflows or self._line.end)
        text, end = self._measured.text, self._line.end
        is_within = end == self._line.visible < len(text) and text[end - 1 : end + 1].isalnum()
        return range(self.start, self._line.visible + (is_within and not is_wide(text[end])))


class _Tracking:
    """The tracking of a paragraph, mended line by line until all lines hold or nothing more is allowed."""

    def __init__(self, measured: Measured) -> None:
        self._bounds = measured.bounds
        self.tracked = [0] * len(measured.text)

    def mend(self, lines: Sequence[_Line]) -> list[_Line]:
        """Track until all lines hold, or nothing more is allowed: the lines that do not hold."""
        for line in lines:
            line.step = 0
        while True:
            for _ in range(_ROUNDS):
                wrong = [line for line in lines if line.error(self.tracked)]
                if not wrong:
                    return []
                before = self.tracked.copy()
                for line in wrong:
                    self._hold(line)
                if self.tracked == before:
                    break  # as would be the next round: nothing is allowed, or one undoes what the other does
            wrong = [line for line in lines if line.error(self.tracked)]
            able = [line for line in wrong if line.step + 1 < len(_STEPS)]
            if not able:
                return wrong
            for line in able:
                line.step += 1

    def _hold(self, line: _Line) -> None:
        """Track characters all alike: first a few with restraint, then more of them and with less."""
        for kind, times in _STEPS[: line.step + 1]:
            error = line.error(self.tracked)
            if not error or (kind == "beyond" and error > 0):
                return
            while error and self._track(line.places(kind), error, times):
                error, before = line.error(self.tracked), error
                if (error > 0) is not (before > 0):
                    return

    def _track(self, places: Sequence[int], error: int, times: float) -> bool:
        """Move the tracking of all characters that still may by as much as the error takes; False if none may."""
        sign = -1 if error > 0 else 1
        able = [
            (place, bound)
            for place in places
            if sign * self.tracked[place] < (bound := int(times * self._bounds[place]))
        ]
        if not able:
            return False
        twips = -(-abs(error) // (len(able) * EMU_PER_TWIP))
        for place, bound in able:
            tracked = self.tracked[place] + sign * twips
            self.tracked[place] = min(bound, tracked) if sign > 0 else max(-bound, tracked)
        return True
