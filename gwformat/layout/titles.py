"""A document comes in; the same document with long titles broken into a trapezoid or diamond goes out (7.3.1)."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterator
from itertools import accumulate

from gwformat.layout.sheet import sheet_of
from gwformat.model import Block, Change, Document, Fate, Role, Run
from gwformat.setting.setting import Setting

_TITLES = (Role.TITLE, Role.ATTACHMENT_TITLE)
_REASON = "标题一行排不下，按词意分行，排成梯形或菱形（GB/T 9704-2012 7.3.1）"


def shape_titles(document: Document, setting: Setting) -> Document:
    """Every title that needs several lines and has no breaks of its own is broken where its words allow it."""
    blocks: list[Block] = []
    changes: list[Change] = []
    for block in document.blocks:
        ends = _ends(block, setting) if block.role in _TITLES else set()
        if ends:
            block = dataclasses.replace(block, runs=tuple(_broken(block.runs, ends)))
            changes.append(Change("标题分行", Fate.ADDED, "", "\n" * len(ends), _REASON, block.source))
        blocks.append(block)
    return dataclasses.replace(document, blocks=tuple(blocks), changes=(*document.changes, *changes))


def _ends(block: Block, setting: Setting) -> set[int]:
    """The places in the text of a title where its lines end, but the last."""
    spec = setting.spec(block.role)
    columns = sheet_of(setting).text_width / setting.column(spec)
    if "\n" in block.text or setting.fonts.width(block.text, spec.slot) <= columns - 1:
        return set()
    from gwformat.layout.title import shape_title  # its dictionary takes a while to load

    return set(list(accumulate(map(len, shape_title(block.text, columns))))[:-1])


def _broken(runs: tuple[Run, ...], ends: set[int]) -> Iterator[Run]:
    """The runs with a line break after each of `ends`; a run is parted there, both parts remain its atom's."""
    place = 0
    for run in runs:
        start, place = place, place + len(run.text)
        inner = [end - start for end in sorted(ends) if start < end < place]
        for first, last in zip([0, *inner], [*inner, len(run.text)], strict=True):
            yield dataclasses.replace(run, text=run.text[first:last])
            if start + last in ends:
                yield Run("\n")
