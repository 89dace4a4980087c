"""What a pass is and how it runs: a document and a finder of edits come in, the document after them comes out."""

from __future__ import annotations

import dataclasses
import operator
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence

from gwformat.model import OBJECT, Block, Change, Document, Edit, Fate, Role, Run, underlined
from gwformat.values import dataclass


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
    arranged: bool = False  # its blanks place its words


Finder = Callable[[Passage], Sequence[Edit]]


class View:
    """The blocks of one output paragraph with their texts, worked out once for all passes that look at them."""

    __slots__ = ("blocks", "characters", "passage", "roles", "settled", "texts")

    def __init__(self, blocks: tuple[Block, ...]) -> None:
        self.blocks = blocks
        self.texts = tuple([block.text for block in blocks])
        roles = tuple([block.role for block in blocks])
        self.roles = frozenset(roles)
        lines = tuple(underlined(run for block in blocks for run in block.runs))
        self.passage = Passage("".join(self.texts), roles, lines, any(b.arranged for b in blocks))
        self.characters = frozenset(self.passage.text)
        self.settled: set[int] = set()  # groups of passes that have found nothing here


@dataclass(frozen=True, slots=True)
class Local:
    """What a pass does that looks at one paragraph, or at one block, at a time.

    A paragraph that holds none of the `signs` is not searched at all; none given, every one is.
    """

    roles: frozenset[Role]
    find: Finder
    per_block: bool
    signs: frozenset[str] = frozenset()

    def __call__(self, document: Document, step: Pass) -> Document:
        """The document after this pass alone."""
        return Localities().run(document, (step,))

    def concerns(self, roles: frozenset[Role]) -> bool:
        """Whether a paragraph whose blocks have these roles is looked at."""
        return not roles.isdisjoint(self.roles) if self.per_block else roles <= self.roles

    def on(self, view: View, step: Pass, changes: list[Change]) -> View:
        """The paragraph after the pass; the same value if it finds nothing."""
        if self.signs and self.signs.isdisjoint(view.characters):
            return view
        if self.per_block and (len(view.blocks) > 1 or view.passage.text.startswith(OBJECT)):
            return self._in_blocks(view, step, changes)
        if not view.passage.text:
            return view
        edits = self.find(view.passage)
        return View(tuple(_distribute(view.blocks, edits, step, changes))) if edits else view

    def _in_blocks(self, view: View, step: Pass, changes: list[Change]) -> View:
        """Page breaks before the words of a block are no part of them."""
        blocks = list(view.blocks)
        found = len(changes)
        for index, (block, text) in enumerate(zip(view.blocks, view.texts, strict=True)):
            words = text.lstrip(OBJECT)
            if block.role in self.roles and words and (edits := self.find(Passage(words, (block.role,)))):
                lead = len(text) - len(words)
                moved = [Edit(e.start + lead, e.end + lead, e.new) for e in edits]
                blocks[index] = edit(block, moved, step, changes)
        return View(tuple(blocks)) if len(changes) > found else view


class Localities:
    """The paragraphs of a document through several groups and rounds of local passes; none is looked at in vain."""

    def __init__(self) -> None:
        self._blocks: tuple[Block, ...] = ()  # those the views are of
        self._views: list[View] = []
        self._chosen: dict[int, dict[frozenset[Role], list[tuple[Pass, Local]]]] = {}  # by group and roles

    def run(self, document: Document, steps: Sequence[Pass], group: int = 0) -> Document:
        """The document after `steps`, all of them local, paragraph by paragraph; `group` is their number."""
        changes: list[Change] = []
        chosen = self._chosen.setdefault(group, {})
        views: list[View] = []
        for view in self._views_of(document.blocks):
            if group not in view.settled:
                if view.roles not in chosen:
                    chosen[view.roles] = list(_concerning(steps, view.roles))
                found = len(changes)
                for step, local in chosen[view.roles]:
                    view = local.on(view, step, changes)
                if len(changes) == found:
                    view.settled.add(group)
            views.append(view)
        if not changes:
            return document
        document = document.changed([block for view in views for block in view.blocks], changes)
        self._blocks, self._views = document.blocks, views
        return document

    def suggested(self, document: Document, step: Pass, local: Local) -> list[Change]:
        """What `step` would change."""
        changes: list[Change] = []
        for view in self._views_of(document.blocks):
            if local.concerns(view.roles):
                local.on(view, step, changes)
        return changes

    def _views_of(self, blocks: tuple[Block, ...]) -> list[View]:
        """The view of each paragraph; that of a paragraph still the same is known already."""
        if blocks is not self._blocks:
            known = {id(view.blocks[0]): view for view in self._views}
            paragraphs = [blocks[first:last] for first, last in paragraphs_of(blocks)]
            self._views = [_same(known.get(id(paragraph[0])), paragraph) or View(paragraph) for paragraph in paragraphs]
            self._blocks = blocks
        return self._views


def _same(view: View | None, blocks: tuple[Block, ...]) -> View | None:
    """The view if it is of these very blocks."""
    same = view is not None and len(view.blocks) == len(blocks) and all(map(operator.is_, view.blocks, blocks))
    return view if same else None


def _concerning(steps: Sequence[Pass], roles: frozenset[Role]) -> Iterator[tuple[Pass, Local]]:
    for step in steps:
        if isinstance(step.run, Local) and step.run.concerns(roles):
            yield step, step.run


def in_passages(roles: Collection[Role], find: Finder, signs: Iterable[str] = ()) -> Local:
    """A pass that edits each paragraph all of whose blocks have one of `roles`, if it holds one of `signs`."""
    return Local(frozenset(roles), find, per_block=False, signs=frozenset(signs))


def in_blocks(roles: Collection[Role], find: Finder, signs: Iterable[str] = ()) -> Local:
    """A pass that edits each block of one of `roles` by itself, if its paragraph holds one of `signs`."""
    return Local(frozenset(roles), find, per_block=True, signs=frozenset(signs))


def edit(block: Block, edits: Sequence[Edit], step: Pass, changes: list[Change]) -> Block:
    """The block after those edits that change something and cover no object; each is noted in `changes`."""
    text = block.text
    valid = [e for e in edits if text[e.start : e.end] != e.new and OBJECT not in text[e.start : e.end]]
    changes += (change(step, text[e.start : e.end], e.new, block) for e in valid)
    return block.edited(valid)


def joined(above: Block, below: Block, between: tuple[Run, ...] = ()) -> Block:
    """One block with the words of both, and those `between` them."""
    source = above.source
    if source is not None and below.source is not None:
        source = dataclasses.replace(source, last=below.source.last)
    return dataclasses.replace(above, runs=(*above.runs, *between, *below.runs), source=source)


def change(step: Pass, before: str, after: str, block: Block) -> Change:
    """The report of one effect of a pass."""
    fate = Fate.DROPPED if not after else Fate.ADDED if not before else Fate.CHANGED
    return Change(step.name, fate, before, after, step.reason, block.source)


def paragraphs_of(blocks: Sequence[Block]) -> Iterator[tuple[int, int]]:
    """First and end of the blocks of each output paragraph."""
    first = 0
    for index, block in enumerate(blocks):
        if not block.run_in:
            yield first, index + 1
            first = index + 1
    if first < len(blocks):
        yield first, len(blocks)


def _distribute(blocks: Sequence[Block], edits: Sequence[Edit], step: Pass, changes: list[Change]) -> Iterator[Block]:
    """Each block after its share of the paragraph's edits; new text stands where its edit starts."""
    if len(blocks) == 1:
        yield edit(blocks[0], edits, step, changes)
        return
    position = 0
    for number, block in enumerate(blocks, 1):
        start, position = position, position + len(block.text)
        share = []
        for e in edits:
            begins = start <= e.start and (e.start < position or (number == len(blocks) and e.start == position))
            if begins or max(start, e.start) < min(position, e.end):
                share.append(Edit(max(e.start, start) - start, min(e.end, position) - start, e.new if begins else ""))
        yield edit(block, share, step, changes) if share else block
