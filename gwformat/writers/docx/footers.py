"""页码 (7.5): the sections of the source come in; each gets footers with “— 1 —” outside, old page numbers go."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property, lru_cache
from typing import TYPE_CHECKING

from gwformat.layout.furniture import Furniture
from gwformat.layout.sheet import sheet_of
from gwformat.model import Align, Fate
from gwformat.ooxml.inline import paragraphs
from gwformat.ooxml.names import R, w
from gwformat.ooxml.old_numbers import drop_numbers
from gwformat.ooxml.page_numbers import is_page_number, says_something
from gwformat.ooxml.sections import is_landscape
from gwformat.ooxml.style_sheet import StyleSheet
from gwformat.setting.paragraph import Indents
from gwformat.setting.setting import Setting
from gwformat.units import Emu
from gwformat.writers.docx import first_page
from gwformat.writers.docx.notes import set_note, styles_of
from gwformat.writers.docx.oxml import Element, P, clone, drop, el, in_order, is_on, paragraph, put, run
from gwformat.writers.docx.parts import Parts, beside
from gwformat.writers.docx.styles import JC, PAGE_NUMBER, indents
from gwformat.writers.docx.tally import Tally
from gwformat.writers.docx.turned import at_short_edge

if TYPE_CHECKING:
    from gwformat.ooxml.effective.formatting import Formatting

_TYPES = {
    "footer": "application/vnd.openxmlformats-officedocument.wordprocessingml.footer+xml",
    "header": "application/vnd.openxmlformats-officedocument.wordprocessingml.header+xml",
}
_SILENT = "gw-footer-none"
_ID = f"{{{R}}}id"
_TYPE = w("type")
_TITLED = ("default", "first")


class Footers:
    """Headers and footers of one document while its sections are set."""

    def __init__(
        self, parts: Parts, main: str, setting: Setting, furniture: Furniture, tally: Tally, *, drawn: bool
    ) -> None:
        self._has_first_page = drawn and setting.profile.first_page is not None
        self.parts, self.main, self.setting, self.furniture, self.tally = parts, main, setting, furniture, tally
        relationships = parts.package.relationships(main).values()
        self._targets = {r.id: r.target for r in relationships if r.kind in _TYPES and not r.external}
        self._made: dict[tuple[str | None, str, str], str] = {}
        self._turned = False  # the section lies on its side (clause 8)
        self._opening = False  # the section begins with a first page of its own (10.1)
        self._used: set[str] = set()

    @cached_property
    def _looks(self) -> Formatting:
        """What the words of the source's own headers and footers look like; few have any, and much is loaded."""
        from gwformat.ooxml.effective import formatting_of

        return formatting_of(self.parts.package)

    @cached_property
    def _styles(self) -> StyleSheet:
        return styles_of(self.parts, self.main)

    def set_all(self, sections: Sequence[Element], had_even: bool, unnumbered: Element | None) -> None:
        """Give every section its footers, and even headers where the source had one header for all pages."""
        inherited: dict[tuple[str, str], str] = {}
        for section in sections:
            for kind in _TYPES:
                for reference in section.findall(w(f"{kind}Reference")):
                    target = self._targets.get(reference.get(_ID, ""))
                    if target is not None and self.parts.has(target):
                        inherited[kind, reference.get(_TYPE, "default")] = target
            self._opening = self._has_first_page and section is sections[0] and not is_landscape(section)
            self._turned = is_landscape(section)
            if section is unnumbered:
                self._leave_blank(section)
            else:
                self._set(section, inherited, had_even)
        self._sweep()

    def _leave_blank(self, section: Element) -> None:
        """Footers that say nothing, for a blank page and that of the imprint after it (7.5)."""
        drop(section, "footerReference", "headerReference", "titlePg")
        part = beside(self.main, f"{_SILENT}.xml")
        self._used.add(part)
        self.parts.put(part, el("ftr", el("p")), _TYPES["footer"])
        identifier = self.parts.relate(self.main, _SILENT, "footer", part)
        for index, pages in enumerate(("default", "even")):
            reference = el("footerReference", type=pages)
            reference.set(_ID, identifier)
            section.insert(index, reference)

    def _set(self, section: Element, inherited: dict[tuple[str, str], str], had_even: bool) -> None:
        drop(section, "footerReference", "headerReference")
        titled = first = is_on(section.find(w("titlePg")))
        # A first page of its own matters only where headers or footers say more than a page number.
        if self._opening:
            put(section, el("titlePg"))
            first = True
        elif first and not any(self._has_words(inherited.get((kind, page))) for kind in _TYPES for page in _TITLED):
            drop(section, "titlePg")
            first = False
        for kind in ("header", "footer"):
            default = inherited.get((kind, "default"))
            even = inherited.get((kind, "even")) if had_even else default
            wanted = [("default", default, "odd"), ("even", even, "even")]
            if first:
                wanted.append(("first", inherited.get((kind, "first")) if titled else default, "odd"))
            for kind_of_page, source, side in wanted:
                self._refer(section, kind, kind_of_page, source, side)

    def _refer(self, section: Element, kind: str, pages: str, source: str | None, side: str) -> None:
        if kind == "header" and source is None and not self._has_first_page:
            return
        part = self._part(kind, pages, source, side)
        self._used.add(part)
        stem = part.rpartition("/")[2].partition(".")[0]
        identifier = self.parts.relate(self.main, stem if stem.startswith("gw") else f"gw-{stem}", kind, part)
        reference = el(f"{kind}Reference", type=pages)
        reference.set(_ID, identifier)
        index = len(section.findall(w("headerReference"))) + len(section.findall(w("footerReference")))
        section.insert(index, reference)

    def _part(self, kind: str, pages: str, source: str | None, side: str) -> str:
        """The name of the part for these pages; the same source serves several sections."""
        key = (source, f"{kind}-{pages}", self._variant)
        if key in self._made:
            return self._made[key]
        root = self._without_numbers(source)
        if kind == "footer":
            if root is None or not says_something(root):
                source = None
                root = el("ftr")
            if self._opening and pages == "first":
                self._put_line(root, source)
            else:
                self._put_number(root, source, side)
        elif self._has_first_page and (root is None or not says_something(root)):
            source = None
            keeps_off = self._opening and pages != "first"
            root = first_page.header(self.setting) if keeps_off else first_page.no_header()
        elif self._opening and pages != "first" and source is not None and root is not None and self.furniture.fits:
            taken = self.furniture.height(source, landscape=self._turned)
            root.append(first_page.header_rest(self.setting, taken))
        assert root is not None
        name = self._name(kind, pages, source)
        if source is not None and name != source:
            self.parts.copy_relationships(source, name)
        self.parts.put(name, root, _TYPES[kind])
        self._made[key] = name
        return name

    @property
    def _variant(self) -> str:
        """What sets the parts of this section apart from those of the others."""
        return "opening" if self._opening else "turned" if self._turned else ""

    def _put_line(self, root: Element, source: str | None) -> None:
        """The red line of the first page, above the words of the footer like a page number; an old one goes."""
        for node in root.findall(P):
            if node.find(f"{w('pPr')}/{w('pBdr')}") is not None and not says_something(node):
                root.remove(node)
        rest = self._room_below(source) if self.furniture.fits else Emu(0)
        root.insert(0 if self.furniture.fits else len(root), first_page.foot_line(self.setting, rest))

    def _room_below(self, source: str | None) -> Emu:
        """What the words of a footer leave of the room for the highest one."""
        taken = 0 if source is None else self.furniture.height(source, landscape=self._turned)
        return Emu(self.furniture.below - taken)

    def _put_number(self, root: Element, source: str | None, side: str) -> None:
        """“— 1 —”, above the words of the footer if there is room for them below it."""
        node = clone(_number(side, self.setting))
        if self._turned:
            root.append(at_short_edge(node, side, sheet_of(self.setting), self.setting))
            return
        above, rest = first_page.number_gaps(self.setting) if self._opening else (Emu(0), Emu(0))
        if self.furniture.fits:
            root.insert(0, node)
            rest = Emu(rest + self._room_below(source))
        else:
            root.append(node)
        if above or rest:
            put(node[0], _spacing(above, rest))
            in_order(node[0])

    def _set_words(self, root: Element, source: str) -> None:
        """Headers and footers of words only are set like notes, so that their height is known."""
        looks = self._looks.part(source)
        for number, node in enumerate(paragraphs(root), 1):
            if node.getparent() is root and looks is not None:
                align = looks.paragraph(number).align
                if not says_something(node):
                    root.remove(node)
                elif not is_page_number(node):
                    self._set_line(node, align)

    def _set_line(self, node: Element, align: Align) -> None:
        set_note(node, self._styles, self.tally)
        put(node[0], el("jc", val=JC[align]))
        if next(node.iter(w("tab")), None) is not None:
            width = self.setting.text_width
            stops = (el("tab", val="center", pos=Emu(width // 2).twips), el("tab", val="right", pos=width.twips))
            put(node[0], el("tabs", *stops))
        in_order(node[0])

    def _name(self, kind: str, pages: str, source: str | None) -> str:
        if source is None:
            which = "-".join(filter(None, (pages, self._variant if kind == "footer" or self._opening else "")))
            return beside(self.main, f"gw-{kind}-{which}.xml")
        stem = source.removesuffix(".xml")
        key = (source, f"{kind}-{pages}", self._variant)
        taken = {name for made, name in self._made.items() if made != key}
        if source not in taken:
            return source
        own = f"{stem}-{pages}.xml"
        return own if own not in taken else f"{stem}-{pages}-{self._variant}.xml"

    def _has_words(self, part: str | None) -> bool:
        root = None if part is None else self.parts.package.tree(part)
        return root is not None and any(says_something(node) and not is_page_number(node) for node in root.iter(P))

    def _without_numbers(self, source: str | None) -> Element | None:
        """A copy of a header or footer without its old page numbers."""
        if source is None:
            return None
        root = clone(self.parts.package.tree(source))
        if self.furniture.fits:
            self._set_words(root, source)
        if drop_numbers(root, PAGE_NUMBER):
            self.tally.note("页码", Fate.RERENDERED, "原页眉页脚中的页码改为标准页码")
        return root

    def _sweep(self) -> None:
        """Remove headers and footers that no section refers to any more."""
        gone = {identifier for identifier, target in self._targets.items() if target not in self._used}
        for target in sorted({self._targets[identifier] for identifier in gone}):
            if self.parts.has(target):
                self.parts.remove(target)
        if gone:
            self.parts.unrelate(self.main, gone)


def _spacing(above: Emu, below: Emu) -> Element:
    said = {"before": above.twips, "after": below.twips}
    return el("spacing", **{name: twips for name, twips in said.items() if twips})


@lru_cache(maxsize=32)
def _number(side: str, setting: Setting) -> Element:
    """居右空一字 on odd pages, 居左空一字 on even ones; in the middle if a unit wants it there."""
    spec = setting.profile.page_number
    inset = Emu(round(spec.size * spec.inset))
    field = el("fldSimple", run("1", el("rFonts", hint="eastAsia")), instr=" PAGE ")
    dash = [run(text, el("rFonts", hint="eastAsia")) for text in (f"{spec.dash} ", f" {spec.dash}")]
    node = paragraph(PAGE_NUMBER, dash[0], field, dash[1]) if spec.dash else paragraph(PAGE_NUMBER, field)
    odd = side == "odd"
    if spec.centred:
        put(node[0], indents(Indents()))
        put(node[0], el("jc", val="center"))
        in_order(node[0])
        return node
    put(node[0], indents(Indents(left=Emu(0 if odd else inset), right=Emu(inset if odd else 0))))
    put(node[0], el("jc", val="right" if odd else "left"))
    in_order(node[0])
    return node
