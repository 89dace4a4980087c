"""Pages as values: every line, stroke and carrier with its place in whole EMU from the sheet's upper left corner."""

from __future__ import annotations

from enum import Enum

from gwformat.model import Carrier, Emphasis, Role, Source
from gwformat.setting.sign_off import End, Fitted, PageEnd
from gwformat.text.characters import SOFT_HYPHEN
from gwformat.units import Emu
from gwformat.values import dataclass

RAISED_SIZE = 0.58
"""Superscripts and subscripts are set in this part of the size of their text, as Word and LibreOffice do."""

_ZERO = Emu(0)


@dataclass(frozen=True, slots=True)
class Glyphs:
    """A stretch of text in one face: where it begins, how wide it becomes, and how it is set."""

    text: str
    x: Emu
    width: Emu
    family: str
    size: Emu
    color: str = "000000"
    bold: bool = False
    tracking: Emu = _ZERO  # added after every character, justification included
    scale: int = 100  # character width in per cent
    emphasis: frozenset[Emphasis] = frozenset()
    lead: Role | None = None  # of the run-in heading or the label these words are
    leader: bool = False  # a tab that dots fill
    slanted: bool = False

    @property
    def is_hyphen(self) -> bool:
        """Whether this is a soft hyphen at the end of a line, the only one that is drawn."""
        return self.text == SOFT_HYPHEN and self.width > 0

    @property
    def drawn(self) -> str:
        """The text as it is seen."""
        if SOFT_HYPHEN not in self.text:
            return self.text
        return "-" if self.is_hyphen else self.text.replace(SOFT_HYPHEN, "")


@dataclass(frozen=True, slots=True)
class Span:
    """Which stretch of the document a line shows: block index and character range in the block's text."""

    block: int
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Line:
    """One line of text; `top` and `bottom` are the edges of its em box."""

    glyphs: tuple[Glyphs, ...]
    role: Role
    x: Emu
    top: Emu
    bottom: Emu
    width: Emu
    spans: tuple[Span, ...] = ()
    source: Source | None = None
    margin: bool = False  # of a header or a footer: none of the document's words, or a page number

    @property
    def text(self) -> str:
        """The words on the line, spaces at its end included."""
        return "".join(glyphs.text for glyphs in self.glyphs)


@dataclass(frozen=True, slots=True)
class Stroke:
    """A ruled line, given by its centre line."""

    x: Emu
    y: Emu
    width: Emu
    weight: Emu
    color: str = "000000"
    height: Emu = _ZERO  # a vertical rule has height and no width


class Layer(Enum):
    """Where a carrier lies: below the words, between them, or over them."""

    BEHIND = 0
    TEXT = 1
    BEFORE = 2


@dataclass(frozen=True, slots=True)
class Fill:
    """A shaded area."""

    x: Emu
    y: Emu
    width: Emu
    height: Emu
    color: str


@dataclass(frozen=True, slots=True)
class Placed:
    """A picture or another carrier with its place."""

    carrier: Carrier
    x: Emu
    y: Emu
    width: Emu
    height: Emu
    layer: Layer = Layer.TEXT


@dataclass(frozen=True, slots=True)
class SealBox:
    """The box around a seal or a 签名章, and the 署名 it belongs to, from 0; without a picture the place stays free."""

    x: Emu
    y: Emu
    width: Emu
    height: Emu
    organ: int = 0
    anchor: int = 0  # the block near it that moves with it: the date, or the 署名 itself
    down: Emu = _ZERO  # from the upper edge of that block's line


@dataclass(frozen=True, slots=True)
class Page:
    """One page; `printed_number` is None where the standard wants none (7.5)."""

    number: int
    printed_number: int | None
    width: Emu
    height: Emu
    lines: tuple[Line, ...]
    strokes: tuple[Stroke, ...] = ()
    carriers: tuple[Placed, ...] = ()
    formulas: int = 0  # shown as words on one line
    lost: int = 0  # objects of which nothing is shown, because their size or place is not known
    seals: tuple[SealBox, ...] = ()  # room for them
    fills: tuple[Fill, ...] = ()  # below everything else
    watermarks: tuple[str, ...] = ()  # words drawn behind the text, which are not shown
    turned: tuple[Line, ...] = ()  # with their places on the sheet upright, as it is bound: its left edge is on top


@dataclass(frozen=True, slots=True)
class Pages:
    """A document laid out."""

    pages: tuple[Page, ...]
    notices: tuple[str, ...] = ()
    fitted: tuple[Fitted, ...] = ()  # line pitches that were adjusted to make room for a sign-off
    end: End = End.SHORT  # what the sign-off took along to its page
    page_ends: tuple[PageEnd, ...] = ()  # before paragraphs, or before the last line of one, that it took along
    only_signed: bool = False  # a page has a sign-off but no text
    close: bool = False  # rows of seals stand as near to each other as they may
    shift: Emu = _ZERO  # of the text on the first page, for the line at its foot (10.1) or for a seal (7.3.5.5)
    imprint_pitch: Emu | None = None  # of the lines of the imprint, where they stand closer for want of room
    estimated_from: int | None = None  # the first page whose places depend on a carrier of unknown size

    @property
    def seals(self) -> tuple[SealBox, ...]:
        """The room for all seals."""
        return tuple(seal for page in self.pages for seal in page.seals)
