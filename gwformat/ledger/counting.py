"""Counting characters: texts and changes in, multisets and words for messages out."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from gwformat.model import OBJECT, Change

Tally = Counter[str]
_NAMES = {" ": "空格", "\u3000": "全角空格", "\t": "制表符", "\n": "换行", "\u00a0": "不间断空格"}


def tally(text: str) -> Tally:
    """How often each character occurs; objects are counted elsewhere."""
    counted = Counter(text)
    counted.pop(OBJECT, None)
    return counted


def balance_of(changes: Iterable[Change]) -> tuple[Tally, Tally]:
    """All characters that changes took away, and all they put in."""
    before: list[str] = []
    after: list[str] = []
    for change in changes:
        before.append(change.before)
        after.append(change.after)
    return tally("".join(before)), tally("".join(after))


def excess(have: Tally, allowed: Tally) -> Tally:
    """What `have` holds beyond `allowed`."""
    return have - allowed


def spelled(counted: Tally, limit: int = 12) -> str:
    """A multiset for a message: “甲”“乙”×3 …; blanks by name."""
    shown = [
        _NAMES.get(character, f"“{character}”") + (f"×{count}" if count > 1 else "")
        for character, count in list(counted.items())[:limit]
    ]
    return "".join(shown) + ("……" if len(counted) > limit else "")


def first_difference(expected: str, actual: str, width: int = 12) -> str:
    """Where two texts part, for a message: “…” 应为 “…”."""
    position = next(
        (i for i, (left, right) in enumerate(zip(expected, actual, strict=False)) if left != right),
        min(len(expected), len(actual)),
    )
    start = max(0, position - 4)
    wanted, got = expected[start : position + width], actual[start : position + width]
    return f"应为“{wanted}”，实为“{got}”".replace(OBJECT, "［对象］")
