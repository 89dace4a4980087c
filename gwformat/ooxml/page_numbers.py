"""A header or footer comes in; which of its paragraphs are page numbers, and what it says besides them, goes out."""

from __future__ import annotations

import re

from lxml import etree

from gwformat.expressions import expression
from gwformat.ooxml.alternatives import is_aside, set_aside
from gwformat.ooxml.names import w

Element = etree._Element

# What stands around the field of a page number, and a page number typed by hand.
_FRAME = r"[\s\-—–－―•·~～_/|.,，]"
_NUMBER_WORDS = expression(rf"(?:第|共|页|Page|of|\d|{_FRAME})*", re.IGNORECASE)
_TYPED_NUMBER = expression(rf"{_FRAME}*(?:第\s*)?\d{{1,4}}\s*页?\s*(?:[,，/]?\s*共\s*\d{{1,4}}\s*页)?{_FRAME}*")
PAGE_FIELD = expression(r"\b(?:PAGE|NUMPAGES|SECTIONPAGES)\b", re.IGNORECASE)
_SWITCH = expression(r"\\[*#@]\s*\S+")
_WORD = expression(r"[A-Za-z]{2,}")
_GRAPHICS = tuple(map(w, ("drawing", "pict", "object")))
_PICTURES = ("{*}blip", "{*}imagedata", "{*}OLEObject")
_EMPTY = frozenset(("{urn:schemas-microsoft-com:office:office}title",))
_P, _TABLE = w("p"), w("tbl")
_INLINE, _OUTSIDE = "{*}inline", "{*}wrapTopAndBottom"
_TEXT_BOX = "{*}txbxContent"  # what stands there takes no room among the words


def says_something(root: Element) -> bool:
    """Whether there are words or graphics."""
    if has_graphics(root):
        return True
    return any((leaf.text or "").strip() for leaf in root.iter(w("t"), w("instrText")))


def has_graphics(node: Element) -> bool:
    """Whether there is a picture, a shape or an object."""
    return next(node.iter(*_GRAPHICS), None) is not None


def is_page_number(node: Element) -> bool:
    """Whether a paragraph says nothing but a page number, be it in a text box, where Word likes to put it."""
    aside = set_aside(node)

    def seen(*tags: str) -> list[Element]:
        return [part for part in node.iter(*tags) if not is_aside(part, aside)]

    # WPS writes `v:imagedata` with nothing but an empty title into every text box.
    if any(not _EMPTY.issuperset(picture.attrib) for picture in seen(*_PICTURES)):
        return False
    words = "".join(leaf.text or "" for leaf in seen(w("t")))
    codes = "".join(leaf.text or "" for leaf in seen(w("instrText")))
    codes += " ".join(field.get(w("instr"), "") for field in seen(w("fldSimple")))
    if PAGE_FIELD.search(codes) is not None:
        other_fields = _WORD.search(PAGE_FIELD.sub("", _SWITCH.sub("", codes)))
        return other_fields is None and _NUMBER_WORDS.fullmatch(words) is not None
    typed = not codes.strip() and _TYPED_NUMBER.fullmatch(words) is not None  # a date in a field is none
    return typed and not has_graphics(node)


def said_besides(root: Element) -> tuple[list[Element], bool]:
    """The paragraphs that say something else, and whether the room they take is that of their words alone."""
    aside = {node for apart in (*root.iter(_TEXT_BOX), *set_aside(root)) for node in apart.iter()}
    numbers = {node for node in root.iter(_P) if is_page_number(node)}
    aside.update(node for number in numbers for node in number.iter())
    others = [node for node in root.iter(_P) if node not in aside and says_something(node)]
    rooms = [node for node in root.iter(_TABLE, _INLINE, _OUTSIDE, *_GRAPHICS[1:]) if node not in aside]
    return others, not rooms and all(node.getparent() is root for node in others)
