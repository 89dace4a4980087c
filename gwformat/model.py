"""The values that flow through the stages: what a draft says, and what each part of it is.

A reader makes a `Draft`; recognition turns it into a `Document`; normalisation maps `Document` to
`Document`; a writer renders it. All of them are frozen. In every field `None` means "not said".
"""

from __future__ import annotations

import dataclasses
from collections.abc import Collection, Iterator
from dataclasses import dataclass, field
from enum import Enum, StrEnum
from pathlib import Path
from typing import TYPE_CHECKING

from gwformat.units import Emu

if TYPE_CHECKING:
    from gwformat.ooxml.marks import Mark
    from gwformat.ooxml.package import Package
    from gwformat.table import Table

OBJECT = "\ufffc"
"""Stands in a text where an inline carrier (picture, formula, note reference …) sits."""


class Role(StrEnum):
    """The glossary: the elements of GB/T 9704-2012 chapters 7 and 10, and what practice adds to 纪要 and 电报.

    The value is the Chinese term.
    """

    COPY_NUMBER = "份号"
    SECRECY = "密级和保密期限"
    URGENCY = "紧急程度"
    ISSUER_MARK = "发文机关标志"
    DOC_NUMBER = "发文字号"
    SIGNER = "签发人"
    ORDER_NUMBER = "令号"
    EDITOR = "编发机关"
    EDITED = "编发日期"
    DISPATCH = "发往"
    TITLE = "标题"
    SUBTITLE = "题注"
    ADDRESSEE = "主送机关"
    HEADING1 = "一级标题"
    HEADING2 = "二级标题"
    HEADING3 = "三级标题"
    HEADING4 = "四级标题"
    BODY = "正文"
    ATTACHMENT_NOTE = "附件说明"
    SIGNATURE = "发文机关署名"
    DATE = "成文日期"
    ANNOTATION = "附注"
    ATTENDEES = "出席"
    ABSENTEES = "请假"
    OBSERVERS = "列席"
    ATTACHMENT_LABEL = "附件序号"
    ATTACHMENT_TITLE = "附件标题"
    ATTACHMENT_BODY = "附件"
    COPY_TO = "抄送机关"
    PRINTER = "印发机关"
    PRINT_DATE = "印发日期"
    PRINT_RUN = "印数"
    OTHER = "其他"

    @property
    def key(self) -> str:
        """The identifier used in JSON, TOML keys and style ids, e.g. `doc_number`."""
        return self.name.lower()


HEADINGS = (Role.HEADING1, Role.HEADING2, Role.HEADING3, Role.HEADING4)

# 7.1: the head is everything above the red line, the imprint what stands between the lines at the end.
HEAD_ROLES = (
    Role.COPY_NUMBER,
    Role.SECRECY,
    Role.URGENCY,
    Role.ISSUER_MARK,
    Role.DOC_NUMBER,
    Role.SIGNER,
    Role.ORDER_NUMBER,
    Role.EDITOR,
    Role.EDITED,
    Role.DISPATCH,
)
IMPRINT_ROLES = (Role.COPY_TO, Role.PRINTER, Role.PRINT_DATE, Role.PRINT_RUN)


class Kind(StrEnum):
    """Formats of the standard; the value is the name used on the command line."""

    GENERAL = "general"
    LETTER = "letter"
    ORDER = "order"
    MINUTES = "minutes"
    TELEGRAM = "telegram"


class Direction(StrEnum):
    """行文方向."""

    UP = "上行"
    DOWN = "下行"
    LEVEL = "平行"


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


class CarrierKind(StrEnum):
    """What an opaque piece of source content is; the value is the key in `inspect`'s `carriers`."""

    TABLE = "table"
    IMAGE = "image"
    SHAPE = "shape"
    TEXT_BOX = "text_box"
    CHART = "chart"
    SMART_ART = "smart_art"
    OLE_OBJECT = "ole_object"
    FORMULA = "formula"
    FOOTNOTE = "footnote"
    ENDNOTE = "endnote"
    SYMBOL = "symbol"
    RUBY = "ruby"
    HIDDEN_TEXT = "hidden_text"
    PAGE_BREAK = "page_break"
    SECTION_BREAK = "section_break"
    ALT_CHUNK = "alt_chunk"
    CONTENT_CONTROL = "content_control"
    HORIZONTAL_RULE = "horizontal_rule"
    OTHER = "other_object"


CARRIER_NAMES = {
    CarrierKind.TABLE: "表格",
    CarrierKind.IMAGE: "图片",
    CarrierKind.SHAPE: "图形",
    CarrierKind.TEXT_BOX: "文本框",
    CarrierKind.CHART: "图表",
    CarrierKind.SMART_ART: "SmartArt 图形",
    CarrierKind.OLE_OBJECT: "嵌入对象",
    CarrierKind.FORMULA: "公式",
    CarrierKind.FOOTNOTE: "脚注",
    CarrierKind.ENDNOTE: "尾注",
    CarrierKind.SYMBOL: "符号",
    CarrierKind.RUBY: "注音",
    CarrierKind.HIDDEN_TEXT: "隐藏文字",
    CarrierKind.PAGE_BREAK: "分页符",
    CarrierKind.SECTION_BREAK: "分节符",
    CarrierKind.ALT_CHUNK: "外部文档块",
    CarrierKind.CONTENT_CONTROL: "内容控件",
    CarrierKind.HORIZONTAL_RULE: "横线",
    CarrierKind.OTHER: "其他对象",
}
"""What a reader of the report calls them."""


@dataclass(frozen=True, slots=True)
class Source:
    """Where something stands in the draft: the part, and the first and last paragraph (1-based).

    In a docx part every `w:p` the reader visits counts, also in cells and text boxes, in document order;
    in txt and md the number is the line number. A table's range spans its paragraphs.
    """

    part: str
    first: int
    last: int


@dataclass(frozen=True, slots=True)
class Look:
    """How a paragraph looks in the draft, after the style chain; `None` where nothing says it."""

    style_id: str | None = None
    style_name: str | None = None
    align: Align | None = None
    outline_level: int | None = None  # 1–9
    first_line_chars: float | None = None
    left_chars: float | None = None
    right_chars: float | None = None
    font: str | None = None  # East Asian family of most of the text
    size: Emu | None = None
    bold: bool | None = None
    color: str | None = None  # RRGGBB
    page_break_before: bool = False
    line_above: bool = False  # paragraph border or a drawn line
    line_below: bool = False


PLAIN = Look()


@dataclass(frozen=True, slots=True)
class Image:
    """The picture a graphic shows: the part it is in, what is cut off each side, and how far it is turned."""

    part: str
    crop: tuple[float, float, float, float] = (0.0, 0.0, 0.0, 0.0)  # left, top, right, bottom, in parts of 1
    turn: float = 0.0  # degrees clockwise


@dataclass(frozen=True, slots=True)
class Formula:
    """The size of a formula in parts of the type size, as far as its structure tells, and its words on one line."""

    width: float
    above: float  # the baseline
    below: float
    text: str


@dataclass(frozen=True, slots=True)
class Offset:
    """A place along one axis: from what (`page`, `margin`, `column`, `paragraph` …) and how far, or aligned to it."""

    frame: str
    shift: Emu = Emu(0)
    align: str | None = None


@dataclass(frozen=True, slots=True)
class Floating:
    """Where a graphic stands that is not in the line of text."""

    across: Offset
    down: Offset
    behind: bool = False  # the text
    pushes: bool = False  # the text gives way to it


@dataclass(frozen=True, slots=True)
class Note:
    """A footnote or an endnote: the number its reference shows, and its paragraphs, the first with that number."""

    label: str
    paragraphs: tuple[Paragraph, ...]
    certain: bool = True  # its number and its room are known


@dataclass(frozen=True, slots=True)
class Carrier:
    """An opaque piece of source content: it has a text (for checks, fonts, ledger) and a size (for layout).

    Its XML is never rebuilt. Tables and text boxes also give their paragraphs, so that an old head or
    imprint inside them can be recognised. `rows` holds the cell texts of a table (merged cells once).
    """

    kind: CarrierKind
    text: str = ""
    source: Source | None = None
    size: tuple[Emu, Emu] | None = None  # width, height
    paragraphs: tuple[Paragraph, ...] = ()
    rows: tuple[tuple[str, ...], ...] = ()
    table: Table | None = None  # the shape of a table that has one of its own
    data: bytes = b""  # content that is not in a package: an md picture
    note: Note | None = None  # what a reference refers to
    image: Image | None = None
    floating: Floating | None = None
    formula: Formula | None = None
    alt: str = ""  # what its author says it shows


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


@dataclass(frozen=True, slots=True)
class Paragraph:
    """One paragraph as the file has it."""

    runs: tuple[Run, ...]
    source: Source
    look: Look = PLAIN
    label: str = ""  # visible label of automatic numbering, "" if none; not part of `text`

    @property
    def text(self) -> str:
        """The visible words, without the automatic label."""
        return "".join(run.text for run in self.runs)


@dataclass(frozen=True, slots=True)
class Story:
    """Text outside the body: a header, footer, note, comment, chart or diagram part.

    `besides` are the paragraphs of a header or footer that are no page numbers; it is `plain` if they alone take room.
    `blocks` are what it shows besides page numbers, tables and pictures too.
    """

    kind: str  # header, footer, footnotes, endnotes, comments, chart, diagram
    part: str
    paragraphs: tuple[str, ...]
    besides: tuple[str, ...] = ()
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
    marks: tuple[Mark, ...] = ()  # the element list an earlier gwformat run left in the file
    kind: Kind | None = None  # the format that run wrote
    seal: Seal | None = None  # how its sign-off is authenticated, where that is not as usual
    seal_diameter: Emu | None = None  # likewise
    sections: tuple[Section, ...] = ()  # of a docx, in order

    def paragraphs(self) -> Iterator[Paragraph]:
        """All body paragraphs, those in tables and text boxes included, in document order."""
        for block in self.blocks:
            yield from _paragraphs_of(block)


def _paragraphs_of(block: Paragraph | Carrier) -> Iterator[Paragraph]:
    if isinstance(block, Carrier):
        for paragraph in block.paragraphs:
            yield from _paragraphs_of(paragraph)
        return
    yield block
    for run in block.runs:
        if run.carrier is not None:
            yield from _paragraphs_of(run.carrier)


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
        return "".join(run.text for run in self.runs)

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
        result.append(dataclasses.replace(run, text="".join(pieces)))
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
    seals: tuple[SealPicture | None, ...] = ()  # of the `signatories`, in order; None leaves the place free

    @property
    def signatories(self) -> tuple[str, ...]:
        """The organs that sign the text, in order; attachments bear no seals."""
        return tuple(block.text.strip() for block in self.of(Role.SIGNATURE) if not block.attachment)

    def of(self, *roles: Role) -> Iterator[Block]:
        """The blocks that have one of `roles`."""
        return (block for block in self.blocks if block.role in roles)

    def first(self, role: Role) -> Block | None:
        """The first block of `role`, if any."""
        return next(self.of(role), None)


class Seal(Enum):
    """How the sign-off is authenticated (7.3.5.1–7.3.5.3)."""

    NONE = "none"
    ROUND = "round"
    SIGNATURE = "signature"
