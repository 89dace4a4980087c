"""Lines to fill in (填报单位：　　　填报日期：　年　月　日): a line comes in; the room left for a pen goes out."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from gwformat.expressions import expression
from gwformat.model import OBJECT
from gwformat.text.characters import HAN, SPACE
from gwformat.text.width import columns
from gwformat.values import dataclass

_LONGEST = 120
_FEWEST = 2
_LEAST = 2  # columns of a blank one can write on
_DRAWN = 4  # columns of a line drawn by underscores or below blanks
_STROKE = expression("[_＿]{2,}")
_GAP = expression(f"[{SPACE}\t]+|[_＿]{{2,}}")
_LABEL_END = "：:）)"
_BLANK_LABEL = expression(f"[{HAN}\\w][^。；！？，\n：:]{{0,20}}[：:]$")
_TO_SEAL = expression("[（(](?:盖章|公章|签章|签字|签名|印章|手印)[）)]$")
_SENTENCE = expression(r"[。；！？，\n]")
_DAY = ("年", "月", "日", "时", "分")


@dataclass(frozen=True, slots=True)
class Gap:
    """A blank or a drawn line: where it stands, how many 字 it takes, and what it is filled up with."""

    start: int
    end: int
    ems: float
    fill: str = "\u3000"


def gaps_of(text: str) -> tuple[Gap, ...]:
    """The blanks of a line with at least two places to fill in; none if the line is no such line."""
    start, end = len(text) - len(text.lstrip()), len(text.rstrip())
    if end - start > _LONGEST or OBJECT in text or _SENTENCE.search(text, start, end):
        return ()
    found = [_gap(text, *match.span()) for match in _GAP.finditer(text, start, len(text)) if match.start() < end]
    filled = sum(_is_slot(text, gap) for gap in found)
    ends_open = _BLANK_LABEL.search(text[start:end]) is not None or _TO_SEAL.search(text[start:end]) is not None
    return tuple(found) if filled and filled + ends_open >= _FEWEST else ()


def lines_of(text: str, underlined: Sequence[tuple[int, int]]) -> tuple[Gap, ...]:
    """The blanks of a line with lines to write on, drawn by underscores or below blanks; none if it has none."""
    if len(text) > 2 * _LONGEST or OBJECT in text or _SENTENCE.search(text):
        return ()
    found = list(_stretches(text, underlined))
    drawn = [gap for gap in found if gap.fill != "\u3000" or any(a <= gap.start < b for a, b in underlined)]
    return tuple(found) if any(gap.ems * 2 >= _DRAWN for gap in drawn) else ()


def _stretches(text: str, underlined: Sequence[tuple[int, int]]) -> Iterator[Gap]:
    """Blanks within and below which a line is drawn, apart from those beside them."""
    borders = sorted({edge for span in underlined for edge in span})
    for match in _GAP.finditer(text):
        cuts = [match.start(), *(edge for edge in borders if match.start() < edge < match.end()), match.end()]
        yield from (_gap(text, a, b) for a, b in pairwise(cuts))


def _gap(text: str, start: int, end: int) -> Gap:
    drawn = _STROKE.fullmatch(text, start, end) is not None
    return Gap(start, end, columns(text[start:end]) / 2, "__" if drawn else "\u3000")


def _is_slot(text: str, gap: Gap) -> bool:
    """Whether a blank is left for a pen: a drawn line, after a colon, or before 月 or 日."""
    if gap.ems * 2 < _LEAST:
        return False
    before, after = text[: gap.start], text[gap.end : gap.end + 1]
    dated = after in _DAY and before[-1:] in _DAY
    label = before[-1:] in _LABEL_END and _BLANK_LABEL.search(before.rstrip("（()） ")) is not None
    sealed = gap.ems * 2 >= _DRAWN and _TO_SEAL.search(before) is not None
    return gap.fill != "\u3000" or (dated and bool(after)) or label or sealed
