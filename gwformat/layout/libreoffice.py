"""A paragraph as LibreOffice sets it comes in, where its lines end goes out.

It goes by the rules of the language of the character that does not fit: Chinese may part anywhere but for 避头尾,
Western text only where `western` says. It gives the last character of a line, and of each stretch set alike, no
tracking, and rounds each stretch to whole twips (docs/analysis/lines.md).
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Container, Sequence
from functools import cached_property
from itertools import accumulate, pairwise
from typing import ClassVar

from gwformat.expressions import expression
from gwformat.layout.lines import Break, first_beyond, visible_end
from gwformat.layout.room import Edges, Room, Span
from gwformat.layout.western import western_places
from gwformat.text.kinsoku import NOT_AT_END, NOT_AT_START
from gwformat.text.width import is_wide
from gwformat.units import EMU_PER_TWIP
from gwformat.values import dataclass

_BLANKS = " \u3000"  # what LibreOffice lets hang
# LibreOffice knows 避头尾 by lists of its own: a few of Word's characters are missing, a few are more.
_NOT_AT_START = frozenset(NOT_AT_START) - frozenset("%>¨°‰″›℃∶〃…＂％＇］｀") | frozenset("'\"-々、｡､")
_NOT_AT_END = frozenset(NOT_AT_END) - frozenset("$＄") | frozenset("'\"")
# LibreOffice goes by the block a character is in, not by its width: “·”, “×”, “°” are Latin, signs take what precedes.
_NO_SCRIPT = expression(
    "[ \u00a0\u02c7\u02ca\u02cb\u02d9\u2000-\u2070\u2074-\u207e\u2080-\u208e\u20a0-\u20cf\u2100-\u27bf\ue000-\uf8ff]"
)
_LATIN_BLOCKS = "\u0590"  # below it all is Latin, Greek, Cyrillic or Armenian
_LAST_SPACE = expression(r"(?s).*[^\S\u00a0\u2007\u202f]")
_OVERLONG = 66  # characters: an address longer than that may part after a slash


@dataclass(frozen=True)
class LibreOffice:
    """A paragraph as LibreOffice sets it: its advances before and after the mapping in EMU, without tracking.

    `parts` tells of each character whether the next one is set otherwise before the mapping, `parts_after` the same
    after it, if that is not so by the same places; `tracking` is that of the file, in twips, the same within a stretch;
    `latin` whether it goes by the rules of a Western language, as letters do unless the file calls their language
    Chinese. No line of Chinese begins or ends with a character of the two sets, which are its own: of a docx it does
    not read them.
    """

    name: ClassVar[str] = "LibreOffice"
    text: str
    room: Room
    before: Sequence[int]
    after: Sequence[int]
    latin: Sequence[bool]
    parts: Sequence[bool]
    tracking: Sequence[int]
    not_at_start: Container[str] = _NOT_AT_START
    not_at_end: Container[str] = _NOT_AT_END
    parts_after: Sequence[bool] = ()

    @cached_property
    def was(self) -> Edges:
        """The characters before the mapping."""
        return _stretched(self.before, self.tracking, self.parts)

    @cached_property
    def broken(self) -> list[Break]:
        """The lines before the mapping."""
        return self.lines(self.was)

    @property
    def parts_words(self) -> bool:
        """Whether a line ends within a word of letters, for want of room or because their language allows it."""
        ends = (line.end for line in self.broken if not line.forced and line.end < len(self.text))
        return any(_is_letter(self.text[end - 1]) and _is_letter(self.text[end]) for end in ends)

    def now(self, tracked: Sequence[int]) -> Edges:
        """The characters after the mapping with `tracked` twips more."""
        tracking = [own + twips for own, twips in zip(self.tracking, tracked, strict=True)]
        changes = (one != other for one, other in pairwise(tracked))
        parts = [part or change for part, change in zip(self.parts_after or self.parts, changes, strict=False)]
        return _stretched(self.after, tracking, (*parts, True))

    def width(self, number: int, start: int, end: int, tracked: Sequence[int] | None) -> int:
        """How wide a line is after the mapping with `tracked` twips more, or before it; no stretch goes beyond it."""

        def taken(start: int, end: int) -> int:
            if tracked is not None:
                return self._taken(tracked, start, end)
            parts = (*self.parts[start:end][:-1], True)
            return _stretched(self.before[start:end], self.tracking[start:end], parts).ends[-1]

        return self.room.taken(self.text, number, start, end, taken)

    def _taken(self, tracked: Sequence[int], start: int, end: int) -> int:
        """What `_stretched` finds at the end of these characters, stretch by stretch: each is tracked alike."""
        widths, inked, last = self._sums
        ends = self._part_ends[bisect_right(self._part_ends, start) : bisect_left(self._part_ends, end)]
        ends += [place for place in range(start + 1, end) if tracked[place] != tracked[place - 1]]
        edge, added, begin = 0, 0, start
        for stop in (*sorted(ends), end):
            if stop == begin:
                continue
            twips = (self.tracking[begin] + tracked[begin]) * EMU_PER_TWIP
            wide = last[stop]
            edge += added + widths[stop] - widths[begin] + (inked[stop] - inked[begin] - wide) * twips
            edge = _in_twips(edge)
            added = max(0, twips) if wide else 0
            begin = stop
        return edge

    @cached_property
    def _part_ends(self) -> list[int]:
        """Where the stretches end that are set alike after the mapping."""
        return [place for place, part in enumerate(self.parts_after or self.parts, 1) if part]

    @cached_property
    def _sums(self) -> tuple[Sequence[int], Sequence[int], Sequence[bool]]:
        """Of the characters before each place: their width, how many have any, and whether the last one has."""
        inked = [advance > 0 for advance in self.after]
        return [0, *accumulate(self.after)], [0, *accumulate(inked)], [False, *inked]

    def lines(self, edges: Edges) -> list[Break]:
        """The lines with these edges."""
        lines: list[Break] = []
        start = 0
        for part in self.text.split("\n"):
            stop = start + len(part)
            begins = len(lines)
            while start < stop:
                cut = self._cut(start, stop, edges, len(lines))
                end = stop if cut >= stop else self._end(start, cut, stop, edges)
                lines.append(Break(start, end, visible_end(self.text, start, end)))
                start = end
            if len(lines) == begins:
                lines.append(Break(start, stop, stop))
            if stop < len(self.text):
                last = lines[-1]
                lines[-1] = Break(last.start, stop + 1, last.visible, forced=True)
            start = stop + 1
        return lines

    def span(self, line: Break, number: int) -> Span:
        """The characters that may be the first that does not fit, as long as the line ends where it does."""
        if line.forced or line.end == len(self.text):
            return Span(line.visible, None)
        following = self.text.find("\n", line.end)
        stop = len(self.text) if following < 0 else following
        edges = self.was
        cut = min(self._cut(line.start, stop, edges, number), stop - 1)
        first = last = cut
        while first - 1 > line.start and self._end(line.start, first - 1, stop, edges) == line.end:
            first -= 1
        while last + 1 < stop and self._end(line.start, last + 1, stop, edges) == line.end:
            last += 1
        return Span(first, last + 1)

    def _cut(self, start: int, stop: int, edges: Edges, number: int) -> int:
        """The first character of a line that does not fit."""
        room = self.room.of(number)
        if self.room.tabs is not None:
            return first_beyond(self.text, start, stop, edges[:2], room, number, self.room.tabs)
        return bisect_right(edges.ends, edges.begins[start] + room, start + 1, stop + 1) - 1

    def _end(self, start: int, cut: int, stop: int, edges: Edges) -> int:
        """Where the line ends if the character at `cut` is the first that does not fit."""
        if self.text[cut] in _BLANKS:
            while cut < stop and self.text[cut] in _BLANKS:
                cut += 1
            return cut
        begin = cut
        while begin > start and not edges.parts[begin - 1]:
            begin -= 1
        end = self._best_end(cut)
        if end >= begin and end > start:
            return end
        if start <= end < begin:  # it goes back to the stretch before and breaks that by its own rules
            return self._end(start, begin - 1, stop, edges)
        return max(cut, start + 1)  # one word is too long for a line and is parted

    def _best_end(self, cut: int) -> int:
        """The last place before a character by the rules of its language, which may be before the line."""
        place = cut
        while place and not self.text[place].isalnum():
            place -= 1
        return self._western_end(cut) if self.latin[place] else self._chinese_end(cut)

    def _chinese_end(self, cut: int) -> int:
        while cut and (self.text[cut] in self.not_at_start or self.text[cut - 1] in self.not_at_end):
            cut -= 1
        return cut

    def _western_end(self, cut: int) -> int:
        """A slash is no good end: one further on is taken if the line ends there, else a space far before it."""
        places = self._places
        index = bisect_right(places, cut) - 1
        if index >= 0 and places[index] == cut and self.text[cut - 1] == "/":
            index -= 1
        end = places[index] if index >= 0 else 0
        if end and end != cut and self.text[end - 1] == "/":
            before = self.text[max(0, end - _OVERLONG) : end]
            return end - len(before) + found.end() if (found := _LAST_SPACE.match(before)) else end
        return end

    @cached_property
    def _places(self) -> list[int]:
        return western_places(self.text)


def _is_letter(char: str) -> bool:
    return char.isalnum() and not is_wide(char)


def _stretched(advances: Sequence[int], tracking: Sequence[int], parts: Sequence[bool]) -> Edges:
    """Characters in stretches set alike: the last of each is drawn apart but not together, and all are whole twips."""
    begins, ends = [0], [0]
    place = 0  # where the next character begins
    for advance, twips, is_last in zip(advances, tracking, parts, strict=False):  # parts end with the paragraph
        edge = place + advance
        added = twips * EMU_PER_TWIP if advance else 0
        if is_last:
            edge = _in_twips(edge)
            place = edge + max(0, added)
        else:
            place = edge + added
        ends.append(edge)
        begins.append(place)
    return Edges(begins, ends, parts)


def _in_twips(width: int) -> int:
    return (width + EMU_PER_TWIP // 2) // EMU_PER_TWIP * EMU_PER_TWIP


def latin_in_libreoffice(text: str) -> list[bool]:
    """Of each character whether LibreOffice sets it in the Latin face: what stands first, too, if it has no script."""
    found: list[bool] = []
    own = [None if _NO_SCRIPT.match(char) else char < _LATIN_BLOCKS or not is_wide(char) for char in text]
    current = True
    for one in own:
        current = current if one is None else one
        found.append(current)
    return found
