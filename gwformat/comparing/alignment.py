"""Two texts come in; which character of the one is which of the other, and which passages were moved, go out.

What occurs once in both texts anchors the comparison; only what lies between anchors is compared closely, so that the
cost grows with the length of the texts and the number of differences, not with the square of the length.
"""

from __future__ import annotations

from array import array
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from gwformat.comparing.anchors import Block, apart, heaviest_chain, unique_blocks
from gwformat.comparing.passages import Text
from gwformat.comparing.shortest import common
from gwformat.values import dataclass

_WIDTH = 12  # characters of a word that is looked for
_ABSENT = -1


class Edit(NamedTuple):
    """A stretch of the first text, and what the second has in its place; either may be empty."""

    start: int
    end: int
    other: int
    other_end: int


@dataclass(frozen=True, slots=True)
class Alignment:
    """What was changed, in order, and the whole passages that stand elsewhere."""

    edits: tuple[Edit, ...]
    moves: tuple[Block, ...]


def align(first: Text, second: Text) -> Alignment:
    """Compare all characters of two texts."""
    a, b = first.string, second.string
    if a == b:
        return Alignment((), ())
    blocks = unique_blocks(a, b, _WIDTH)
    chain = heaviest_chain(blocks)
    moves = tuple(_moves(first, set(blocks) - set(chain)))
    kept = list(apart([rest for block in chain for rest in _without(block, moves)]))
    partners = array("q", [_ABSENT]) * len(a)
    at_a = at_b = 0
    for block in (*kept, Block(len(a), len(b), 0)):
        left = _holes((at_a, block.a), [(move.a, move.a + move.size) for move in moves])
        right = _holes((at_b, block.b), [(move.b, move.b + move.size) for move in moves])
        _pair(a, b, left, right, partners)
        for offset in range(block.size):
            partners[block.a + offset] = block.b + offset
        at_a, at_b = block.a + block.size, block.b + block.size
    return Alignment(tuple(_edits(partners, len(b), moves)), moves)


def _moves(text: Text, loose: set[Block]) -> Iterator[Block]:
    """The whole passages within blocks that do not keep their order."""
    at_a = 0
    taken: list[Block] = []
    for block in sorted(loose, key=lambda one: (one.a, -one.size)):
        start = max(block.a, at_a)
        stretch = text.whole(start, block.a + block.size)
        if stretch is None:
            continue
        move = Block(stretch[0], block.b + stretch[0] - block.a, stretch[1] - stretch[0])
        if any(move.b < other.b + other.size and other.b < move.b + move.size for other in taken):
            continue
        at_a = move.a + move.size
        taken.append(move)
        yield move


def _without(block: Block, moves: Sequence[Block]) -> Iterator[Block]:
    """What is left of a block without the characters of moved passages, on either side."""
    cuts = sorted(
        (max(0, start), min(block.size, start + move.size))
        for move in moves
        for start in (move.a - block.a, move.b - block.b)
        if start < block.size and start + move.size > 0
    )
    at = 0
    for start, end in (*cuts, (block.size, block.size)):
        if start > at:
            yield Block(block.a + at, block.b + at, start - at)
        at = max(at, end)


def _holes(stretch: tuple[int, int], taken: Sequence[tuple[int, int]]) -> list[int]:
    """The positions of a stretch that are not taken."""
    start, end = stretch
    inside = sorted((max(s, start), min(e, end)) for s, e in taken if s < end and e > start)
    found: list[int] = []
    for hole_start, hole_end in (*inside, (end, end)):
        found.extend(range(start, hole_start))
        start = max(start, hole_end)
    return found


def _pair(a: str, b: str, left: Sequence[int], right: Sequence[int], partners: array[int]) -> None:
    """Compare closely what lies between two anchors."""
    if not (left and right):
        return
    said_a, said_b = "".join(a[at] for at in left), "".join(b[at] for at in right)
    for block in common(said_a, said_b):
        for offset in range(block.size):
            partners[left[block.a + offset]] = right[block.b + offset]


def _edits(partners: array[int], length: int, moves: Sequence[Block]) -> Iterator[Edit]:
    """The stretches between paired characters, without those that are moved."""
    from_a = [(move.a, move.a + move.size) for move in moves]
    from_b = [(move.b, move.b + move.size) for move in moves]
    at = other = 0
    size = len(partners)
    while at < size or other < length:
        if at < size and partners[at] == other:
            at, other = at + 1, other + 1
            continue
        start = at
        while at < size and partners[at] == _ABSENT:
            at += 1
        target = partners[at] if at < size else length
        yield from _stretches((start, at), (other, target), from_a, from_b)
        other = target


def _stretches(
    left: tuple[int, int],
    right: tuple[int, int],
    from_a: Sequence[tuple[int, int]],
    from_b: Sequence[tuple[int, int]],
) -> Iterator[Edit]:
    lefts, rights = _runs(_holes(left, from_a)), _runs(_holes(right, from_b))
    if len(lefts) <= 1 and len(rights) <= 1:
        [(start, end)] = lefts or [(left[0], left[0])]
        [(other, other_end)] = rights or [(right[0], right[0])]
        if end > start or other_end > other:
            yield Edit(start, end, other, other_end)
        return
    yield from (Edit(start, end, right[0], right[0]) for start, end in lefts)
    yield from (Edit(left[1], left[1], start, end) for start, end in rights)


def _runs(positions: Sequence[int]) -> list[tuple[int, int]]:
    runs: list[tuple[int, int]] = []
    for position in positions:
        if runs and runs[-1][1] == position:
            runs[-1] = (runs[-1][0], position + 1)
        else:
            runs.append((position, position + 1))
    return runs
