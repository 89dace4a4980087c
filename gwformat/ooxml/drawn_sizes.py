"""A graphic comes in; how large it is, and what room it takes of its line, go out.

Word says the extent of a shape as if it were not turned, and what its outline, shadow or turn adds as an extent of
effects. Both Word and LibreOffice give it the room of both; of a picture LibreOffice counts the extent alone.

All questions look at what a reader sees of the graphic, its `pieces`.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from lxml import etree

from gwformat.ooxml.names import WP, WPC, WPG, WPS, A, V, w
from gwformat.ooxml.values import length, whole
from gwformat.units import Emu, Pt

Size = tuple[Emu, Emu]
_INLINE, _EXTENT, _EFFECTS = f"{{{WP}}}inline", f"{{{WP}}}extent", f"{{{WP}}}effectExtent"
_TRANSFORM = f"{{{A}}}xfrm"
_SHAPES = frozenset((f"{{{WPS}}}wsp", f"{{{WPG}}}wgp", f"{{{WPC}}}wpc"))
_DEGREE = 60_000  # parts of which ST_Angle is
_PIXEL = Pt(0.75)
VML_SHAPES = frozenset(
    f"{{{V}}}{name}" for name in ("shape", "rect", "line", "oval", "roundrect", "group", "polyline", "arc", "curve")
)


def size_of(node: etree._Element, pieces: Iterable[etree._Element]) -> Size | None:
    """Width and height of a graphic, if the file says them."""
    for element in pieces:
        if element.tag == _EXTENT:
            return _extent(element)
        if element.tag in VML_SHAPES:
            return _vml_size(element)
    if node.tag == w("object"):
        width, height = (length(node.get(w(name))) for name in ("dxaOrig", "dyaOrig"))
        return (width, height) if width is not None and height is not None else None
    return None


def _extent(element: etree._Element) -> Size | None:
    width, height = (length(element.get(name), Emu(1)) for name in ("cx", "cy"))
    return (width, height) if width is not None and height is not None else None


def _vml_size(element: etree._Element) -> Size | None:
    if element.tag == f"{{{V}}}line":
        start, end = (_point(element.get(name, "")) for name in ("from", "to"))
        if start is not None and end is not None:
            return Emu(abs(end[0] - start[0])), Emu(abs(end[1] - start[1]))
    style = dict(item.partition(":")[::2] for item in element.get("style", "").replace(" ", "").split(";"))
    width, height = (length(style.get(name), _PIXEL) for name in ("width", "height"))
    if height is None:
        return None
    # A rule over the whole line is written as width 0.
    return width or Emu(0), height


def _point(text: str) -> Size | None:
    x, _, y = text.partition(",")
    across, down = length(x or "0", _PIXEL), length(y or "0", _PIXEL)
    return (across, down) if across is not None and down is not None else None


def room_on_line(pieces: Sequence[etree._Element], size: Size | None) -> Size | None:
    """What a graphic of that size takes of its line."""
    if size is None or not any(piece.tag == _INLINE for piece in pieces):
        return size
    if not any(piece.tag in _SHAPES for piece in pieces):
        return size
    width, height = size
    transform = next((piece for piece in pieces if piece.tag == _TRANSFORM), None)
    turn = 0 if transform is None else (whole(transform.get("rot")) or 0) / _DEGREE % 180
    if 45 <= turn < 135:
        width, height = height, width
    effects = next((piece for piece in pieces if piece.tag == _EFFECTS), None)
    if effects is None:
        return width, height
    left, top, right, bottom = (max(whole(effects.get(side)) or 0, 0) for side in "ltrb")
    return Emu(width + left + right), Emu(height + top + bottom)
