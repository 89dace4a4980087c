"""A package comes in; names that its maker gave to parts, themes, styles and lists, and nobody sees, go out."""

from __future__ import annotations

import re
from collections.abc import Iterator

from gwformat.ooxml.leaks.arrows import Arrows
from gwformat.ooxml.leaks.kinds import Leak, LeakKind, Removal
from gwformat.ooxml.leaks.unused import used_styles
from gwformat.ooxml.leaks.view import Element, View
from gwformat.ooxml.names import A, local, w

_STEMS = ("image", "header", "footer", "chart")
_OWN = r"gw-[\w-]*"
_PLAIN_THEME = re.compile("(?:Office|WPS|默认)?[ \u200b]*(?:Theme|主题)?[\u200b\\d –-]*(?:Theme|主题)?")
_SCHEMES = tuple(f"{{{A}}}{name}" for name in ("clrScheme", "fontScheme", "fmtScheme"))
_FAMILY = "themeFamily"
_ALIASES, _LIST_NAME = f"{w('style')}/{w('aliases')}", f"{w('abstractNum')}/{w('name')}"
_VAL, _ID, _STYLE = w("val"), w("styleId"), w("style")
_NAMING = (w("pStyle"), w("rStyle"), w("tblStyle"))
_NAMED = tuple(f"w:{local(tag)}".encode() for tag in _NAMING)


def plain_name(part: str, kind: str) -> bool:
    """Whether the name of a part says no more than what it is: `image1.png`."""
    return kind not in _STEMS or re.fullmatch(rf"(?:{kind}\d*|{_OWN})\.\w+", part.rpartition("/")[2]) is not None


def names(view: View) -> Iterator[Leak]:
    """Names of pictures and headers, of themes and their schemes, of lists; aliases of styles, styles that are gone."""
    for part, source in view.arrows.worked_out(names, _named):
        yield Leak(LeakKind.ALT_TEXT, source, f"部件的名称：{part}", Removal.NAME, names=(part,))
    theme, sheet, lists = (view.related(kind) for kind in ("theme", "styles", "numbering"))
    for named, make in ((theme, _of_theme), (sheet, _of_styles), (lists, _of_lists)):
        if named is not None and view.root(named) is not None:
            yield from view.settled(named, (), named, make)
    yield from _gone_styles(view, sheet)


def _named(arrows: Arrows) -> tuple[tuple[str, str], ...]:
    """The parts whose names say something, with the parts that lead to them."""
    named = {arrow.target: (source, arrow.kind) for source, arrow in arrows.all if not arrow.external}
    return tuple(
        (part, source) for part, (source, kind) in named.items() if part in arrows.parts and not plain_name(part, kind)
    )


def _of_theme(view: View, part: str) -> Iterator[Leak]:
    root = view.root(part)
    assert root is not None
    for node in (root, *root.iter(*_SCHEMES)):
        if not _PLAIN_THEME.fullmatch(node.get("name", "")):
            said = f"主题的名称：{node.get('name')}"
            yield Leak(LeakKind.UNUSED_STYLE, part, said, Removal.ATTRIBUTES, nodes=(node,), names=("name",))
    for node in root.iter(f"{{*}}{_FAMILY}"):
        holder = node.getparent()
        if not _PLAIN_THEME.fullmatch(node.get("name", "")) and holder is not None and local(holder.tag) == "ext":
            yield Leak(LeakKind.UNUSED_STYLE, part, f"主题的名称：{node.get('name')}", Removal.NODES, nodes=(holder,))


def _of_styles(view: View, part: str) -> Iterator[Leak]:
    return _given(view, part, _ALIASES, "样式的别名")


def _of_lists(view: View, part: str) -> Iterator[Leak]:
    return _given(view, part, _LIST_NAME, "编号的名称")


def _given(view: View, part: str, path: str, what: str) -> Iterator[Leak]:
    """The nodes at a path, all of them one leak."""
    root = view.root(part)
    nodes = () if root is None else tuple(root.iterfind(path))
    if nodes:
        yield Leak(LeakKind.UNUSED_STYLE, part, f"{what}：{nodes[0].get(_VAL, '')}", Removal.NODES, nodes=nodes)


def _gone_styles(view: View, sheet: str | None) -> Iterator[Leak]:
    """Names of styles that the file does not have: nothing looks like them."""
    known = frozenset() if sheet is None else view.worked_out(sheet, _style_ids) or frozenset()
    for part, root in view.having(*_NAMED):
        if known.issuperset(view.worked_out(part, used_styles) or ()):
            continue
        gone = tuple(node for node in root.iter(*_NAMING) if node.get(_VAL, "") not in known)
        if gone:
            said = f"没有的样式：{gone[0].get(_VAL, '')}"
            yield Leak(LeakKind.UNUSED_STYLE, part, said, Removal.NODES, view.paragraph(part, gone[0]), gone)


def _style_ids(root: Element) -> frozenset[str]:
    return frozenset(node.get(_ID, "") for node in root.iterchildren(_STYLE))
