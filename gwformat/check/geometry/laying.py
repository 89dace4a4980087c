"""A broken paragraph and its neighbours in; its lines and gaps as `layout.flow` stacks them out."""

from __future__ import annotations

import functools
from collections.abc import Sequence

from gwformat.check.geometry.breaking import Broken
from gwformat.layout.boxes import Span
from gwformat.layout.grid import Grid
from gwformat.layout.laid import Laid, TextLine
from gwformat.model import Align, Role, Source
from gwformat.ooxml.effective import Border, ParagraphLook
from gwformat.profiles.schema import Slot
from gwformat.setting.paragraph import Indents, Set
from gwformat.units import Emu

_ZERO = Emu(0)
Beside = tuple[ParagraphLook | None, ParagraphLook | None]


def neighbours(looks: Sequence[ParagraphLook], place: int) -> Beside:
    """The paragraphs above and below the one at `place`."""
    return looks[place - 1] if place else None, looks[place + 1] if place + 1 < len(looks) else None


def lines_of(number: int, look: ParagraphLook, broken: Broken, beside: Beside) -> tuple[list[TextLine], Emu, Emu]:
    """Its lines and the gaps above and below; the span of each line is (paragraph, line, line + 1)."""
    before, after = (
        _ZERO if look.contextual and other is not None and other.style_id == look.style_id else gap.emu
        for other, gap in zip(beside, (look.before, look.after), strict=True)
    )
    above, below = _border_room(look, beside)
    heights = [broken.height] * len(broken.lines)
    if heights and (above or below):
        heights[0] = Emu(heights[0] + above)
        heights[-1] = Emu(heights[-1] + below)
    lines = [
        TextLine((), _ZERO, _ZERO, height, (Span(number, place, place + 1),), ends_page=edge.ends_page)
        for place, (edge, height) in enumerate(zip(broken.lines, heights, strict=True))
    ]
    return lines, before, after


def laid(number: int, look: ParagraphLook, broken: Broken, beside: Beside) -> Laid:
    """The paragraph with its lines."""
    lines, before, after = lines_of(number, look, broken, beside)
    how = _set(before, after, broken.height, broken.size, look.page_break_before, look.keep_next, look.keep_lines)
    # A program that keeps it with the next paragraph may part it, unless it is told otherwise (17.3.1.15).
    parted = look.keep_next and not look.keep_lines and len(lines) > 1
    return Laid(how, tuple(lines), Source("", number, number), parted=parted)


def laid_rows(number: int, rows: tuple[TextLine, ...], headers: int, grid: Grid | None, *, kept: bool) -> Laid:
    """A table with its rows; `kept` together, and with what follows, if they are."""
    how = _set(_ZERO, _ZERO, _ZERO, _ZERO, False, kept, kept)
    return Laid(how, rows, Source("", number, number), headers=rows[:headers], grid=grid)


@functools.lru_cache(maxsize=256)
def _set(before: Emu, after: Emu, pitch: Emu, size: Emu, begins: bool, keep_next: bool, keep_lines: bool) -> Set:
    """How a paragraph is set, as far as it matters to where its lines stand; most are set alike."""
    return Set(
        Role.OTHER, Indents(), before, after, pitch, False, Align.LEFT, Slot.FANGSONG, size, _ZERO, "", False, 100,
        begins, keep_next, keep_lines,
    )  # fmt: skip


def _border_room(look: ParagraphLook, beside: Beside) -> tuple[int, int]:
    """What borders above and below take; paragraphs with the same borders have them around all of them."""
    if not look.borders:
        return 0, 0
    joined = [other is not None and dict(other.borders) == dict(look.borders) for other in beside]
    sides = zip(("top", "bottom"), joined, strict=True)
    above, below = (0 if shared else room_of(look.borders.get(side)) for side, shared in sides)
    return above, below


def room_of(border: Border | None) -> int:
    """The room a border takes."""
    return border.space + border.width if border is not None else 0
