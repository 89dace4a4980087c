"""A run with a floating graphic comes in; the same graphic stands in the line of text as what goes out."""

from __future__ import annotations

from gwformat.ooxml.names import NS, V, local, w
from gwformat.writers.docx.oxml import Element

_ANCHOR, _INLINE = f"{{{NS['wp']}}}anchor", f"{{{NS['wp']}}}inline"
_TEXT_BODY = w("txbxContent")
_HOLDERS = (w("pict"), w("object"))
# What an anchor and an inline both have; the rest says where the graphic floats.
_COMMON = frozenset(("extent", "effectExtent", "docPr", "cNvGraphicFramePr", "graphic"))
_PLACE = ("position", "margin-", "left", "top", "z-index", "mso-position", "mso-wrap", "mso-width", "mso-height")
_WRAPS = frozenset(("wrap", "anchorlock"))


def into_line(holder: Element) -> None:
    """Graphics inside the text boxes of a graphic stay as they are."""
    for node in list(holder.iter(_ANCHOR, *_HOLDERS)):
        if any(above.tag == _TEXT_BODY for above in _between(node, holder)):
            continue
        if node.tag == _ANCHOR:
            _to_inline(node)
        else:
            for shape in node:
                if str(shape.tag).startswith(f"{{{V}}}"):
                    _unplaced(shape)


def _between(node: Element, holder: Element) -> list[Element]:
    above = []
    for ancestor in node.iterancestors():
        if ancestor is holder:
            break
        above.append(ancestor)
    return above


def _to_inline(anchor: Element) -> None:
    anchor.tag = _INLINE
    for name in list(anchor.attrib):
        del anchor.attrib[name]
    for side in ("distT", "distB", "distL", "distR"):
        anchor.set(side, "0")
    for child in list(anchor):
        if local(child.tag) not in _COMMON:
            anchor.remove(child)


def _unplaced(shape: Element) -> None:
    style = shape.get("style", "")
    if "absolute" not in style:
        return
    items = [item.strip() for item in style.split(";")]
    shape.set("style", ";".join(item for item in items if item and not item.lower().startswith(_PLACE)))
    for child in list(shape):
        if local(child.tag) in _WRAPS:
            shape.remove(child)
