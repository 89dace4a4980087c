"""A draft cut into pieces, and what recognition says of each: `Draft` in, `Piece`s out; stages give `Verdict`s.

A piece is a source paragraph, a part of one between manual line breaks, or a block carrier. Pieces share out the
runs of the draft, so what the assembled blocks and changes say of them covers every atom exactly once.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Iterable, Iterator, Mapping, Sequence

from gwformat.expressions import expression
from gwformat.model import OBJECT, PLAIN, Carrier, CarrierKind, Look, Paragraph, Role, Run, Source, text_of
from gwformat.recognise.patterns import key
from gwformat.values import dataclass


@dataclass(frozen=True, slots=True)
class Piece:
    """One stretch of words that can be an element of its own; `key` is its text as patterns see it."""

    index: int
    group: int  # pieces of one source paragraph have the same
    runs: tuple[Run, ...]
    source: Source | None
    look: Look = PLAIN
    carrier: Carrier | None = None
    label: str = ""  # automatic number that has become the beginning of the text
    framed: bool = False  # stood in a table or text box
    text: str = ""
    key: str = ""

    @property
    def blank(self) -> bool:
        """Whether there is nothing to read here; a block carrier is never blank."""
        return not self.key and self.carrier is None

    @property
    def new_page(self) -> bool:
        """Whether the piece starts a page."""
        return self.look.page_break_before or any(
            run.carrier is not None and run.carrier.kind in (CarrierKind.PAGE_BREAK, CarrierKind.SECTION_BREAK)
            for run in self.runs[:2]
        )


@dataclass(frozen=True, slots=True)
class Part:
    """A role for `text[start:end]` of a piece; `joined` parts continue the block before them."""

    role: Role
    reason: str
    start: int = 0
    end: int | None = None
    run_in: bool = False
    joined: bool = False


@dataclass(frozen=True, slots=True)
class Verdict:
    """What a piece is: its parts, or, with `dropped`, why its words are not kept."""

    parts: tuple[Part, ...] = ()
    attachment: int = 0
    dropped: str = ""

    @property
    def role(self) -> Role:
        """The role of the first part."""
        return self.parts[0].role if self.parts else Role.OTHER


_OF_LAWS = expression(r"第[一二三四五六七八九十百千零〇\d]+[编章节条]")
_LINE = expression(r"[^\n]*\n|[^\n]+")
Verdicts = Mapping[int, Verdict]


def whole(role: Role, reason: str, *, attachment: int = 0, joined: bool = False) -> Verdict:
    """The verdict that a piece is one element."""
    return Verdict((Part(role, reason, joined=joined),), attachment)


def cut(runs: Iterable[Run], start: int, end: int) -> tuple[Run, ...]:
    """The runs of the characters `start` to `end`."""
    result = []
    position = 0
    for run in runs if start < end else ():
        before, position = position, position + len(run.text)
        if start <= before < position <= end:
            result.append(run)
        elif before < end and start < position and run.text:
            text = run.text[max(start - before, 0) : end - before]
            result.append(dataclasses.replace(run, text=text))
    return tuple(result)


def labelled(paragraph: Paragraph) -> str:
    """The automatic number of a paragraph as typed text; a blank keeps `1.1` apart from what follows."""
    label = paragraph.label.strip()
    if _OF_LAWS.fullmatch(label):
        return f"{label}\u3000"  # 第一条　为了……
    return f"{label} " if label and label[-1].isalnum() else label


def split(paragraph: Paragraph, index: int, group: int, *, framed: bool = False) -> Iterator[Piece]:
    """The pieces of a paragraph: cut after each manual line break, which stays at the end of its piece."""
    label = labelled(paragraph)
    runs = paragraph.runs
    if label:
        runs = (Run(label, paragraph=paragraph.source.first), *runs)
    for order, line in enumerate(_lines(runs)):
        text = text_of(line)
        yield Piece(
            index + order, group, line, paragraph.source, paragraph.look,
            label="" if order else label, framed=framed, text=text, key=key(text),
        )  # fmt: skip


def _lines(runs: tuple[Run, ...]) -> Iterator[tuple[Run, ...]]:
    """The runs of each line; at least one line, even without words."""
    if "\n" not in text_of(runs):
        yield runs
        return
    line: list[Run] = []
    ended = False
    for run in runs:
        if not run.text:
            line.append(run)
        for text in _LINE.findall(run.text):
            line.append(run if text == run.text else dataclasses.replace(run, text=text))
            if text.endswith("\n"):
                yield tuple(line)
                line = []
                ended = True
    if line or not ended:
        yield tuple(line)


def spanning(first: Source | None, last: Source | None) -> Source | None:
    """The source of what was two pieces."""
    if first is None or last is None:
        return first or last
    return dataclasses.replace(first, first=min(first.first, last.first), last=max(first.last, last.last))


def parts_words(above: str, below: str) -> bool:
    """Whether the end of a line parts two Western words."""
    last, first = above[-1:], below[:1]
    return last.isascii() and first.isascii() and last.isalpha() and first.isalpha()


def following(pieces: Sequence[Piece], index: int) -> Piece | None:
    """The next piece after `index` that is not blank."""
    return next((piece for piece in pieces[index + 1 :] if not piece.blank), None)


def begins_page(pieces: Sequence[Piece], piece: Piece) -> bool:
    """Whether `piece` stands first on a page: it starts one, or an empty paragraph right above does."""
    if piece.new_page:
        return True
    at = piece.index - 1
    while at >= 0 and pieces[at].blank and not pieces[at].new_page:
        at -= 1
    return at >= 0 and pieces[at].blank


def preceding(pieces: Sequence[Piece], index: int) -> Piece | None:
    """The last piece before `index` that is not blank."""
    return next((pieces[at] for at in range(index - 1, -1, -1) if not pieces[at].blank), None)


def has_object(runs: Iterable[Run]) -> bool:
    """Whether an inline carrier is among the runs."""
    return any(run.carrier is not None or OBJECT in run.text for run in runs)
