"""A paragraph with its advances in two sets of fonts comes in, the tracking that keeps its lines goes out.

Only lines that would end elsewhere get tracking, and no more of it than is needed: a line has to hold what it held, and
the word after it must still not fit. This has to be so in every program that will show the file, and they differ: the
paragraph comes as each of them sets it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from gwformat.layout.lines import Break
from gwformat.layout.tracking import Measured, tracking_of
from gwformat.values import dataclass


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
    was = [program.broken for program in measured.programs]
    tracked = tracking_of(measured, was)
    moved: dict[tuple[tuple[str, ...], tuple[str, ...]], list[str]] = {}
    for program, lines in zip(measured.programs, was, strict=True):
        for both in _moved(measured.text, lines, program.lines(program.now(tracked))):
            moved.setdefault(both, []).append(program.name)
    return list(_stretches(tracked)), [Moved(*both, tuple(programs)) for both, programs in moved.items()]


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
