"""Two short strings come in; what they have in common by the fewest insertions and deletions goes out (Myers, 1986)."""

from __future__ import annotations

from collections.abc import Iterator

from gwformat.comparing.anchors import Block, apart, common_prefix, common_suffix, heaviest_chain, unique_blocks

_SHORT = 600  # characters of both together that are compared one by one straight away
_MOST = 400  # insertions and deletions beyond which two stretches have nothing to do with each other
_WIDTHS = (8, 5, 3)


def common(a: str, b: str, widths: tuple[int, ...] = _WIDTHS) -> Iterator[Block]:
    """The stretches that `a` and `b` have in common, in order."""
    head = common_prefix(a, b, 0, 0)
    tail = common_suffix(a, b, len(a), len(b), min(len(a), len(b)) - head)
    if head:
        yield Block(0, 0, head)
    yield from _inner(a, b, (head, len(a) - tail), (head, len(b) - tail), widths)
    if tail:
        yield Block(len(a) - tail, len(b) - tail, tail)


def _inner(
    a: str, b: str, within_a: tuple[int, int], within_b: tuple[int, int], widths: tuple[int, ...]
) -> Iterator[Block]:
    left, right = a[slice(*within_a)], b[slice(*within_b)]
    if not (left and right):
        return
    if len(left) + len(right) <= _SHORT or not widths:
        found: Iterator[Block] = _fewest(left, right)
    else:
        found = _anchored(left, right, widths)
    for block in found:
        yield Block(block.a + within_a[0], block.b + within_b[0], block.size)


def _anchored(a: str, b: str, widths: tuple[int, ...]) -> Iterator[Block]:
    chain = list(apart(heaviest_chain(unique_blocks(a, b, widths[0]))))
    at_a = at_b = 0
    for block in (*chain, Block(len(a), len(b), 0)):
        for inner in common(a[at_a : block.a], b[at_b : block.b], widths[1:]):
            yield Block(inner.a + at_a, inner.b + at_b, inner.size)
        if block.size:
            yield block
        at_a, at_b = block.a + block.size, block.b + block.size


def _fewest(a: str, b: str) -> Iterator[Block]:
    """The path of fewest edits; nothing in common if there are too many."""
    trace: list[dict[int, int]] = []
    furthest = {1: 0}
    for edits in range(min(len(a) + len(b), _MOST) + 1):
        trace.append(dict(furthest))
        for diagonal in range(-edits, edits + 1, 2):
            down = diagonal == -edits or (
                diagonal != edits and furthest.get(diagonal - 1, -1) < furthest.get(diagonal + 1, -1)
            )
            x = furthest.get(diagonal + 1, 0) if down else furthest.get(diagonal - 1, 0) + 1
            y = x - diagonal
            while x < len(a) and y < len(b) and a[x] == b[y]:
                x += 1
                y += 1
            furthest[diagonal] = x
            if x >= len(a) and y >= len(b):
                yield from reversed(list(_backwards(trace, len(a), len(b))))
                return


def _backwards(trace: list[dict[int, int]], x: int, y: int) -> Iterator[Block]:
    for edits in range(len(trace) - 1, -1, -1):
        furthest, diagonal = trace[edits], x - y
        down = diagonal == -edits or (
            diagonal != edits and furthest.get(diagonal - 1, -1) < furthest.get(diagonal + 1, -1)
        )
        before = diagonal + 1 if down else diagonal - 1
        start = furthest.get(before, 0)
        begin = start if down else start + 1  # where the run of equal characters begins
        if edits == 0:
            begin = 0
        size = x - begin
        if size > 0:
            yield Block(begin, begin - diagonal, size)
        if edits == 0:
            return
        x, y = start, start - before
