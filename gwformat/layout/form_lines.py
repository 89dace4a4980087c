"""A document comes in; out it goes with lines to fill in whose blanks leave room for all their words on one line."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterator, Sequence
from itertools import pairwise

from gwformat.layout.sheet import sheet_of
from gwformat.model import PROSE_ROLES, Block, Change, Document, Edit, Emphasis, Fate
from gwformat.setting.beside import beside
from gwformat.setting.paragraph import style_indents
from gwformat.setting.passages import passages_of
from gwformat.setting.setting import Setting
from gwformat.text.form_lines import Gap, gaps_of, lines_of

_STEP = "填写栏对齐"
_REASON = "填写栏之间用全角空格，一行排得下的排在一行"


def fit_form_lines(document: Document, setting: Setting) -> Document:
    """Every line to fill in with full blanks, as many as there were, or as many as its line has room for."""
    blocks = list(document.blocks)
    changes: list[Change] = []
    passages = tuple(passages_of(document))
    for order, passage in enumerate(passages):
        block = passage.blocks[0]
        if len(passage.blocks) > 1 or block.role not in PROSE_ROLES or block.carrier is not None:
            continue
        gaps = gaps_of(block.text) if block.arranged else lines_of(block.text, list(_underlined(block)))
        if not gaps:
            continue
        spec = setting.spec(block.role)
        direct = beside(passages, order)
        indents = style_indents(block.role, setting) if direct is None or direct.indents is None else direct.indents
        room = (sheet_of(setting).text_width - indents.left - indents.first_line) / setting.column(spec)
        edits = list(_edits(block, gaps, room, setting))
        if not block.arranged and setting.width(block.text, spec) / setting.column(spec) <= room:
            continue  # as it was typed
        blocks[passage.first] = block.edited(edits)
        for edit in edits:
            said = block.text[edit.start : edit.end]
            changes.append(Change(_STEP, Fate.CHANGED, said, edit.new, _REASON, block.source))
    if not changes:
        return document
    return dataclasses.replace(document, blocks=tuple(blocks), changes=(*document.changes, *changes))


def _edits(block: Block, gaps: Sequence[Gap], room: float, setting: Setting) -> Iterator[Edit]:
    text = block.text
    words = text[: gaps[0].start] + "".join(text[a.end : b.start] for a, b in pairwise(gaps))
    words += text[gaps[-1].end :]
    spec = setting.spec(block.role)
    free = int(room - setting.width(words, spec) / setting.column(spec))
    for gap, count in zip(gaps, _shares(gaps, free), strict=True):
        if text[gap.start : gap.end] != gap.fill * count:
            yield Edit(gap.start, gap.end, gap.fill * count)


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


def _underlined(block: Block) -> Iterator[tuple[int, int]]:
    place = 0
    for run in block.runs:
        if Emphasis.UNDERLINE in run.emphasis:
            yield place, place + len(run.text)
        place += len(run.text)
