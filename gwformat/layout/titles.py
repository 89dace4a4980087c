"""A document comes in; out it goes with the ends of lines that its words decide, those of titles and 签发人.

Long titles are broken into a trapezoid or diamond (7.3.1); of several 签发人 two stand on a line (7.2.6).
"""

from __future__ import annotations

import dataclasses
from collections.abc import Iterator, Sequence
from itertools import accumulate

from gwformat.layout.sheet import sheet_of
from gwformat.model import Block, Change, Document, Edit, Fate, Role, Run
from gwformat.setting.setting import Setting
from gwformat.setting.signers import gaps, row_starts

_TITLES = (Role.TITLE, Role.ATTACHMENT_TITLE, Role.SUBTITLE)
_TITLE = ("标题分行", "标题或题注一行排不下，按词意分行，排成梯形或菱形（GB/T 9704-2012 7.3.1）")
_COLUMN = ("签发人对齐", "各行的第二个姓名上下对齐，均匀编排（GB/T 9704-2012 7.2.6）")
_SIGNER = ("签发人分行", "每行排两个姓名，回行与上一行第一个姓名对齐（GB/T 9704-2012 7.2.6）")


def shape_lines(document: Document, setting: Setting) -> Document:
    """Every title that needs several lines is broken where its words allow it, 签发人 after two names; breaks stay."""
    blocks: list[Block] = []
    changes: list[Change] = []
    blanks = _blanks(document, setting)
    for block in document.blocks:
        ends = _ends(block, setting)
        apart = blanks.pop(0) if block.role is Role.SIGNER else []
        if ends or apart:
            edits = sorted((*(_edit(block.text, end) for end in ends), *apart), key=lambda one: one.start)
            for edit in edits:
                step, reason = _TITLE if block.role is not Role.SIGNER else _COLUMN if edit in apart else _SIGNER
                said = _said(block.text, edit)
                fate = Fate.CHANGED if said else Fate.ADDED
                changes.append(Change(step, fate, said, edit.new, reason, block.source))
            block = dataclasses.replace(block, runs=tuple(_broken(block.runs, edits)))
        blocks.append(block)
    return document.changed(blocks, changes)


def _blanks(document: Document, setting: Setting) -> list[list[Edit]]:
    """Of each block of 签发人 the edits that make the blank in front of a second name as wide as it has to be."""
    texts = [block.text for block in document.blocks if block.role is Role.SIGNER]
    wanted = [[Edit(start, end, "\u3000" * count) for start, end, count in found] for found in gaps(texts, setting)]
    return [
        [edit for edit in found if _said(text, edit) != edit.new and "\n" not in _said(text, edit)]
        for text, found in zip(texts, wanted, strict=True)
    ]


def _ends(block: Block, setting: Setting) -> set[int]:
    """The places in the text of a block where its lines end, but the last and those it ends itself."""
    if block.role is Role.SIGNER:
        # A narrow row would leave room for the beginning of the next name, which any program puts there.
        ends = row_starts(block.text, setting)
        return {end for end in ends if "\n" not in _said(block.text, _edit(block.text, end))}
    return _title_ends(block, setting) if block.role in _TITLES else set()


def _title_ends(block: Block, setting: Setting) -> set[int]:
    """The places in the text of a title where its lines end, but the last and those it ends itself.

    What the author has broken is broken further only where it does not fit.
    """
    spec = setting.spec(block.role)
    columns = sheet_of(setting).text_width / setting.column(spec)
    parts = block.text.split("\n")
    most = columns - 1 if len(parts) == 1 else columns
    ends: set[int] = set()
    start = 0
    for part in parts:
        if setting.fonts.width(part, spec.slot) > most:
            from gwformat.layout.title import shape_title  # its dictionary takes a while to load

            ends.update(start + end for end in list(accumulate(map(len, shape_title(part, columns))))[:-1])
        start += len(part) + 1
    return ends


def _edit(text: str, end: int) -> Edit:
    """The line break at `end`; it stands for the spaces before it, which no line ends with."""
    return Edit(len(text[:end].rstrip()), end, "\n")


def _said(text: str, edit: Edit) -> str:
    """What stands where the edit puts something else."""
    return text[edit.start : edit.end]


def _broken(runs: tuple[Run, ...], edits: Sequence[Edit]) -> Iterator[Run]:
    """The runs with the line breaks; a run is parted there, both parts remain its atom's."""
    place = 0
    for run in runs:
        start, place = place, place + len(run.text)
        cursor = start
        for edit in edits:
            if not start < edit.end <= place:
                continue
            yield from _part(run, cursor - start, edit.start - start)
            yield Run(edit.new)
            cursor = edit.end
        following = next((edit.start for edit in edits if edit.end > place), place)
        yield from _part(run, cursor - start, min(following, place) - start)


def _part(run: Run, first: int, last: int) -> Iterator[Run]:
    if max(first, 0) < last:
        yield dataclasses.replace(run, text=run.text[max(first, 0) : last])
