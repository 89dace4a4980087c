"""What a profile says: the page, the grid, and one `ElementSpec` per role, each with its clause."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import field
from enum import Enum, StrEnum
from typing import Annotated

from gwformat.model import Align, Kind, Role, Seal
from gwformat.units import Emu
from gwformat.values import dataclass

Columns = Annotated[float, "字"]
"""A horizontal length in characters of the element's own size (3.1)."""

Rows = Annotated[float, "行"]
"""A vertical length in lines of the grid (3.2)."""

Em = Annotated[float, "字"]
"""A length in the size of the characters themselves, narrowed as they are."""

Color = Annotated[str, "RRGGBB"]
"""A colour as six hexadecimal digits."""


class Slot(StrEnum):
    """The typeface styles the standard names; a font system says which family stands for each."""

    FANGSONG = "fangsong"
    HEITI = "heiti"
    KAITI = "kaiti"
    SONGTI = "songti"
    XIAOBIAOSONG = "xiaobiaosong"

    @property
    def label(self) -> str:
        """The typeface as the user calls it."""
        return _TYPEFACES[self]


_TYPEFACES = {
    Slot.FANGSONG: "仿宋",
    Slot.HEITI: "黑体",
    Slot.KAITI: "楷体",
    Slot.SONGTI: "宋体",
    Slot.XIAOBIAOSONG: "小标宋",
}


class LinePlace(Enum):
    """What of the head the red line stands below."""

    NONE = "none"
    MARK = "mark"
    NUMBER = "number"  # the last row of the head


class LineForm(Enum):
    """A single line, or two of which one is thick, named from the top down."""

    SINGLE = "single"
    THICK_THIN = "thick_thin"
    THIN_THICK = "thin_thick"


class Pitch(StrEnum):
    """Line pitches that are not a plain length."""

    ROW = "row"  # one 行 of the grid
    EM = "em"  # the type size itself: no leading, so that every program puts the glyphs at the same height


class Marked(StrEnum):
    """Whose names the 发文机关标志 of a joint document shows."""

    ALL = "all"  # one below the other, that of the host first
    HOST = "host"


@dataclass(frozen=True, slots=True)
class ElementSpec:
    """How one element is set. Horizontal lengths in 字 of the element's own size, vertical ones in 行."""

    clause: str
    style: str  # the name the style has in Word's list, e.g. "公文标题"
    slot: Slot
    size: Emu
    align: Align
    pitch: Pitch | Emu
    color: Color = "000000"
    bold: bool = False
    throughout: bool = False  # letters and digits are of its typeface too, not in the face the font system has for them
    first_line: Columns = 0
    left: Columns = 0  # as in Word, where continuation lines begin
    right: Columns = 0
    hanging: Columns = 0  # how far the first line begins to the left of `left`
    before: Rows = 0
    after: Rows = 0
    outline: int | None = None
    page_break_before: bool = False
    keep_with_next: bool = False
    prefix: str = ""  # words the element begins with when supplied by the user, e.g. "签发人："
    suffix: str = ""  # words it ends with, e.g. "印发"
    label_slot: Slot | None = None  # typeface of the words up to the first "：" where it differs from `slot`


@dataclass(frozen=True, slots=True)
class Paper:
    """The sheet (5.1), and how far its type area is from the upper edge (5.2.1)."""

    clause: str
    width: Emu
    height: Emu
    head: Emu


@dataclass(frozen=True, slots=True)
class Grid:
    """One family of margins with its pitch and tracking (GB/T 9704-2012 5.2.1, GB/T 33476.2-2016)."""

    clause: str
    top: Emu
    bottom: Emu
    left: Emu
    right: Emu
    pitch: Emu
    pitch_least: Emu  # how far the text of one page may go from it to make room for a sign-off (7.3.5.5)
    pitch_most: Emu
    tracking: Emu  # added to every 三号 character so that 28 of them fit
    header: Emu
    footer: Emu
    rows: int
    columns: int


@dataclass(frozen=True, slots=True)
class HeadSpec:
    """版头: places measured from the sheet (7.2).

    From the top down: the rows `above`, the mark, those `below_mark`, and those at the `left` and the `right` side by
    side. What a format does not name in any of them stands at the end, and the red line where `line_place` says.
    """

    clause: str
    above: tuple[Role, ...]  # at the top of the text area
    below_mark: tuple[Role, ...]
    mark_top: Emu  # upper edge of the mark from the sheet's top
    mark_max_width: Emu
    mark_max_height: Emu
    mark_min_scale: int  # narrowest character scaling in per cent before the size goes down
    mark_suffix: str  # the word that stands at the right of the names of a joint mark
    joint_marks: Marked
    joint_gap: Em  # between the names and that word
    joint_leading: Em  # between a name and the next
    joint_max_height: Emu  # of all names together, or of pictures
    joint_room: Emu  # the same with the lines of the 签发人, so that page 1 shows text
    joint_least: Emu  # size of the names, however many they are
    number_gap: Rows  # between mark and document number
    upward_indent: Columns  # of the document number in a 上行文, where it shares its line with the 签发人
    line_place: LinePlace
    line_gap: Emu  # from the lower edge of what it stands below to its middle
    line_weight: Emu  # of both lines and the gap between them, where there are two
    line_color: Color
    title_gap: Rows  # between the red line, or the last row of the head, and the title
    line_form: LineForm = LineForm.SINGLE
    line_width: Emu | None = None  # centred on the sheet; None: it is as wide as the text area
    left: tuple[Role, ...] = ()
    right: tuple[Role, ...] = ()
    side_gap: Emu = Emu(0)  # between what stands above and the rows side by side
    mark_drops: str = ""  # words the mark does not end with in this format


@dataclass(frozen=True, slots=True)
class FirstPageSpec:
    """A first page with a red line at its foot and a text area of its own (10.1)."""

    clause: str
    top: Emu  # of the text area, from the sheet's top
    line_y: Emu  # the middle of the line at the foot, from the sheet's top
    line_form: LineForm
    line_gap: Emu  # from the last line of text to the middle of that line


@dataclass(frozen=True, slots=True)
class SignOffSpec:
    """署名 and 成文日期 in one of the three ways of 7.3.5; lengths in 字 and 行."""

    clause: str
    before: Rows  # blank rows above the 署名
    date_right: Columns  # right of the date; without seal, right of the longer of 署名 and date
    between: Rows  # blank rows between 署名 and date
    date_shift: Columns  # without seal: first character of the date right of that of the 署名
    centred: bool  # 署名 centred on the date
    joint_gap: Rows = 0  # blank rows between the 署名 of a joint document that stand one below the other
    abreast: int = 0  # so many of them stand in a row at most, a seal on each; 0: one below the other
    joint_after: Rows = 0  # blank rows below the date of a joint document whose 署名 stand in rows
    stamp_gap: Columns = 0  # between the signer's post and the 签名章
    stamp_width: Columns = 0  # room kept for the 签名章
    stamp_height: Rows = 0


@dataclass(frozen=True, slots=True)
class SealSpec:
    """印章 (7.3.5.1): a circle that presses 署名 and 成文日期, both a little below its centre."""

    clause: str
    diameter: Emu
    below: Emu  # from its centre down to the middle of what it presses
    below_most: Emu  # the same where the seal is moved up for want of room
    distance: Rows  # at most so far below the text
    gap: Emu  # between the seals of a row
    gap_least: Emu  # the same where the row has little room


@dataclass(frozen=True, slots=True)
class ImprintSpec:
    """版记 (7.4)."""

    clause: str
    lines: bool  # whether lines part its elements
    even_page: bool  # whether it stands on an even page
    print_run: bool  # whether the unit has a row for 印数, which the standard has not
    outer_line: Emu
    inner_line: Emu
    last_line: Emu  # y of the last line from the sheet's top
    room: Emu  # that programs need between what stands above and its first line
    least_pitch: Emu  # of its lines, where they have to stand closer for that
    indent: Columns  # left and right
    copy_words: tuple[str, ...] = ()  # that may stand instead of 抄送


@dataclass(frozen=True, slots=True)
class PageNumberSpec:
    """页码 (7.5)."""

    clause: str
    slot: Slot
    size: Emu
    dash_y: Emu  # centre of the 一字线 from the sheet's top
    inset: Columns  # from the outer edge; without force where the number is centred
    first: bool  # whether the first page shows its number
    dash: str = "—"  # on either side of the number; none if empty
    centred: bool = False  # on every page, not outside


@dataclass(frozen=True, slots=True)
class NoteSpec:
    """脚注 and 尾注, of which the standard says nothing."""

    clause: str
    style: str  # Word's style name
    slot: Slot
    size: Emu
    pitch: Emu  # exact


@dataclass(frozen=True, slots=True)
class TableSpec:
    """横排表格 (clause 8)."""

    clause: str
    least_scale: int  # per cent a table may shrink to before it is turned


@dataclass(frozen=True, slots=True)
class OmittedSpec:
    """Elements that a format does not have."""

    clause: str
    roles: tuple[Role, ...] = ()


@dataclass(frozen=True, slots=True)
class CheckSpec:
    """Which rules of the checker do not hold for this format, by code, each with the reason that reports show."""

    ignored: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Profile:
    """A format of the standard, or a unit's own, as loaded from TOML."""

    name: str
    kind: Kind
    paper: Paper
    grids: Mapping[str, Grid]
    default_grid: str
    elements: Mapping[Role, ElementSpec]
    head: HeadSpec
    authentication: Seal  # how documents of this format are authenticated, unless it is said
    sign_off: Mapping[Seal, SignOffSpec]
    seal: SealSpec
    imprint: ImprintSpec
    page_number: PageNumberSpec
    note: NoteSpec
    table: TableSpec
    first_page: FirstPageSpec | None = None
    omitted: OmittedSpec = OmittedSpec("")
    check: CheckSpec = CheckSpec()
    system: str = ""  # the font system of a unit, by name or TOML file, unless the user names one
    supplied: Mapping[str, tuple[str, ...]] = field(default_factory=dict)  # words for elements a draft has not, by role
