"""A package comes in; styles, lists and fonts that it defines but nothing in it uses go out."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from lxml import etree

from gwformat.ooxml.leaks.fields import codes
from gwformat.ooxml.leaks.kinds import Leak, LeakKind, Removal
from gwformat.ooxml.leaks.view import Element, View
from gwformat.ooxml.names import w
from gwformat.values import dataclass

_USES = tuple(w(name) for name in ("pStyle", "rStyle", "tblStyle", "styleLink", "numStyleLink"))
_FOLLOWED = tuple(w(name) for name in ("basedOn", "next", "link"))
_VAL, _ID, _NUM_ID = w("val"), w("styleId"), w("numId")
_SYM, _FONT = w("sym"), w("font")
_STYLE, _NAME, _CUSTOM = w("style"), w("name"), w("customStyle")
_DEFAULTS = (w("defaultTableStyle"), w("clickAndTypeStyle"))
_TYPEFACES = etree.XPath("//@typeface", smart_strings=False)
_ESCAPED = frozenset("&<>\"'\t\n")
_OWN = "gw-"  # the styles this program writes for the elements of a document


def unused(view: View) -> Iterator[Leak]:
    """Styles somebody made and named, lists and fonts that are left over from other documents."""
    yield from _unused_styles(view)
    yield from unused_lists(view)
    yield from unused_fonts(view)


def unused_lists(view: View) -> Iterator[Leak]:
    """The numberings no paragraph and no style has, and the lists behind them."""
    part = view.related("numbering")
    lists = view.root(part)
    if part is not None and lists is not None:
        others = [name for kind in ("styles", "comments") if (name := view.related(kind))]
        yield from _lists(view, part, [*view.texts, *others])


def unused_fonts(view: View) -> Iterator[Leak]:
    """The fonts that stand in the table of fonts and nowhere else."""
    part = view.related("fontTable")
    fonts = view.root(part)
    if part is not None and fonts is not None:
        yield from _fonts(view, part, fonts)


def _unused_styles(view: View) -> Iterator[Leak]:
    part, lists = view.related("styles"), view.related("numbering")
    if part is not None:
        yield from _styles(view, part, [*view.texts, *([lists] if lists is not None else [])])


@dataclass(frozen=True, slots=True)
class _Sheet:
    """The styles of a sheet by id: all of them, those somebody made, and to which others they lead."""

    made: Mapping[str, Element]
    custom: Mapping[str, Element]
    leads_to: Mapping[str, tuple[str, ...]]


def _sheet(root: Element) -> _Sheet | None:
    """The styles of a sheet; None if nobody made any."""
    made = {node.get(_ID, ""): node for node in root.iterchildren(_STYLE)}
    custom = {
        key: node for key, node in made.items() if node.get(_CUSTOM) in ("1", "true") and not key.startswith(_OWN)
    }
    if not custom:
        return None
    leads_to = {key: tuple(link.get(_VAL, "") for link in node.iterchildren(*_FOLLOWED)) for key, node in made.items()}
    return _Sheet(made, custom, leads_to)


def _styles(view: View, part: str, users: Iterable[str]) -> Iterator[Leak]:
    sheet = view.worked_out(part, _sheet)
    if sheet is None:
        return
    used = {name for user in users for name in (view.worked_out(user, used_styles) or frozenset())}
    if said := "\n".join(codes(view)):
        used |= {key for key, node in sheet.made.items() if (name := style_name(node)) and name in said}
    yield from view.settled(part, [view.related("settings")], frozenset(used), _left_over)


def _left_over(view: View, used: frozenset[str]) -> Iterator[Leak]:
    """The styles somebody made that are not `used`, nor led to by those that are, nor by what Word brings."""
    part = view.related("styles") or ""
    sheet = view.worked_out(part, _sheet)
    assert sheet is not None
    known = {*used, *(key for key in sheet.made if key not in sheet.custom)}
    settings = view.root(view.related("settings"))
    if settings is not None:
        known |= {node.get(_VAL, "") for node in settings.iter(*_DEFAULTS)}
    waiting = list(known)
    for key in waiting:
        for target in sheet.leads_to.get(key, ()):
            if target not in known:
                known.add(target)
                waiting.append(target)
    for key, node in sheet.custom.items():
        if key not in known:
            what = f"没有用到的样式“{style_name(node)}”"
            yield Leak(LeakKind.UNUSED_STYLE, part, what, Removal.NODES, nodes=(node,))


def used_styles(root: Element) -> frozenset[str]:
    """The identifiers of the styles that a part says."""
    return frozenset(node.get(_VAL, "") for node in root.iter(*_USES))


def style_name(style: Element) -> str:
    """What a style is called; "" where it has no name."""
    node = style.find(_NAME)
    return node.get(_VAL, "") if node is not None else ""


def _lists(view: View, part: str, users: Iterable[str]) -> Iterator[Leak]:
    used = frozenset(number for user in users for number in (view.worked_out(user, _numbered) or frozenset()))
    yield from view.settled(part, (), used, _lists_left_over)


def _lists_left_over(view: View, used: frozenset[str | None]) -> Iterator[Leak]:
    part = view.related("numbering") or ""
    lists = view.root(part)
    assert lists is not None
    doomed = [node for node in lists.iterchildren(w("num")) if node.get(_NUM_ID) not in used]
    kept = (node for node in lists.iterchildren(w("num")) if node.get(_NUM_ID) in used)
    wanted = {node.get(_VAL) for num in kept for node in num.iterchildren(w("abstractNumId"))}
    abstracts = list(lists.iterchildren(w("abstractNum")))
    linked = next(lists.iter("{*}styleLink", "{*}numStyleLink"), None) is not None
    if not linked:
        doomed += [node for node in abstracts if node.get(w("abstractNumId")) not in wanted]
    if doomed:
        yield Leak(LeakKind.UNUSED_STYLE, part, f"没有用到的编号 {len(doomed)} 个", Removal.NODES, nodes=tuple(doomed))


def _numbered(root: Element) -> frozenset[str | None]:
    return frozenset(node.get(_VAL) for node in root.iter(_NUM_ID))


def _fonts(view: View, part: str, fonts: Element) -> Iterator[Leak]:
    made = {node: node.get(w("name"), "") for node in fonts.iterchildren(w("font"))}
    unused = _unsaid(view, part, set(made.values()))
    for node, name in made.items():
        if name in unused:
            yield Leak(LeakKind.UNUSED_STYLE, part, f"没有用到的字体“{name}”", Removal.NODES, nodes=(node,))


def _unsaid(view: View, table: str, names: set[str]) -> set[str]:
    """Those of `names` that nothing but the table of fonts says; what is left is looked for in part after part."""
    styles = view.related("styles")
    first = [part for part in (styles, view.related("theme")) if part]
    for part in dict.fromkeys((*view.texts, *first, *sorted({view.main, *view.reached}))):
        if part == table or not part.lower().endswith(".xml"):
            continue
        # The trees of these two are there already, and gone through sooner than bytes for one name after another.
        if part not in (view.main, styles) and not _may_name(view, part, names):
            continue
        names = names - view.fonts(part) - (view.worked_out(part, _symbols) or frozenset())
        if part != styles and view.may_say(part, b"typeface"):
            names = names - (view.worked_out(part, _typefaces) or frozenset())
    return names


def _may_name(view: View, part: str, names: Iterable[str]) -> bool:
    """Whether a part can say any of the names; one with a sign that XML writes otherwise is not looked for in bytes."""
    return any(_ESCAPED.intersection(name) or view.may_say(part, name.encode()) for name in names)


def _symbols(root: Element) -> frozenset[str]:
    return frozenset(name for node in root.iter(_SYM) if (name := node.get(_FONT)))


def _typefaces(root: Element) -> frozenset[str]:
    found = _TYPEFACES(root)
    return frozenset(map(str, found)) if isinstance(found, list) else frozenset()


def said_fonts(view: View) -> frozenset[str]:
    """The names of fonts in the text, headers, footers, notes, styles and lists."""
    parts = (*view.texts, *(name for kind in ("styles", "numbering") if (name := view.related(kind))))
    return frozenset(name for part in parts for name in view.fonts(part) if name)
