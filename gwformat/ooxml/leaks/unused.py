"""A package comes in; styles, lists and fonts that it defines but nothing in it uses go out."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from gwformat.ooxml.leaks.fields import codes
from gwformat.ooxml.leaks.kinds import Leak, LeakKind, Removal
from gwformat.ooxml.leaks.view import Element, View
from gwformat.ooxml.names import local, w

_USES = tuple(w(name) for name in ("pStyle", "rStyle", "tblStyle", "styleLink", "numStyleLink"))
_FOLLOWED = tuple(w(name) for name in ("basedOn", "next", "link"))
_VAL, _ID, _NUM_ID = w("val"), w("styleId"), w("numId")
_DEFAULTS = (w("defaultTableStyle"), w("clickAndTypeStyle"))
_NO_FONT = ("Theme", "hint", "char")
_OWN = "gw-"  # the styles this program writes for the elements of a document


def unused(view: View) -> Iterator[Leak]:
    """Styles somebody made and named, lists and fonts that are left over from other documents."""
    texts = [root for name in view.texts if (root := view.root(name)) is not None]
    sheet, lists = view.root(view.related("styles")), view.root(view.related("numbering"))
    if sheet is not None:
        yield from _styles(view, sheet, [*texts, *([lists] if lists is not None else [])])
    if lists is not None:
        yield from _lists(view, lists, [*texts, *([sheet] if sheet is not None else [])])
    fonts = view.root(view.related("fontTable"))
    if fonts is not None:
        yield from _fonts(view, fonts)


def _styles(view: View, sheet: Element, users: Iterable[Element]) -> Iterator[Leak]:
    part = view.related("styles") or ""
    made = {node.get(_ID, ""): node for node in sheet.iterchildren(w("style"))}
    custom = [
        node for key, node in made.items() if node.get(w("customStyle")) in ("1", "true") and not key.startswith(_OWN)
    ]
    if not custom:
        return
    used = {node.get(_VAL, "") for root in users for node in root.iter(*_USES)}
    settings = view.root(view.related("settings"))
    if settings is not None:
        used |= {node.get(_VAL, "") for node in settings.iter(*_DEFAULTS)}
    said = "\n".join(codes(view))
    used |= {key for key, node in made.items() if node not in custom or (_name(node) and _name(node) in said)}
    waiting = list(used)
    for key in waiting:
        node = made.get(key)
        for link in node.iterchildren(*_FOLLOWED) if node is not None else ():
            target = link.get(_VAL, "")
            if target not in used:
                used.add(target)
                waiting.append(target)
    for node in custom:
        if node.get(_ID, "") not in used:
            yield Leak(LeakKind.UNUSED_STYLE, part, f"没有用到的样式“{_name(node)}”", Removal.NODES, nodes=(node,))


def _name(style: Element) -> str:
    node = style.find(w("name"))
    return node.get(_VAL, "") if node is not None else ""


def _lists(view: View, lists: Element, users: Iterable[Element]) -> Iterator[Leak]:
    part = view.related("numbering") or ""
    used = {node.get(_VAL) for root in users for node in root.iter(_NUM_ID)}
    nums = list(lists.iterchildren(w("num")))
    kept = [node for node in nums if node.get(_NUM_ID) in used]
    wanted = {node.get(_VAL) for num in kept for node in num.iterchildren(w("abstractNumId"))}
    abstracts = list(lists.iterchildren(w("abstractNum")))
    linked = any(local(node.tag) in ("styleLink", "numStyleLink") for node in lists.iter("*"))
    doomed = [node for node in nums if node not in kept]
    if not linked:
        doomed += [node for node in abstracts if node.get(w("abstractNumId")) not in wanted]
    if doomed:
        yield Leak(LeakKind.UNUSED_STYLE, part, f"没有用到的编号 {len(doomed)} 个", Removal.NODES, nodes=tuple(doomed))


def _fonts(view: View, fonts: Element) -> Iterator[Leak]:
    part = view.related("fontTable") or ""
    used = typefaces(view)
    for node in fonts.iterchildren(w("font")):
        if node.get(w("name"), "") not in used:
            said = f"没有用到的字体“{node.get(w('name'), '')}”"
            yield Leak(LeakKind.UNUSED_STYLE, part, said, Removal.NODES, nodes=(node,))


def typefaces(view: View) -> frozenset[str]:
    """Every name of a font that anything but the table of fonts says."""
    table = view.related("fontTable")
    used: set[str] = set()
    for name in {view.main, *view.reached} - {table}:
        root = view.root(name) if name.lower().endswith(".xml") else None
        if root is None:
            continue
        for node in root.iter(w("rFonts"), w("sym")):
            used |= {
                str(value) for key, value in node.attrib.items() if not str(key).endswith(("Theme", "hint", "char"))
            }
        if view.may_say(name, b"typeface"):
            used |= {face for node in root.iter("*") if (face := node.get("typeface"))}
    return frozenset(used)


def said_fonts(view: View) -> frozenset[str]:
    """The names of fonts in the text, headers, footers, notes, styles and lists."""
    parts = (*view.texts, *(name for kind in ("styles", "numbering") if (name := view.related(kind))))
    roots = [root for name in parts if (root := view.root(name)) is not None]
    nodes = (node for root in roots for node in root.iter(w("rFonts")))
    return frozenset(
        str(value) for node in nodes for key, value in node.attrib.items() if value and not str(key).endswith(_NO_FONT)
    )
