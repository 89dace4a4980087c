"""The text of a paragraph and its advances come in, the places where its lines end go out, as Word breaks Chinese text.

Han characters may part anywhere; words, numbers and addresses in Latin letters, and words in Hangul, stay whole and may
part after a hyphen. 避头尾: what GB/T 15834 5.1 forbids at a line's start takes the character before it along, what it
forbids at a line's end goes to the next line; —— and …… never part. Nothing hangs outside the type area but spaces, and
nothing is squeezed. A soft hyphen is a place to part a word, and has a width only where it does.
"""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import accumulate
from typing import NamedTuple

from gwformat.model import OBJECT
from gwformat.text.characters import SOFT_HYPHEN, is_hangul
from gwformat.text.kinsoku import NOT_AT_END, NOT_AT_START
from gwformat.text.scripts import in_western_face
from gwformat.text.width import is_wide

# One letter for each kind of character, so that places to break are found by one regular expression.
_WIDE, _LATIN, _DIGIT, _HYPHEN, _DASH, _POINT, _SPACE, _TAB, _MARK, _SOFT = "WLNHDPSTMY"
_OPENING, _CLOSING = "OC"  # wide ones; narrow ones stick to their word as well
_NARROW_OPENING, _NARROW_CLOSING = "oc"
_QUOTE = "Q"  # of a Western language: some close with what others open with
_OPENS = re.compile(f"(?<![^{_SPACE}{_TAB}{_OPENING}{_NARROW_OPENING}]){_QUOTE}+(?=[^{_SPACE}{_TAB}{_QUOTE}])")
_PLACES = re.compile(
    "(?<=[WCST])(?<![oO]S)(?=[WODLNHo])"
    "|(?<=D)(?=[WOLNHo])"  # not between two dashes
    "|(?<=P)(?=[WODLHo])"  # 3．5 is one number
    "|(?<=[LNHc])(?=[WOD])"
    "|(?<=H)(?=[LN])"
    "|(?<=Y)(?=[WLN])"
)
_GLUE = "G"  # no line ends beside it
_OWN = {
    "\t": _TAB,
    "-": _HYPHEN,
    "—": _DASH,
    "．": _POINT,
    "\u200b": _SPACE,
    SOFT_HYPHEN: _SOFT,
    **dict.fromkeys("\u00a0\u202f\u2011\u2060\ufeff", _GLUE),
}
_SPACES = " \u2002\u2003\u2009\u3000"


class _Kinds(dict[int, str]):
    """The letter for each code point, found once."""

    def __missing__(self, code: int) -> str:
        kind = self[code] = _kind(chr(code))
        return kind


def _kind(char: str) -> str:
    if char in _SPACES:
        return _SPACE
    if char in _OWN:
        return _OWN[char]
    if char in "0123456789":
        return _DIGIT
    if unicodedata.category(char) in ("Mn", "Me", "Cf"):
        return _MARK
    if is_hangul(char):  # what `w:wordWrap` is about: words between spaces stay whole
        return _LATIN
    wide = is_wide(char) or char == OBJECT
    if char in NOT_AT_START:
        return _CLOSING if wide else _NARROW_CLOSING
    if char in NOT_AT_END:
        return _OPENING if wide else _NARROW_OPENING
    return _WIDE if wide else _LATIN


_KINDS = _Kinds()


class _WesternKinds(dict[int, str]):
    """The letter for each code point in a Western paragraph: its quotation marks and dashes belong to words."""

    def __missing__(self, code: int) -> str:
        kind = self[code] = _western_kind(chr(code))
        return kind


def _western_kind(char: str) -> str:
    if not in_western_face(char, True) or char == " ":
        return _KINDS[ord(char)]
    if char in "—–":
        return _HYPHEN
    if char in "“‘«”’»":
        return _QUOTE
    return _NARROW_CLOSING if char == "…" else _LATIN if is_wide(char) else _KINDS[ord(char)]


_WESTERN_KINDS = _WesternKinds()


class _PartedKinds(dict[int, str]):
    """The letter for each code point where words may be parted: only 避头尾 holds."""

    def __missing__(self, code: int) -> str:
        kind = _KINDS[code]
        wide = {_NARROW_OPENING: _OPENING, _NARROW_CLOSING: _CLOSING, _LATIN: _WIDE, _DIGIT: _WIDE, _HYPHEN: _WIDE}
        self[code] = kind = wide.get(kind, kind)
        return kind


_PARTED_KINDS = _PartedKinds()
_MARKED = re.compile(f"(.){_MARK}+")


@lru_cache(maxsize=64)
def _kinds(text: str, western: bool) -> str:
    """The letter for each character; a mark without width has that of the character it belongs to."""
    kinds = text.translate(_WESTERN_KINDS if western else _KINDS)
    if western and _QUOTE in kinds:
        kinds = _OPENS.sub(lambda found: _NARROW_OPENING * len(found[0]), kinds).replace(_QUOTE, _NARROW_CLOSING)
    return _MARKED.sub(lambda found: found[1] * len(found[0]), kinds) if _MARK in kinds else kinds


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
        return [Break(0, len(text), _visible(text, 0, len(text)))]
    kinds = text.translate(_PARTED_KINDS) if parted else _kinds(text, western)
    for part in text.split("\n"):
        end = start + len(part)
        _break(text, start, end, edges, kinds, (rest if lines else first, rest), tabs, lines, hanging, hyphen)
        if end < len(text):
            last = lines[-1]
            lines[-1] = Break(last.start, end + 1, last.visible, forced=True)
        start = end + 1
    return lines


def place_to_break(text: str, start: int, end: int, western: bool = False, parted: bool = False) -> int:
    """The first place after `start` where a line may end; `end` where there is none before that."""
    kinds = text.translate(_PARTED_KINDS) if parted else _kinds(text, western)
    found = _PLACES.search(kinds, start + 1, end)
    return end if found is None else found.start()


def _last_place(kinds: str, start: int, cut: int, end: int) -> int | None:
    """The last place after `start` and not after `cut` where a line may end: seldom more than a word away."""
    return next((place for place in range(cut, start, -1) if _PLACES.match(kinds, place, end)), None)


@dataclass(frozen=True, slots=True)
class Tabs:
    """Tab stops every `every` from the margin; the paragraph's lines begin `first` and `rest` right of it."""

    every: int
    first: int
    rest: int

    def begin(self, number: int) -> int:
        """How far from the margin a line begins, the first being 0."""
        return self.rest if number else self.first

    def next_stop(self, place: int) -> int:
        """The stop after `place`."""
        return (place // self.every + 1) * self.every


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
        while cut < end and text[cut] in _SPACES:
            cut += 1
        if cut < end:
            # Where no place is left, one word is too long for a line and is parted.
            most = edges[start] + room - hyphen
            while (place := _last_place(kinds, start, cut, end)) and kinds[place - 1] == _SOFT and edges[place] > most:
                cut = place - 1
            while not place and cut > start + 1 and kinds[cut - 1] == _SOFT and edges[cut] > most:
                cut -= 1
            cut = place or max(cut, start + 1)
        lines.append(Break(start, cut, _visible(text, start, cut)))
        start, room = cut, rooms[1]
    if not lines or lines[-1].forced:
        lines.append(Break(start, end, end))


def _visible(text: str, start: int, end: int) -> int:
    while end > start and text[end - 1] in _SPACES:
        end -= 1
    return end
