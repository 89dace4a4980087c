"""The words and strokes of a page come in; lines of text and whole ruled lines go out."""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator

from gwformat.finished.values import Page, Stroke, Words
from gwformat.fonts.system import EM_ASCENT
from gwformat.values import dataclass

_SAME_LINE = 1.2  # mm between baselines of one line
_SAME_RULE = 0.3  # mm between pieces of one ruled line, across
_GAP = 0.6  # mm between pieces of one ruled line, along


@dataclass(frozen=True, slots=True)
class Line:
    """Words on one baseline, from left to right; lengths in mm."""

    text: str
    left: float
    right: float
    baseline: float
    size: float  # of most of its characters
    words: tuple[Words, ...]

    @property
    def top(self) -> float:
        """The upper edge of the em box."""
        return self.baseline - EM_ASCENT * self.size

    @property
    def bottom(self) -> float:
        """The lower edge of the em box."""
        return self.baseline + (1 - EM_ASCENT) * self.size


def lines_of(page: Page) -> tuple[Line, ...]:
    """The upright lines of a page from the top; a skewed page is set straight first."""
    found: list[list[tuple[float, Words]]] = []
    upright = [words for words in page.visible if words.upright]
    for height, words in sorted(((_straight(words), words) for words in upright), key=lambda pair: pair[0]):
        if found and height - found[-1][-1][0] <= _SAME_LINE:
            found[-1].append((height, words))
        else:
            found.append([(height, words)])
    return tuple(_line([words for _, words in pieces]) for pieces in found)


def rules_of(page: Page) -> tuple[Stroke, ...]:
    """The level ruled lines of a page from the top, those drawn in pieces as one."""
    found: list[Stroke] = []
    level = [stroke for stroke in page.strokes if stroke.level and not stroke.paint.is_white]
    for stroke in sorted(level, key=lambda stroke: (round(stroke.y0, 1), stroke.x0)):
        if found and _continues(found[-1], stroke):
            last = found[-1]
            right = max(last.x1, stroke.x1)
            found[-1] = Stroke(last.x0, last.y0, right, last.y1, max(last.weight, stroke.weight), last.paint)
        else:
            found.append(stroke)
    return tuple(found)


def _continues(first: Stroke, second: Stroke) -> bool:
    return (
        abs(first.y0 - second.y0) <= _SAME_RULE
        and second.x0 - first.x1 <= _GAP
        and first.paint.is_red == second.paint.is_red
    )


def _straight(words: Words) -> float:
    """The height at which the baseline would meet the left edge of the sheet."""
    return words.baseline + words.left * math.tan(math.radians(words.angle))


def _line(pieces: list[Words]) -> Line:
    pieces.sort(key=lambda words: words.left)
    longest = max(pieces, key=lambda words: len(words.text))
    right = max(words.right for words in pieces)
    return Line("".join(_spaced(pieces)), pieces[0].left, right, longest.baseline, longest.size, tuple(pieces))


def _spaced(pieces: Iterable[Words]) -> Iterator[str]:
    """The texts, with a blank where there is room for one."""
    end = None
    for words in pieces:
        if end is not None and words.left - end > 0.4 * words.size:
            yield " "
        yield words.text
        end = words.right
