"""Lines of a draft in; the width at which they are cut, if they are, and how their paragraphs are told apart, out.

Old editors, mail programs and pages copied from a PDF end every line, not every paragraph. In such a text nearly all
lines but the last of each paragraph are as wide as the widest: what the next one begins with had no room on them.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from enum import Enum
from itertools import pairwise

from gwformat.expressions import expression
from gwformat.model import Role
from gwformat.recognise import patterns
from gwformat.recognise.text_lines import OUTLIERS, WIDEST, Line
from gwformat.text.width import advance
from gwformat.values import dataclass

_NARROWEST = 16.0  # 字: nobody cuts lines narrower
_SLACK = 1.0  # 字: some end a line at a comma, some count a mark at the end half
_FIRST_LINE = 2.0  # 字: the indent of a first line, which pages copied from a PDF lose
_WIDTHS = 6  # tried, from the widest
_FEWEST, _SURE = 3, 6  # lines that end in the middle of a sentence
_FEWEST_MARKED = 3  # paragraphs that begin with an indent or below a blank line
_IN_A_ROW, _WIDE, _ALIKE = 4, 20.0, 2.0
_UNIT = re.compile(  # what a line begins with and does not part
    r"[（《“‘〔【「(\[]*(?:[A-Za-z0-9.,%‰:/@_+\-]+|.)[，。、；：！？）》”’〕】」…—,.;:!?)\]]*"
)
_LONGEST_UNIT = 12
_LONGEST_HEADING = 32.0  # 字
_CLOSED = expression(r"[。！？；：”）]$")

Measure = Callable[[str], float]


class Manner(Enum):
    """How the first line of a paragraph is told from the others."""

    INDENTED = "首行缩进"
    SPACED = "段间空行"
    FLUSH = "无"


@dataclass(frozen=True, slots=True)
class Cut:
    """The width at which lines are cut: in 字, or in characters, as `measure` says."""

    width: float
    measure: Measure
    manner: Manner
    open_ends: int  # full lines that end in the middle of a sentence
    lines: int = 0  # full lines that a line of text stands below
    flush_numbers: bool = False  # numbered lines begin paragraphs though they are not indented

    @property
    def certain(self) -> bool:
        """Whether many lines say so."""
        return self.open_ends >= (_SURE if self.manner is Manner.FLUSH else _FEWEST)

    def goes_on(self, above: Line, below: Line, *, first: bool) -> bool | None:
        """Whether `below` goes on the line above it, which may be the first of a paragraph; None if that is unsure."""
        if not below.follows or below.indented or self.parted(above, below):
            return False
        begins = below.begins and not (below.cites and above.open)
        if begins and (self.manner is not Manner.INDENTED or self.flush_numbers or not self.certain):
            return False
        if below.labelled and above.ends and not self.certain:
            return False
        if self._parts_bracket(above, below):
            return True
        if not self.full(above, below, first=first and not above.indented):
            return False
        return None if self.manner is Manner.FLUSH and (above.ends or (first and self._names(above))) else True

    def parted(self, above: Line, below: Line) -> bool:
        """Whether one of two lines is an element of its own, as a sign-off is, or both begin with labels: a list."""
        if above.alone or below.alone or below.leads or (above.labelled and below.labelled):
            return True
        short = self._wide(below) < self.width - _FIRST_LINE
        closed = not above.reads or _CLOSED.search(above.piece.key) is not None
        return short and closed and patterns.is_signature(below.piece.key)

    def full(self, above: Line, below: Line, *, first: bool) -> bool:
        """Whether `above` had no room for what `below` begins with."""
        wide = self._wide(above)
        if wide > self.width + _SLACK / 2:
            return False
        lost = named = 0.0
        if self.manner is Manner.FLUSH:
            lost = _FIRST_LINE if first and above.reads else 0.0
            named = _SLACK if above.begins and not above.reads else 0.0  # it may be a heading
        found = _UNIT.match(below.words)
        unit = min(self.measure(found.group()), _LONGEST_UNIT) if found else 1.0
        return wide + lost + unit >= self.width - _SLACK + named

    def _names(self, line: Line) -> bool:
        """Whether a line can be a heading by itself."""
        level = patterns.level_of(line.piece.key)
        return not line.open and level is Role.HEADING1 and advance(line.words) <= _LONGEST_HEADING

    def _wide(self, line: Line) -> float:
        return line.indent + self.measure(line.words)

    def _parts_bracket(self, above: Line, below: Line) -> bool:
        """Whether a bracket opens in one line and closes in the next: an address goes there as a whole."""
        opened, closed = above.piece.key, below.piece.key
        opens = opened.rfind("（") > opened.rfind("）")
        end, other = closed.find("）"), closed.find("（")
        closes = end >= 0 and (other < 0 or end < other)
        return opens and closes and self.measure(above.words) >= self.width / 2


def cut_of(lines: Sequence[Line]) -> Cut | None:
    """The width at which lines are cut, where that is plain."""
    found = [cut for measure in (advance, _count) for cut in _cuts(lines, measure)]
    return max(found, key=lambda cut: cut.lines, default=None)


def suspicion(lines: Sequence[Line]) -> Line | None:
    """The first of several lines of like width one after another, none of which ends a sentence."""
    row: list[tuple[Line, float]] = []
    for line in lines:
        wide = advance(line.words)
        if row and not (line.follows and abs(wide - row[-1][1]) <= _ALIKE):
            row = []
        row = [*row, (line, wide)] if wide >= _WIDE and not line.ends and not line.begins else []
        if len(row) == _IN_A_ROW:
            return row[0][0]
    return None


def _count(text: str) -> float:
    return float(len(text))


def _cuts(lines: Sequence[Line], measure: Measure) -> Iterator[Cut]:
    """For each width that hardly any line exceeds, the cut if lines are cut there."""
    widths = sorted((line.indent + measure(line.words) for line in lines), reverse=True)
    tried: set[float] = set()
    for wider, width in enumerate(widths):
        if wider * OUTLIERS > len(widths) or len(tried) == _WIDTHS or width < _NARROWEST:
            return
        if width <= WIDEST and width not in tried:
            tried.add(width)
            if (cut := _cut(lines, Cut(width, measure, Manner.FLUSH, 0))) is not None:
                yield cut


def _cut(lines: Sequence[Line], trial: Cut) -> Cut | None:
    """The cut at the width of a trial, if enough lines say so and few gainsay it."""
    below_full = unended = open_ends = ragged = marked = unmarked = numbered = 0
    first = True
    for above, below in pairwise(lines):
        if not below.follows or below.indented:
            first = True
            marked += below.follows and below.reads
            continue
        full = trial.full(above, below, first=first and not above.indented)
        first = not full
        if trial.parted(above, below):
            continue
        if full:
            below_full += not below.begins
            unended += not above.ends and not below.begins
            open_ends += above.open and not below.begins
        elif not below.labelled:
            text = not below.begins and (below.reads or below.ends)
            ragged += text and above.reads and not above.ends
            numbered += below.begins
            unmarked += text and marked > 0
    if 3 * open_ends < unended or 4 * ragged > open_ends:  # names in a list have no marks
        return None
    spaced = sum(not line.follows and line.reads for line in lines)
    manner = _manner(open_ends, marked, unmarked, 0 if numbered else spaced)
    return None if manner is None else Cut(trial.width, trial.measure, manner, open_ends, below_full, bool(numbered))


def _manner(open_ends: int, marked: int, unmarked: int, spaced: int) -> Manner | None:
    """How paragraphs are told apart; None where too few lines say that they are cut at all."""
    if open_ends and marked >= _FEWEST_MARKED - (open_ends > 1) and 10 * unmarked <= marked:
        return Manner.INDENTED
    if open_ends > 1 and spaced >= _FEWEST_MARKED and not unmarked and not marked:
        return Manner.SPACED
    return Manner.FLUSH if open_ends >= _FEWEST else None
