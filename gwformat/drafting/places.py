"""Places to fill, written 【事由】: words with places come in; their labels, and the words once filled, go out."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping

PLACE = re.compile("【([^【】]+)】")
"""A place to fill; the group is its label."""

_MARKS = tuple("。：；，")


def labels(texts: Iterable[str]) -> tuple[str, ...]:
    """The labels of all places, each once, in the order in which they come."""
    return tuple(dict.fromkeys(found[1] for text in texts for found in PLACE.finditer(text)))


def filled(text: str, words: Mapping[str, str]) -> str:
    """`text` with the places filled for which there are words; the others stay.

    What stands around a place does not come twice if the words have it as well: 第26号 for 第【令号】号.
    """

    def words_of(found: re.Match[str]) -> str:
        before, after = text[: found.start()], text[found.end() :]
        said = words.get(found[1], found[0]).removeprefix(before)
        if after and said.endswith(after):
            return said.removesuffix(after)
        return said[:-1] if said[-1:] in _MARKS and after.startswith(said[-1]) else said

    return PLACE.sub(words_of, text)


def pieces(text: str) -> Iterator[tuple[str, str | None]]:
    """`text` in stretches, each with the label of the place it is; None for words between places."""
    position = 0
    for found in PLACE.finditer(text):
        if found.start() > position:
            yield text[position : found.start()], None
        yield found[0], found[1]
        position = found.end()
    if position < len(text):
        yield text[position:], None
