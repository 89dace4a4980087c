"""The pages that Document.xml lists come in; what is drawn on each, from its templates too, goes out."""

from __future__ import annotations

from collections.abc import Iterator

from lxml import etree

from gwformat.errors import InputUnreadable
from gwformat.finished.matrices import Matrix, shifted
from gwformat.finished.values import Annotation, Box, Page
from gwformat.ofd.content import Budget, Painter, Place
from gwformat.ofd.numbers import box, is_true
from gwformat.ofd.package import Package, attribute, below, first, inside, text_of
from gwformat.ofd.resources import Resources
from gwformat.ofd.values import Lost
from gwformat.values import dataclass

_MOST_PAGES = 20_000
_A4 = (0.0, 0.0, 210.0, 297.0)


@dataclass(frozen=True, slots=True)
class Listed:
    """A page as Document.xml lists it."""

    id: str
    said: str  # where it says the content is


@dataclass(frozen=True, slots=True)
class Read:
    """A page with what only an OFD has."""

    page: Page
    texts: dict[str, str]  # words by object
    stacked: tuple[str, ...]


class Pages:
    """Reads the pages of a document; templates are parsed once."""

    def __init__(self, package: Package, resources: Resources, part: str, document: etree._Element) -> None:
        self._package, self._resources, self._part = package, resources, part
        common = first(document, "CommonData")
        self._area = first(common, "PageArea")
        self._templates = {
            attribute(one, "ID"): one for one in (inside(common, "TemplatePage") if common is not None else ())
        }
        self._parsed: dict[str, tuple[str, etree._Element] | None] = {}
        self._budget = Budget(sum(map(len, package.parts.values())))
        pages = first(document, "Pages")
        self.listed = [
            Listed(attribute(page, "ID"), attribute(page, "BaseLoc"))
            for page in (inside(pages, "Page") if pages is not None else ())
        ]
        self.numbers = {one.id: number for number, one in enumerate(self.listed, 1)}
        if len(self.listed) > _MOST_PAGES:
            raise InputUnreadable(f"OFD 超过 {_MOST_PAGES} 页", "可能是恶意文件，请核实文件来源")
        self.roots: dict[str, tuple[int, etree._Element]] = {}  # parts of pages, with the first page that has them

    def read(self, annotations: dict[str, tuple[Annotation, ...]]) -> Iterator[Read]:
        """All pages in their order; `annotations` are by ID of the page."""
        for number, listed in enumerate(self.listed, 1):
            yield self._read(number, listed, annotations.get(listed.id, ()))

    def templates(self) -> Iterator[etree._Element]:
        """The roots of all templates that can be read."""
        for number in self._templates:
            found = self._template(number)
            if found is not None:
                yield found[1]

    def _read(self, number: int, listed: Listed, annotations: tuple[Annotation, ...]) -> Read:
        found = self._package.part(listed.said, self._part, f"第 {number} 页的内容")
        name, root = found if found is not None else (self._part, None)
        if root is not None:
            self.roots.setdefault(name, (number, root))
            for one in inside(root, "PageRes"):
                resource = self._package.part(one.text, name, "页面资源")
                if resource is not None:
                    self._resources.add(*resource)
        painter = Painter(self._resources, self._budget, name)
        if root is None:
            painter.unread["页面的内容不在文件里，或者已经损坏"] = None
        area = first(root, "Area")
        media, crop, bleed, base = self._sheet(self._area if area is None else area, painter)
        self._draw(painter, root, base)
        drawn = painter.drawn
        page = Page(
            number=number,
            media=media,
            crop=crop,
            bleed=bleed,
            trim=None,
            rotation=0,
            user_unit=1.0,
            words=tuple(drawn.words),
            strokes=tuple(drawn.strokes),
            areas=tuple(drawn.areas),
            pictures=tuple(drawn.pictures),
            annotations=annotations,
            transparency=tuple(drawn.transparency),
            unread="、".join(list(painter.unread)[:3]),
        )
        return Read(page, painter.texts, tuple(painter.stacked))

    def _sheet(self, area: etree._Element | None, painter: Painter) -> tuple[Box, Box | None, Box | None, Matrix]:
        """The boxes of a page from the lower left corner of its sheet, and the matrix to the upper left one."""
        said = {name: text_of(area, name) for name in ("PhysicalBox", "ApplicationBox", "BleedBox")}
        found: dict[str, tuple[float, float, float, float]] = {}
        for name, text in said.items():
            try:
                if text:
                    found[name] = box(text)
            except ValueError:
                painter.unread[f"页面区域 {name} 有误"] = None
        sheet = found.get("PhysicalBox", _A4)
        shown = found.get("ApplicationBox")
        left, top = (shown or sheet)[:2]
        bleed = found.get("BleedBox")
        return (
            _upward(sheet, sheet),
            None if shown is None else _upward(shown, sheet),
            None if bleed is None else _upward(bleed, sheet),
            shifted(-left, -top),
        )

    def _draw(self, painter: Painter, root: etree._Element | None, base: Matrix) -> None:
        """Draw the page between the templates behind it and those before it."""
        if root is None:
            return
        named = list(inside(root, "Template"))
        before = [one for one in named if attribute(one, "ZOrder") == "Foreground"]
        for one in (*(one for one in named if one not in before), None, *before):
            if one is None:
                painter.layers(root, Place(base))
                continue
            number = attribute(one, "TemplateID")
            found = self._template(number)
            if found is not None:
                inner = Painter(self._resources, self._budget, found[0])
                inner.drawn, inner.unread = painter.drawn, painter.unread
                inner.layers(found[1], Place(base))
                painter.texts |= inner.texts | painter.texts
                painter.stacked += inner.stacked

    def _template(self, number: str) -> tuple[str, etree._Element] | None:
        if number not in self._parsed:
            listed = self._templates.get(number)
            if listed is None:
                self._package.lost[Lost(self._part, number, f"模板页 {number}")] = None
                self._parsed[number] = None
            else:
                self._parsed[number] = self._package.part(attribute(listed, "BaseLoc"), self._part, "模板页")
        return self._parsed[number]


def _upward(said: tuple[float, float, float, float], sheet: tuple[float, float, float, float]) -> Box:
    """A box with y downward as one from the lower left corner of the sheet."""
    x, y, width, height = said
    foot = sheet[1] + sheet[3]
    return Box(x - sheet[0], foot - y, x - sheet[0] + width, foot - y - height)


def annotations_of(package: Package, said: str, part: str) -> Iterator[tuple[str, tuple[Annotation, ...]]]:
    """The annotations of each page by its ID."""
    for base, page in package.listed(said, part, "注释", "Page"):
        found = package.part(text_of(page, "FileLoc"), base, "页面的注释")
        if found is not None:
            yield attribute(page, "PageID"), tuple(_annotation(one) for one in inside(found[1], "Annot"))


def _annotation(said: etree._Element) -> Annotation:
    shown = is_true(said.get("Visible"), True) and is_true(said.get("Print"), True)
    words = text_of(said, "Remark") or "".join((one.text or "").strip() for one in below(said, ("TextCode",)))
    return Annotation(attribute(said, "Type"), shown, words=words)
