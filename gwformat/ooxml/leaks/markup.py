"""A package comes in; what its markup says besides the words – names, identifiers, data of controls – goes out."""

from __future__ import annotations

import re
from collections.abc import Iterator

from lxml import etree

from gwformat.expressions import expression
from gwformat.model import Role
from gwformat.ooxml.leaks.fields import codes
from gwformat.ooxml.leaks.kinds import Leak, LeakKind, Removal
from gwformat.ooxml.leaks.view import Element, View
from gwformat.ooxml.names import W, local, w

_MARKS = (b"w:proofErr", b"w:rsid")
_SAID = {
    name: re.compile(name + rb"\w*\s*=") for name in (b"rsid", b"paraId", b"textId", b"anchorId", b"editId", b"gfxdata")
}
# The way over the attributes takes a sixth of the time of a way over the elements with a look at their attributes.
_TRACED = etree.XPath(
    '//@*[starts-with(local-name(),"rsid") or local-name()="paraId" or local-name()="textId"'
    ' or local-name()="anchorId" or local-name()="editId" or local-name()="gfxdata"]/..'
)
_TRACE = re.compile(r"\}(?:rsid\w*|paraId|textId|anchorId|editId|gfxdata)$")


def traces(view: View) -> Iterator[Leak]:
    """Numbers of editing sessions, paragraphs and drawings by which copies of a document can be told apart."""
    parts = (*view.texts, *(name for kind in ("styles", "numbering") if (name := view.related(kind))))
    for part in parts:
        said = [pattern for name, pattern in _SAID.items() if view.spelled(part).holds(name)]
        nodes = (view.worked_out(part, _traced) if view.may_match(part, *said) else None) or ()
        names = sorted({str(key) for node in nodes for key in node.attrib if _TRACE.search(str(key))})
        if nodes:
            shown = "、".join(dict.fromkeys(name.rpartition("}")[2] for name in names))
            yield Leak(LeakKind.EDIT_TRACES, part, f"编辑痕迹：{shown}", Removal.ATTRIBUTES, None, nodes, tuple(names))
        marks = (view.worked_out(part, _marked) if view.may_say(part, *_MARKS) else None) or ()
        if marks:
            yield Leak(LeakKind.EDIT_TRACES, part, "校对和编辑的记号", Removal.NODES, nodes=marks)


def _traced(root: Element) -> tuple[Element, ...]:
    return _elements(_TRACED, root)


def _marked(root: Element) -> tuple[Element, ...]:
    return tuple(root.iter(w("proofErr"), *((w("rsid"),) if local(root.tag) == "styles" else ())))


# Roles give bookmarks of their own, numbered where there are several: 标题, 一级标题2.
_OWN = re.compile("(?:" + "|".join(re.escape(role.value) for role in Role) + r")\d*")
_ANCHORS = (w("anchor"), w("docLocation"))


def bookmarks(view: View) -> Iterator[Leak]:
    """Bookmarks that nothing in the text refers to: where the writer stopped, what was once linked, whose remark."""
    wanted = {word for code in codes(view) for word in code.replace('"', " ").split()}
    for _, root in view.having(b"w:hyperlink"):
        wanted |= {value for node in root.iter(w("hyperlink")) for key in _ANCHORS if (value := node.get(key))}
    for part, root in view.having(b"w:bookmarkStart", b"w:permStart"):
        ends = {node.get(w("id")): node for node in root.iter(w("bookmarkEnd"))}
        for node in root.iter(w("bookmarkStart")):
            name = node.get(w("name"), "")
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


_ALT = {"descr", "title", "alt"}
_CAPTIONS = (w("tblCaption"), w("tblDescription"))
_NAMED = ("docPr", "cNvPr", "shape", "rect", "oval", "roundrect", "line", "group", "imagedata", "hlinkClick")
_DRAWN = tuple(name.encode() for name in _NAMED)
_DESCRIBED = (*(f"{{*}}{name}" for name in (*_NAMED, "hyperlink")), *_CAPTIONS)
_PLAIN_NAME = expression(
    r"(?:图片|图形|图表|文本框|矩形|形状|直线|直接连接符|椭圆|组合|印章|公式|对象|表格|画布|墨迹|艺术字|自选图形|流程图|箭头"
    r"|gw-[\w-]*|Picture|Image|Text ?Box|Rectangle|Shape|Straight Connector|Straight Arrow Connector|Line|Oval"
    r"|Group|Canvas|Chart|Object|Drawing|AutoShape|Diagram|WordArt|Freeform|_x0000_\w+|Quad Arrow)?"
    r"[\s:：]*[\dA-Za-z_\u4e00-\u9fff]{0,4}[\s:：]*\d*",
)


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
            elif node.get(w("tooltip")):
                yield from _said_of(view, part, node, (w("tooltip"),))


def _says(key: str, node: Element) -> bool:
    name = key.rpartition("}")[2]
    value = node.get(key, "")
    if name in _ALT or name == "tooltip":
        return bool(value)
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
_FORM = {
    "helpText": "表单域的帮助", "statusText": "表单域的提示", "entryMacro": "表单域的宏", "exitMacro": "表单域的宏",
}  # fmt: skip


_MARKED = (w("smartTag"), w("customXml"))
_CARRYING = (*_MARKED, *(f"{{*}}{name}" for name in (*_CONTROL, *_FORM)))


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
            what = _CONTROL.get(tag) if of == "sdtPr" else _FORM.get(tag) if of == "ffData" else None
            if what is not None:
                value = node.get(w("val"), "")
                said = f"{what}：{value}" if value else what
                yield Leak(LeakKind.CONTENT_CONTROL, part, said, Removal.NODES, view.paragraph(part, node), (node,))


_KNOWN = (
    "http://schemas.openxmlformats.org/",
    "http://schemas.microsoft.com/",
    "http://www.w3.org/",
    "http://purl.org/dc/",
    "http://purl.oclc.org/ooxml/",
    "urn:schemas-microsoft-com:",
)
_LEAVES = ("t", "delText", "instrText", "delInstrText", "fldData", "binData", "rPr")
_STRAY = etree.XPath(
    "//w:*[not(" + " or ".join(f"self::w:{name}" for name in _LEAVES) + ")][text()[normalize-space()]]",
    namespaces={"w": W},
)
# Words behind anything but the opening tag of a leaf, or of an element of another prefix.
_MAY_BE_STRAY = re.compile(
    rb"<(?!(?:w:(?:" + "|".join(_LEAVES).encode() + rb")(?=[\s>])|(?!w:)[A-Za-z][\w.-]*:)[^<>]*(?<!/)>)[^<>]*>\s*[^<\s]"
)


def foreign(view: View) -> Iterator[Leak]:
    """Comments in the XML, markup and attributes of other programs, text that no element shows."""
    for part in dict.fromkeys((*view.texts, *sorted(view.reached))):
        if not part.lower().endswith((".xml", ".vml")) or part not in view.package.parts:
            continue
        spelled = view.spelled(part)
        strange = [uri for uri in spelled.namespaces if not is_known(uri)]
        notes = spelled.is_annotated
        if not strange and not notes and part not in view.texts and view.is_ordinary(part):
            continue
        root = view.root(part)
        if root is None or str(root.tag).partition("}")[0][1:] in strange:
            continue
        if notes:
            nodes = tuple(root.iter(etree.Comment, etree.ProcessingInstruction))  # those around the root go anyway
            yield Leak(LeakKind.FOREIGN_MARKUP, part, "XML 注释或处理指令", Removal.NODES, nodes=nodes)
        if strange:
            what = f"别的程序的标记：{'、'.join(dict.fromkeys(strange))}"
            yield Leak(LeakKind.FOREIGN_MARKUP, part, what, Removal.NAMESPACE, nodes=(root,))
        if part in view.texts and view.may_match(part, _MAY_BE_STRAY) and (stray := _elements(_STRAY, root)):
            what = "不显示的文字"
            yield Leak(LeakKind.FOREIGN_MARKUP, part, what, Removal.STRAY_TEXT, nodes=stray)


def _elements(path: etree.XPath, root: Element) -> tuple[Element, ...]:
    found = path(root)
    return tuple(node for node in found if isinstance(node, etree._Element)) if isinstance(found, list) else ()


def is_known(uri: str) -> bool:
    """Whether a namespace is one of Word's and its kin."""
    return uri.startswith(_KNOWN) or uri == ""
