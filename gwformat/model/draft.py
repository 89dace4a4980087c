"""A draft as the file has it: paragraphs with their looks, sections, headers, and where each thing stands."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import field
from enum import Enum, StrEnum
from pathlib import Path
from typing import TYPE_CHECKING

from gwformat.model.carriers import Carrier, CarrierKind
from gwformat.model.terms import Kind, Seal
from gwformat.units import Emu, Pt
from gwformat.values import dataclass

if TYPE_CHECKING:
    from gwformat.ooxml.marks import Mark
    from gwformat.ooxml.package import Package

TAB_STOPS = Pt(36)
"""How far apart tab stops are where neither a paragraph nor a file says so (ISO/IEC 29500-1 17.15.1.25)."""


class Align(StrEnum):
    """Horizontal alignment as the file says it."""

    LEFT = "left"
    CENTER = "center"
    RIGHT = "right"
    JUSTIFY = "justify"
    DISTRIBUTE = "distribute"


class Emphasis(StrEnum):
    """Character formatting that carries meaning and therefore survives formatting."""

    SUPERSCRIPT = "superscript"
    SUBSCRIPT = "subscript"
    UNDERLINE = "underline"
    STRIKE = "strike"
    EMPHASIS_MARK = "emphasis_mark"


@dataclass(frozen=True, slots=True)
class Source:
    """Where something stands in the draft: the part, and the first and last paragraph (1-based).

    In a docx part every `w:p` the reader visits counts, also in cells and text boxes, in document order;
    in txt and md the number is the line number. A table's range spans its paragraphs.
    """

    part: str
    first: int
    last: int

    @property
    def is_between(self) -> bool:
        """Whether it is no paragraph, but the place in front of one: an empty range."""
        return self.last < self.first


@dataclass(frozen=True, slots=True)
class Look:
    """How a paragraph looks in the draft, after the style chain; `None` where nothing says it."""

    style_id: str | None = None
    style_name: str | None = None
    align: Align | None = None
    outline_level: int | None = None  # 1–9
    first_line_chars: float | None = None
    left_chars: float | None = None
    font: str | None = None  # East Asian family of most of the text
    size: Emu | None = None
    bold: bool | None = None
    color: str | None = None  # RRGGBB
    page_break_before: bool = False


PLAIN = Look()


@dataclass(frozen=True, slots=True)
class Run:
    """A stretch of text from one leaf of the source (`atom`), or new text (`atom` is None).

    An inline carrier is a run whose text is `OBJECT`. Tabs are `\\t`, manual line breaks `\\n`.
    `atom` is the index in `gwformat.ooxml.inline.atoms(paragraph)`; `paragraph` the number of the source
    paragraph it belongs to (needed when a block joins several paragraphs, as a broken title does).
    """

    text: str
    emphasis: frozenset[Emphasis] = frozenset()
    carrier: Carrier | None = None
    paragraph: int | None = None
    atom: int | None = None

    @property
    def is_hidden(self) -> bool:
        """Whether it is words that no page shows."""
        return self.carrier is not None and self.carrier.kind is CarrierKind.HIDDEN_TEXT

    @property
    def breaks_page(self) -> bool:
        """Whether it is a page break."""
        return self.carrier is not None and self.carrier.kind is CarrierKind.PAGE_BREAK


def text_of(runs: tuple[Run, ...]) -> str:
    """The words of runs; most paragraphs have one."""
    return runs[0].text if len(runs) == 1 else "".join([run.text for run in runs])


def in_leaves(paragraph: Paragraph) -> tuple[Run, ...]:
    """The runs that stand in the file: all but the number that a note begins with."""
    return tuple(run for run in paragraph.runs if run.atom is not None)


def underlined(runs: Iterable[Run]) -> Iterator[tuple[int, int]]:
    """Where the words of runs stand above a line."""
    place = 0
    for run in runs:
        if run.emphasis and Emphasis.UNDERLINE in run.emphasis:
            yield place, place + len(run.text)
        place += len(run.text)


class RunsOn(Enum):
    """Why the words of a paragraph are seen at the beginning of the next one; the value is told."""

    DROP_CAP = "首字下沉改为随文排，与所在的段落成为一段"
    SEPARATOR = "段落标记由样式分隔符隐藏，与后面的段落同为一段"


@dataclass(frozen=True, slots=True)
class Paragraph:
    """One paragraph as the file has it."""

    runs: tuple[Run, ...]
    source: Source
    look: Look = PLAIN
    label: str = ""  # visible label of automatic numbering, "" if none; not part of `text`
    runs_on: RunsOn | None = None  # into the next one

    @property
    def text(self) -> str:
        """The visible words, without the automatic label."""
        return text_of(self.runs)


@dataclass(frozen=True, slots=True)
class Story:
    """Text outside the body: a header, footer, note, comment, chart or diagram part.

    A header or footer is `plain` if its words alone take room; `blocks` are what it shows besides page numbers, tables
    and pictures too.
    """

    kind: str  # header, footer, footnotes, endnotes, comments, chart, diagram
    part: str
    paragraphs: tuple[str, ...]
    plain: bool = True
    blocks: tuple[Paragraph | Carrier, ...] = ()


class Begins(Enum):
    """Where a section begins; the value is that of `w:type`."""

    NEXT_PAGE = "nextPage"
    CONTINUOUS = "continuous"
    EVEN_PAGE = "evenPage"
    ODD_PAGE = "oddPage"
    NEXT_COLUMN = "nextColumn"


@dataclass(frozen=True, slots=True)
class OnPages:
    """The parts that are the headers, or the footers, of a section: on its first page, on even and on odd ones."""

    first: str | None = None
    even: str | None = None
    odd: str | None = None


@dataclass(frozen=True, slots=True)
class Section:
    """A stretch of a draft on sheets of one kind; `last` is its last paragraph, counted as in `Source`."""

    last: int
    begins: Begins = Begins.NEXT_PAGE
    landscape: bool = False
    titled: bool = False  # its first page has a header and a footer of its own, or none
    headers: OnPages = OnPages()
    footers: OnPages = OnPages()


@dataclass(frozen=True, slots=True)
class Draft:
    """A file as read: its blocks in order, everything else that has text, and what could not be carried."""

    path: Path
    format: str  # "docx", "txt", "md"
    blocks: tuple[Paragraph | Carrier, ...]
    stories: tuple[Story, ...] = ()
    carriers: tuple[tuple[CarrierKind, int], ...] = ()  # how many of each kind, whole package
    losses: tuple[str, ...] = ()  # what the reader could not carry over, in Chinese
    notices: tuple[str, ...] = ()  # what the user should know: encoding found, macros left out …
    package: Package | None = field(default=None, repr=False, compare=False)
    as_found: Package | None = field(default=None, repr=False, compare=False)  # before its head was put in its text
    marks: tuple[Mark, ...] = ()  # the element list an earlier gwformat run left in the file
    kind: Kind | None = None  # the format that run wrote
    seal: Seal | None = None  # how its sign-off is authenticated, where that is not as usual
    seal_diameter: Emu | None = None  # likewise
    sections: tuple[Section, ...] = ()  # of a docx, in order
    tab_stops: Emu = TAB_STOPS  # how far apart, where a paragraph has none of its own
    simplified: tuple[str, ...] = ()  # what pages show in a plainer way than the file says, in Chinese

    def paragraphs(self) -> Iterator[Paragraph]:
        """All body paragraphs, those in tables and text boxes included, in document order."""
        for block in self.blocks:
            yield from _paragraphs_of(block)


def carriers_in(blocks: Iterable[Paragraph | Carrier]) -> Iterator[Carrier]:
    """All carriers among and in `blocks`, those within others included, in document order."""
    for block in blocks:
        found = [block] if isinstance(block, Carrier) else [run.carrier for run in block.runs if run.carrier]
        for carrier in found:
            yield carrier
            yield from carriers_in(carrier.paragraphs)


def _paragraphs_of(block: Paragraph | Carrier) -> Iterator[Paragraph]:
    if isinstance(block, Carrier):
        for paragraph in block.paragraphs:
            yield from _paragraphs_of(paragraph)
        return
    yield block
    for run in block.runs:
        if run.carrier is not None:
            yield from _paragraphs_of(run.carrier)
