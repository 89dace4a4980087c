"""Parts of a Strict OOXML package in, the same parts in the Transitional form every program reads out.

The words are untouched: only names of namespaces and relationship types, attribute values that Transitional
spells otherwise, and universal measures (`12pt`) change.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

from lxml import etree

from gwformat.expressions import expression
from gwformat.ooxml.names import local, w
from gwformat.ooxml.recurring import of_part
from gwformat.ooxml.safexml import mentions, parse
from gwformat.ooxml.trees import part_bytes
from gwformat.units import Emu, Mm, Pt

MARKER = b"http://purl.oclc.org/ooxml/"

_TAG = re.compile(rb"<[^<>]*purl\.oclc\.org/ooxml/[^<>]*>")
_NAME = re.compile(rb"""(=\s*["'])http://purl\.oclc\.org/ooxml/(\w+)/([\w/]+)(?=["'])""")
# Names that are not simply "/2006/" put in the middle.
_RENAMED = {b"extendedProperties": b"extended-properties", b"customProperties": b"custom-properties"}


def is_strict(parts: Mapping[str, bytes]) -> bool:
    """Whether any part uses the namespaces of the Strict conformance class."""
    return any(_says_strict(name, data) for name, data in parts.items() if _is_xml(name))


def _says_strict(name: str, data: bytes) -> bool:
    return of_part(name, data, lambda: mentions(data, MARKER), is_strict)


def transitional(parts: Mapping[str, bytes]) -> dict[str, bytes]:
    """All parts, XML parts translated."""
    return {name: _translate(name, data) if _is_xml(name) else data for name, data in parts.items()}


def _is_xml(name: str) -> bool:
    return name.lower().endswith((".xml", ".rels"))


def _translate(name: str, data: bytes) -> bytes:
    if MARKER not in data and mentions(data, MARKER):
        data = part_bytes(parse(data, name))
    if MARKER not in data:
        return data
    data = _TAG.sub(lambda tag: _NAME.sub(_rename, tag[0]), data)
    if name.endswith(".rels"):
        return data
    root = parse(data, name)
    _translate_values(root)
    return part_bytes(root)


def _rename(match: re.Match[bytes]) -> bytes:
    start, group, rest = match.groups()
    head, slash, last = rest.rpartition(b"/")
    rest = head + slash + _RENAMED.get(last, last)
    return start + b"http://schemas.openxmlformats.org/" + group + b"/2006/" + rest


# ISO/IEC 29500-1 (Strict) against -4 (Transitional): directions are logical, and text direction has short names.
_SIDES = {"start": "left", "end": "right"}
_SIDED_PARENTS = frozenset(w(name) for name in ("tblBorders", "tcBorders", "tblCellMar", "tcMar"))
_SIDED_VALUES = frozenset(w(name) for name in ("jc", "lvlJc", "tab"))
_DIRECTIONS = {"tb": "lrTb", "rl": "tbRl", "lr": "btLr", "tbV": "lrTbV", "rlV": "tbRlV", "lrV": "tbLrV"}

_MEASURE = expression(r"(-?\d{1,15}(?:\.\d+)?)(mm|cm|in|pt|pc|pi)")
_UNITS = {"mm": Mm(1), "cm": Mm(10), "in": Mm(25.4), "pt": Pt(1), "pc": Pt(12), "pi": Pt(12)}
_HALF_POINTS = frozenset(w(name) for name in ("sz", "szCs", "kern", "position", "hps", "hpsRaise", "hpsBaseText"))
_LENGTH_VALUES = _HALF_POINTS | {
    w(name) for name in ("spacing", "w", "trHeight", "defaultTabStop", "hyphenationZone", "gridCol")
}
_TEXT_VALUES = frozenset(w(name) for name in ("lvlText", "alias", "tag", "text", "fldSimple", "docPart", "name"))


def _translate_values(root: etree._Element) -> None:
    for element in root.iter(w("*")):
        for key, value in element.attrib.items():
            _translate_attribute(element, str(key), str(value))
        parent = element.getparent()
        if parent is not None and parent.tag in _SIDED_PARENTS and (side := _SIDES.get(local(element.tag))):
            element.tag = w(side)


def _translate_attribute(element: etree._Element, key: str, value: str) -> None:
    tag = element.tag
    if key == w("conformance"):
        del element.attrib[key]
    elif tag == w("ind") and (side := next((s for s in _SIDES if local(key).startswith(s)), None)):
        del element.attrib[key]
        element.set(w(local(key).replace(side, _SIDES[side], 1)), _plain(value, tag))
    elif tag in _SIDED_VALUES and key == w("val") and value in _SIDES:
        element.set(key, _SIDES[value])
    elif tag == w("textDirection") and value in _DIRECTIONS:
        element.set(key, _DIRECTIONS[value])
    elif tag not in _TEXT_VALUES and (key != w("val") or tag in _LENGTH_VALUES):
        element.set(key, _plain(value, tag))


def _plain(value: str, tag: object) -> str:
    """A universal measure as the whole number Transitional programs expect; anything else unchanged."""
    measure = _MEASURE.fullmatch(value)
    if measure is None:
        return value
    length = Emu(round(float(measure[1]) * _UNITS[measure[2]]))
    return str(length.half_points if tag in _HALF_POINTS else length.twips)
