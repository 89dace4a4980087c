"""A package comes in; names that its maker gave to parts, themes, styles and lists, and nobody sees, go out."""

from __future__ import annotations

import re
from collections.abc import Iterator

from gwformat.ooxml.leaks.kinds import Leak, LeakKind, Removal
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


def plain_name(part: str, kind: str) -> bool:
    """Whether the name of a part says no more than what it is: `image1.png`."""
    return kind not in _STEMS or re.fullmatch(rf"(?:{kind}\d*|{_OWN})\.\w+", part.rpartition("/")[2]) is not None


def names(view: View) -> Iterator[Leak]:
    """Names of pictures and headers, of themes and their schemes, of lists; aliases of styles, styles that are gone."""
    named = {arrow.target: (source, arrow.kind) for source, arrow in view.arrows if not arrow.external}
    for part, (source, kind) in named.items():
        if part in view.package.parts and not plain_name(part, kind):
            yield Leak(LeakKind.ALT_TEXT, source, f"部件的名称：{part}", Removal.NAME, names=(part,))
    theme = view.related("theme")
    root = view.root(theme)
    if theme is not None and root is not None:
        yield from _of_theme(theme, root)
    sheet, lists = view.related("styles"), view.related("numbering")
    for holder, path, what in ((sheet, _ALIASES, "样式的别名"), (lists, _LIST_NAME, "编号的名称")):
        found = view.root(holder)
        nodes = () if found is None else tuple(found.iterfind(path))
        if nodes and holder is not None:
            yield Leak(LeakKind.UNUSED_STYLE, holder, f"{what}：{nodes[0].get(_VAL, '')}", Removal.NODES, nodes=nodes)
    yield from _gone_styles(view, sheet)


def _of_theme(part: str, root: Element) -> Iterator[Leak]:
    for node in (root, *root.iter(*_SCHEMES)):
        if not _PLAIN_THEME.fullmatch(node.get("name", "")):
            said = f"主题的名称：{node.get('name')}"
            yield Leak(LeakKind.UNUSED_STYLE, part, said, Removal.ATTRIBUTES, nodes=(node,), names=("name",))
    for node in root.iter(f"{{*}}{_FAMILY}"):
        holder = node.getparent()
        if not _PLAIN_THEME.fullmatch(node.get("name", "")) and holder is not None and local(holder.tag) == "ext":
            yield Leak(LeakKind.UNUSED_STYLE, part, f"主题的名称：{node.get('name')}", Removal.NODES, nodes=(holder,))


def _gone_styles(view: View, sheet: str | None) -> Iterator[Leak]:
    """Names of styles that the file does not have: nothing looks like them."""
    known = frozenset() if sheet is None else view.worked_out(sheet, _style_ids) or frozenset()
    for part, root in view.having(*(f"w:{local(tag)}".encode() for tag in _NAMING)):
        gone = tuple(node for node in root.iter(*_NAMING) if node.get(_VAL, "") not in known)
        if gone:
            said = f"没有的样式：{gone[0].get(_VAL, '')}"
            yield Leak(LeakKind.UNUSED_STYLE, part, said, Removal.NODES, view.paragraph(part, gone[0]), gone)


def _style_ids(root: Element) -> frozenset[str]:
    return frozenset(node.get(_ID, "") for node in root.iterchildren(_STYLE))
