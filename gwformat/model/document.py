"""A recognised document: blocks that are elements of the standard, what was changed in them, and by which edits."""

from __future__ import annotations

import dataclasses
from collections.abc import Collection, Iterable, Iterator
from enum import StrEnum

from gwformat.model.carriers import Carrier
from gwformat.model.draft import PLAIN, Draft, Look, Run, Source, text_of
from gwformat.model.terms import IMPRINT_ROLES, Direction, Kind, Role
from gwformat.values import dataclass


@dataclass(frozen=True, slots=True)
class Block:
    """One element of the document: a role with its words, or with a carrier.

    `run_in` says that the next block continues the same paragraph (a heading with its text after it).
    `attachment` is 0 in the main text and k inside the k-th attachment. `source` is None for what the
    user supplied.
    """

    role: Role
    runs: tuple[Run, ...] = ()
    carrier: Carrier | None = None
    source: Source | None = None
    reason: str = ""
    run_in: bool = False
    attachment: int = 0
    look: Look = PLAIN
    moved: bool = False  # 主送机关 that stand in the imprint (7.3.2)
    arranged: bool = False  # its blanks place its words: a row of a list of names, a line to fill in

    @property
    def set_as(self) -> Role:
        """The role in whose style and place the block is set: 主送机关 in the imprint as 抄送机关 are (7.4.2)."""
        return Role.COPY_TO if self.moved else self.role

    @property
    def in_imprint(self) -> bool:
        """Whether the block stands between the lines at the end."""
        return self.set_as in IMPRINT_ROLES

    @property
    def text(self) -> str:
        """The words of the block; `OBJECT` where an inline carrier sits, `\\n` at manual line breaks."""
        return text_of(self.runs)

    def edited(self, edits: Collection[Edit]) -> Block:
        """The block after `edits` (disjoint, positions in `text`)."""
        return dataclasses.replace(self, runs=apply_edits(self.runs, edits)) if edits else self


@dataclass(frozen=True, slots=True)
class Edit:
    """Replace `text[start:end]` by `new`."""

    start: int
    end: int
    new: str


def apply_edits(runs: tuple[Run, ...], edits: Collection[Edit]) -> tuple[Run, ...]:
    """The runs after disjoint edits; replacement text joins the run in which the edit starts.

    Raises `ValueError` if an edit covers an inline carrier; an insertion before one becomes a run of its own.
    """
    pending = sorted(edits, key=lambda edit: (edit.start, edit.end))
    result: list[Run] = []
    position = 0
    for run in runs:
        start, position = position, position + len(run.text)
        pieces: list[str] = []
        cursor = start
        for edit in pending:
            if edit.start >= position or (edit.end <= start and edit.start < start):
                continue
            if run.carrier is not None and edit.end > edit.start:
                raise ValueError("an edit may not cover an inline carrier")
            if run.carrier is not None:
                result.append(Run(edit.new))
                continue
            pieces.append(run.text[cursor - start : max(edit.start, cursor) - start])
            if edit.start >= start:
                pieces.append(edit.new)
            cursor = max(cursor, min(edit.end, position))
        pieces.append(run.text[cursor - start :])
        result.append(Run("".join(pieces), run.emphasis, run.carrier, run.paragraph, run.atom))
    tail = "".join(edit.new for edit in pending if edit.start >= position)
    if tail and result and result[-1].carrier is None:
        result[-1] = dataclasses.replace(result[-1], text=result[-1].text + tail)
    elif tail:
        result.append(Run(tail))
    return tuple(run for run in result if run.text)


class Fate(StrEnum):
    """What became of a piece of the source; the ledger's four columns, plus what was added."""

    CHANGED = "改动"
    MOVED = "移动"
    RERENDERED = "重排"
    DROPPED = "去除"
    ADDED = "补充"


TURNED = "横排表格"
"""The step of the change that says that tables have got landscape pages, and thereby sections, of their own."""


@dataclass(frozen=True, slots=True)
class Change:
    """One reported difference between draft and result: which step, where, before, after, why."""

    step: str  # Chinese name of the pass or stage, e.g. "标点全角化"
    fate: Fate
    before: str
    after: str
    reason: str
    source: Source | None = None


@dataclass(frozen=True, slots=True)
class SealPicture:
    """A picture of a seal or a 签名章, as its file has it, with its size in pixels."""

    data: bytes
    size: tuple[int, int]


def seal_name(organ: str) -> str:
    """What the picture of a seal is called in a file, by which it is known again."""
    return f"{organ.strip()}印章"


@dataclass(frozen=True, slots=True)
class Document:
    """A recognised document: its format and its blocks in the order in which they will stand."""

    draft: Draft
    kind: Kind
    blocks: tuple[Block, ...]
    genre: str | None = None  # one of the fifteen 文种
    direction: Direction | None = None
    missing: tuple[Role, ...] = ()  # required for this genre and direction, but neither found nor supplied
    changes: tuple[Change, ...] = ()
    suggestions: tuple[Change, ...] = ()  # not applied: they would change words
    notices: tuple[str, ...] = ()
    in_header: tuple[Role, ...] = ()  # elements that stand in the header of the first page, where none is looked at
    seals: tuple[SealPicture | None, ...] = ()  # of the `signatories`, in order; None leaves the place free

    @property
    def signatories(self) -> tuple[str, ...]:
        """The organs that sign the text, in order; attachments bear no seals."""
        return tuple(block.text.strip() for block in self.of(Role.SIGNATURE) if not block.attachment)

    def changed(self, blocks: Iterable[Block], changes: Collection[Change]) -> Document:
        """The document with other blocks and these changes more; itself if there are no changes."""
        if not changes:
            return self
        return dataclasses.replace(self, blocks=tuple(blocks), changes=(*self.changes, *changes))

    def of(self, *roles: Role) -> Iterator[Block]:
        """The blocks that have one of `roles`."""
        return (block for block in self.blocks if block.role in roles)

    def first(self, role: Role) -> Block | None:
        """The first block of `role`, if any."""
        return next(self.of(role), None)
