"""The stretches of a line in the order of its words come in; the same ones where a reader sees them go out.

Words of scripts that run from right to left follow each other from right to left too, within a line of Chinese as well;
a paragraph that is mostly in such a script begins at the right edge.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from gwformat.layout.boxes import Glyphs
from gwformat.text.scripts import has_from_right
from gwformat.units import Emu


def seen(glyphs: Sequence[Glyphs], *, from_right: bool) -> list[Glyphs]:
    """The stretches of a line, each at its place; `from_right` if that is where the paragraph begins."""
    if not any(has_from_right(one.text) for one in glyphs):
        return list(glyphs)
    placed = list(glyphs)
    if from_right:
        last = max(number for number, one in enumerate(glyphs) if one.text.strip())  # blanks end a line unseen
        placed[: last + 1] = _turned(glyphs, 0, last + 1)
    for start, end in _runs(glyphs, from_right=not from_right):
        placed[start:end] = _turned(placed, start, end)
    return placed


def _runs(glyphs: Sequence[Glyphs], *, from_right: bool) -> Iterator[tuple[int, int]]:
    """Where words of one direction stand beside each other; blanks belong to the words on both sides."""
    start = end = -1
    for number, one in enumerate(glyphs):
        if not one.text.strip():
            continue
        if has_from_right(one.text) is from_right:
            start, end = (number if start < 0 else start), number + 1
        elif start >= 0:
            yield start, end
            start = -1
    if start >= 0:
        yield start, end


def _turned(glyphs: Sequence[Glyphs], start: int, end: int) -> list[Glyphs]:
    """Some of the stretches, the first of them at the right edge of the room of all."""
    some = glyphs[start:end]
    left = min(one.x for one in some)
    right = max(one.x + one.width for one in some)
    return [replace(one, x=Emu(left + right - one.x - one.width)) for one in some]
