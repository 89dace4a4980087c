"""A package comes in; styles, lists and fonts that it defines but nothing in it uses go out."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from gwformat.ooxml.leaks.fields import codes
from gwformat.ooxml.leaks.kinds import Leak, LeakKind, Removal
from gwformat.ooxml.leaks.view import Element, View
from gwformat.ooxml.names import w

_USES = tuple(w(name) for name in ("pStyle", "rStyle", "tblStyle", "styleLink", "numStyleLink"))
_FOLLOWED = tuple(w(name) for name in ("basedOn", "next", "link"))
_VAL, _ID, _NUM_ID = w("val"), w("styleId"), w("numId")
_DEFAULTS = (w("defaultTableStyle"), w("clickAndTypeStyle"))
_ESCAPED = frozenset("&<>\"'\t\n")
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
    custom = {
        key: node
        for key, node in made.items()
        if node.get(w("customStyle")) in ("1", "true") and not key.startswith(_OWN)
    }
    if not custom:
        return
    used = {node.get(_VAL, "") for root in users for node in root.iter(*_USES)}
    settings = view.root(view.related("settings"))
    if settings is not None:
        used |= {node.get(_VAL, "") for node in settings.iter(*_DEFAULTS)}
    said = "\n".join(codes(view))
    used |= {key for key, node in made.items() if key not in custom or (_name(node) and _name(node) in said)}
    waiting = list(used)
    for key in waiting:
        node = made.get(key)
        for link in node.iterchildren(*_FOLLOWED) if node is not None else ():
            target = link.get(_VAL, "")
            if target not in used:
                used.add(target)
                waiting.append(target)
    for key, node in custom.items():
        if key not in used:
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
    linked = next(lists.iter("{*}styleLink", "{*}numStyleLink"), None) is not None
    doomed = [node for node in nums if node not in kept]
    if not linked:
        doomed += [node for node in abstracts if node.get(w("abstractNumId")) not in wanted]
    if doomed:
        yield Leak(LeakKind.UNUSED_STYLE, part, f"没有用到的编号 {len(doomed)} 个", Removal.NODES, nodes=tuple(doomed))


def _fonts(view: View, fonts: Element) -> Iterator[Leak]:
    part = view.related("fontTable") or ""
    made = {node: node.get(w("name"), "") for node in fonts.iterchildren(w("font"))}
    unused = _unsaid(view, part, set(made.values()))
    for node, name in made.items():
        if name in unused:
            yield Leak(LeakKind.UNUSED_STYLE, part, f"没有用到的字体“{name}”", Removal.NODES, nodes=(node,))


def _unsaid(view: View, table: str, names: set[str]) -> set[str]:
    """Those of `names` that nothing but the table of fonts says; what is left is looked for in part after part."""
    styles = [name for kind in ("styles", "theme") if (name := view.related(kind))]
    for part in dict.fromkeys((*view.texts, *styles, *sorted({view.main, *view.reached}))):
        if part == table or not part.lower().endswith(".xml") or not _may_name(view, part, names):
            continue
        root = view.root(part)
        if root is not None:
            names = names - _typefaces_in(view, part, root)
    return names


def _may_name(view: View, part: str, names: Iterable[str]) -> bool:
    """Whether a part can say any of the names; one with a sign that XML writes otherwise is not looked for in bytes."""
    return any(_ESCAPED.intersection(name) or view.may_say(part, name.encode()) for name in names)


def _typefaces_in(view: View, part: str, root: Element) -> set[str]:
    """Every name of a font that a part says."""
    said = {*view.fonts(part), *(font for node in root.iter(w("sym")) if (font := node.get(w("font"))))}
    if view.may_say(part, b"typeface"):
        said |= {face for node in root.iter("*") if (face := node.get("typeface"))}
    return said


def said_fonts(view: View) -> frozenset[str]:
    """The names of fonts in the text, headers, footers, notes, styles and lists."""
    parts = (*view.texts, *(name for kind in ("styles", "numbering") if (name := view.related(kind))))
    return frozenset(name for part in parts for name in view.fonts(part) if name)
