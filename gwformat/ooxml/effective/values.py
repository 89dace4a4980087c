"""What paragraphs, characters, sections and settings of a docx look like to its reader, as frozen values.

Lengths are `Emu`. Everything has a value: where the file says nothing, the one that Word takes.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import field
from enum import StrEnum

from gwformat.model import Align
from gwformat.ooxml.effective.scripts import Slot, slot_of
from gwformat.ooxml.values import DEFAULT_SIZE
from gwformat.units import Emu
from gwformat.values import dataclass

NO_LENGTH = Emu(0)


class LineRule(StrEnum):
    """How `ParagraphLook.line` is meant."""

    MULTIPLE = "auto"  # times the height of a single line, which depends on the font
    AT_LEAST = "atLeast"
    EXACT = "exact"


@dataclass(frozen=True, slots=True)
class Length:
    """A length, and the count it was said as: characters of an indent, lines of a gap; None if it was said as a length.

    `automatic` is Word's own choice of a gap (`w:beforeAutospacing`), which is 14 pt between paragraphs. `said` is the
    length the file gives besides the count, for programs that do not count.
    """

    emu: Emu = NO_LENGTH
    count: float | None = None
    automatic: bool = False
    said: Emu | None = None


NONE = Length()


@dataclass(frozen=True, slots=True)
class LineSpacing:
    """行距: `pitch` of exact and at-least spacing, `times` of multiple spacing."""

    rule: LineRule = LineRule.MULTIPLE
    pitch: Emu | None = None
    times: float | None = 1.0

    @property
    def exact(self) -> Emu | None:
        """The pitch if it is exact."""
        return self.pitch if self.rule is LineRule.EXACT else None


@dataclass(frozen=True, slots=True)
class Border:
    """One side of a border: its `w:val`, thickness, colour (None: automatic, i.e. black) and distance from the text."""

    style: str
    width: Emu
    color: str | None
    space: Emu = NO_LENGTH


@dataclass(frozen=True, slots=True)
class Shading:
    """底纹: RRGGBB behind the text; None for a pattern without one."""

    fill: str | None


@dataclass(frozen=True, slots=True)
class Tab:
    """A tab stop."""

    position: Emu
    align: str = "left"


@dataclass(frozen=True, slots=True)
class Frame:
    """A `w:framePr`: the paragraph stands in a frame of its own. None in x or y: aligned by name, or not said."""

    width: Emu | None = None
    height: Emu | None = None
    x: Emu | None = None
    y: Emu | None = None
    y_align: str = ""
    x_from: str = "page"
    y_from: str = "page"
    wrap: str = ""


@dataclass(frozen=True, slots=True)
class ListLook:
    """How the list of a numbered paragraph numbers it; its label is `Paragraph.label` of the draft."""

    number_format: str = ""
    pattern: str = ""  # "%1、"
    suffix: str = "tab"  # tab, space, nothing


@dataclass(frozen=True, slots=True)
class ParagraphLook:
    """A paragraph after document defaults, table style, style chain, list and its own formatting."""

    style_id: str | None = None
    style_name: str | None = None
    align: Align = Align.LEFT
    first_line: Length = NONE  # 首行缩进
    hanging: Length = NONE  # 悬挂缩进; never together with first_line
    left: Length = NONE
    right: Length = NONE
    before: Length = NONE
    after: Length = NONE
    line: LineSpacing = LineSpacing()
    snap_to_grid: bool = True
    auto_space_de: bool = True  # between Han and Latin letters
    auto_space_dn: bool = True  # between Han and digits
    kinsoku: bool = True
    word_wrap: bool = True
    overflow_punct: bool = True
    widow_control: bool = True
    keep_next: bool = False
    keep_lines: bool = False
    page_break_before: bool = False
    contextual: bool = False  # no gap between paragraphs of the same style
    borders: Mapping[str, Border] = field(default_factory=dict)  # top, bottom, left, right, between
    shading: Shading | None = None
    tabs: tuple[Tab, ...] = ()
    numbering: ListLook | None = None
    frame: Frame | None = None
    in_table: bool = False
    in_text_box: bool = False


@dataclass(frozen=True, slots=True)
class Font:
    """A family in one of the four slots; not `said` means that nothing in the file names one (Word takes its own)."""

    name: str
    from_theme: bool = False
    said: bool = True


UNSAID = Font("Times New Roman", said=False)
"""What Word sets characters in for which no font is named."""


@dataclass(frozen=True, slots=True)
class RunLook:
    """Characters after document defaults, table style, paragraph style, character style and their own formatting."""

    ascii: Font = UNSAID
    hansi: Font = UNSAID
    east_asia: Font = UNSAID
    cs: Font = UNSAID
    hint: str | None = None
    chinese: bool = True  # w:lang w:eastAsia is Chinese, or not said
    eastern: bool = False  # w:lang w:val, which is that of letters, is Chinese, Japanese or Korean
    complex_script: bool = False  # w:cs or w:rtl: everything from the cs slot
    size: Emu = DEFAULT_SIZE
    bold: bool = False
    italic: bool = False
    underline: str | None = None  # w:val of w:u
    strike: bool = False
    double_strike: bool = False
    color: str | None = None  # RRGGBB; None: automatic, i.e. black on white
    color_theme: str | None = None  # the theme colour it was said as
    highlight: str | None = None
    shading: Shading | None = None
    border: bool = False
    tracking: Emu = NO_LENGTH  # added after every character
    scale: int = 100  # per cent
    raised: Emu = NO_LENGTH  # negative: lowered
    vert_align: str | None = None  # superscript, subscript
    vanish: bool = False
    effects: tuple[str, ...] = ()  # w:em, w:outline, w:shadow …: the names of those that are on
    snap_to_grid: bool = True
    style_id: str | None = None  # of the character style

    def slot_of(self, char: str) -> Slot:
        """Which of the four fonts `char` is set in (17.3.2.26)."""
        if self.complex_script:
            return Slot.CS
        if self.east_asia.name == "Times New Roman" and self.ascii.name == self.hansi.name:
            return Slot.ASCII  # Word's own exception: such an eastAsia slot counts as not said
        return slot_of(char, east_asian=self.hint == "eastAsia", chinese=self.chinese)

    def font_of(self, char: str) -> Font:
        """The font Word sets `char` in; what it does where that font lacks the character is not known here."""
        font: Font = getattr(self, self.slot_of(char).value)
        return font
