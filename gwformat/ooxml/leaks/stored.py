"""A package comes in; parts in it that the visible document does not need go out, and links to other places."""

from __future__ import annotations

import re
from collections.abc import Iterator

from gwformat.expressions import expression
from gwformat.ooxml.leaks.arrows import Arrows
from gwformat.ooxml.leaks.kinds import Leak, LeakKind, Removal
from gwformat.ooxml.leaks.own_data import is_own
from gwformat.ooxml.leaks.view import View
from gwformat.ooxml.relationships import Relationship

# The last segment of relationship types, and what a part they lead to is. What is in neither table is a stray part.
_NEEDED = frozenset(
    (
        "officeDocument", "styles", "numbering", "settings", "fontTable", "theme", "header", "footer", "footnotes",
        "endnotes", "image", "hyperlink", "chart", "chartUserShapes", "themeOverride",
        "diagramData", "diagramLayout", "diagramQuickStyle", "diagramColors", "diagramDrawing", "chartEx",
    )
)  # fmt: skip
_ELSEWHERE = frozenset(  # told by a finder of its own
    (
        "core-properties", "extended-properties", "custom-properties", "comments", "commentsExtended", "commentsIds",
        "commentsExtensible", "people", "commentAuthors", "attachedTemplate", "mailMergeSource",
        "mailMergeHeaderSource", "customXmlProps",
    )
)  # fmt: skip
_KINDS = {
    "vbaProject": (LeakKind.MACRO, "宏（VBA）"),
    "wordVbaData": (LeakKind.MACRO, "宏的数据"),
    "vbaProjectSignature": (LeakKind.MACRO, "宏的签名"),
    "keyMapCustomizations": (LeakKind.MACRO, "快捷键和工具栏的改动"),
    "attachedToolbars": (LeakKind.MACRO, "工具栏"),
    "extensibility": (LeakKind.MACRO, "功能区的改动"),
    "control": (LeakKind.ACTIVE_X, "ActiveX 控件"),
    "activeXControlBinary": (LeakKind.ACTIVE_X, "ActiveX 控件的数据"),
    "oleObject": (LeakKind.EMBEDDED, "OLE 对象"),
    "package": (LeakKind.EMBEDDED, "嵌入的文件"),
    "video": (LeakKind.EMBEDDED, "视频"),
    "audio": (LeakKind.EMBEDDED, "音频"),
    "media": (LeakKind.EMBEDDED, "音视频"),
    "printerSettings": (LeakKind.PRINTER, "打印机设置"),
    "thumbnail": (LeakKind.THUMBNAIL, "缩略图"),
    "customXml": (LeakKind.CUSTOM_XML, "自定义 XML 数据"),
    "glossaryDocument": (LeakKind.GLOSSARY, "文档部件（构建基块）"),
    "webSettings": (LeakKind.WEB_SETTINGS, "网页设置"),
    "frame": (LeakKind.WEB_SETTINGS, "框架页"),
    "aFChunk": (LeakKind.IMPORTED, "插入的整份文件（altChunk）"),
    "subDocument": (LeakKind.IMPORTED, "子文档"),
    "font": (LeakKind.EMBEDDED_FONT, "嵌入的字体"),
    "chartStyle": (LeakKind.CHART_DATA, "图表样式的副本"),
    "chartColorStyle": (LeakKind.CHART_DATA, "图表配色的副本"),
    "stylesWithEffects": (LeakKind.STRAY_PART, "旧版样式的副本"),
    "origin": (LeakKind.SIGNATURE, "数字签名"),
    "signature": (LeakKind.SIGNATURE, "数字签名"),
}
_REFERRED = frozenset(("image", "header", "footer", "hyperlink", "chart", "oleObject", "package", "control", "aFChunk"))
_INK = "{http://www.w3.org/2003/InkML}ink"
_KEPT_VISIBLE = frozenset((LeakKind.IMPORTED, LeakKind.EMBEDDED_FONT))  # the pages would change

_PRIVATE_HOST = expression(
    r"(?:localhost|[^.:/]+|.*\.(?:local|lan|internal|intranet|corp|home|localdomain)"
    r"|(?:10|127)\.[\d.]+|192\.168\.[\d.]+|172\.(?:1[6-9]|2\d|3[01])\.[\d.]+|169\.254\.[\d.]+|\[f[cde].*)",
    re.IGNORECASE,
)
_ADDRESS = expression(
    r"(?:https?|ftp|ldap|smb|svn|git|ws)s?://(?P<user>[^/@]*@)?(?P<host>\[[^\]]*\]|[^/:?#]*)", re.IGNORECASE
)


def is_local(target: str) -> bool:
    """Whether an address leads to a disk, to a server inside the house, or carries a user's name."""
    address = target.strip().strip('"').replace("\\\\", "\\")
    if re.match(r"file:|[a-z]:[\\/]|\\|//[^/]", address, re.IGNORECASE):
        return True
    found = _ADDRESS.match(address)
    if found is None:
        return ":" not in address.partition("/")[0] and not address.startswith("#") and address != ""
    return bool(found["user"]) or _PRIVATE_HOST.fullmatch(found["host"]) is not None


def stored(view: View) -> Iterator[Leak]:
    """Parts the pages do not need, links that lead out, and parts nothing leads to."""
    for source, arrow in view.arrows.worked_out(stored, _doubtful):
        if arrow.kind in _REFERRED and not is_referred_to(view, source, arrow):
            what = f"没有用到的部件 {arrow.target}"
            yield Leak(LeakKind.STRAY_PART, source, what, Removal.RELATIONSHIP, nodes=view.arrow_nodes(source, arrow))
            continue
        leak = _external(view, source, arrow) if arrow.external else _internal(view, source, arrow)
        if leak is not None:
            yield leak
    for name in view.arrows.strays:
        yield Leak(LeakKind.STRAY_PART, name, f"没有用到的部件 {name}", Removal.PART)


def _doubtful(arrows: Arrows) -> tuple[tuple[str, Relationship], ...]:
    """The relationships that are told here, if the parts say so: those to what the pages need may go unused."""
    told_elsewhere = (one for one in arrows.all if one[1].kind not in _ELSEWHERE)
    return tuple(
        (source, arrow)
        for source, arrow in told_elsewhere
        if arrow.external or arrow.kind in _REFERRED or arrow.kind not in _NEEDED
    )


def is_referred_to(view: View, source: str, arrow: Relationship) -> bool:
    """Whether the part names the relationship anywhere."""
    data = view.package.parts.get(source, b"")
    identifier = arrow.id.encode()
    if not data.lstrip(b"\xef\xbb\xbf").startswith(b"<") or not arrow.id.isascii():
        return True  # not UTF-8: not worth a doubt
    return view.quotes(source, identifier)


def _internal(view: View, source: str, arrow: Relationship) -> Leak | None:
    if arrow.kind in _NEEDED or _is_own(view, arrow) or _is_ink(view, source, arrow):
        return None
    kind, what = _KINDS.get(arrow.kind, (LeakKind.STRAY_PART, f"不认识的部件 {arrow.target}"))
    if kind is LeakKind.EMBEDDED and source != view.main and "chart" in source.lower():
        kind, what = LeakKind.CHART_DATA, "图表背后的工作簿"
    removal = None if kind in _KEPT_VISIBLE else Removal.RELATIONSHIP
    return Leak(kind, arrow.target, what, removal, nodes=view.arrow_nodes(source, arrow))


def _is_own(view: View, arrow: Relationship) -> bool:
    """Whether the part is the custom XML of this program, which says no words of its own."""
    if arrow.kind != "customXml":
        return False
    root = view.root(arrow.target)
    return root is not None and is_own(root)


def _is_ink(view: View, source: str, arrow: Relationship) -> bool:
    """Whether the part is handwriting on a page, which Word relates to it as custom XML."""
    root = view.root(arrow.target) if arrow.kind == "customXml" else None
    return root is not None and root.tag == _INK and is_referred_to(view, source, arrow)


def _external(view: View, source: str, arrow: Relationship) -> Leak | None:
    nodes = view.arrow_nodes(source, arrow)
    if arrow.kind == "hyperlink":
        if arrow.target.startswith("#"):
            return None
        if not is_local(arrow.target):
            what = f"链接的地址：{arrow.target}"
            return None if _is_shown(view, arrow.target) else Leak(LeakKind.UNPROVEN, source, what, None, nodes=nodes)
        return Leak(LeakKind.LOCAL_LINK, source, f"超链接：{arrow.target}", Removal.RELATIONSHIP, nodes=nodes)
    if arrow.kind in ("aFChunk", "subDocument"):
        return Leak(LeakKind.IMPORTED, source, f"{_KINDS[arrow.kind][1]}：{arrow.target}", None, nodes=nodes)
    if arrow.kind == "image":
        removal = Removal.RELATIONSHIP if _has_copy(view, source, arrow) else None
        return Leak(LeakKind.LINKED, source, f"链接的图片：{arrow.target}", removal, nodes=nodes)
    kind = _KINDS.get(arrow.kind, (LeakKind.STRAY_PART, ""))[0]
    return Leak(kind, source, f"指向外部的链接：{arrow.target}", Removal.RELATIONSHIP, nodes=nodes)


def _is_shown(view: View, address: str) -> bool:
    """Whether the pages say where a link leads."""
    plain = address.partition("://")[2].rstrip("/") or address.removeprefix("mailto:")
    return any(plain in words for words in view.words)


def _has_copy(view: View, source: str, arrow: Relationship) -> bool:
    """Whether whatever links the picture has a copy of it in the file, so that the link is not needed to show it."""
    root = view.root(source)
    if root is None:
        return False
    holders = [node for node in root.iter("*") if arrow.id in node.attrib.values()]
    return bool(holders) and all(
        any(str(key).endswith(("}embed", "}id")) and value != arrow.id for key, value in node.attrib.items())
        for node in holders
    )
