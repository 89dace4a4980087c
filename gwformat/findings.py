"""What a check found, as values: how grave it is, where it stands, what was expected and measured, how it is cured."""

from __future__ import annotations

import functools
import re
from enum import StrEnum

from gwformat.values import dataclass


class Severity(StrEnum):
    """How grave a finding is, by the force of the sentence in the standard; the value is the one in reports."""

    ERROR = "error"  # 应当、规定
    WARNING = "warning"  # 一般、推荐, and what a machine can only suspect
    INFO = "info"  # 可以, and practice
    UNVERIFIED = "unverified"  # could not be measured; never a pass

    @property
    def label(self) -> str:
        """What a user reads."""
        return _LABELS[self]

    @property
    def rank(self) -> int:
        """0 for the gravest."""
        return _RANKS[self]


_LABELS = {
    Severity.ERROR: "错误",
    Severity.WARNING: "警告",
    Severity.INFO: "提示",
    Severity.UNVERIFIED: "未核实",
}
_RANKS = {severity: rank for rank, severity in enumerate(Severity)}


class Safety(StrEnum):
    """Whether a fix may be applied unseen."""

    SAFE = "safe"  # changes form only
    REVIEW = "review"  # touches words: applied only on request


@dataclass(frozen=True, slots=True)
class Span:
    """A stretch of the document: block number, and character range in the block's text."""

    block: int
    start: int = 0
    end: int | None = None  # None: to the end of the block


@dataclass(frozen=True, slots=True)
class Location:
    """A place in the file: the part, its paragraph (1-based, as in `model.Source`), characters in the paragraph's text.

    `page` and `line` (1-based) say where it stands on paper, if that is known. An empty `part` is the whole file.
    """

    part: str = ""
    paragraph: int | None = None
    start: int | None = None
    end: int | None = None
    page: int | None = None
    line: int | None = None


class Property(StrEnum):
    """A property of formatting that a fix can set; the value is what the user reads."""

    FONT = "中文字体"
    LATIN_FONT = "西文字体"
    HINT = "字体提示"  # which font sets “ — …, which both have
    SIZE = "字号"
    BOLD = "加粗"
    ITALIC = "倾斜"
    UNDERLINE = "下划线"
    COLOR = "颜色"
    TRACKING = "字距"
    SCALE = "字宽缩放"
    ALIGN = "对齐"
    FIRST_LINE = "首行缩进"
    HANGING = "悬挂缩进"
    LEFT = "左缩进"
    RIGHT = "右缩进"
    BEFORE = "段前"
    AFTER = "段后"
    PITCH = "行距"
    SNAP_TO_GRID = "对齐网格"
    AUTO_SPACE = "中西文自动间距"
    KINSOKU = "避头尾"
    HANGING_PUNCTUATION = "标点悬挂"
    WIDOW_CONTROL = "孤行控制"
    PAPER = "纸张"
    MARGINS = "页边距"
    GUTTER = "装订线"
    GRID = "文档网格"
    ODD_EVEN_FOOTERS = "奇偶页不同"


@dataclass(frozen=True, slots=True)
class Rewording:
    """Replace the characters at `where` by `text`; `where` lies within one paragraph.

    A rule says a `Span`; in a `Finding` it has become the `Location` in the file. So it is in `Reformat`.
    """

    where: Span | Location
    text: str


@dataclass(frozen=True, slots=True)
class Reformat:
    """Set a property of the characters or the paragraph at `where` (None: of the page) to `value`.

    Lengths are written with their unit, as in a profile: "16pt", "2字", "589tw"; switches are "on" or "off".
    """

    where: Span | Location | None
    property: Property
    value: str


@dataclass(frozen=True, slots=True)
class Fix:
    """A cure: `text` says to the user what comes in the place of what was found."""

    text: str
    safety: Safety
    steps: tuple[Rewording | Reformat, ...]


def reworded(where: Span | Location, text: str, safety: Safety) -> Fix:
    """The cure that replaces the words at `where`."""
    return Fix(text, safety, (Rewording(where, text),))


def reformatted(where: Span | Location | None, prop: Property, value: str) -> Fix:
    """The cure that sets one property of formatting; it changes no word."""
    said = _sides(value) if prop is Property.MARGINS else _spoken(value)
    return Fix(f"{prop.value}：{said}", Safety.SAFE, (Reformat(where, prop, value),))


_SPOKEN = {
    "on": "打开",
    "off": "关闭",
    "left": "居左",
    "center": "居中",
    "right": "居右",
    "justify": "两端对齐",
    "distribute": "分散",
    "eastAsia": "中文",
    "000000": "黑色",
    "FF0000": "红色",
}
_TWIPS = re.compile(r"(-?\d+)tw")


def _sides(value: str) -> str:
    """Four margins as the user reads them."""
    sides = zip("上右下左", value.split(), strict=True)
    return "、".join(f"{side}{_spoken(length)}" for side, length in sides)


@functools.lru_cache(maxsize=256)
def _spoken(value: str) -> str:
    """A value as the user reads it: points for twips, Chinese for switches."""
    points = _TWIPS.sub(lambda found: f"{int(found[1]) / 20:g} 磅", value)
    return _SPOKEN.get(value) or points.replace("mm", " 毫米").replace("pt", " 磅").replace("×", " × ")


@dataclass(frozen=True, slots=True)
class Finding:
    """One fault: the rule's own data, the place, the words there, and the cure if there is one.

    `places` are all stretches of the file that the fault covers (a title may stand in three paragraphs); `location`
    is the first. `waived` is the reason for which the fault is accepted, "" if it is not.
    """

    code: str
    name: str
    clause: str
    severity: Severity
    message: str
    location: Location = Location()
    places: tuple[Location, ...] = ()
    words: str = ""
    expected: str | None = None
    measured: str | None = None
    fix: Fix | None = None
    waived: str = ""
