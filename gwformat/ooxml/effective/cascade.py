"""Styles, lists and the formatting of a paragraph or run itself in; what holds for it after all of them out."""

from __future__ import annotations

from dataclasses import field

from lxml import etree

from gwformat.ooxml.effective.said import NOTHING, Said, indent, over, said, stacked
from gwformat.ooxml.names import w
from gwformat.ooxml.numbering import Level, Numbering
from gwformat.ooxml.style_sheet import StyleSheet
from gwformat.ooxml.values import VAL, whole
from gwformat.values import dataclass

_PPR, _RPR, _NAME, _TYPE = w("pPr"), w("rPr"), w("name"), w("type")
_CONDITION = w("tblStylePr")


@dataclass(frozen=True, slots=True)
class Layer:
    """What one level of the style hierarchy says of paragraphs and of characters; `key` tells it from others."""

    paragraph: Said = field(default_factory=lambda: NOTHING)
    run: Said = field(default_factory=lambda: NOTHING)
    key: tuple[str, ...] = ()


NO_LAYER = Layer()


@dataclass(frozen=True, slots=True)
class Listed:
    """A paragraph's place in a list; None where the list does not define its level."""

    level: Level | None


class Cascade:
    """The style hierarchy of one document: defaults → table style → paragraph style → list → character style → own.

    One thing Word does besides is left out: in documents of Word 2007 and older a table style beats a size or an
    alignment of the default paragraph style that equals the document default.
    """

    def __init__(self, sheet: StyleSheet, numbering: Numbering) -> None:
        self.sheet = sheet
        self.numbering = numbering
        self.defaults = Layer(said(sheet.document_default("pPr")), said(sheet.document_default("rPr")))
        self._styles: dict[tuple[str | None, str], Layer] = {}
        self._circling: set[tuple[str | None, str]] = set()
        self._own: dict[tuple[str, str], Layer] = {}
        self._conditions: dict[str, frozenset[str]] = {}
        self._stacked: dict[tuple[object, ...], Said] = {}

    def name_of(self, style_id: str | None) -> str | None:
        """The name a user sees."""
        found = self.sheet.elements[style_id].find(_NAME) if style_id in self.sheet.elements else None
        return found.get(VAL) if found is not None else None

    def style(self, style_id: str | None, condition: str = "") -> Layer:
        """A style with all it is based on; of a table style the part for one `condition` ("firstRow" …)."""
        key = style_id, condition
        found = self._styles.get(key)
        if found is None:
            line, found, circles = self._unread(style_id, condition)
            for identifier in reversed(line):
                own = self._said_by(identifier, condition)
                found = Layer(over(own.paragraph, found.paragraph), over(own.run, found.run))
                if not circles:
                    self._styles[identifier, condition] = found
            self._styles[key] = found
            if circles:
                self._circling.add(key)
        return found

    def _unread(self, style_id: str | None, condition: str) -> tuple[list[str], Layer, bool]:
        """The style and those it is based on up to one that is known, what that one says, whether they form a circle.

        What a style of a circle says depends on where the circle is entered.
        """
        line: dict[str, None] = {}
        while style_id is not None and style_id in self.sheet.elements and style_id not in line:
            known = self._styles.get((style_id, condition))
            if known is not None and (style_id, condition) not in self._circling:
                return list(line), known, False
            line[style_id] = None
            style_id = self.sheet.base_of(style_id)
        return list(line), NO_LAYER, style_id in line

    def conditions(self, style_id: str) -> frozenset[str]:
        """The conditions for which a table style, or one it is based on, has a part."""
        found = self._conditions.get(style_id)
        if found is None:
            styles = [self.sheet.elements[identifier] for identifier in self.sheet.lineage(style_id)]
            parts = (part for style in styles for part in style.iterchildren(_CONDITION))
            found = self._conditions[style_id] = frozenset(part.get(_TYPE, "") for part in parts)
        return found

    def _said_by(self, identifier: str, condition: str) -> Layer:
        """What a style says itself, read once for all that are based on it."""
        key = identifier, condition
        found = self._own.get(key)
        if found is None:
            element: etree._Element | None = self.sheet.elements[identifier]
            if condition and element is not None:
                element = element.find(f"{_CONDITION}[@{_TYPE}='{condition}']")
            found = NO_LAYER
            if element is not None:
                found = Layer(said(element.find(_PPR)), said(element.find(_RPR)))
            self._own[key] = found
        return found

    def paragraph(self, properties: etree._Element | None, table: Layer) -> tuple[str | None, Said, Listed | None]:
        """The style of a paragraph, everything that holds for it, and its list."""
        own = said(properties)
        named = own.get("pStyle", {}).get("val")
        style_id = self.sheet.known(named, "paragraph")
        style = self.style(style_id).paragraph
        around = over(table.paragraph, self.defaults.paragraph)
        plain = over(own, over(style, around))
        listed = self._listed(own, style_id, plain)
        if listed is None or listed.level is None or not listed.level.indent:
            return style_id, plain, listed
        place: Said = {"ind": indent(listed.level.indent)}
        # 17.9.23: the list's indents beat those of the style, unless the style itself chose the list.
        chosen_here = "numPr.numId" in own
        inner = over(place, over(style, around)) if chosen_here else over(style, over(place, around))
        return style_id, over(own, inner), listed

    def _listed(self, own: Said, style_id: str | None, effective: Said) -> Listed | None:
        num_id = effective.get("numPr.numId", {}).get("val")
        if num_id is None or num_id == "0":  # 17.9.18: 0 takes a paragraph out of the list of its style
            return None
        index = whole(own.get("numPr.ilvl", {}).get("val"))
        if index is None and "numPr.numId" not in own:
            index = self.numbering.level_of_style(num_id, self._numbered_by(style_id))
        if index is None:
            index = whole(effective.get("numPr.ilvl", {}).get("val")) or 0
        return Listed(self.numbering.level(num_id, index))

    def _numbered_by(self, style_id: str | None) -> str | None:
        """The nearest style that says it is numbered."""
        for identifier in self.sheet.lineage(style_id):
            if self.sheet.elements[identifier].find(f"{_PPR}/{w('numPr')}") is not None:
                return identifier
        return None

    def run(self, properties: etree._Element | None, paragraph_style: str | None, table: Layer) -> Said:
        """Everything that holds for the characters of a run."""
        own = said(properties)
        style_id = own.get("rStyle", {}).get("val")
        key = (table.key, paragraph_style, style_id)
        below = self._stacked.get(key)
        if below is None:
            character = self.style(style_id) if self.sheet.has(style_id, "character") else NO_LAYER
            styles = (table.run, self.style(paragraph_style).run, character.run)
            below = self._stacked[key] = stacked(self.defaults.run, *styles)
        return over(own, below)
