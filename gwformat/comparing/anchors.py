"""Two strings come in; the long stretches that occur once in each, and those of them that keep their order, go out."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Iterator, Sequence
from typing import NamedTuple


class Block(NamedTuple):
    """A stretch that both strings have."""

    a: int
    b: int
    size: int


def unique_blocks(a: str, b: str, width: int) -> list[Block]:
    """Stretches grown from words of `width` characters that occur once in either string, in the order of `a`.

    Only every few characters a word is tried; what both strings have in common is found all the same if it is longer.
    """
    step = max(1, width // 3)
    words = {a[start : start + width]: -1 for start in range(0, len(a) - width + 1, step)}
    in_a, in_b = _once(a, words, width), _once(b, words, width)
    pairs = sorted((start, in_b[word]) for word, start in in_a.items() if word in in_b)
    found: list[Block] = []
    ends: dict[int, int] = {}  # by diagonal: how far its last block goes
    for start, other in pairs:
        if start < ends.get(start - other, 0):
            continue
        block = _grown(a, b, start, other)
        ends[start - other] = block.a + block.size
        found.append(block)
    return sorted(found)


def _once(text: str, words: dict[str, int], width: int) -> dict[str, int]:
    """Where those of the words begin that occur once."""
    found: dict[str, int] = {}
    again: set[str] = set()
    for start in range(len(text) - width + 1):
        word = text[start : start + width]
        if word in words:
            if word in found:
                again.add(word)
            found[word] = start
    return {word: start for word, start in found.items() if word not in again}


def _grown(a: str, b: str, start: int, other: int) -> Block:
    left = common_suffix(a, b, start, other)
    right = common_prefix(a, b, start, other)
    return Block(start - left, other - left, left + right)


def common_prefix(a: str, b: str, start: int, other: int) -> int:
    """How many characters from `start` and `other` on are the same."""
    most = min(len(a) - start, len(b) - other)
    return _alike(most, lambda low, high: a[start + low : start + high] == b[other + low : other + high])


def common_suffix(a: str, b: str, end: int, other: int, limit: int | None = None) -> int:
    """How many characters before `end` and `other` are the same."""
    most = min(end, other) if limit is None else limit
    return _alike(most, lambda low, high: a[end - high : end - low] == b[other - high : other - low])


def _alike(most: int, same: Callable[[int, int], bool]) -> int:
    """How far two strings go together, at most `most`; `same` compares them between two distances."""
    low, size = 0, 64
    while low < most:  # in growing strides, then by halves: strings compare faster than characters
        size = min(size, most - low)
        if same(low, low + size):
            low += size
            size *= 4
        elif size == 1:
            break
        else:
            size = max(1, size // 2) if size <= 64 else 64
    return low


def heaviest_chain(blocks: Sequence[Block]) -> list[Block]:
    """Those blocks that stand in the same order in both strings and have the most characters together."""
    ranks = sorted({block.b for block in blocks})
    best: list[tuple[int, int]] = [(0, -1)] * (len(ranks) + 1)  # a Fenwick tree of weights with the last block
    before: list[int] = []
    top = (0, -1)
    for number, block in enumerate(sorted(blocks)):
        rank = bisect_left(ranks, block.b)
        weight, previous = max((best[at] for at in _down(rank)), default=(0, -1))
        before.append(previous)
        mine = (weight + block.size, number)
        top = max(top, mine)
        for at in _up(rank + 1, len(ranks)):
            best[at] = max(best[at], mine)
    chain: list[Block] = []
    ordered = sorted(blocks)
    number = top[1]
    while number >= 0:
        chain.append(ordered[number])
        number = before[number]
    return chain[::-1]


def _down(position: int) -> Iterator[int]:
    while position > 0:
        yield position
        position -= position & -position


def _up(position: int, size: int) -> Iterator[int]:
    while position <= size:
        yield position
        position += position & -position


def apart(chain: Sequence[Block]) -> Iterator[Block]:
    """The blocks of a chain without the characters that the one before has already."""
    a = b = 0
    for block in chain:
        cut = max(a - block.a, b - block.b, 0)
        if cut < block.size:
            block = Block(block.a + cut, block.b + cut, block.size - cut)
            a, b = block.a + block.size, block.b + block.size
            yield block
