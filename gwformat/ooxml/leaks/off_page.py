"""A package comes in; drawings, text boxes and frames that stand outside of the page go out."""

from __future__ import annotations

from collections.abc import Iterator

from gwformat.expressions import expression
from gwformat.ooxml.leaks.kinds import Leak, LeakKind, Removal
from gwformat.ooxml.leaks.view import Element, View
from gwformat.ooxml.names import local, w
from gwformat.ooxml.values import length, whole
from gwformat.units import EMU_PER_TWIP, Pt

_SHOWN = 20
_SHAPES = ("shape", "rect", "oval", "roundrect", "group")
_DRAWN = tuple(name.encode() for name in _SHAPES)
_PLACED = tuple(f"{{*}}{name}" for name in ("anchor", *_SHAPES, "framePr", "tblpPr"))
_PAGE_SIZE = f".//{w('pgSz')}"
_STYLE_LENGTH = expression(r"(?:^|;)\s*(margin-left|margin-top|left|top|width|height)\s*:([^;]*)")


def off_page(view: View) -> Iterator[Leak]:
    """Drawings, text boxes and frames that stand wholly outside of the page."""
    sizes = view.root(view.main)
    page = sizes.find(_PAGE_SIZE) if sizes is not None else None
    width = _twips(page, "w", 11_906) * EMU_PER_TWIP
    height = _twips(page, "h", 16_838) * EMU_PER_TWIP
    for part, root in view.having(b"anchor", b"w:framePr", b"w:tblpPr", *_DRAWN):
        for node in root.iter(*_PLACED):
            name = local(node.tag)
            box = None
            if name == "anchor":
                box = _anchor(node)
            elif name in _SHAPES:
                box = _vml(node.get("style", "")) if _is_placed(node) else None
            else:
                yield from _framed(view, part, node, width, height)
            if box is not None and _is_outside(box, width, height, _above(node, height)):
                holder = next(node.iterancestors(w("drawing"), w("pict")), node)
                words = "".join(leaf.text or "" for leaf in node.iter(w("t")))[:_SHOWN]
                said = f"页面以外的对象：“{words}”" if words else "页面以外的对象"
                yield Leak(LeakKind.OFF_PAGE, part, said, Removal.NODES, view.paragraph(part, node), (holder,))


def _framed(view: View, part: str, node: Element, width: int, height: int) -> Iterator[Leak]:
    x, y = ("x", "y") if local(node.tag) == "framePr" else ("tblpX", "tblpY")
    left, top = (_twips(node, name, 0) * EMU_PER_TWIP for name in (x, y))
    if left >= width or top >= height or left <= -width or top <= -height:
        yield Leak(LeakKind.OFF_PAGE, part, "页面以外的图文框或表格", None, view.paragraph(part, node))


def _is_placed(shape: Element) -> bool:
    """Whether a shape of VML says where on the page it stands; one of a group counts in units of its group."""
    return "absolute" in shape.get("style", "") and not any(local(e.tag) == "group" for e in shape.iterancestors())


def _twips(node: Element | None, name: str, default: int) -> int:
    value = whole(node.get(w(name))) if node is not None else None
    return default if value is None else value


def _anchor(node: Element) -> tuple[int, int, int, int] | None:
    """Left, top, width and height of a DrawingML anchor in EMU, each from where it is counted."""
    extent = next((child for child in node if local(child.tag) == "extent"), None)
    offsets: dict[str, int] = {}
    for child in node:
        if local(child.tag) in ("positionH", "positionV"):
            offset = whole(next((inner.text for inner in child if local(inner.tag) == "posOffset"), None))
            if offset is not None:
                offsets[local(child.tag)] = offset
    if extent is None or not offsets:
        return None
    return (
        offsets.get("positionH", 0),
        offsets.get("positionV", 0),
        whole(extent.get("cx")) or 0,
        whole(extent.get("cy")) or 0,
    )


def _vml(style: str) -> tuple[int, int, int, int] | None:
    lengths = ((name, length(value, Pt(1))) for name, value in _STYLE_LENGTH.findall(style))
    said = {name: value for name, value in lengths if value is not None}
    if not said:
        return None
    left, top = said.get("margin-left", said.get("left", 0)), said.get("margin-top", said.get("top", 0))
    return left, top, said.get("width", 0), said.get("height", 0)


def _above(node: Element, height: int) -> int:
    """How far above the place it is counted from something may stand: as far as its paragraph can be from the top."""
    vertical = next((child for child in node if local(child.tag) == "positionV"), None)
    hangs = vertical is not None and vertical.get("relativeFrom") in ("paragraph", "line")
    return height if hangs else height // 2


def _is_outside(box: tuple[int, int, int, int], width: int, height: int, above: int) -> bool:
    """Outside wherever on the page the offsets are counted from."""
    left, top, across, down = box
    return left >= width or top >= height or left + across <= -width // 2 or top + down <= -above
