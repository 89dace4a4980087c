"""A text box comes in; how it holds its words, whether it grows with them, and what is drawn around them, goes out."""

from __future__ import annotations

from collections.abc import Sequence

from lxml import etree

from gwformat.expressions import expression
from gwformat.ooxml.names import WPC, WPG, WPS, A, V
from gwformat.ooxml.values import colour, length
from gwformat.table import Edge, Margins
from gwformat.units import Emu, Pt

_PROPERTIES, _STYLED = f"{{{WPS}}}spPr", f"{{{WPS}}}style/{{{A}}}lnRef"
_LINE, _FILL, _NO_FILL, _RGB = (f"{{{A}}}{name}" for name in ("ln", "solidFill", "noFill", "srgbClr"))
_VML_SHAPES = frozenset(f"{{{V}}}{name}" for name in ("shape", "rect", "roundrect", "oval"))
_TRANSFORM, _ROTATED = f"{{{A}}}xfrm", expression(r"\brotation\s*:\s*-?0*[1-9]")
_VML_ANCHOR = expression(r"v-text-anchor\s*:\s*([a-z]+)")
_ANCHORS = {"ctr": 0.5, "middle": 0.5, "b": 1.0, "bottom": 1.0}
_USUAL_LINE, _BLACK, _OFF = Pt(0.75), "000000", ("f", "false")
_GROUPS = frozenset((f"{{{WPG}}}wgp", f"{{{WPC}}}wpc", f"{{{V}}}group"))
_BODY, _GROWS, _VML_BODY = f"{{{WPS}}}bodyPr", f"{{{A}}}spAutoFit", f"{{{V}}}textbox"
_VML_GROWS = expression(r"mso-fit-shape-to-text\s*:\s*t")
_INSETS = (("tIns", Pt(3.6)), ("lIns", Pt(7.2)), ("bIns", Pt(3.6)), ("rIns", Pt(7.2)))
_VML_INSETS = (1, 0, 3, 2)  # above, left, below, right of the left, top, right, bottom that are said


def text_shape(pieces: Sequence[etree._Element]) -> etree._Element | None:
    """What says how the box holds its words; None where there are several boxes, or none."""
    if any(piece.tag in _GROUPS for piece in pieces):
        return None
    return next((piece for piece in pieces if piece.tag in (_BODY, _VML_BODY)), None)


def insets(shape: etree._Element) -> Margins:
    """The distances of the words from the edges of the box."""
    return _insets(shape) if shape.tag == _BODY else _vml_insets(shape)


def grows(shape: etree._Element) -> bool:
    """Whether the box becomes as high as its words need."""
    if shape.tag == _BODY:
        return shape.find(_GROWS) is not None
    return _VML_GROWS.search(shape.get("style", "")) is not None


def lowered(shape: etree._Element) -> float:
    """Where the words stand in a box that is higher than they are: 0 is at its head, 1 at its foot."""
    if shape.tag == _BODY:
        return _ANCHORS.get(shape.get("anchor", "t"), 0.0)
    holder = shape.getparent()
    found = _VML_ANCHOR.search("" if holder is None else holder.get("style", ""))
    return _ANCHORS.get(found[1], 0.0) if found else 0.0


def outline(pieces: Sequence[etree._Element]) -> tuple[Edge | None, str | None]:
    """The line around the box and the colour in it; a colour of the theme is drawn black around it, and not in it."""
    for piece in pieces:
        if piece.tag == _PROPERTIES:
            return _line(piece), _colour(piece.find(_FILL))
        if piece.tag in _VML_SHAPES:
            return _vml_line(piece), _vml_fill(piece)
    return None, None


def _line(properties: etree._Element) -> Edge | None:
    line = properties.find(_LINE)
    if line is None:
        holder = properties.getparent()
        style = None if holder is None else holder.find(_STYLED)
        return Edge(_USUAL_LINE) if style is not None and style.get("idx", "0") != "0" else None
    if line.find(_NO_FILL) is not None:
        return None
    return Edge(length(line.get("w"), Emu(1)) or _USUAL_LINE, _colour(line.find(_FILL)) or _BLACK)


def _colour(fill: etree._Element | None) -> str | None:
    said = fill.find(_RGB) if fill is not None else None
    return colour(said.get("val")) if said is not None else None


def _vml_line(shape: etree._Element) -> Edge | None:
    if shape.get("stroked", "t") in _OFF:
        return None
    weight = length(shape.get("strokeweight"), Pt(0.75)) or _USUAL_LINE
    return Edge(weight, colour(shape.get("strokecolor", "").removeprefix("#")) or _BLACK)


def _vml_fill(shape: etree._Element) -> str | None:
    return None if shape.get("filled", "t") in _OFF else colour(shape.get("fillcolor", "").removeprefix("#"))


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
        if piece.tag == _PROPERTIES and any(turned.get("rot", "0") != "0" for turned in piece.iterchildren(_TRANSFORM)):
            return True
        if piece.tag in _VML_SHAPES and _ROTATED.search(piece.get("style", "")):
            return True
        if piece.tag == _BODY:
            return piece.get("vert", "horz") != "horz" or piece.get("wrap", "square") != "square"
        if piece.tag == _VML_BODY:
            return "layout-flow" in piece.get("style", "")
    return False
