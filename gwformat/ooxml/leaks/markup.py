"""A package comes in; what its markup says besides the words – names, identifiers, data of controls – goes out."""

from __future__ import annotations

import re
from collections.abc import Iterator

from lxml import etree

from gwformat.expressions import expression
from gwformat.model import Role
from gwformat.ooxml.leaks.fields import codes
from gwformat.ooxml.leaks.kinds import Leak, LeakKind, Removal
from gwformat.ooxml.leaks.plain import says_nothing
from gwformat.ooxml.leaks.stored import is_local
from gwformat.ooxml.leaks.view import Element, View, elements, words_in
from gwformat.ooxml.names import local, r, w
from gwformat.ooxml.values import whole

_MARKS = (b"w:proofErr", b"w:rsid")
_SAID = {
    name: re.compile(name + rb"\w*\s*=") for name in (b"rsid", b"paraId", b"textId", b"anchorId", b"editId", b"gfxdata")
}
_CREATED = "{*}creationId"
# The way over the attributes takes a sixth of the time of a way over the elements with a look at their attributes.
_TRACED = etree.XPath(
    '//@*[starts-with(local-name(),"rsid") or local-name()="paraId" or local-name()="textId"'
    ' or local-name()="anchorId" or local-name()="editId" or local-name()="gfxdata"]/..'
)
_TRACE = expression(r"\}(?:rsid\w*|paraId|textId|anchorId|editId|gfxdata)$")


def traces(view: View) -> Iterator[Leak]:
    """Numbers of editing sessions, paragraphs and drawings by which copies of a document can be told apart."""
    parts = (*view.texts, *(name for kind in ("styles", "numbering") if (name := view.related(kind))))
    for part in parts:
        said = [pattern for name, pattern in _SAID.items() if view.spelled(part).holds(name)]
        nodes = (view.worked_out(part, _traced) if view.may_match(part, *said) else None) or ()
        if nodes:
            names = sorted({str(key) for node in nodes for key in node.attrib if _TRACE.search(str(key))})
            shown = "、".join(dict.fromkeys(name.rpartition("}")[2] for name in names))
            yield Leak(LeakKind.EDIT_TRACES, part, f"编辑痕迹：{shown}", Removal.ATTRIBUTES, None, nodes, tuple(names))
        created = (view.worked_out(part, _created) if view.may_say(part, b"creationId") else None) or ()
        if created:
            yield Leak(LeakKind.EDIT_TRACES, part, "编辑痕迹：对象的编号", Removal.NODES, None, created)
        marks = (view.worked_out(part, _marked) if view.may_say(part, *_MARKS) else None) or ()
        if marks:
            yield Leak(LeakKind.EDIT_TRACES, part, "校对和编辑的记号", Removal.NODES, nodes=marks)


def _traced(root: Element) -> tuple[Element, ...]:
    return elements(_TRACED, root)


def _created(root: Element) -> tuple[Element, ...]:
    """What extends a drawing by a number of its own."""
    holders = (node.getparent() for node in root.iter(_CREATED))
    return tuple(holder for holder in holders if holder is not None and local(holder.tag) == "ext")


def _marked(root: Element) -> tuple[Element, ...]:
    return tuple(root.iter(w("proofErr"), *((w("rsid"),) if local(root.tag) == "styles" else ())))


# Roles give bookmarks of their own, numbered where there are several: 标题, 一级标题2.
_OWN = expression("(?:" + "|".join(re.escape(role.value) for role in Role) + r")\d*")
_ANCHORS = (w("anchor"), w("docLocation"))
_PLACES = frozenset(("_top", "_Top"))  # of any document


def bookmarks(view: View) -> Iterator[Leak]:
    """Bookmarks that nothing in the text refers to: where the writer stopped, what was once linked, whose remark."""
    wanted = {word for code in codes(view) for word in code.replace('"', " ").split()}
    for _, root in view.having(b"w:hyperlink"):
        wanted |= {value for node in root.iter(w("hyperlink")) for key in _ANCHORS if (value := node.get(key))}
    yield from _links_to_nowhere(view)
    for part, root in view.having(b"w:bookmarkStart", b"w:permStart"):
        ends = {node.get(w("id")): node for node in root.iter(w("bookmarkEnd"))}
        for node in root.iter(w("bookmarkStart")):
            name = node.get(w("name"), "")
            if name in wanted and not says_nothing(name):
                what, where = f"书签的名称：{name}", view.paragraph(part, node)
                yield Leak(LeakKind.NAMES, part, what, Removal.BOOKMARK, where, names=(name,))
            if name in wanted or _OWN.fullmatch(name):
                continue
            end = ends.get(node.get(w("id")))
            nodes = (node,) if end is None else (node, end)
            where = view.paragraph(part, node)
            yield Leak(LeakKind.BOOKMARK, part, f"书签“{name}”", Removal.NODES, where, nodes)
        for node in root.iter(w("permStart"), w("permEnd")):
            who = node.get(w("ed")) or node.get(w("edGrp"))
            said = f"可编辑的区域（{who}）" if who else "可编辑的区域"
            yield Leak(LeakKind.PROTECTION, part, said, Removal.NODES, view.paragraph(part, node), (node,))


def _links_to_nowhere(view: View) -> Iterator[Leak]:
    """Links to bookmarks the file does not have."""
    marks = {
        node.get(w("name")) for _, root in view.having(b"w:bookmarkStart") for node in root.iter(w("bookmarkStart"))
    }
    for part, root in view.having(b"w:hyperlink"):
        for node in root.iter(w("hyperlink")):
            anchor = node.get(w("anchor"))
            if anchor and anchor not in marks and anchor not in _PLACES and node.get(r("id")) is None:
                said = f"链接到没有的书签：{anchor}"
                yield Leak(LeakKind.BOOKMARK, part, said, Removal.UNWRAP, view.paragraph(part, node), (node,))


_ALT = {"descr", "title", "alt"}
_CAPTIONS = (w("tblCaption"), w("tblDescription"))
_NAMED = ("docPr", "cNvPr", "shape", "rect", "oval", "roundrect", "line", "group", "imagedata", "hlinkClick")
_DRAWN = tuple(name.encode() for name in _NAMED)
_DESCRIBED = (*(f"{{*}}{name}" for name in (*_NAMED, "hyperlink")), *_CAPTIONS)
_PLAIN_NAME = expression(
    r"(?:图片|图形|图表|文本框|矩形|形状|直线|直接连接符|椭圆|组合|印章|公式|对象|表格|画布|墨迹|艺术字|自选图形|流程图|箭头"
    r"|gw-[\w-]*|Picture|Image|Text ?Box|Rectangle|Shape|Straight Connector|Straight Arrow Connector|Line|Oval"
    r"|Group|Canvas|Chart|Object|Drawing|AutoShape|Diagram|WordArt|Freeform|_x0000_\w+|Quad Arrow)?"
    r"[\s:：]*\w{0,2}[\s:：]*\d*",
    re.ASCII,
)
_V = "urn:schemas-microsoft-com:vml"
_OFFICE = "urn:schemas-microsoft-com:office:office"
_PATHS = ("src", "href", f"{{{_OFFICE}}}href", f"{{{_OFFICE}}}althref", "althref")
_WINDOWS = ("_blank", "_self", "_top", "_parent")


def descriptions(view: View) -> Iterator[Leak]:
    """Alternative texts, names and tooltips of drawings, tables and links: often the path of a picture."""
    for part, root in view.having(b"w:tbl", b"w:hyperlink", *_DRAWN):
        for node in root.iter(*_DESCRIBED):
            tag = local(node.tag)
            if node.tag in _CAPTIONS:
                said = f"表格的替代文字：“{node.get(w('val'), '')}”"
                yield Leak(LeakKind.ALT_TEXT, part, said, Removal.NODES, view.paragraph(part, node), (node,))
            elif tag in _NAMED:
                yield from _said_of(view, part, node, tuple(key for key in map(str, node.attrib) if _says(key, node)))
            elif telling := _beside_link(node):
                yield from _said_of(view, part, node, telling)
            if tag in _NAMED:
                yield from _paths(view, part, node)


def _beside_link(node: Element) -> tuple[str, ...]:
    """What a link says besides where it leads: a tooltip, a window with a name."""
    window = node.get(w("tgtFrame"))
    named = (w("tgtFrame"),) if window and window not in _WINDOWS else ()
    return (*((w("tooltip"),) if node.get(w("tooltip")) else ()), *named)


def _paths(view: View, part: str, node: Element) -> Iterator[Leak]:
    """Where a drawing of VML comes from or leads to, if that is a disk or a server inside the house."""
    if not str(node.tag).startswith(f"{{{_V}}}"):
        return
    inside = tuple(key for key in _PATHS if (value := node.get(key)) and is_local(value))
    if inside:
        needed = "src" in inside and node.get(r("id")) is None  # there is no other picture
        removal = None if needed else Removal.ATTRIBUTES
        said, where = f"图形的来源：{node.get(inside[0])}", view.paragraph(part, node)
        yield Leak(LeakKind.LINKED if needed else LeakKind.LOCAL_LINK, part, said, removal, where, (node,), inside)


def _says(key: str, node: Element) -> bool:
    name = key.rpartition("}")[2]
    value = node.get(key, "")
    if name in _ALT or name == "tooltip":
        return bool(value)
    if key == "id" and str(node.tag).startswith(f"{{{_V}}}"):
        return not _PLAIN_NAME.fullmatch(value)
    return name == "name" and local(node.tag) in ("docPr", "cNvPr") and not _PLAIN_NAME.fullmatch(value)


def _said_of(view: View, part: str, node: Element, names: tuple[str, ...]) -> Iterator[Leak]:
    if names:
        said = f"替代文字和名称：“{'”“'.join(node.get(name, '') for name in names)}”"
        yield Leak(LeakKind.ALT_TEXT, part, said, Removal.ATTRIBUTES, view.paragraph(part, node), (node,), names)


_CONTROL = {
    "dataBinding": "内容控件的数据绑定", "alias": "内容控件的标题", "tag": "内容控件的标记",
    "placeholder": "内容控件的占位文字", "webExtensionLinked": "内容控件的网页扩展",
    "webExtensionCreated": "内容控件的网页扩展",
}  # fmt: skip
_GIVEN = expression(r"(?:Text|Check|Dropdown|文字|复选|下拉)\d*")
_FORM = {
    "default": "表单域的缺省文字", "name": "表单域的名称",
    "helpText": "表单域的帮助", "statusText": "表单域的提示", "entryMacro": "表单域的宏", "exitMacro": "表单域的宏",
}  # fmt: skip


_MARKED = (w("smartTag"), w("customXml"))
_FORMS = ("ffData", "textInput")
_ITEM, _ENTRY = w("listItem"), w("listEntry")
_SHOWS = (w("displayText"), w("value"))
_CARRYING = (
    *_MARKED,
    w("date"),
    w("docPartObj"),
    w("ddList"),
    _ITEM,
    *(f"{{*}}{name}" for name in (*_CONTROL, *_FORM)),
)


def controls(view: View) -> Iterator[Leak]:
    """What content controls, form fields and marked-up words carry besides what they show."""
    for part, root in view.having(b"w:sdtPr", b"w:ffData", b"w:smartTag", b"w:customXml"):
        for node in root.iter(*_CARRYING):
            tag, parent = local(node.tag), node.getparent()
            if node.tag in _MARKED:
                said = f"词语上的标记：{node.get(w('element'), '')}"
                yield Leak(LeakKind.CONTENT_CONTROL, part, said, Removal.UNWRAP, view.paragraph(part, node), (node,))
                continue
            of = local(parent.tag) if parent is not None else ""
            yield from _offered(view, part, node)
            if tag == "date" and node.get(w("fullDate")):
                said, names = f"内容控件的日期：{node.get(w('fullDate'))}", (w("fullDate"),)
                where = view.paragraph(part, node)
                yield Leak(LeakKind.CONTENT_CONTROL, part, said, Removal.ATTRIBUTES, where, (node,), names)
            what = _CONTROL.get(tag) if of == "sdtPr" else _FORM.get(tag) if of in _FORMS else None
            value = node.get(w("val"), "")
            if what is not None and not (tag == "name" and _GIVEN.fullmatch(value)):
                said = f"{what}：{value}" if value else what
                yield Leak(LeakKind.CONTENT_CONTROL, part, said, Removal.NODES, view.paragraph(part, node), (node,))


def _offered(view: View, part: str, node: Element) -> Iterator[Leak]:
    """What a list offers and nobody has chosen, and galleries that only somebody's words tell apart."""
    doomed: tuple[Element, ...] = ()
    if node.tag == _ITEM:
        control = next(node.iterancestors(w("sdt")), None)
        content = None if control is None else control.find(w("sdtContent"))
        said = "" if content is None else words_in(content)
        doomed = (node,) if any(node.get(key, said) != said for key in _SHOWS) else ()
    elif local(node.tag) == "ddList":
        said_chosen = tuple(node.iterchildren(w("result"), w("default")))
        entries = list(node.iterchildren(_ENTRY))
        number = next((whole(result.get(w("val"))) for result in said_chosen), None) or 0
        chosen = number if 0 <= number < len(entries) else 0  # a number no entry has chooses none: the first is shown
        doomed = (*said_chosen, *entries[:chosen], *entries[chosen + 1 :]) if len(entries) > 1 else ()
    elif local(node.tag) == "docPartObj":
        doomed = tuple(inner for inner in node.iterchildren() if not says_nothing(inner.get(w("val"), "")))
    if doomed:
        what = f"列表里没有选的项、文档部件库的名称：{doomed[-1].get(w('displayText')) or doomed[-1].get(w('val'), '')}"
        yield Leak(LeakKind.CONTENT_CONTROL, part, what, Removal.NODES, view.paragraph(part, node), doomed)
