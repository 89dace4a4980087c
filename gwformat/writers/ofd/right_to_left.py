"""Characters with their places come in; those of scripts that run from right to left change places within each run.

A reader of OFD draws characters where it is told and joins no letters: Arabic ones stand side by side.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence

from gwformat.writers.drawn.signs import Sign, runs_from_right

_FROM_RIGHT = frozenset(("R", "AL", "RLE", "RLO", "RLI"))
_NUMBERS = frozenset(("EN", "AN"))

Placed = tuple[Sign, float]


def ordered(placed: Sequence[Placed], end: float) -> Sequence[Placed]:
    """The characters in their order, with the places where they are read; at `end` the last one's room ends."""
    if not runs_from_right("".join(sign.drawn for sign, _ in placed)):
        return placed
    edges = [*(x for _, x in placed), end]
    kinds = [unicodedata.bidirectional(sign.drawn[:1]) if sign.drawn else "BN" for sign, _ in placed]
    result = list(placed)
    for start, stop in _runs(kinds):
        for number in range(start, stop):
            result[number] = placed[number][0], edges[start] + edges[stop] - edges[number + 1]
        for first, last in _within(kinds, start, stop):
            shift = edges[start] + edges[stop] - edges[last] - edges[first]
            for number in range(first, last):
                result[number] = placed[number][0], edges[number] + shift
    return result


def _runs(kinds: Sequence[str]) -> list[tuple[int, int]]:
    """From the first to the last letter of each run; what stands between two of its letters belongs to it."""
    found: list[tuple[int, int]] = []
    start = last = -1
    for number, kind in enumerate(kinds):
        if kind in _FROM_RIGHT:
            start, last = (number if start < 0 else start), number
        elif kind == "NSM" and start >= 0 and last == number - 1:
            last = number
        elif kind == "L" and start >= 0:
            found.append((start, last + 1))
            start = -1
    return [*found, (start, last + 1)] if start >= 0 else found


def _within(kinds: Sequence[str], start: int, stop: int) -> list[tuple[int, int]]:
    """Numbers in a run, which are read from left to right."""
    found: list[tuple[int, int]] = []
    for number in range(start, stop):
        if kinds[number] in _NUMBERS:
            if found and found[-1][1] == number:
                found[-1] = found[-1][0], number + 1
            else:
                found.append((number, number + 1))
    return found
