"""A paragraph with its advances in two sets of fonts comes in, the tracking that keeps its lines goes out.

Only lines that would end elsewhere get tracking, and no more of it than is needed: a line has to hold what it held, and
the word after it must still not fit. This has to be so in every program that will show the file, and they differ: the
paragraph comes as each of them sets it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from gwformat.layout.lines import Break
from gwformat.layout.programs import LibreOffice, Word
from gwformat.text.width import is_wide
from gwformat.units import EMU_PER_TWIP

_MARGIN = 40 * EMU_PER_TWIP  # two points: LibreOffice keeps tracking in hundredths of a millimetre, advances in twips
_ROUNDS = 3  # what holds a line in one program may loosen one in the other
# Which characters, and how many times their bound: words the fonts set differently; all words in letters and digits;
# last the whole line, where justification hides a little tracking between Han.
Program = Word | LibreOffice
_STEPS = (("different", 1.0), ("narrow", 1.0), ("different", 2.0), ("narrow", 2.0), ("line", 0.5), ("line", 1.0))


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
    tracked = [0] * len(measured.text)
    was = [program.lines(program.was()) for program in measured.programs]
    lines = [
        _Line(measured, program, line, number)
        for program, found in zip(measured.programs, was, strict=True)
        for number, line in enumerate(found)
    ]
    for _ in range(_ROUNDS):
        held = list(tracked)
        for line in lines:
            line.hold(tracked)
        if held == tracked:
            break
    moved: list[Moved] = []
    for program, found in zip(measured.programs, was, strict=True):
        now = program.lines(program.now(tracked))
        moved += (one for one in _moved(measured.text, found, now) if one not in moved)
    return list(_stretches(tracked)), moved


class _Line:
    """One line that has to end where it ended, in one program."""

    def __init__(self, measured: Measured, program: Program, line: Break, number: int) -> None:
        self._measured = measured
        self._program = program
        self._line = line
        edges = program.was()
        self._span = program.span(line, number, edges)
        room = program.room.of(number)
        free = room - edges.width(line.start, self._span.fits)
        self._most = room - max(0, min(_MARGIN, free))
        over = 0 if self._span.overflows is None else edges.width(line.start, self._span.overflows) - room
        self._least = room + max(1, min(_MARGIN, over))

    def hold(self, tracked: list[int]) -> None:
        """Set tracking so that the line ends where it did; nothing where that would take too much."""
        too_wide, too_narrow = self._errors(tracked)
        if too_wide > 0:
            self._track(range(self._line.start, self._line.visible), -1, too_wide, tracked)
        elif too_narrow > 0 and self._span.overflows is not None:
            inside, beyond = range(self._line.start, self._line.visible), range(self._line.end, self._span.overflows)
            if not self._track(inside, 1, too_narrow, tracked):
                self._track(beyond, 1, too_narrow, tracked)

    def _errors(self, tracked: Sequence[int]) -> tuple[int, int]:
        """By how much the words of the line are too wide, and by how much those and the next word too narrow."""
        edges = self._program.now(tracked)
        too_wide = edges.width(self._line.start, self._span.fits) - self._most
        if self._span.overflows is None:
            return too_wide, 0
        return too_wide, self._least - edges.width(self._line.start, self._span.overflows)

    def _track(self, where: range, sign: int, needed: int, tracked: list[int]) -> bool:
        """Track characters all alike: first a few with restraint, then more of them and with less."""
        for kind, times in _STEPS:
            able = [place for place in where if self._measured.bounds[place] and self._takes_part(place, kind)]
            least = -(-needed // (len(able) * EMU_PER_TWIP)) if able else 0
            bound = min((int(times * self._measured.bounds[place]) for place in able), default=-1)
            for twips in range(least, bound + 1):
                trial = list(tracked)
                for place in able:
                    trial[place] += sign * twips
                too_wide, too_narrow = self._errors(trial)
                if too_wide <= 0 and too_narrow <= 0:
                    if any(abs(trial[place]) > times * self._measured.bounds[place] for place in able):
                        break
                    tracked[:] = trial
                    return True
        return False

    def _takes_part(self, place: int, kind: str) -> bool:
        narrow = not is_wide(self._measured.text[place])
        return kind == "line" or (narrow and (kind == "narrow" or self._measured.different[place]))


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
