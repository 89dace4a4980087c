"""What of a draft is carried over as it is: pictures, tables, formulas, notes and everything else that is not words."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING

from gwformat.units import Emu
from gwformat.values import dataclass

if TYPE_CHECKING:
    from gwformat.model.draft import Paragraph, Source
    from gwformat.table import CellText, Edge, Margins, Table


OBJECT = "\ufffc"
"""Stands in a text where an inline carrier (picture, formula, note reference …) sits."""


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

GRAPHICS = frozenset(
    (
        *(CarrierKind.IMAGE, CarrierKind.SHAPE, CarrierKind.CHART, CarrierKind.SMART_ART),
        *(CarrierKind.OLE_OBJECT, CarrierKind.TEXT_BOX),
    )
)
"""What has an extent of its own, and stands in a line or floats."""


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
class TextBody:
    """The words of a text box with its frame; not `certain` where they are not all there is in it, or are turned."""

    texts: tuple[CellText, ...]
    margins: Margins
    certain: bool = True
    grows: bool = True  # with its words
    frame: Edge | None = None
    shading: str | None = None  # RRGGBB
    lowered: float = 0.0  # the words, by this part of the room they leave


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
    spans: tuple[tuple[tuple[int, int], ...], ...] = ()  # columns and rows each of them takes, if not one
    table: Table | None = None  # the shape of a table that has one of its own
    data: bytes = b""  # content that is not in a package: an md picture
    note: Note | None = None  # what a reference refers to
    image: Image | None = None
    floating: Floating | None = None
    formula: Formula | None = None
    body: TextBody | None = None  # of a text box by itself
    alt: str = ""  # what its author says it shows

    def is_watermark(self, *, margin: bool) -> bool:
        """Whether it is no more than words drawn behind the text.

        What stands in the `margin`, in a header, is behind it whatever it says, and may be a text box.
        """
        if self.floating is None or not self.text.strip():
            return False
        if margin and self.kind is CarrierKind.TEXT_BOX:
            return self.floating.behind
        drawn = self.kind is CarrierKind.SHAPE and not self.paragraphs
        return drawn and (margin or self.floating.behind)
