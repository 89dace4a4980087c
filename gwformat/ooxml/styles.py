"""styles.xml and the theme in, effective paragraph and character properties of a style out.

`None` in a field means that no style in the chain says it. Chains are followed on demand and remembered.
"""

from __future__ import annotations

import copy
import re
from collections.abc import Callable, Mapping
from dataclasses import field
from typing import NamedTuple

from lxml import etree

from gwformat.expressions import expression
from gwformat.model import Align
from gwformat.ooxml.names import local, w
from gwformat.ooxml.style_sheet import StyleSheet
from gwformat.ooxml.theme import Theme, theme_of
from gwformat.ooxml.values import VAL, length, switch, value_of, whole
from gwformat.units import Emu, Pt
from gwformat.values import dataclass

ALIGNS = {
    "left": Align.LEFT,
    "start": Align.LEFT,
    "center": Align.CENTER,
    "right": Align.RIGHT,
    "end": Align.RIGHT,
    "both": Align.JUSTIFY,
    "distribute": Align.DISTRIBUTE,
    "thaiDistribute": Align.DISTRIBUTE,
}
HEADING_NAME = expression(r"(?:heading|标题)\s*([1-9])", re.IGNORECASE)
BODY_LEVEL = 9  # w:outlineLvl of body text


class Character(NamedTuple):
    """Properties of characters that tell one element from another."""

    font: str | None = None
    size: Emu | None = None
    bold: bool | None = None
    color: str | None = None

    def over(self, base: Character) -> Character:
        """These properties, those not said taken from `base`."""
        if self == PLAIN_CHARACTER:
            return base
        return Character(
            self.font if self.font is not None else base.font,
            self.size if self.size is not None else base.size,
            self.bold if self.bold is not None else base.bold,
            self.color if self.color is not None else base.color,
        )


PLAIN_CHARACTER = Character()
_FIRST_LINE = frozenset(("firstLine", "firstLineChars"))
_HANGING = frozenset(("hanging", "hangingChars"))


def merged_indent(own: Mapping[str, str], base: Mapping[str, str]) -> Mapping[str, str]:
    """Indents attribute by attribute; a first-line indent ends an inherited hanging one, and the other way round."""
    if not own or not base:
        return own or base
    ended = (_HANGING if own.keys() & _FIRST_LINE else frozenset()) | (
        _FIRST_LINE if own.keys() & _HANGING else frozenset()
    )
    return {**{name: value for name, value in base.items() if name not in ended}, **own}


@dataclass(frozen=True, slots=True)
class ParagraphFormat:
    """Properties of a paragraph; `outline` is 1–9, 0 for body text."""

    align: Align | None = None
    outline: int | None = None
    indent: Mapping[str, str] = field(default_factory=dict)  # attributes of w:ind
    page_break_before: bool | None = None
    num_id: str | None = None
    level: int | None = None
    spacing: Mapping[str, str] = field(default_factory=dict)  # attributes of w:spacing
    contextual: bool | None = None

    def over(self, base: ParagraphFormat) -> ParagraphFormat:
        """These properties, those not said taken from `base`."""
        return ParagraphFormat(
            self.align if self.align is not None else base.align,
            self.outline if self.outline is not None else base.outline,
            merged_indent(self.indent, base.indent),
            self.page_break_before if self.page_break_before is not None else base.page_break_before,
            self.num_id if self.num_id is not None else base.num_id,
            self.level if self.level is not None else base.level,
            {**base.spacing, **self.spacing} if self.spacing and base.spacing else self.spacing or base.spacing,
            self.contextual if self.contextual is not None else base.contextual,
        )


@dataclass(frozen=True, slots=True)
class Style:
    """A paragraph or character style after its chain."""

    id: str | None = None
    name: str | None = None
    paragraph: ParagraphFormat = ParagraphFormat()
    character: Character = PLAIN_CHARACTER
    numbered_by: str | None = None  # the style in the chain that says w:numPr


class Styles:
    """The styles of a document."""

    def __init__(self, root: etree._Element | None, theme: Callable[[], etree._Element | None]) -> None:
        self.sheet = StyleSheet(root)
        self._elements = self.sheet.elements
        self._styles: dict[str | None, Style] = {}
        self._theme = theme
        self._theme_fonts: Theme | None = None
        self._styles[None] = self._document_defaults = self._defaults()

    def over(self, paragraph: ParagraphFormat, character: Character) -> Styles:
        """The same styles where a table style stands between them and the document's defaults."""
        inside = copy.copy(self)
        base = self._document_defaults
        defaults = Style(paragraph=paragraph.over(base.paragraph), character=character.over(base.character))
        inside._styles = {None: defaults}
        inside._document_defaults = defaults
        return inside

    def table(self, style_id: str | None) -> list[etree._Element]:
        """A table style with everything it is based on, innermost first; the default one for None or an unknown id."""
        lineage = self.sheet.lineage(self.sheet.known(style_id, "table"))
        return [self._elements[identifier] for identifier in reversed(lineage)]

    def paragraph(self, style_id: str | None) -> Style:
        """A paragraph style, the default one for None or an unknown id; document defaults are included."""
        return self._chain(self.sheet.known(style_id, "paragraph"))

    def character(self, style_id: str | None) -> Character:
        """What a character style says; document defaults are not included."""
        result = PLAIN_CHARACTER
        for properties in self.sheet.run_properties(style_id):
            result = result.over(self.character_of(properties))
        return result

    def numbers(self) -> dict[str, str]:
        """The `numId` of each numbering style."""
        result = {}
        for identifier, element in self._elements.items():
            if element.get(w("type")) == "numbering":
                num = element.find(f"{w('pPr')}/{w('numPr')}/{w('numId')}")
                if num is not None:
                    result[identifier] = num.get(VAL, "")
        return result

    def _defaults(self) -> Style:
        return Style(
            paragraph=paragraph_format(self.sheet.document_default("pPr")),
            character=self.character_of(self.sheet.document_default("rPr")),
        )

    def _chain(self, style_id: str | None) -> Style:
        """The style with everything it is based on, innermost first; a circle of styles ends where it closes."""
        pending: list[str] = []
        while style_id is not None and style_id not in self._styles and style_id not in pending:
            if style_id not in self._elements:
                break
            pending.append(style_id)
            style_id = self.sheet.base_of(style_id)
        style = self._styles.get(style_id, self._document_defaults)
        for identifier in reversed(pending):
            style = self._styles[identifier] = self._derived(identifier, style)
        return style

    def _derived(self, identifier: str, base: Style) -> Style:
        element = self._elements[identifier]
        own = paragraph_format(element.find(w("pPr")))
        name = value_of(element, w("name"))
        heading = HEADING_NAME.fullmatch(name) if name else None
        if own.outline is None and heading is not None:
            own = ParagraphFormat(outline=int(heading[1])).over(own)
        return Style(
            id=identifier,
            name=name,
            paragraph=own.over(base.paragraph),
            character=self.character_of(element.find(w("rPr"))).over(base.character),
            numbered_by=identifier if own.num_id is not None or own.level is not None else base.numbered_by,
        )

    def character_of(self, properties: etree._Element | None) -> Character:
        """What a `w:rPr` says itself, without its character style."""
        if properties is None or not len(properties):
            return PLAIN_CHARACTER
        font = size = bold = color = None
        for child in properties:
            tag = child.tag
            if tag == _FONTS:
                font = self._font(child)
            elif tag == _SIZE:
                size = length(child.get(VAL), _HALF_POINT)
            elif tag == _BOLD:
                bold = switch(child)
            elif tag == _COLOR:
                color = child.get(VAL)
        return Character(font, size, bold, color.upper() if color else None)

    def _font(self, fonts: etree._Element) -> str | None:
        theme = fonts.get(_EAST_ASIA_THEME)
        if theme is not None:
            if self._theme_fonts is None:
                self._theme_fonts = theme_of(self._theme())
            found = self._theme_fonts.family(theme[:5] + "EastAsia")
            if found:
                return found
        return fonts.get(_EAST_ASIA)


_FONTS, _SIZE, _BOLD, _COLOR = w("rFonts"), w("sz"), w("b"), w("color")
_EAST_ASIA, _EAST_ASIA_THEME = w("eastAsia"), w("eastAsiaTheme")
_HALF_POINT = Pt(0.5)


def paragraph_format(properties: etree._Element | None) -> ParagraphFormat:
    """What a `w:pPr` says itself, without its style."""
    if properties is None or not len(properties):
        return _UNFORMATTED
    said: dict[str, object] = {}
    for child in properties:
        name = local(child.tag)
        if name == "jc":
            said["align"] = ALIGNS.get(child.get(VAL, ""))
        elif name == "outlineLvl":
            level = whole(child.get(VAL))
            said["outline"] = None if level is None else 0 if level >= BODY_LEVEL else level + 1
        elif name == "ind":
            said["indent"] = {local(key): value for key, value in child.attrib.items()}
        elif name == "spacing":
            said["spacing"] = {local(key): value for key, value in child.attrib.items()}
        elif name == "contextualSpacing":
            said["contextual"] = switch(child)
        elif name == "pageBreakBefore":
            said["page_break_before"] = switch(child)
        elif name == "numPr":
            said["num_id"], level = value_of(child, w("numId")), whole(value_of(child, w("ilvl")))
            said["level"] = level
    return ParagraphFormat(**said) if said else _UNFORMATTED  # type: ignore[arg-type]  # one key per field


_UNFORMATTED = ParagraphFormat()
