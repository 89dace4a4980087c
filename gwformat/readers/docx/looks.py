"""Properties of a paragraph and of its characters in, the `Look` they add up to out."""

from __future__ import annotations

from collections.abc import Mapping

from lxml import etree

from gwformat.model import Emphasis, Look
from gwformat.ooxml.names import w
from gwformat.ooxml.styles import Character, ParagraphFormat, Style, Styles
from gwformat.ooxml.values import VAL, length, switch, whole
from gwformat.units import Emu, Pt, Twips

# 17.3.2.38: without any w:sz characters are 10 points.
_SIZE_UNSAID = Pt(10)
_TWIP = Twips(1)
_CHARACTER_STYLE = w("rStyle")


def characters(styles: Styles, style: Style, properties: etree._Element | None) -> Character:
    """The effective properties of a run in a paragraph of `style`."""
    own = styles.character_of(properties)
    named = properties.find(_CHARACTER_STYLE) if properties is not None else None
    if named is None:
        return own.over(style.character)
    inner = styles.character(named.get(VAL))
    if inner.bold and style.character.bold:
        # 17.7.3: bold is a toggle, so that an emphasised word stands out of a bold paragraph as regular.
        inner = inner._replace(bold=False)
    return own.over(inner.over(style.character))


def look(style: Style, paragraph: ParagraphFormat, character: Character) -> Look:
    """The look of a paragraph: `paragraph` is what holds after the style chain, `character` most of its text."""
    size = character.size or _SIZE_UNSAID
    indent = paragraph.indent
    hanging = _chars(indent, ("hanging",), size)
    return Look(
        style_id=style.id,
        style_name=style.name,
        align=paragraph.align,
        outline_level=paragraph.outline or None,
        first_line_chars=-hanging if hanging else _chars(indent, ("firstLine",), size),
        left_chars=_chars(indent, ("left", "start"), size),
        right_chars=_chars(indent, ("right", "end"), size),
        font=character.font,
        size=character.size,
        bold=character.bold,
        color=None if character.color == "AUTO" else character.color,
        page_break_before=bool(paragraph.page_break_before),
        line_above=bool(paragraph.line_above),
        line_below=bool(paragraph.line_below),
    )


def _chars(indent: Mapping[str, str], names: tuple[str, ...], size: Emu) -> float | None:
    """An indent in characters; a count of characters beats a length unless it is zero, as in Word."""
    for name in names:
        count = whole(indent.get(name + "Chars"))
        if count:
            return count / 100
    for name in names:
        distance = length(indent.get(name), _TWIP)
        if distance is not None:
            return round(distance / size, 2)
    return None


_VERTICAL = {"superscript": Emphasis.SUPERSCRIPT, "subscript": Emphasis.SUBSCRIPT}
_VERT_ALIGN, _UNDERLINE, _MARK = w("vertAlign"), w("u"), w("em")
_STRIKES = frozenset((w("strike"), w("dstrike")))
_NONE: frozenset[Emphasis] = frozenset()


def emphasis(properties: etree._Element | None) -> frozenset[Emphasis]:
    """The formatting of a run that carries meaning."""
    if properties is None:
        return _NONE
    found: set[Emphasis] = set()
    for child in properties:
        tag = child.tag
        if tag == _VERT_ALIGN and child.get(VAL) in _VERTICAL:
            found.add(_VERTICAL[child.get(VAL, "")])
        elif tag == _UNDERLINE and child.get(VAL, "single") != "none":
            found.add(Emphasis.UNDERLINE)
        elif tag in _STRIKES and switch(child):
            found.add(Emphasis.STRIKE)
        elif tag == _MARK and child.get(VAL) != "none":
            found.add(Emphasis.EMPHASIS_MARK)
    return frozenset(found) if found else _NONE
