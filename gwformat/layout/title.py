"""The words of a title come in, the lines of a trapezoid or diamond that keep every word whole go out (7.3.1).

Every way to break the title between words has a cost; the cheapest way wins. The parts of the cost:

- **tears**: what each line end separates, from 0.1 after 和 to 3 after a preposition (`title_tears.py`);
- **evenness**: twice the squared deviation of each line from the mean, as a part of the mean;
- **outline**: 1.5 for an hourglass and a tenth for every em of its waist, 0.3 for a rectangle, 2 for an exact one
  nearly as wide as the type area, 3 for a first or last line below four characters;
- **fullness**: 0.4 for the square of the ems by which a line reaches into the last two columns;
- **length**: 0.5 for each line.

Never broken: inside a word, inside 《》“”（）, a number with its unit, a date or the name of an organ, as long as these
fit a line; before 的, 和, 、 or a closing mark; between 的 and the 文种 at the end. Where no lines are short enough
under these rules, one may begin with 的 after 》, then names may break, at last words. Lines joined are the title: a
space at which a line ends stays there.
"""

from __future__ import annotations

import itertools
import math
from bisect import bisect
from collections.abc import Iterator, Sequence

from gwformat.layout.title_tears import tear
from gwformat.layout.title_words import CLOSING, OPENING, Segmenter, Word, kept_whole, segment, words_of
from gwformat.text.width import advance

__all__ = ["Segmenter", "segment", "shape_title"]

_MOST_LINES = 4
_EVENNESS = 2.0
_FULLNESS, _MARGIN = 0.4, 2.0
_HOURGLASS = 1.5
_RECTANGLE, _BLOCK, _BLOCK_MARGIN, _SLOPE = 0.3, 2.0, 3.0, 0.5
_STUB, _SHORT = 3.0, 4.0
_A_LINE = 0.5
_AFTER_A_NAME = 2.0
_INSIDE_A_NAME = 4.0
_INSIDE_A_WORD = 8.0

_LONGEST = 200  # a longer paragraph is no title; its lines must fit, and need not be fine
_MOST_OUTLINED = 6  # nobody sees a trapezoid in seven lines

_Way = tuple[int, ...]


def shape_title(text: str, columns: float, cut: Segmenter = segment) -> tuple[str, ...]:
    """The lines of a title set `columns` em wide; a title that leaves a column free on one line stays on it."""
    if advance(text) <= columns - 1:
        return (text,)
    if len(text) > _LONGEST:
        pieces = (text[start : start + _LONGEST] for start in range(0, len(text), _LONGEST))
        return tuple(itertools.chain.from_iterable(shape_title(piece, columns, cut) for piece in pieces))
    words = words_of(text, cut)
    for tears in _rules(text, words, columns):
        way = _cheapest(text, tears, columns)
        if way is not None:
            return tuple(text[a:b] for a, b in itertools.pairwise((0, *way, len(text))))
        if advance(text) <= columns:
            break
    return (text,)


def _rules(text: str, words: Sequence[Word], columns: float) -> Iterator[dict[int, float]]:
    """What it costs to end a line at a place in the text: first as strict as wished, then looser and looser."""
    between = {words[place].start: tear(words, place) for place in range(1, len(words))}
    allowed = {place: cost for place, cost in between.items() if cost is not None}
    kept = kept_whole(text, words, columns)
    inner = {place for start, end in kept for place in range(start + 1, end)}
    wide = {place for start, end in kept_whole(text, words, math.inf) for place in range(start + 1, end)}
    allowed = {place: cost + _INSIDE_A_NAME * (place in wide) for place, cost in allowed.items()}
    strict = {place: cost for place, cost in allowed.items() if place not in inner}
    yield strict
    yield strict | {place: _AFTER_A_NAME for place in between if text[place - 1] == "》" and text[place] == "的"}
    yield allowed
    anywhere = (place for place in range(1, len(text)) if text[place] not in CLOSING and text[place - 1] not in OPENING)
    yield {place: allowed.get(place, _INSIDE_A_WORD) for place in anywhere}


def _cheapest(text: str, tears: dict[int, float], columns: float) -> _Way | None:
    """The places where lines end; None if no lines are short enough."""
    best: _Way | None = None
    least = math.inf
    fewest = max(2, math.ceil(advance(text) / columns))
    for count in range(fewest, max(fewest + 1, _MOST_LINES) + 1):
        if best and count > min(fewest + 1, max(fewest, _MOST_LINES)):
            break
        search = _Search(text, tears, columns, count, least)
        if search.way is not None:
            best, least = search.way, search.cost
    return best


class _Search:
    """The cheapest way to `count` lines, if it costs less than `cost`.

    Tears and widths add up line by line, so what the rest of a title costs at least is known from every place on; the
    outline is known only at the end. A way is given up where it can no longer become the cheapest.
    """

    def __init__(self, text: str, tears: dict[int, float], columns: float, count: int, cost: float) -> None:
        self._edges = list(itertools.accumulate(map(advance, text), initial=0.0))
        self._ends = [len(text[:place].rstrip()) for place in range(len(text) + 1)]
        self._tears = {**tears, len(text): 0.0}
        self._places = sorted(self._tears)
        self._columns = columns
        self._mean = self._edges[-1] / count
        self._has_outline = count <= _MOST_OUTLINED
        self._rests: dict[tuple[int, int], float] = {}
        self.way: _Way | None = None
        self.cost = cost
        self._extend((0,), (), count, _A_LINE * count)

    def _extend(self, way: _Way, widths: tuple[float, ...], left: int, cost: float) -> None:
        if cost + self._rest(way[-1], left) >= self.cost:
            return
        if left == 0:
            cost += _outline(widths, self._columns) if self._has_outline else 0.0
            if cost < self.cost:
                self.way, self.cost = way[1:-1], cost
            return
        for place, width in self._lines_from(way[-1], left):
            self._extend((*way, place), (*widths, width), left - 1, cost + self._tears[place] + self._line(width))

    def _rest(self, start: int, left: int) -> float:
        """The least that `left` lines from `start` cost, whatever their outline."""
        if left == 0:
            return 0.0 if start == len(self._edges) - 1 else math.inf
        if (start, left) not in self._rests:
            self._rests[start, left] = min(
                (
                    self._tears[place] + self._line(width) + self._rest(place, left - 1)
                    for place, width in self._lines_from(start, left)
                ),
                default=math.inf,
            )
        return self._rests[start, left]

    def _lines_from(self, start: int, left: int) -> Iterator[tuple[int, float]]:
        """Where the line that begins at `start` may end, with its width; spaces at its end do not count."""
        nearest = self._edges[-1] - self._columns * (left - 1)
        for place in itertools.islice(self._places, bisect(self._places, start), None):
            width = self._edges[self._ends[place]] - self._edges[start]
            if width > self._columns:
                return
            if self._edges[place] >= nearest:
                yield place, width

    def _line(self, width: float) -> float:
        """What a line costs by its width alone."""
        crowded = max(0.0, width - (self._columns - _MARGIN))
        return _EVENNESS * (width / self._mean - 1) ** 2 + _FULLNESS * crowded**2


def _outline(widths: Sequence[float], columns: float) -> float:
    """What the outline of all lines costs, `columns` being the widest there may be."""
    cost = _STUB * ((widths[0] < _SHORT) + (widths[-1] < _SHORT))
    inner = range(1, len(widths) - 1)
    waist = max((min(max(widths[:line]), max(widths[line + 1 :])) - widths[line] for line in inner), default=0.0)
    if waist >= 1:
        cost += _HOURGLASS + waist / 10
    if (slope := max(widths) - min(widths)) < 1:
        is_block = slope < _SLOPE and max(widths) > columns - _BLOCK_MARGIN
        cost += _BLOCK if is_block else _RECTANGLE
    return cost
