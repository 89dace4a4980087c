"""Counting characters: texts and changes in, multisets and words for messages out."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping

from gwformat.model import OBJECT, Change

Tally = Counter[str]
Counted = Mapping[str, int]  # of single characters, none of them zero times
_SHOWN = 12  # characters in a message
_FEW = 32  # characters
_NAMES = {" ": "空格", "\u3000": "全角空格", "\t": "制表符", "\n": "换行", "\u00a0": "不间断空格"}


def tally(text: str) -> Tally:
    """How often each character occurs; objects are counted elsewhere."""
    counted = Counter(text)
    counted.pop(OBJECT, None)
    return counted


def balance_of(changes: Iterable[Change]) -> tuple[str, str]:
    """All characters that changes took away, and all they put in."""
    before: list[str] = []
    after: list[str] = []
    for change in changes:
        before.append(change.before)
        after.append(change.after)
    return "".join(before), "".join(after)


def length(text: str) -> int:
    """How many characters a tally of `text` holds, without counting each."""
    return len(text) - text.count(OBJECT)


def excess(have: str, allowed: str) -> Counted:
    """What `have` holds beyond `allowed`; what stands in one piece in it need not be counted."""
    return {} if have in allowed else _beyond(tally(have), tally(allowed))


def undeclared(differing: Counted, declared: str) -> Counted:
    """What differs beyond what changes declare: few characters, so those are looked for rather than all counted."""
    return {char: more for char, count in differing.items() if (more := count - declared.count(char)) > 0}


def differences(left: str, right: str) -> tuple[Counted, Counted]:
    """What each of two multisets of characters holds beyond the other."""
    had, has = _counted(left), _counted(right)
    return ({}, {}) if had == has else (_beyond(had, has), _beyond(has, had))


def edits(was: str, now: str) -> tuple[Counted, Counted]:
    """The same `differences`, quicker where one text was made of the other by a few changes.

    Where they have the same character in the same place, neither needs counting; the indent a typist makes with
    spaces is taken off first, for it would shift the rest.
    """
    left, right = was.lstrip(), now.lstrip()
    if len(left) != len(right):
        return differences(was, now)
    pairs = [pair for pair in zip(left, right, strict=True) if pair[0] != pair[1]]
    had = was[: len(was) - len(left)] + "".join([pair[0] for pair in pairs])
    return differences(had, now[: len(now) - len(right)] + "".join([pair[1] for pair in pairs]))


def _counted(text: str) -> Counted:
    """The same as a `tally`; for a few characters a `Counter` takes longer to make than to fill."""
    if len(text) > _FEW:
        return tally(text)
    return {char: text.count(char) for char in dict.fromkeys(text) if char != OBJECT}


def _beyond(have: Counted, allowed: Counted) -> Counted:
    return {char: more for char, count in have.items() if (more := count - allowed.get(char, 0)) > 0}


def spelled(counted: Counted) -> str:
    """A multiset for a message: “甲”“乙”×3 …; blanks by name."""
    shown = [
        _NAMES.get(character, f"“{character}”") + (f"×{count}" if count > 1 else "")
        for character, count in list(counted.items())[:_SHOWN]
    ]
    return "".join(shown) + ("……" if len(counted) > _SHOWN else "")


def first_difference(expected: str, actual: str) -> str:
    """Where two texts part, for a message: “…” 应为 “…”."""
    position = next(
        (i for i, (left, right) in enumerate(zip(expected, actual, strict=False)) if left != right),
        min(len(expected), len(actual)),
    )
    start = max(0, position - 4)
    wanted, got = expected[start : position + _SHOWN], actual[start : position + _SHOWN]
    return f"应为“{wanted}”，实为“{got}”".replace(OBJECT, "［对象］")
