"""A document comes in; out it goes with lines to fill in whose blanks leave room for all their words on one line."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterator, Sequence
from itertools import pairwise

from gwformat.layout.sheet import sheet_of
from gwformat.model import PROSE_ROLES, Block, Change, Document, Edit, Fate, underlined
from gwformat.setting.beside import beside
from gwformat.setting.paragraph import style_indents
from gwformat.setting.passages import Passage, passages_of
from gwformat.setting.setting import Setting
from gwformat.text.form_lines import Gap, gaps_of, lines_of
from gwformat.text.width import advance
from gwformat.values import dataclass

_STEP = "填写栏对齐"
_REASON = "填写栏之间用全角空格，一行排得下的排在一行，左右两栏上下对齐"
_PARTS = 4.0  # 字 of a blank that parts two columns
_ALIGNED = 2.0  # 字 by which typed columns may miss each other


@dataclass(frozen=True, slots=True)
class _Line:
    """A line to fill in: its passage, its blanks, and how many 字 it has for all of it."""

    passage: int
    block: Block
    gaps: tuple[Gap, ...]
    room: float
    counts: tuple[int, ...]

    def before(self, number: int, counts: Sequence[int]) -> float:
        """Where blank `number` begins, in 字, if the blanks are filled up `counts` times."""
        start = self.gaps[number].start
        gaps = self.gaps[:number]
        words = advance(self.block.text[:start]) - sum(advance(self.block.text[gap.start : gap.end]) for gap in gaps)
        return words + sum(counts[:number])

    @property
    def main(self) -> int | None:
        """The blank that parts two columns; None if there is none."""
        widest = max(range(len(self.gaps)), key=lambda number: self.gaps[number].ems)
        return widest if self.gaps[widest].ems >= _PARTS else None

    @property
    def typed(self) -> float:
        """Where the second column began in the draft, in 字."""
        assert self.main is not None
        return self.before(self.main, [round(gap.ems) for gap in self.gaps]) + self.gaps[self.main].ems

    @property
    def behind(self) -> float:
        """How wide the second column becomes, in 字."""
        assert self.main is not None
        text, later = self.block.text, self.gaps[self.main + 1 :]
        words = advance(text[self.gaps[self.main].end :]) - sum(advance(text[gap.start : gap.end]) for gap in later)
        return words + sum(self.counts[self.main + 1 :])

    def edits(self) -> Iterator[Edit]:
        """What makes each blank as wide as it shall be."""
        for gap, count in zip(self.gaps, self.counts, strict=True):
            if self.block.text[gap.start : gap.end] != gap.fill * count:
                yield Edit(gap.start, gap.end, gap.fill * count)


def fit_form_lines(document: Document, setting: Setting) -> Document:
    """Every line to fill in with full blanks, as many as there were, or as many as its line has room for."""
    passages = tuple(passages_of(document))
    lines = [line for order in range(len(passages)) if (line := _line(passages, order, setting)) is not None]
    blocks = list(document.blocks)
    changes: list[Change] = []
    for line in _aligned(lines):
        for edit in line.edits():
            said = line.block.text[edit.start : edit.end]
            changes.append(Change(_STEP, Fate.CHANGED, said, edit.new, _REASON, line.block.source))
        blocks[passages[line.passage].first] = line.block.edited(list(line.edits()))
    return document.changed(blocks, changes)


def _line(passages: Sequence[Passage], order: int, setting: Setting) -> _Line | None:
    """The line to fill in that a passage is; None for others, and where drawn lines fit as they were typed."""
    passage = passages[order]
    block = passage.blocks[0]
    if len(passage.blocks) > 1 or block.role not in PROSE_ROLES or block.carrier is not None:
        return None
    gaps = gaps_of(block.text) if block.arranged else lines_of(block.text, list(underlined(block.runs)))
    if not gaps:
        return None
    spec = setting.spec(block.role)
    direct = beside(passages, order)
    indents = style_indents(block.role, setting) if direct is None or direct.indents is None else direct.indents
    room = (sheet_of(setting).text_width - indents.left - indents.first_line) / setting.column(spec)
    if not block.arranged and setting.width(block.text, spec) / setting.column(spec) <= room:
        return None
    text = block.text
    words = text[: gaps[0].start] + "".join(text[a.end : b.start] for a, b in pairwise(gaps)) + text[gaps[-1].end :]
    free = int(room - setting.width(words, spec) / setting.column(spec))
    return _Line(order, block, gaps, room, tuple(_shares(gaps, free)))


def _shares(gaps: Sequence[Gap], free: int) -> list[int]:
    """How many full blanks each gap gets: what it had, or its share of what is free, at least one."""
    wanted = [max(round(gap.ems), 1) for gap in gaps]
    if sum(wanted) <= free or free < len(gaps):
        return wanted
    shares = [1] * len(gaps)
    for _ in range(free - len(gaps)):
        needy = max(range(len(gaps)), key=lambda n: (wanted[n] - 1) / shares[n] if shares[n] < wanted[n] else 0)
        shares[needy] += 1
    return shares


def _aligned(lines: Sequence[_Line]) -> Iterator[_Line]:
    """The lines, those below each other whose second columns began at one place with them at one place again."""
    group: list[_Line] = []
    for line in lines:
        beside_last = group and line.passage == group[-1].passage + 1 and line.main is not None
        if beside_last and group[-1].main is not None and abs(line.typed - group[-1].typed) <= _ALIGNED:
            group.append(line)
            continue
        yield from _at_one_place(group)
        group = [line]
    yield from _at_one_place(group)


def _at_one_place(group: Sequence[_Line]) -> Iterator[_Line]:
    if len(group) < 2:
        yield from group
        return
    starts = [line.before(line.main or 0, line.counts) for line in group]
    least = max(starts) + 1
    most = min(line.room - line.behind for line in group)
    place = min(max(least, max(line.typed for line in group)), most)
    for line, start in zip(group, starts, strict=True):
        if line.main is None or place < least:
            yield line
            continue
        counts = list(line.counts)
        counts[line.main] = int(place - start)
        yield dataclasses.replace(line, counts=tuple(counts))
