"""The `w:rPr` of a run and the style sheet come in; what its formatting means, whoever says it, goes out."""

from __future__ import annotations

from collections.abc import Iterable

from lxml import etree

from gwformat.model import Emphasis
from gwformat.ooxml.names import w
from gwformat.ooxml.style_sheet import StyleSheet
from gwformat.ooxml.values import VAL, switch

_VERTICAL = {"superscript": Emphasis.SUPERSCRIPT, "subscript": Emphasis.SUBSCRIPT}
_STYLE, _VERT_ALIGN, _UNDERLINE, _MARK = w("rStyle"), w("vertAlign"), w("u"), w("em")
_STRIKES = frozenset((w("strike"), w("dstrike")))
_MEANT_BY_STYLES = frozenset((_VERT_ALIGN, _MARK, *_STRIKES))  # what is underlined by its style is mostly a link
_NONE: frozenset[Emphasis] = frozenset()


def emphasis(properties: etree._Element | None, sheet: StyleSheet) -> frozenset[Emphasis]:
    """The formatting of a run that carries meaning, of its character style too."""
    if properties is None:
        return _NONE
    named = properties.find(_STYLE)
    if named is None:
        return _meant(properties)
    meant = {child.tag: child for child in properties}
    for styled in sheet.run_properties(named.get(VAL)):
        for child in styled:
            if child.tag in _MEANT_BY_STYLES:
                meant.setdefault(child.tag, child)
    return _meant(meant.values())


def _meant(properties: Iterable[etree._Element]) -> frozenset[Emphasis]:
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
