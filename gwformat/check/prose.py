"""The words of a document come in as one text, so that a rule runs one pattern; hits know their place in the file."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from functools import cached_property
from itertools import compress
from operator import not_
from typing import TypeAlias

from gwformat.check.elements import Element
from gwformat.check.registry import Problem
from gwformat.expressions import expression
from gwformat.findings import Location, Safety, Severity, Span, reworded
from gwformat.model import (
    HEAD_ROLES,
    TEXT_ROLES,
    Block,
    Carrier,
    CarrierKind,
    Edit,
    Emphasis,
    Paragraph,
    Role,
    Run,
    Source,
    in_leaves,
    text_of,
)
from gwformat.text.characters import holds_han
from gwformat.text.quotes import quoted
from gwformat.text.spans import Spans, foreign, is_latin
from gwformat.values import dataclass

# Elements of a fixed form, which rules of their own read; what is said of sentences does not hold for them.
FORMS = frozenset((*HEAD_ROLES, Role.DATE, Role.PRINT_DATE))
DIGITS = "0123456789"
LONG_NUMBER = expression("[0-9][0-9][0-9][0-9][ -]?[0-9][0-9][0-9][0-9]")
"""What telephone, identity and card numbers hold, and nothing else in most documents."""
Needs: TypeAlias = str | tuple[str, ...] | re.Pattern[str]
_LATIN_LINE = expression("^[^\n]*?[A-Za-z]{2}[^\n]*$", re.MULTILINE)


@dataclass(frozen=True)
class Piece:
    """An element, or a paragraph in a cell, a text box or a note; `start` is where its words begin in the whole."""

    start: int
    element: Element
    text: str
    runs: tuple[Run, ...]
    cell: Source | None = None

    @cached_property
    def in_chinese(self) -> bool:
        """Whether it is written in Chinese: it has Chinese characters, not only marks."""
        return holds_han(self.text)

    @cached_property
    def chars(self) -> frozenset[str]:
        """Every character that occurs in it."""
        return frozenset(self.text)


@dataclass(frozen=True, slots=True)
class Hit:
    """A stretch of one piece; positions are those in its text."""

    piece: Piece
    start: int
    end: int
    match: re.Match[str] | None = None
    over_break: str = ""  # its words, where the line break of a title stands among them

    def __getitem__(self, group: int | str) -> str:
        """What a group of the pattern found, "" if it took no part."""
        assert self.match is not None
        return self.match[group] or ""

    @property
    def words(self) -> str:
        """The words found."""
        return self.over_break or self.piece.text[self.start : self.end]

    @property
    def before(self) -> str:
        """What stands before it in its paragraph."""
        return self.piece.text[: self.start]

    @property
    def after(self) -> str:
        """What stands after it in its paragraph."""
        return self.piece.text[self.end :]

    @property
    def role(self) -> Role:
        """The element it stands in; a table is 正文 or 附件."""
        return self.piece.element.role

    @property
    def in_chinese(self) -> bool:
        """Whether its paragraph is written in Chinese: it has Chinese characters, not only marks."""
        return self.piece.in_chinese

    @property
    def in_table(self) -> bool:
        """Whether it stands in a cell, a text box or a note: not in the flow of the text."""
        return self.piece.cell is not None

    @property
    def in_main_text(self) -> bool:
        """Whether it stands in a paragraph or heading of the text itself, not in an attachment or a table."""
        return self.role in TEXT_ROLES and self.piece.element.block.attachment == 0 and not self.in_table

    @property
    def where(self) -> Span | Location:
        """The place of the words."""
        cell = self.piece.cell
        if cell is not None:
            return Location(cell.part, cell.first, self.start, self.end)
        return self.piece.element.span(self.start, self.end)

    def part(self, group: int | str) -> Hit:
        """The stretch of one group of the pattern."""
        assert self.match is not None
        start, end = self.match.span(group)
        return Hit(self.piece, start - self.piece.start, end - self.piece.start, self.match)

    def has(self, emphasis: Emphasis) -> bool:
        """Whether any of its words is set so (superscript …)."""
        position = 0
        for run in self.piece.runs:
            begin, position = position, position + len(run.text)
            if begin < self.end and self.start < position and emphasis in run.emphasis:
                return True
        return False

    def overlaps(self, other: Hit) -> bool:
        """Whether both have a character in common."""
        return self.piece is other.piece and self.start < other.end and other.start < self.end

    def is_within(self, phrases: Iterable[str]) -> bool:
        """Whether it is part of one of `phrases`, in which its characters mean something else."""
        for phrase in phrases:
            start = self.start - phrase.find(self.words)
            if start >= 0 and self.piece.text.startswith(phrase, start):
                return True
        return False

    def problem(
        self,
        message: str,
        new: str | None = None,
        safety: Safety = Safety.REVIEW,
        *,
        severity: Severity | None = None,
        expected: str | None = None,
        measured: str | None = None,
    ) -> Problem:
        """The problem here, cured by `new` words if they are given."""
        where = self.where
        fix = reworded(where, new, safety) if new is not None and not self.over_break else None
        return Problem(message, where, fix, expected, measured, severity)

    def instead(self, new: str, safety: Safety) -> Problem:
        """The problem that `new` should stand here."""
        return self.problem(f"{quoted(self.words)}应为{quoted(new)}", new, safety)


class Prose:
    """All words of a document, one line for each element and each paragraph of a table, a text box or a note."""

    def __init__(self, elements: Iterable[Element]) -> None:
        self.pieces: list[Piece] = []
        position = 0
        for element in elements:
            for runs, cell in _texts(element.block):
                text = text_of(runs)
                self.pieces.append(Piece(position, element, text, runs, cell))
                position += len(text) + 1
        # A line of it is a piece: a manual line break inside one is another sign.
        self.text = "\n".join(piece.text.replace("\n", "\v") for piece in self.pieces)
        self._starts = [piece.start for piece in self.pieces]
        self._holding: dict[Needs, list[tuple[int, int]]] = {}

    @cached_property
    def chars(self) -> frozenset[str]:
        """Every character that occurs: the cheapest question a rule can ask first."""
        return frozenset("\n").union(*self._chars)

    @cached_property
    def alphabet(self) -> str:
        """Every character that occurs, once: what a pattern of single characters is tried on first."""
        return "".join(self.chars)

    @cached_property
    def _chars(self) -> list[frozenset[str]]:
        """The characters of each piece."""
        return [frozenset(line) for line in self.text.split("\n")]

    @cached_property
    def _foreign(self) -> Spans:
        return foreign(self.text)

    @cached_property
    def _latin(self) -> Spans:
        lines = _LATIN_LINE.finditer(self.text)
        return Spans([line.span() for line in lines if is_latin(line.group())])

    def holds(self, *signs: str) -> bool:
        """Whether any of these words occurs."""
        return any(map(self.text.__contains__, filter(self.chars.issuperset, signs)))

    def find(self, pattern: re.Pattern[str], needs: Needs = "", *, forms: bool = False) -> Iterator[Hit]:
        """Where `pattern` matches, outside addresses, file names and lines in Latin script.

        Only pieces are searched that hold one of the characters (of the words, if it is a tuple) in `needs`, or in
        which that quicker pattern matches: most rules look for what few pieces have. `forms`: in elements of fixed form
        as well.
        """
        for start, end in self._stretches(needs) if needs else ((0, len(self.text)),):
            for match in pattern.finditer(self.text, start, end):
                hit = self._hit(*match.span(), match)
                if hit is None or (hit.role in FORMS and not forms):
                    continue
                if not self._foreign.touches(*match.span()) and match.start() not in self._latin:
                    yield hit

    def _stretches(self, needs: Needs) -> list[tuple[int, int]]:
        """Where the pieces stand that hold one of `needs`; neighbours are one stretch."""
        found = self._holding.get(needs)
        if found is None:
            found = self._holding[needs] = []
            for piece in self._pieces_with(needs):
                joins = found and found[-1][1] + 1 == piece.start
                start = found.pop()[0] if joins else piece.start
                found.append((start, piece.start + len(piece.text)))
        return found

    def _pieces_with(self, needs: Needs) -> Iterable[Piece]:
        if isinstance(needs, str):
            if self.chars.isdisjoint(needs):
                return ()
            return compress(self.pieces, map(not_, map(frozenset(needs).isdisjoint, self._chars)))
        if not isinstance(needs, tuple):
            return [piece for piece in self.pieces if needs.search(piece.text)] if needs.search(self.text) else ()
        words = [word for word in filter(self.chars.issuperset, needs) if word in self.text]
        return [piece for piece in self.pieces if any(word in piece.text for word in words)] if words else ()

    def find_words(self, words: Iterable[str]) -> Iterator[Hit]:
        """Where any of `words` stands, in elements of fixed form as well; a long list costs little."""
        for word in filter(self.chars.issuperset, words):
            position = self.text.find(word)
            while position >= 0:
                hit = self._hit(position, position + len(word), None)
                if hit is not None:
                    yield hit
                position = self.text.find(word, position + len(word))
            if self._titles:
                yield from self._over_breaks(word)

    def _over_breaks(self, word: str) -> Iterator[Hit]:
        """Where a word stands at the end of one line of a title and the beginning of the next."""
        for piece, joined, places in self._titles:
            at = joined.find(word)
            if at >= 0 and places[at + len(word) - 1] - places[at] >= len(word):
                yield Hit(piece, places[at], places[at + len(word) - 1] + 1, over_break=word)

    @cached_property
    def _titles(self) -> list[tuple[Piece, str, list[int]]]:
        """Titles on several lines: the words without the breaks, and where each character stands in the title."""
        torn = [piece for piece in self.pieces if piece.element.role is Role.TITLE and "\n" in piece.text]
        places = [[place for place, char in enumerate(piece.text) if char != "\n"] for piece in torn]
        return [(piece, piece.text.replace("\n", ""), where) for piece, where in zip(torn, places, strict=True)]

    def edits(self, edits: Iterable[Edit], *, forms: bool = False) -> Iterator[tuple[Hit, str]]:
        """The places of edits that a function of `gwformat.text` proposes for `text`, with the new words."""
        for edit in edits:
            hit = self._hit(edit.start, edit.end, None)
            if hit is not None and (forms or hit.role not in FORMS):
                yield hit, edit.new

    def _hit(self, start: int, end: int, match: re.Match[str] | None) -> Hit | None:
        """The stretch within its piece; None if it is not in one."""
        piece = self.pieces[bisect_right(self._starts, start) - 1]
        if end > piece.start + len(piece.text):
            return None
        return Hit(piece, start - piece.start, end - piece.start, match)


def _texts(block: Block) -> Iterator[tuple[tuple[Run, ...], Source | None]]:
    """The words of a block, and those in the tables, text boxes and notes it carries."""
    if block.runs:
        yield block.runs, None
    for carrier in (block.carrier, *(run.carrier for run in block.runs)):
        if carrier is not None:
            yield from _carried(carrier)


def _carried(carrier: Carrier) -> Iterator[tuple[tuple[Run, ...], Source]]:
    if carrier.note is not None:
        for paragraph in carrier.note.paragraphs:
            yield in_leaves(paragraph), paragraph.source
    elif carrier.kind in (CarrierKind.TABLE, CarrierKind.TEXT_BOX):
        yield from _cells(carrier.paragraphs)


def _cells(paragraphs: Iterable[Paragraph]) -> Iterator[tuple[tuple[Run, ...], Source]]:
    for paragraph in paragraphs:
        yield paragraph.runs, paragraph.source
        for run in paragraph.runs:
            if run.carrier is not None:
                yield from _cells(run.carrier.paragraphs)
