"""A part of a docx comes in, every place that names a font goes out: what it says, and how to say something else.

A place is an element; what it says are those of its attributes that choose a font. Tracking is among the places because
the mapping may have to change it so that lines stay.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from gwformat.ooxml.names import W14, A, V, w
from gwformat.ooxml.values import VAL
from gwformat.writers.docx.oxml import RPR, Element, R

Said = Mapping[str, str]

FONTS, SPACING, SYMBOL = w("rFonts"), w("spacing"), w("sym")
CHECKED, UNCHECKED = f"{{{W14}}}checkedState", f"{{{W14}}}uncheckedState"
LATIN, EAST, COMPLEX, SCRIPT = (f"{{{A}}}{name}" for name in ("latin", "ea", "cs", "font"))
DRAWN_SYMBOL, BULLET = f"{{{A}}}sym", f"{{{A}}}buFont"
TEXT_PATH = f"{{{V}}}textpath"

SLOTS = (("ascii", "asciiTheme"), ("hAnsi", "hAnsiTheme"), ("cs", "cstheme"), ("eastAsia", "eastAsiaTheme"))
"""What `w:rFonts` says: a name, or which font of the theme."""

_STYLES = w("styles")
DRAWN = frozenset((LATIN, EAST, COMPLEX, SCRIPT, DRAWN_SYMBOL, BULLET))
"""Places of DrawingML, which name one family each."""

_TAGS = (FONTS, SYMBOL, CHECKED, UNCHECKED, *sorted(DRAWN), TEXT_PATH)
_ATTRIBUTES = {
    FONTS: tuple(
        (name, w(name))
        for name in (
            *("ascii", "hAnsi", "eastAsia", "cs", "hint"),
            *("asciiTheme", "hAnsiTheme", "eastAsiaTheme", "cstheme"),
        )
    ),
    SPACING: (("val", VAL),),
    SYMBOL: (("font", w("font")), ("char", w("char"))),
    CHECKED: (("font", f"{{{W14}}}font"),),
    UNCHECKED: (("font", f"{{{W14}}}font"),),
    TEXT_PATH: (("style", "style"),),
    **dict.fromkeys(DRAWN, tuple((name, name) for name in ("typeface", "panose", "pitchFamily", "charset", "script"))),
}
_KEYS: Mapping[str, Mapping[str | bytes, str]] = {
    tag: {name: key for key, name in pairs} for tag, pairs in _ATTRIBUTES.items()
}
_SIGNS = (b"rFonts", b"typeface=", b"textpath", b":font=")  # what a part has that names a font
_UTF_16 = (b"\xff\xfe", b"\xfe\xff")  # where no such search finds anything
# 14.1.2.23 of part 4: the family by itself, or last in “font: bold 36pt 仿宋”, behind the size.
_FAMILY = re.compile(r"(font-family\s*:\s*|font\s*:[^;\"']*?\d(?:\w\w|%)?\s+)(\"[^\"]*\"|'[^']*'|[^;]*)")


def may_say(data: bytes) -> bool:
    """Whether a part may name a font at all."""
    return any(sign in data for sign in _SIGNS) or data.startswith(_UTF_16)


def places(root: Element) -> Iterator[Element]:
    """The places of a part in document order."""
    if root.tag == _STYLES:  # which have no runs, and much spacing of paragraphs
        yield from root.iter(*_TAGS)
        return
    for element in root.iter(*_TAGS, SPACING):
        if element.tag != SPACING or _is_tracking(element):
            yield element


def _is_tracking(element: Element) -> bool:
    if element.get(VAL) is None:  # that of a paragraph
        return False
    parent = element.getparent()
    return parent is not None and parent.tag == RPR and (holder := parent.getparent()) is not None and holder.tag == R


def said(place: Element) -> dict[str, str]:
    """What a place says."""
    keys = _KEYS[place.tag]
    return {key: str(value) for name, value in place.items() if (key := keys.get(name)) is not None}


def say(place: Element, wanted: Said, now: Said | None = None) -> None:
    """Make a place say just what is wanted; `now` is what it says."""
    now = said(place) if now is None else now
    for key, name in _ATTRIBUTES[place.tag]:
        value, old = wanted.get(key), now.get(key)
        if value is not None and value != old:
            place.set(name, value)
        elif value is None and old is not None:
            del place.attrib[name]


def family_in(style: str) -> str | None:
    """The family a VML text on a path is set in."""
    said = [found[2].strip().strip("\"'") for found in _FAMILY.finditer(style)]
    return said[-1] if said else None


def with_family(style: str, family: str) -> str:
    """The same VML style with another family."""
    return _FAMILY.sub(lambda found: f'{found[1]}"{family}"', style)
