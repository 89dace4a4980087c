"""The main part in, its sections out: paper, margins, grid, page numbers, headers and footers as inherited."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import field

from lxml import etree

from gwformat.ooxml.names import r, w
from gwformat.ooxml.package import Relationship
from gwformat.ooxml.values import VAL, length, switch, value_of, whole
from gwformat.units import Emu, Pt, Twips
from gwformat.values import dataclass

_SECTION, _BODY, _PARAGRAPH = w("sectPr"), w("body"), w("p")
_CHAR_SPACE_UNIT = 4096  # w:charSpace counts in 4096ths of a point


@dataclass(frozen=True, slots=True)
class Grid:
    """文档网格: "default" (none), "lines", "linesAndChars" or "snapToChars"."""

    type: str = "default"
    line_pitch: Emu | None = None
    char_space: int = 0

    @property
    def lines(self) -> Emu | None:
        """The pitch lines snap to; None if they do not."""
        return self.line_pitch if self.type != "default" else None

    def char_pitch(self, size: Emu) -> Emu | None:
        """The width of a cell if the default style has characters of `size`; None if there are no cells."""
        if self.type not in ("linesAndChars", "snapToChars"):
            return None
        return Emu(size + Pt(self.char_space / _CHAR_SPACE_UNIT))


@dataclass(frozen=True, slots=True)
class SectionLook:
    """One section; `first` and `last` are numbers of paragraphs of the main part.

    `headers` and `footers` name the part for "default" (odd pages if odd and even differ), "first" and "even" as
    inherited from the sections before; whether "first" and "even" are shown is for `title_page` and
    `SettingsLook.even_and_odd` to say. A margin is the distance to the text; the gutter comes to the left one.
    """

    first: int
    last: int
    width: Emu = Twips(12240)  # Word's values where nothing is said: US Letter
    height: Emu = Twips(15840)
    landscape: bool = False
    top: Emu = Twips(1440)
    bottom: Emu = Twips(1440)
    left: Emu = Twips(1800)
    right: Emu = Twips(1800)
    header: Emu = Twips(720)
    footer: Emu = Twips(720)
    gutter: Emu = Emu(0)
    grid: Grid = Grid()
    columns: int = 1
    type: str = "nextPage"
    title_page: bool = False
    page_start: int | None = None
    page_format: str = "decimal"
    text_direction: str = "lrTb"
    vertical: str = "top"  # w:vAlign
    bordered: bool = False  # 页面边框
    line_numbers: bool = False  # 行号
    headers: Mapping[str, str] = field(default_factory=dict)
    footers: Mapping[str, str] = field(default_factory=dict)

    @property
    def text_width(self) -> Emu:
        """The width of the type area."""
        return Emu(self.width - self.left - self.right - self.gutter)

    @property
    def text_height(self) -> Emu:
        """The height of the type area."""
        return Emu(self.height - self.top - self.bottom)


def sections_of(
    root: etree._Element, paragraphs: Sequence[etree._Element], relationships: Mapping[str, Relationship]
) -> tuple[SectionLook, ...]:
    """The sections of the main part; a document without any has one."""
    body = root.find(_BODY)
    found: list[SectionLook] = []
    first = 1
    elements = list(body.iter(_SECTION)) if body is not None else []
    # The list keeps the proxies alive, so that an element stays the same key.
    numbers = {paragraph: number for number, paragraph in enumerate(paragraphs, 1)} if len(elements) > 1 else {}
    for element in elements:
        holder = next(element.iterancestors(_PARAGRAPH), None)
        last = numbers.get(holder, len(paragraphs)) if holder is not None else len(paragraphs)
        before = found[-1] if found else SectionLook(0, 0)
        headers = {**before.headers, **_stories(element, "headerReference", relationships)}
        footers = {**before.footers, **_stories(element, "footerReference", relationships)}
        found.append(_section(element, first, max(first, last), headers, footers))
        first = last + 1
    return tuple(found) or (SectionLook(1, len(paragraphs)),)


_PLAIN = SectionLook(0, 0)


def _section(
    element: etree._Element, first: int, last: int, headers: Mapping[str, str], footers: Mapping[str, str]
) -> SectionLook:
    plain = _PLAIN
    size, margins = element.find(w("pgSz")), element.find(w("pgMar"))
    start, columns = element.find(w("pgNumType")), element.find(w("cols"))
    title, vertical = element.find(w("titlePg")), element.find(w("vAlign"))

    def measure(holder: etree._Element | None, name: str, unsaid: Emu) -> Emu:
        found = length(holder.get(w(name))) if holder is not None else None
        return unsaid if found is None else Emu(abs(found))  # a negative margin lets the header overlap the text

    return SectionLook(
        first,
        last,
        width=measure(size, "w", plain.width),
        height=measure(size, "h", plain.height),
        landscape=size is not None and size.get(w("orient")) == "landscape",
        top=measure(margins, "top", plain.top),
        bottom=measure(margins, "bottom", plain.bottom),
        left=measure(margins, "left", plain.left),
        right=measure(margins, "right", plain.right),
        header=measure(margins, "header", plain.header),
        footer=measure(margins, "footer", plain.footer),
        gutter=measure(margins, "gutter", plain.gutter),
        grid=_grid(element.find(w("docGrid"))),
        columns=_columns(columns),
        type=value_of(element, w("type")) or "nextPage",
        title_page=title is not None and switch(title),
        page_start=whole(start.get(w("start"))) if start is not None else None,
        page_format=(start.get(w("fmt")) if start is not None else None) or "decimal",
        text_direction=value_of(element, w("textDirection")) or "lrTb",
        bordered=_is_bordered(element.find(w("pgBorders"))),
        line_numbers=element.find(w("lnNumType")) is not None,
        vertical=(vertical.get(VAL) if vertical is not None else None) or "top",
        headers=headers,
        footers=footers,
    )


def _is_bordered(element: etree._Element | None) -> bool:
    return element is not None and any(side.get(VAL, "none") not in ("none", "nil") for side in element)


def _grid(element: etree._Element | None) -> Grid:
    if element is None:
        return Grid()
    pitch = length(element.get(w("linePitch")))
    return Grid(element.get(w("type"), "default"), pitch, whole(element.get(w("charSpace"))) or 0)


def _columns(element: etree._Element | None) -> int:
    if element is None:
        return 1
    return whole(element.get(w("num"))) or max(1, len(element.findall(w("col"))))


def _stories(element: etree._Element, tag: str, relationships: Mapping[str, Relationship]) -> dict[str, str]:
    """The headers or footers a section names itself, by the pages they are for."""
    return {
        reference.get(w("type"), "default"): relationships[identifier].target
        for reference in element.findall(w(tag))
        if (identifier := reference.get(r("id"), "")) in relationships
    }
