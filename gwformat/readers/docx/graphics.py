"""What is visible of a graphic comes in; the picture it shows, where it floats and its description go out."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from lxml import etree

from gwformat.expressions import expression
from gwformat.model import Floating, Image, Offset
from gwformat.ooxml.names import WP, A, V, local, r
from gwformat.ooxml.relationships import Relationship
from gwformat.ooxml.values import length, whole
from gwformat.units import Emu, Pt

_ANCHOR, _INLINE = f"{{{WP}}}anchor", f"{{{WP}}}inline"
_BLIP, _CROP, _TRANSFORM, _DESCRIPTION = f"{{{A}}}blip", f"{{{A}}}srcRect", f"{{{A}}}xfrm", f"{{{WP}}}docPr"
_IMAGE_DATA = f"{{{V}}}imagedata"
# A group shows its members at places of their own; one of them stretched over all would be wrong.
_GROUPS = frozenset(("wgp", "wpc", "group", "lc"))
_VML_SHAPES = frozenset(f"{{{V}}}{n}" for n in ("shape", "rect", "line", "oval", "roundrect", "group", "polyline"))
_SIDES = ("l", "t", "r", "b")
_VML_SIDES = ("cropleft", "croptop", "cropright", "cropbottom")
_WRAPPED = frozenset(("wrapSquare", "wrapTight", "wrapThrough", "wrapTopAndBottom"))
_VML_WRAPPED = frozenset(("square", "tight", "through", "topAndBottom"))
_FRACTION = expression(r"\s*(-?[\d.]+)(f?)\s*")
_PIXEL = Pt(0.75)
_NOT_FLOATING = ("", "static", "relative")


def image_of(pieces: Sequence[etree._Element], targets: Mapping[str, Relationship]) -> Image | None:
    """The one picture a graphic shows; None if it shows none, several, or one that is not in the package."""
    if any(local(piece.tag) in _GROUPS for piece in pieces):
        return None
    shown = [piece for piece in pieces if piece.tag in (_BLIP, _IMAGE_DATA)]
    if len(shown) != 1:
        return None
    (node,) = shown
    target = targets.get(node.get(r("embed") if node.tag == _BLIP else r("id"), ""))
    if target is None or target.external:
        return None
    if node.tag == _IMAGE_DATA:
        sides = [_part(node.get(side)) for side in _VML_SIDES]
        return Image(target.target, (sides[0], sides[1], sides[2], sides[3]))
    crop = next((piece for piece in pieces if piece.tag == _CROP), None)
    cut = [(whole(crop.get(side)) or 0) / 100_000 if crop is not None else 0.0 for side in _SIDES]
    transform = next((piece for piece in pieces if piece.tag == _TRANSFORM), None)
    turn = (whole(transform.get("rot")) or 0) / 60_000 % 360 if transform is not None else 0.0
    return Image(target.target, (cut[0], cut[1], cut[2], cut[3]), turn)


def description_of(pieces: Iterable[etree._Element]) -> str:
    """The alternative text its author gave it."""
    for piece in pieces:
        if piece.tag == _DESCRIPTION:
            return piece.get("descr", "")
        if piece.tag in _VML_SHAPES:
            return piece.get("alt", "")
    return ""


def floating_of(pieces: Sequence[etree._Element]) -> Floating | None:
    """Where a graphic stands that is not in the line; None if it is in the line."""
    for piece in pieces:
        if piece.tag == _INLINE:
            return None
        if piece.tag == _ANCHOR:
            return _anchored(piece)
        if piece.tag in _VML_SHAPES:
            return _positioned(piece)
    return None


def _anchored(anchor: etree._Element) -> Floating:
    said = {local(child.tag): child for child in anchor}
    across, down = (_offset(said.get(name)) for name in ("positionH", "positionV"))
    if anchor.get("simplePos") in ("1", "true") and (point := said.get("simplePos")) is not None:
        across, down = (Offset("page", length(point.get(axis), Emu(1)) or Emu(0)) for axis in ("x", "y"))
    behind = anchor.get("behindDoc") in ("1", "true")
    return Floating(across, down, behind, pushes=not behind and not _WRAPPED.isdisjoint(said))


def _offset(position: etree._Element | None) -> Offset:
    if position is None:
        return Offset("page")
    frame = position.get("relativeFrom", "page")
    for child in position:
        said = (child.text or "").strip()
        if local(child.tag) == "align":
            return Offset(frame, align=said)
        if local(child.tag) == "posOffset":
            return Offset(frame, length(said, Emu(1)) or Emu(0))
    return Offset(frame, align="")  # in parts of the page: known to no more than the newest programs


def _positioned(shape: etree._Element) -> Floating | None:
    items = (item.partition(":")[::2] for item in shape.get("style", "").split(";"))
    style = {name.strip().lower(): value.strip() for name, value in items}
    if style.get("position", "") in _NOT_FLOATING:
        return None
    wrap = next((child for child in shape if local(child.tag) == "wrap"), None)
    behind = style.get("z-index", "").startswith("-")
    pushes = wrap is not None and wrap.get("type") in _VML_WRAPPED
    across = _vml_offset(style, "horizontal", "left", "column")
    down = _vml_offset(style, "vertical", "top", "paragraph")
    return Floating(across, down, behind, pushes)


def _vml_offset(style: Mapping[str, str], axis: str, side: str, text: str) -> Offset:
    said = style.get(f"mso-position-{axis}-relative", "text")
    frame = text if said == "text" else said
    align = style.get(f"mso-position-{axis}", "absolute")
    if align != "absolute":
        return Offset(frame, align=align)
    shift = (length(style.get(name), _PIXEL) or Emu(0) for name in (f"margin-{side}", side))
    return Offset(frame, Emu(sum(shift)))


def _part(said: str | None) -> float:
    """A cropped part: `.25`, or `16384f` in 65536ths."""
    found = _FRACTION.fullmatch(said or "")
    if found is None:
        return 0.0
    try:
        return float(found[1]) / (65_536 if found[2] else 1)
    except ValueError:
        return 0.0
