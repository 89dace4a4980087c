"""A package comes in; names by which its parts call each other and nobody sees – styles, ids – go out."""

from __future__ import annotations

from collections.abc import Iterator

from gwformat.ooxml.leaks.arrows import Arrows
from gwformat.ooxml.leaks.kinds import Leak, LeakKind, Removal
from gwformat.ooxml.leaks.plain import says_nothing
from gwformat.ooxml.leaks.unused import style_name
from gwformat.ooxml.leaks.view import Element, View
from gwformat.ooxml.names import O, V, w

_STYLE, _ID, _NAME = w("style"), w("styleId"), w("name")
_SHAPE_TYPE, _OBJECT = f"{{{V}}}shapetype", f"{{{O}}}OLEObject"
_LATENT = w("lsdException")


def identifiers(view: View) -> Iterator[Leak]:
    """Names of styles, relationships and kinds of shapes that say more than they must."""
    sheet = view.related("styles")
    if sheet is not None:
        yield from _styles(view, sheet)
    for part, root in view.having(b"v:shapetype"):
        for node in root.iter(_SHAPE_TYPE):
            name = node.get("id", "")
            if not says_nothing(name):
                where = view.paragraph(part, node)
                yield Leak(LeakKind.NAMES, part, f"图形种类的名称：{name}", Removal.SHAPE_TYPE, where, names=(name,))
    for source, name in view.arrows.worked_out(identifiers, _telling_arrows):
        yield Leak(LeakKind.NAMES, source, f"关系的标识：{name}", Removal.ARROW, names=(name,))


def _telling_arrows(arrows: Arrows) -> tuple[tuple[str, str], ...]:
    return tuple((source, arrow.id) for source, arrow in arrows.all if not says_nothing(arrow.id))


def _styles(view: View, sheet: str) -> Iterator[Leak]:
    for node in view.worked_out(sheet, _telling_styles) or ():
        name, key = style_name(node), node.get(_ID, "")
        what = f"样式的名称：{key if says_nothing(name) else name}"
        yield Leak(LeakKind.NAMES, sheet, what, Removal.STYLE, names=(key,))
    latent = view.worked_out(sheet, _telling_latent) or ()
    if latent:
        what = f"样式的名称：{latent[0].get(_NAME)}"
        yield Leak(LeakKind.NAMES, sheet, what, Removal.NODES, nodes=latent)


def _telling_styles(root: Element) -> tuple[Element, ...]:
    return tuple(
        node
        for node in root.iterchildren(_STYLE)
        if not says_nothing(style_name(node)) or not says_nothing(node.get(_ID, ""))
    )


def _telling_latent(root: Element) -> tuple[Element, ...]:
    return tuple(node for node in root.iter(_LATENT) if not says_nothing(node.get(_NAME, "")))
