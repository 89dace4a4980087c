"""The text of a paragraph comes in; the places where a line of it may end go out.

Han characters may part anywhere; words, numbers and addresses in Latin letters, and words in Hangul, stay whole and may
part after a hyphen. 避头尾: what GB/T 15834 5.1 forbids at a line's start takes the character before it along, what it
forbids at a line's end goes to the next line; —— and …… never part. A soft hyphen is a place to part a word.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Callable
from functools import lru_cache

from gwformat.expressions import expression
from gwformat.model import OBJECT
from gwformat.text.characters import SOFT_HYPHEN, is_hangul
from gwformat.text.kinsoku import NOT_AT_END, NOT_AT_START
from gwformat.text.scripts import in_western_face
from gwformat.text.width import is_wide

# One letter for each kind of character, so that places to break are found by one regular expression.
_WIDE, _LATIN, _DIGIT, _HYPHEN, _DASH, _POINT, _SPACE, _TAB, _MARK = "WLNHDPSTM"
SOFT = "Y"
"""A soft hyphen, which has a width only where a line ends with it."""

_OPENING, _CLOSING = "OC"  # wide ones; narrow ones stick to their word as well
_NARROW_OPENING, _NARROW_CLOSING = "oc"
_QUOTE = "Q"  # of a Western language: some close with what others open with
_OPENS = expression(f"(?<![^{_SPACE}{_TAB}{_OPENING}{_NARROW_OPENING}]){_QUOTE}+(?=[^{_SPACE}{_TAB}{_QUOTE}])")
_PLACES = expression(
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
    SOFT_HYPHEN: SOFT,
    **dict.fromkeys("\u00a0\u202f\u2011\u2060\ufeff", _GLUE),
}
SPACES = " \u2002\u2003\u2009\u3000"
"""They hang at the end of a line."""

_PARTED = {_NARROW_OPENING: _OPENING, _NARROW_CLOSING: _CLOSING, _LATIN: _WIDE, _DIGIT: _WIDE, _HYPHEN: _WIDE}


class _Kinds(dict[int, str]):
    """The letter for each code point, found once."""

    def __init__(self, kind: Callable[[str], str]) -> None:
        super().__init__()
        self._kind = kind

    def __missing__(self, code: int) -> str:
        kind = self[code] = self._kind(chr(code))
        return kind


def _kind(char: str) -> str:
    if char in SPACES:
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


def _western_kind(char: str) -> str:
    if not in_western_face(char, True) or char == " ":
        return _KINDS[ord(char)]
    if char in "—–":
        return _HYPHEN
    if char in "“‘«”’»":
        return _QUOTE
    return _NARROW_CLOSING if char == "…" else _LATIN if is_wide(char) else _KINDS[ord(char)]


def _parted_kind(char: str) -> str:
    kind = _KINDS[ord(char)]
    return _PARTED.get(kind, kind)


_KINDS, _WESTERN_KINDS, _PARTED_KINDS = _Kinds(_kind), _Kinds(_western_kind), _Kinds(_parted_kind)
_MARKED = expression(f"(.){_MARK}+")


@lru_cache(maxsize=64)
def kinds_of(text: str, western: bool, parted: bool) -> str:
    """The letter for each character; a mark without width has that of the character it belongs to.

    In a `western` paragraph quotation marks and dashes belong to words; of words that may be `parted` only what 避头尾
    says stays together.
    """
    if parted:
        return text.translate(_PARTED_KINDS)
    kinds = text.translate(_WESTERN_KINDS if western else _KINDS)
    if western and _QUOTE in kinds:
        kinds = _OPENS.sub(lambda found: _NARROW_OPENING * len(found[0]), kinds).replace(_QUOTE, _NARROW_CLOSING)
    return _MARKED.sub(lambda found: found[1] * len(found[0]), kinds) if _MARK in kinds else kinds


def place_to_break(text: str, start: int, end: int, western: bool = False, parted: bool = False) -> int:
    """The first place after `start` where a line may end; `end` where there is none before that."""
    found = _PLACES.search(kinds_of(text, western, parted), start + 1, end)
    return end if found is None else found.start()


def last_place(kinds: str, start: int, cut: int, end: int) -> int | None:
    """The last place after `start` and not after `cut` where a line may end: seldom more than a word away."""
    return next((place for place in range(cut, start, -1) if _PLACES.match(kinds, place, end)), None)
