"""Attribute values of WordprocessingML in, numbers, truth values and lengths out; nonsense counts as not said."""

from __future__ import annotations

from functools import lru_cache

from lxml import etree

from gwformat.expressions import expression
from gwformat.model import TAB_STOPS
from gwformat.ooxml.names import w
from gwformat.units import Emu, Mm, Pt, Twips

VAL = w("val")
_WIDTH, _TYPE = w("w"), w("type")
_TWIP = Twips(1)
Said = tuple[object, ...]
_OFF = frozenset(("0", "false", "off"))

# What holds where a file says nothing (ISO/IEC 29500-1).
DEFAULT_SIZE = Pt(10)  # 17.3.2.38: of characters without any w:sz
SINGLE = 240  # 17.3.1.33: parts of a line in which multiples of it are said
AUTOMATIC = Pt(14)  # 17.3.1.33: the gap above and below a paragraph that leaves it to the program

_COLOUR = expression(r"[0-9A-Fa-f]{6}")
_LENGTH = expression(r"\s*([-+]?(?:\d{1,15}(?:\.\d+)?|\.\d+))\s*(mm|cm|in|pt|pc|pi|px)?\s*")
_MOST = 10**15  # fifteen digits; no place, length or number in a docx has more than fourteen
_UNITS = {"mm": Mm(1), "cm": Mm(10), "in": Mm(25.4), "pt": Pt(1), "pc": Pt(12), "pi": Pt(12), "px": Pt(0.75)}


def whole(value: str | None) -> int | None:
    """A whole number of at most fifteen digits; Word also writes `12.0`."""
    if value is None:
        return None
    try:
        number = round(float(value)) if "." in value else int(value)
    except (ValueError, OverflowError):
        return None
    return number if -_MOST < number < _MOST else None


def colour(value: str | None) -> str | None:
    """RRGGBB in capitals; None for `auto` and for what is no colour."""
    return value.upper() if value is not None and _COLOUR.fullmatch(value) else None


def said(element: etree._Element) -> Said:
    """What an element and all within it say besides words: equal where they say the same, and quick to make.

    `etree.tostring` takes several times as long where many namespaces are declared, for it spells all of them.
    """
    if not len(element):
        return (element.tag, *element.items())
    return (element.tag, *element.items(), *said_within(element))


def said_within(properties: etree._Element, beside: frozenset[str] = frozenset()) -> Said:
    """What the properties in a `w:pPr` or `w:rPr` say, as `said` has it; those named `beside` are left out."""
    return tuple(
        [
            said(child) if len(child) else (tag, *child.items())
            for child in properties
            if (tag := child.tag) not in beside
        ]
    )


def value_of(element: etree._Element, tag: str) -> str | None:
    """The `w:val` of the first child with a tag; None without such a child or value."""
    found = element.find(tag)
    return None if found is None else found.get(VAL)


def switch(element: etree._Element, said: str = VAL) -> bool:
    """An on/off element: on unless its value says otherwise."""
    return element.get(said) not in _OFF


@lru_cache(maxsize=1024)
def length(value: str | None, unit: Emu = _TWIP) -> Emu | None:
    """A length with its own unit, or a bare number of `unit`, mostly twips; None for more than fifteen digits too."""
    found = _LENGTH.fullmatch(value) if value else None
    return Emu(round(float(found[1]) * (_UNITS[found[2]] if found[2] else unit))) if found else None


def dxa(width: etree._Element | None) -> Emu | None:
    """What a `w:tblW`, `w:tcW` or margin says in twentieths of a point, its default unit (17.4.87); None in others."""
    if width is None or width.get(_TYPE, "dxa") != "dxa":
        return None
    return length(width.get(_WIDTH))


def tab_stops(settings: etree._Element | None) -> Emu:
    """How far apart the tab stops are that no paragraph sets: what `settings` say, if anything."""
    found = None if settings is None else settings.find(w("defaultTabStop"))
    every = None if found is None else length(found.get(VAL))
    return every if every is not None and every > 0 else TAB_STOPS
