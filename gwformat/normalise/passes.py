"""What a pass is and how it runs: a document and a finder of edits come in, the document after them comes out."""

from __future__ import annotations

import dataclasses
from collections.abc import Callable, Collection, Iterator, Sequence
from dataclasses import dataclass

from gwformat.model import OBJECT, Block, Change, Document, Edit, Emphasis, Fate, Role


@dataclass(frozen=True, slots=True)
class Pass:
    """One named, switchable step. `default` is False where words would change: then its effects are suggestions."""

    key: str
    name: str
    reason: str
    run: Callable[[Document, Pass], Document]
    default: bool = True

    def __call__(self, document: Document) -> Document:
        """The document after this step, its effects among the changes."""
        return self.run(document, self)


@dataclass(frozen=True, slots=True)
class Passage:
    """The text of one output paragraph: a block, or several that run in, with their roles."""

    text: str
    roles: tuple[Role, ...]
    underlined: tuple[tuple[int, int], ...] = ()


Finder = Callable[[Passage], Sequence[Edit]]


def in_passages(roles: Collection[Role], find: Finder) -> Callable[[Document, Pass], Document]:
    """A pass that edits each paragraph all of whose blocks have one of `roles`."""

    def run(document: Document, step: Pass) -> Document:
        blocks = list(document.blocks)
        changes: list[Change] = []
        for first, last in _paragraphs(document.blocks):
            members = document.blocks[first:last]
            if not all(block.role in roles for block in members):
                continue
            passage = _passage(members)
            if passage.text and (edits := find(passage)):
                blocks[first:last] = _distribute(members, edits, step, changes)
        return replaced(document, blocks, changes)

    return run


def in_blocks(roles: Collection[Role], find: Finder) -> Callable[[Document, Pass], Document]:
    """A pass that edits each block of one of `roles` by itself; page breaks before its words are no part of it."""

    def run(document: Document, step: Pass) -> Document:
        blocks = list(document.blocks)
        changes: list[Change] = []
        for index, block in enumerate(document.blocks):
            if block.role not in roles:
                continue
            words = block.text.lstrip(OBJECT)
            if words and (edits := find(Passage(words, (block.role,)))):
                lead = len(block.text) - len(words)
                moved = [Edit(e.start + lead, e.end + lead, e.new) for e in edits]
                blocks[index] = edit(block, moved, step, changes)
        return replaced(document, blocks, changes)

    return run


def replaced(document: Document, blocks: Sequence[Block], changes: Sequence[Change]) -> Document:
    """The document with other blocks and more changes; itself if there are no changes."""
    if not changes:
        return document
    return dataclasses.replace(document, blocks=tuple(blocks), changes=(*document.changes, *changes))


def edit(block: Block, edits: Sequence[Edit], step: Pass, changes: list[Change]) -> Block:
    """The block after those edits that change something and cover no object; each is noted in `changes`."""
    text = block.text
    valid = [e for e in edits if text[e.start : e.end] != e.new and OBJECT not in text[e.start : e.end]]
    changes += (change(step, text[e.start : e.end], e.new, block) for e in valid)
    return block.edited(valid)


def change(step: Pass, before: str, after: str, block: Block) -> Change:
    """The report of one effect of a pass."""
    fate = Fate.DROPPED if not after else Fate.ADDED if not before else Fate.CHANGED
    return Change(step.name, fate, before, after, step.reason, block.source)


def _paragraphs(blocks: Sequence[Block]) -> Iterator[tuple[int, int]]:
    first = 0
    for index, block in enumerate(blocks):
        if not block.run_in:
            yield first, index + 1
            first = index + 1
    if first < len(blocks):
        yield first, len(blocks)


def _passage(blocks: Sequence[Block]) -> Passage:
    underlined: list[tuple[int, int]] = []
    position = 0
    for block in blocks:
        for run in block.runs:
            if Emphasis.UNDERLINE in run.emphasis:
                underlined.append((position, position + len(run.text)))
            position += len(run.text)
    text = "".join(block.text for block in blocks)
    return Passage(text, tuple(block.role for block in blocks), tuple(underlined))


def _distribute(blocks: Sequence[Block], edits: Sequence[Edit], step: Pass, changes: list[Change]) -> Iterator[Block]:
    """Each block after its share of the paragraph's edits; new text stands where its edit starts."""
    position = 0
    for number, block in enumerate(blocks, 1):
        start, position = position, position + len(block.text)
        share = []
        for e in edits:
            begins = start <= e.start and (e.start < position or (number == len(blocks) and e.start == position))
            if begins or max(start, e.start) < min(position, e.end):
                share.append(Edit(max(e.start, start) - start, min(e.end, position) - start, e.new if begins else ""))
        yield edit(block, share, step, changes) if share else block
