"""A package comes in; names that its maker gave to parts, themes, styles and lists, and nobody sees, go out."""

from __future__ import annotations

from collections.abc import Iterator

from gwformat.expressions import expression
from gwformat.fonts.known import is_known
from gwformat.ooxml.leaks.arrows import Arrows
from gwformat.ooxml.leaks.kinds import Leak, LeakKind, Removal
from gwformat.ooxml.leaks.plain import says_nothing, theme_fonts
from gwformat.ooxml.leaks.unused import used_styles
from gwformat.ooxml.leaks.view import Element, View
from gwformat.ooxml.names import A, local, w
from gwformat.ooxml.part_kinds import EXTENSIONS, KINDS

_FOLDERS = ("word", "word/glossary")
_PLAIN_THEME = expression("(?:Office|WPS|默认)?[ \u200b]*(?:Theme|主题)?[\u200b\\d –-]*(?:Theme|主题)?")
_SCHEMES = tuple(f"{{{A}}}{name}" for name in ("clrScheme", "fontScheme", "fmtScheme"))
_SCRIPT_FONT = f"{{{A}}}font"
_ALTERNATIVE = f"{w('font')}/{w('altName')}"
_FAMILY = "themeFamily"
_LINKS = tuple(w(name) for name in ("basedOn", "next", "link", "pStyle", "styleLink", "numStyleLink"))
_ALIASES, _LIST_NAME = f"{w('style')}/{w('aliases')}", f"{w('abstractNum')}/{w('name')}"
_VAL, _ID, _STYLE = w("val"), w("styleId"), w("style")
_NAMING = (w("pStyle"), w("rStyle"), w("tblStyle"))
_NAMED = tuple(f"w:{local(tag)}".encode() for tag in _NAMING)


def plain_name(part: str, kind: str) -> bool:
    """Whether the name of a part says no more than what it is: `word/media/image1.png`."""
    known = KINDS.get(kind)
    if known is None:
        return True  # it goes
    folder, _, name = part.rpartition("/")
    stem, _, extension = name.rpartition(".")
    return says_nothing(stem) and extension.lower() in EXTENSIONS and folder in (known.folder, *_FOLDERS)


def names(view: View) -> Iterator[Leak]:
    """Names of parts, of themes and their schemes, of lists; aliases of styles, styles that are gone."""
    for part, source in view.arrows.worked_out(names, _named):
        yield Leak(LeakKind.ALT_TEXT, source, f"部件的名称：{part}", Removal.NAME, names=(part,))
    theme, sheet, lists = (view.related(kind) for kind in ("theme", "styles", "numbering"))
    fonts = view.related("fontTable")
    for named, make in ((theme, _of_theme), (sheet, _of_styles), (lists, _of_lists), (fonts, _of_fonts)):
        if named is not None and view.root(named) is not None:
            yield from view.settled(named, (), named, make)
    yield from _gone_styles(view, sheet)
    for holder in filter(None, (sheet, lists)):
        yield from _links_to_nowhere(view, sheet, holder)


def _links_to_nowhere(view: View, sheet: str | None, part: str) -> Iterator[Leak]:
    """Styles and lists that name styles the file does not have."""
    known = frozenset() if sheet is None else view.worked_out(sheet, _style_ids) or frozenset()
    gone = tuple(node for node in view.worked_out(part, _telling_links) or () if node.get(_VAL, "") not in known)
    if gone:
        yield Leak(LeakKind.UNUSED_STYLE, part, f"没有的样式：{gone[0].get(_VAL, '')}", Removal.NODES, nodes=gone)


def _telling_links(root: Element) -> tuple[Element, ...]:
    return tuple(node for node in root.iter(*_LINKS) if not says_nothing(node.get(_VAL, "")))


def _named(arrows: Arrows) -> tuple[tuple[str, str], ...]:
    """The parts whose names say something, with the parts that lead to them."""
    named = {arrow.target: (source, arrow.kind) for source, arrow in arrows.all if not arrow.external}
    return tuple(
        (part, source) for part, (source, kind) in named.items() if part in arrows.there and not plain_name(part, kind)
    )


def _of_theme(view: View, part: str) -> Iterator[Leak]:
    root = view.root(part)
    assert root is not None
    for node in (root, *root.iter(*_SCHEMES)):
        if not _PLAIN_THEME.fullmatch(node.get("name", "")):
            said = f"主题的名称：{node.get('name')}"
            yield Leak(LeakKind.UNUSED_STYLE, part, said, Removal.ATTRIBUTES, nodes=(node,), names=("name",))
    odd = tuple(node for node in root.iter(_SCRIPT_FONT) if not _is_usual(node))
    if odd:
        what = f"别的文字的主题字体：{odd[0].get('typeface')}"
        yield Leak(LeakKind.UNUSED_STYLE, part, what, Removal.NODES, nodes=odd)
    for node in root.iter(f"{{*}}{_FAMILY}"):
        holder = node.getparent()
        if not _PLAIN_THEME.fullmatch(node.get("name", "")) and holder is not None and local(holder.tag) == "ext":
            yield Leak(LeakKind.UNUSED_STYLE, part, f"主题的名称：{node.get('name')}", Removal.NODES, nodes=(holder,))


def _of_styles(view: View, part: str) -> Iterator[Leak]:
    return _given(view, part, _ALIASES, "样式的别名") if view.may_say(part, b"aliases") else iter(())


def _of_lists(view: View, part: str) -> Iterator[Leak]:
    return _given(view, part, _LIST_NAME, "编号的名称")


def _given(view: View, part: str, path: str, what: str) -> Iterator[Leak]:
    """The nodes at a path, all of them one leak."""
    root = view.root(part)
    nodes = () if root is None else tuple(root.iterfind(path))
    if nodes:
        yield Leak(LeakKind.UNUSED_STYLE, part, f"{what}：{nodes[0].get(_VAL, '')}", Removal.NODES, nodes=nodes)


def _of_fonts(view: View, part: str) -> Iterator[Leak]:
    root = view.root(part)
    odd = () if root is None else tuple(n for n in root.iterfind(_ALTERNATIVE) if not _is_font(n.get(_VAL, "")))
    if odd:
        yield Leak(LeakKind.UNUSED_STYLE, part, f"字体的别名：{odd[0].get(_VAL, '')}", Removal.NODES, nodes=odd)


def _is_font(names: str) -> bool:
    """Whether these are names of fonts that everybody has."""
    return all(name.strip() in theme_fonts() or is_known(name.strip()) for name in names.split(","))


def _is_usual(font: Element) -> bool:
    """Whether a font for a script is that of Chinese text, or one that themes have."""
    name = font.get("typeface", "")
    return font.get("script") == "Hans" or name in theme_fonts() or is_known(name)


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
