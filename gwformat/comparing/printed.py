"""A PDF or an OFD comes in; the lines of its pages go out as passages, without page numbers, headers and footers."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from gwformat.comparing.passages import Passage, Place, compared
from gwformat.finished.values import FinishedFile, Page, Words
from gwformat.values import dataclass

_NUMBER = re.compile(
    r"[—–―－\-·•.]*(?:第?\d{1,4}页?|第?\d{1,4}页?[共/]\d{1,4}页?|[ivxlc]{1,6})[—–―－\-·•.]*", re.IGNORECASE
)
_DIGITS = re.compile(r"\d+")
_SAME_LINE = 0.4  # of the type size: raised reference marks belong to their line
_TURNED = 2.5  # of the type size, from one word to the next of a turned line
_CELL = 1.5  # of the type size: farther apart words stand in cells of their own
_BOTTOM, _TOP = 34.5, 36.0  # mm: the margins of 5.2.1 but for the upper edge of what stands there
_FLAT = 0.75  # of a landscape page, whose margins are other ones
_SAME_HEIGHT = 2.0  # mm


@dataclass(frozen=True, slots=True)
class _Line:
    page: int
    text: str
    baseline: float
    in_margin: bool


def passages_of(file: FinishedFile, margin_words: frozenset[str] = frozenset()) -> tuple[Passage, ...]:
    """The lines in the order in which they are drawn; `margin_words` are what headers and footers are known to say."""
    pages = [list(_lines(page)) for page in file.pages]
    repeated = _repeated([line for lines in pages for line in lines])
    found: list[Passage] = []
    for lines in pages:
        kept = [line for line in lines if not _is_furniture(line, repeated, margin_words)]
        for number, line in enumerate(kept, 1):
            place = Place(page=line.page, line=number)
            found.append(Passage(line.text, place, first_on_page=number == 1))
    return tuple(found)


def _lines(page: Page) -> Iterator[_Line]:
    waiting: list[Words] = []
    for words in page.visible:
        if waiting and not _follows(waiting[-1], words):
            yield _line(waiting, page)
            waiting = []
        waiting.append(words)
    if waiting:
        yield _line(waiting, page)


def _follows(before: Words, words: Words) -> bool:
    size = max(before.size, words.size)
    if not (before.upright and words.upright):  # the page number of a page that lies across runs down or up
        beside = abs(words.left - before.left) <= _SAME_LINE * size
        return before.upright == words.upright and beside and abs(words.baseline - before.baseline) <= _TURNED * size
    near = before.left <= words.left <= before.right + _CELL * size
    return near and abs(words.baseline - before.baseline) <= _SAME_LINE * size


def _line(words: Sequence[Words], page: Page) -> _Line:
    baseline = words[0].baseline
    share = _FLAT if page.width > page.height else 1.0
    in_margin = baseline < _TOP * share or page.height - baseline < _BOTTOM * share
    if not words[0].upright:
        in_margin = min(words[0].left, page.width - words[0].right) < _TOP
    return _Line(page.number, "".join(one.text for one in words), baseline, in_margin)


def _repeated(lines: Sequence[_Line]) -> frozenset[tuple[str, int]]:
    """What stands in the margin of several pages at the same height, but for its digits."""
    counts = Counter(_key(line) for line in lines if line.in_margin)
    return frozenset(key for key, count in counts.items() if count > 1)


def _key(line: _Line) -> tuple[str, int]:
    return _DIGITS.sub("#", compared(line.text)), round(line.baseline / _SAME_HEIGHT)


def _is_furniture(line: _Line, repeated: frozenset[tuple[str, int]], margin_words: frozenset[str]) -> bool:
    if not line.in_margin:
        return False
    said = compared(line.text)
    return bool(_NUMBER.fullmatch(said)) or said in margin_words or _key(line) in repeated
