"""A paragraph with its advances in two sets of fonts comes in, the tracking that keeps its lines goes out.

Only lines that would end elsewhere get tracking, and no more of it than is needed: a line has to hold what it held, and
the word after it must still not fit. This has to be so in every program that will show the file, and they differ: the
paragraph comes as each of them sets it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from gwformat.layout.lines import Break
from gwformat.layout.programs import Edges, LibreOffice, Word
from gwformat.text.width import is_wide
from gwformat.units import EMU_PER_TWIP

_MARGIN = 12 * EMU_PER_TWIP  # what rounding may make of a line
_ROUNDS = 12  # what holds a line in one program may loosen one in the other
Program = Word | LibreOffice
# Which characters, and how many times their bound: words the fonts set differently; all words in letters and digits;
# last the whole line, where justification hides a little tracking between Han.
_STEPS = (
    *(("different", 1.0), ("narrow", 1.0), ("different", 2.0), ("narrow", 2.0)),
    *(("line", 0.5), ("line", 1.0), ("line", 1.25)),
    ("beyond", 2.0),  # the word that must not come to stand on the line
)


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
    """Lines that end elsewhere all the same: how they read before and how they read now, and in which programs."""

    before: tuple[str, ...]
    after: tuple[str, ...]
    programs: tuple[str, ...]


def keep(measured: Measured) -> tuple[list[Stretch], list[Moved]]:
    """The tracking that keeps the lines of a paragraph, and those it cannot keep."""
    was = [program.lines(program.was()) for program in measured.programs]
    tracked = _Tracking(measured, was).found()
    moved: dict[tuple[tuple[str, ...], tuple[str, ...]], list[str]] = {}
    for program, lines in zip(measured.programs, was, strict=True):
        for both in _moved(measured.text, lines, program.lines(program.now(tracked))):
            moved.setdefault(both, []).append(program.name)
    return list(_stretches(tracked)), [Moved(*both, tuple(programs)) for both, programs in moved.items()]


class _Line:
    """One line that has to end where it ended, in one program; `step` is how far it may go for that."""

    def __init__(self, program: Program, line: Break, number: int) -> None:
        edges = program.was()
        room = program.room.of(number)
        self.program = program
        self.line = line
        self.span = program.span(line, number, edges)
        self.step = 0
        self.room = room + program.lenience
        free = room - edges.width(line.start, self.span.fits)
        self.most = room - max(0, min(_MARGIN, free))
        over = 0 if self.span.overflows is None else edges.width(line.start, self.span.overflows) - room
        self.least = room + max(1, min(_MARGIN, over))

    def error(self, edges: Edges) -> int:
        """By how much its words are too wide; negative: by how much those and the next word are too narrow."""
        too_wide = edges.width(self.line.start, self.span.fits) - self.most
        if too_wide > 0 or self.span.overflows is None:
            return max(0, too_wide)
        return min(0, edges.width(self.line.start, self.span.overflows) - self.least)

    def is_lost(self, edges: Edges) -> bool:
        """Whether it ends elsewhere, be it by a hair."""
        start, (fits, overflows) = self.line.start, self.span
        return edges.width(start, fits) > self.room or (
            overflows is not None and edges.width(start, overflows) <= self.room
        )

    def meets(self, other: _Line) -> bool:
        """Whether the tracking of one matters to the other."""
        return self.line.start < (other.span.overflows or other.line.end) and other.line.start < (
            self.span.overflows or self.line.end
        )

    def places(self, kind: str) -> range:
        """Where tracking may mend an error; of a word that is parted a letter more, lest it part where it is set."""
        if kind == "beyond":
            return range(self.line.end, self.span.overflows or self.line.end)
        text, end = self.program.text, self.line.end
        is_within = end == self.line.visible < len(text) and text[end - 1 : end + 1].isalnum()
        return range(self.line.start, self.line.visible + (is_within and not is_wide(text[end])))


class _Tracking:
    """The tracking of a paragraph, mended line by line until all lines hold or nothing more is allowed."""

    def __init__(self, measured: Measured, was: Sequence[Sequence[Break]]) -> None:
        self._measured = measured
        self._tracked = [0] * len(measured.text)
        self._edges: dict[int, Edges] = {}
        self._lines = [
            _Line(program, line, number)
            for program, lines in zip(measured.programs, was, strict=True)
            for number, line in enumerate(lines)
        ]

    def found(self) -> list[int]:
        """The tracking of each character in twips.

        A line that cannot be held is given up and gets none; before one of LibreOffice is, those of Word that may stand
        against it are: what is computed for LibreOffice has been measured.
        """
        lines = self._lines
        while wrong := self._mend(lines):
            given_up = [line for line in lines if isinstance(line.program, Word) and any(map(line.meets, wrong))]
            if not given_up:
                lost = [line for line in wrong if line.is_lost(self._edges_in(line.program))]
                given_up = sorted(lost, key=lambda line: -abs(self._error(line)))[:1]
            if not given_up:
                break  # they hold by a hair
            lines = [line for line in lines if line not in given_up]
            self._tracked = [0] * len(self._tracked)
            self._edges.clear()
        return self._tracked

    def _mend(self, lines: Sequence[_Line]) -> list[_Line]:
        """Track until all lines hold, or nothing more is allowed: the lines that do not hold."""
        for line in lines:
            line.step = 0
        while True:
            for _ in range(_ROUNDS):
                wrong = [line for line in lines if self._error(line)]
                if not wrong:
                    return []
                for line in wrong:
                    self._hold(line)
            wrong = [line for line in lines if self._error(line)]
            able = [line for line in wrong if line.step + 1 < len(_STEPS)]
            if not able:
                return wrong
            for line in able:
                line.step += 1

    def _error(self, line: _Line) -> int:
        return line.error(self._edges_in(line.program))

    def _edges_in(self, program: Program) -> Edges:
        if id(program) not in self._edges:
            self._edges[id(program)] = program.now(self._tracked)
        return self._edges[id(program)]

    def _hold(self, line: _Line) -> None:
        """Track characters all alike: first a few with restraint, then more of them and with less."""
        for kind, times in _STEPS[: line.step + 1]:
            error = self._error(line)
            if not error or (kind == "beyond" and error > 0):
                return
            while error and self._track(line.places(kind), error, kind, times):
                error, before = self._error(line), error
                if (error > 0) is not (before > 0):
                    return

    def _track(self, where: range, error: int, kind: str, times: float) -> bool:
        """Move the tracking of all characters that still may by as much as the error takes; False if none may."""
        sign = -1 if error > 0 else 1
        able = [place for place in where if self._takes_part(place, kind) and self._is_free(place, sign, times)]
        if not able:
            return False
        twips = -(-abs(error) // (len(able) * EMU_PER_TWIP))
        for place in able:
            bound = int(times * self._measured.bounds[place])
            tracked = self._tracked[place] + sign * twips
            self._tracked[place] = min(bound, tracked) if sign > 0 else max(-bound, tracked)
        self._edges.clear()
        return True

    def _is_free(self, place: int, sign: int, times: float) -> bool:
        return sign * self._tracked[place] < int(times * self._measured.bounds[place])

    def _takes_part(self, place: int, kind: str) -> bool:
        narrow = not is_wide(self._measured.text[place])
        return kind == "line" or (narrow and (kind in ("narrow", "beyond") or self._measured.different[place]))


def _stretches(tracked: Sequence[int]) -> Iterator[Stretch]:
    start = 0
    for place in range(1, len(tracked) + 1):
        if place == len(tracked) or tracked[place] != tracked[start]:
            if tracked[start]:
                yield Stretch(start, place, tracked[start])
            start = place


def _moved(text: str, was: Sequence[Break], now: Sequence[Break]) -> Iterator[tuple[tuple[str, ...], tuple[str, ...]]]:
    """The stretches between places where both versions begin a line, if they are broken otherwise in between."""
    ends = {line.end for line in was} & {line.end for line in now}
    for old, new in zip(_parted(was, ends), _parted(now, ends), strict=True):
        if [line.end for line in old] != [line.end for line in new]:
            yield _words(text, old), _words(text, new)


def _parted(lines: Sequence[Break], ends: set[int]) -> Iterator[list[Break]]:
    part: list[Break] = []
    for line in lines:
        part.append(line)
        if line.end in ends:
            yield part
            part = []


def _words(text: str, lines: Sequence[Break]) -> tuple[str, ...]:
    return tuple(text[line.start : line.visible] for line in lines)
