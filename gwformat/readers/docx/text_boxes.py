"""A text box comes in; how it holds its words, and whether it grows with them, goes out."""

from __future__ import annotations

from collections.abc import Sequence

from lxml import etree

from gwformat.expressions import expression
from gwformat.ooxml.names import WPC, WPG, WPS, A, V
from gwformat.ooxml.values import length
from gwformat.table import Margins
from gwformat.units import Emu, Pt

_GROUPS = frozenset((f"{{{WPG}}}wgp", f"{{{WPC}}}wpc", f"{{{V}}}group"))
_BODY, _GROWS, _VML_BODY = f"{{{WPS}}}bodyPr", f"{{{A}}}spAutoFit", f"{{{V}}}textbox"
_VML_GROWS = expression(r"mso-fit-shape-to-text\s*:\s*t")
_INSETS = (("tIns", Pt(3.6)), ("lIns", Pt(7.2)), ("bIns", Pt(3.6)), ("rIns", Pt(7.2)))
_VML_INSETS = (1, 0, 3, 2)  # above, left, below, right of the left, top, right, bottom that are said


def insets_if_growing(pieces: Sequence[etree._Element]) -> Margins | None:
    """The distances of the words from the edges of a box that becomes as high as they need; None if it does not."""
    if any(piece.tag in _GROUPS for piece in pieces):
        return None
    for piece in pieces:
        if piece.tag == _BODY:
            return _insets(piece) if piece.find(_GROWS) is not None else None
        if piece.tag == _VML_BODY:
            return _vml_insets(piece) if _VML_GROWS.search(piece.get("style", "")) else None
    return None


def _insets(body: etree._Element) -> Margins:
    said = ((length(body.get(name), Emu(1)), usual) for name, usual in _INSETS)
    return Margins(*(usual if inset is None else inset for inset, usual in said))


def _vml_insets(body: etree._Element) -> Margins:
    said = [part.strip() for part in body.get("inset", "").split(",")]
    found = [length(said[place], Pt(0.75)) if place < len(said) else None for place in _VML_INSETS]
    return Margins(*(usual if inset is None else inset for inset, (_, usual) in zip(found, _INSETS, strict=True)))


def turns_words(pieces: Sequence[etree._Element]) -> bool:
    """Whether the words of a text box run otherwise than in lines from edge to edge."""
    for piece in pieces:
        if piece.tag == _BODY:
            return piece.get("vert", "horz") != "horz" or piece.get("wrap", "square") != "square"
        if piece.tag == _VML_BODY:
            return "layout-flow" in piece.get("style", "")
    return False
