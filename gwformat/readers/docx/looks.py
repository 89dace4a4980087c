"""`w:pPr` and `w:rPr` in, styles and lists followed, the `Look` of a paragraph out.

The same few properties recur all over a document, so each is worked out once and found again by its XML.
"""

from __future__ import annotations

from collections.abc import Mapping

from lxml import etree

from gwformat.model import Emphasis, Look
from gwformat.ooxml.emphasis import emphasis
from gwformat.ooxml.names import w
from gwformat.ooxml.numbering import Numbering
from gwformat.ooxml.styles import Character, ParagraphFormat, Style, Styles, paragraph_format
from gwformat.ooxml.values import DEFAULT_SIZE, VAL, Said, length, said, whole
from gwformat.units import Emu
from gwformat.values import dataclass

_PARAGRAPH_STYLE, _CHARACTER_STYLE = w("pStyle"), w("rStyle")


Key = Said | bytes  # of properties: what they say, or how they are spelled


@dataclass(frozen=True, slots=True)
class Format:
    """What holds for a paragraph after style chain and list; `num_id` is None outside of lists."""

    key: Key
    style: Style
    paragraph: ParagraphFormat
    num_id: str | None
    level: int


_MOST = 4096  # ways of saying that are kept for the next file with the same style sheet


def key_of(properties: etree._Element | None, spelled: bytes) -> Key:
    """What to know properties by; `spelled` if that is known, which may be no bytes."""
    return spelled or (() if properties is None else said(properties))


class Looks:
    """Works out formats, characters and looks of all documents with the same styles and lists."""

    def __init__(self, styles: Styles, numbering: Numbering) -> None:
        self.styles = styles
        self._numbering = numbering  # what the lists are; nothing is counted here
        self._formats: dict[Key, Format] = {}
        self._characters: dict[tuple[str | None, Key], tuple[Character, frozenset[Emphasis]]] = {}
        self._looks: dict[tuple[Key, Character], Look] = {}

    def make_room(self) -> None:
        """Forget what former files said if that is very much; asked before a file, not within one."""
        if len(self._formats) + len(self._characters) + len(self._looks) > _MOST:
            for known in (self._formats, self._characters, self._looks):
                known.clear()

    def paragraph(self, properties: etree._Element | None, spelled: bytes = b"") -> Format:
        """The format a `w:pPr` gives, which is `spelled` so if that is known."""
        key = key_of(properties, spelled)
        found = self._formats.get(key)
        if found is None:
            found = self._formats[key] = self._format(key, properties)
        return found

    def characters(
        self, style: Style, properties: etree._Element | None, spelled: bytes = b""
    ) -> tuple[Character, frozenset[Emphasis]]:
        """The effective properties and the emphasis of a run in a paragraph of `style`."""
        key = (style.id, key_of(properties, spelled))
        found = self._characters.get(key)
        if found is None:
            found = self._characters[key] = (
                self._character(style, properties),
                emphasis(properties, self.styles.sheet),
            )
        return found

    def look(self, found: Format, character: Character) -> Look:
        """The look of a paragraph most of whose text is `character`."""
        key = (found.key, character)
        known = self._looks.get(key)
        if known is None:
            known = self._looks[key] = look(found.style, found.paragraph, character)
        return known

    def _format(self, key: Key, properties: etree._Element | None) -> Format:
        named = properties.find(_PARAGRAPH_STYLE) if properties is not None else None
        style = self.styles.paragraph(named.get(VAL) if named is not None else None)
        own = paragraph_format(properties)
        effective = own.over(style.paragraph)
        num_id = effective.num_id
        if num_id is None or num_id == "0":  # 17.9.18: 0 takes a paragraph out of the list of its style
            return Format(key, style, effective, None, 0)
        level = own.level
        if level is None and own.num_id is None:
            level = self._numbering.level_of_style(num_id, style.numbered_by)
            level = style.paragraph.level if level is None else level
        level = level or 0
        definition = self._numbering.level(num_id, level)
        if definition is not None and definition.indent:
            # 17.9.23: the list's indents beat those of the style, unless the style itself chose the list.
            listed = ParagraphFormat(indent=definition.indent)
            effective = effective.over(listed) if own.num_id is None else own.over(listed.over(style.paragraph))
        return Format(key, style, effective, num_id, level)

    def _character(self, style: Style, properties: etree._Element | None) -> Character:
        own = self.styles.character_of(properties)
        named = properties.find(_CHARACTER_STYLE) if properties is not None else None
        if named is None:
            return own.over(style.character)
        inner = self.styles.character(named.get(VAL))
        if inner.bold and style.character.bold:
            # 17.7.3: bold is a toggle, so that an emphasised word stands out of a bold paragraph as regular.
            inner = inner._replace(bold=False)
        return own.over(inner.over(style.character))


def look(style: Style, paragraph: ParagraphFormat, character: Character) -> Look:
    """The look of a paragraph: `paragraph` is what holds after the style chain, `character` most of its text."""
    size = character.size or DEFAULT_SIZE
    indent = paragraph.indent
    hanging = _chars(indent, ("hanging",), size)
    return Look(
        style_id=style.id,
        style_name=style.name,
        align=paragraph.align,
        outline_level=paragraph.outline or None,
        first_line_chars=-hanging if hanging else _chars(indent, ("firstLine",), size),
        left_chars=_chars(indent, ("left", "start"), size),
        font=character.font,
        size=character.size,
        bold=character.bold,
        color=None if character.color == "AUTO" else character.color,
        page_break_before=bool(paragraph.page_break_before),
    )


def _chars(indent: Mapping[str, str], names: tuple[str, ...], size: Emu) -> float | None:
    """An indent in characters; a count of characters beats a length unless it is zero, as in Word."""
    for name in names:
        count = whole(indent.get(name + "Chars"))
        if count:
            return count / 100
    for name in names:
        distance = length(indent.get(name))
        if distance is not None:
            return round(distance / size, 2)
    return None
