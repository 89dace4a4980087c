"""The lines of a draft come in; those that are a table of contents, with or without the word 目录 above, go out."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from itertools import groupby

from gwformat.recognise import patterns
from gwformat.recognise.pieces import Piece

_FEWEST_ENTRIES = 3  # of contents without the word 目录
_LONGEST = 45


def below_contents(words: Sequence[Piece]) -> set[int]:
    """The lines that follow the word 目录 and end with a tab and a number, or stand again below as headings."""
    if not any(piece.key == "目录" for piece in words):
        return _announced(words)
    found: set[int] = set()
    within = False
    left = Counter(piece.key for piece in words)
    for piece in words:
        left[piece.key] -= 1
        if piece.key == "目录":
            within = True
        elif within and (within := bool(left[piece.key] or patterns.TABBED_ENTRY.fullmatch(piece.text))):
            found.add(piece.index)
    return found


def _announced(words: Sequence[Piece]) -> set[int]:
    """Headings without a word between them that all stand again below, in their order and with text: contents."""
    start = 0
    for named, series in groupby(words, _names_a_part):
        run = list(series)
        end = start + len(run)
        again = next((place for place, piece in enumerate(run) if place and piece.key == run[0].key), 0)
        introduced = start > 0 and words[start - 1].key.endswith("：")
        if named and again >= _FEWEST_ENTRIES and end < len(words) and not introduced:
            below = iter(piece.key for piece in words[start + again :])
            if all(piece.key in below for piece in run[:again]):
                return {piece.index for piece in run[:again]}
        start = end
    return set()


def _names_a_part(piece: Piece) -> bool:
    line = piece.key
    if piece.carrier is not None or not line or len(line) > _LONGEST or line.endswith("。"):
        return False
    if patterns.CHAPTER.match(line) or patterns.SECTION.match(line) or patterns.level_of(line) is not None:
        return True
    return patterns.DECIMAL.fullmatch(piece.text) is not None
