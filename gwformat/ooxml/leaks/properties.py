"""A package comes in; what its properties and settings tell of people, machines and places goes out."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from gwformat.ooxml.leaks.kinds import Leak, LeakKind, Removal
from gwformat.ooxml.leaks.view import Element, View
from gwformat.ooxml.names import local, w
from gwformat.ooxml.relationships import Relationship

_CORE = {
    "creator": "作者", "lastModifiedBy": "最后修改者", "title": "标题", "subject": "主题", "keywords": "关键词",
    "description": "备注", "category": "类别", "revision": "修订号", "created": "创建时间", "modified": "修改时间",
    "lastPrinted": "打印时间", "contentStatus": "状态", "identifier": "标识", "language": "语言", "version": "版本",
    "contentType": "内容类型",
}  # fmt: skip
_APP = {
    "Company": "单位", "Manager": "主管", "Template": "模板", "TotalTime": "编辑时间（分钟）",
    "HyperlinkBase": "超链接基础", "Application": "程序", "AppVersion": "程序版本", "TitlesOfParts": "各部分标题",
}  # fmt: skip
_COUNTS = frozenset(
    (
        "Pages", "Words", "Characters", "CharactersWithSpaces", "Lines", "Paragraphs", "Slides", "Notes",
        "HiddenSlides", "MMClips", "ScaleCrop", "LinksUpToDate", "SharedDoc", "HyperlinksChanged", "DocSecurity",
        "HeadingPairs",
    )
)  # fmt: skip
_SHOWN = 30
_PROPERTIES = {
    "core-properties": LeakKind.CORE_PROPERTIES,
    "extended-properties": LeakKind.APP_PROPERTIES,
    "custom-properties": LeakKind.CUSTOM_PROPERTIES,
}


def properties(view: View) -> Iterator[Leak]:
    """The properties of the file, each by name; taking out one takes out its part."""
    for source, arrow in view.arrows.of(*_PROPERTIES):
        if source == "":
            yield from _properties_of(view, _PROPERTIES[arrow.kind], arrow)


def _properties_of(view: View, kind: LeakKind, arrow: Relationship) -> Iterator[Leak]:
    root = view.root(arrow.target)
    nodes = view.arrow_nodes("", arrow)
    if root is None:
        yield Leak(kind, arrow.target, "读不出的文件属性", Removal.RELATIONSHIP, nodes=nodes)
        return
    labels: Mapping[str, str] = _CORE if kind is LeakKind.CORE_PROPERTIES else _APP
    found = False
    for node in root.iterchildren("*"):
        name = local(node.tag)
        value = "".join(map(str, node.itertext())).strip() if len(node) else (node.text or "").strip()
        if kind is LeakKind.CUSTOM_PROPERTIES:
            name, value = node.get("name", ""), value or "（空）"
        if value and name not in _COUNTS and (name, value) != ("TotalTime", "0"):
            found = True
            said = value if len(value) <= _SHOWN else f"{value[:_SHOWN]}…"
            yield Leak(kind, arrow.target, f"{labels.get(name, name)}：{said}", Removal.RELATIONSHIP, nodes=nodes)
    if not found:
        yield Leak(kind, arrow.target, "篇幅等统计数据", Removal.RELATIONSHIP, nodes=nodes)


_SETTINGS = {
    "docVars": (LeakKind.VARIABLES, "文档变量"),
    "rsids": (LeakKind.EDIT_TRACES, "各次编辑的编号（rsid）"),
    "docId": (LeakKind.EDIT_TRACES, "文档的唯一编号"),
    "proofState": (LeakKind.EDIT_TRACES, "校对状态"),
    "activeWritingStyle": (LeakKind.EDIT_TRACES, "校对工具"),
    "stylePaneFormatFilter": (LeakKind.EDIT_TRACES, "样式窗格的设置"),
    "attachedTemplate": (LeakKind.TEMPLATE, "所附模板"),
    "mailMerge": (LeakKind.MAIL_MERGE, "邮件合并的数据源"),
    "documentProtection": (LeakKind.PROTECTION, "限制编辑"),
    "writeProtection": (LeakKind.PROTECTION, "修改密码"),
    "readModeInkLockDown": (LeakKind.EDIT_TRACES, "阅读视图的设置"),
    "saveThroughXslt": (LeakKind.CUSTOM_XML, "另存用的转换文件"),
    "attachedSchema": (LeakKind.CUSTOM_XML, "所附的 XML 架构"),
    "schemaLibrary": (LeakKind.CUSTOM_XML, "XML 架构库"),
    "documentType": (LeakKind.EDIT_TRACES, "文档类型"),
    "captions": (LeakKind.EDIT_TRACES, "题注的设置"),
    "clickAndTypeStyle": (LeakKind.EDIT_TRACES, "双击处的样式"),
    "smartTagType": (LeakKind.CONTENT_CONTROL, "词语标记的种类"),
}
_SIGNS = frozenset(("listSeparator", "decimalSymbol"))
_COMPATIBLE = frozenset(
    (
        "compatibilityMode", "overrideTableStyleFontSizeAndJustification", "enableOpenTypeFeatures",
        "doNotFlipMirrorIndents", "differentiateMultirowTableHeaders", "useWord2013TrackBottomHyphenation",
        "allowHyphenationAtTrackBottom", "allowTextAfterFloatingTableBreak",
    )
)  # fmt: skip
_VALUES = (w("val"), w("name"), w("uri"), w("query"))


def settings(view: View) -> Iterator[Leak]:
    """What the settings keep besides how the document is set."""
    part = view.related("settings")
    root = view.root(part)
    if root is None or part is None:
        return
    for node in root.iterchildren("*"):
        known = _SETTINGS.get(local(node.tag))
        if known is None:
            yield from _odd(part, node)
            continue
        kind, what = known
        targets = _targets(node)
        said = f"{what}：{'，'.join(targets)}" if targets else what
        yield Leak(kind, part, said, Removal.NODES, nodes=(node,))
    for source, arrow in view.arrows.of("attachedTemplate", "mailMergeSource", "mailMergeHeaderSource"):
        if source == part:
            kind = LeakKind.TEMPLATE if arrow.kind == "attachedTemplate" else LeakKind.MAIL_MERGE
            yield Leak(kind, part, arrow.target, Removal.RELATIONSHIP, nodes=view.arrow_nodes(part, arrow))


def _odd(part: str, node: Element) -> Iterator[Leak]:
    """Signs that are words, and what nobody has to be compatible with."""
    odd = [] if local(node.tag) not in _SIGNS or len(node.get(w("val"), "")) <= 1 else [node]
    odd += [inner for inner in node.iterchildren(w("compatSetting")) if inner.get(w("name")) not in _COMPATIBLE]
    for one in odd:
        said = f"设置里的文字：{one.get(w('name')) or one.get(w('val'))}"
        yield Leak(LeakKind.EDIT_TRACES, part, said, Removal.NODES, nodes=(one,))


def _targets(node: Element) -> list[str]:
    """What a setting names, in a few words."""
    named = [value for inner in node.iter("*") for key in _VALUES if (value := inner.get(key))]
    return [] if local(node.tag) in ("rsids", "proofState") else [value[:_SHOWN] for value in named[:2]]
