"""The kind of a part comes in – the last segment of the type of its relationship; its usual name and types go out."""

from __future__ import annotations

from collections.abc import Mapping

from gwformat.ooxml.names import R
from gwformat.values import dataclass

_MS = "http://schemas.microsoft.com/office"
_DOCUMENT = "application/vnd.openxmlformats-officedocument"
_WML, _DML = f"{_DOCUMENT}.wordprocessingml", f"{_DOCUMENT}.drawingml"


@dataclass(frozen=True, slots=True)
class PartKind:
    """Parts of a kind: folder and stem of their names, content type, type of the relationships that lead to them."""

    folder: str
    stem: str
    content_type: str  # "" where the extension says it
    relationship: str


def _kind(name: str, folder: str, content_type: str = "", *, stem: str = "", base: str = R) -> PartKind:
    return PartKind(folder, stem or name, content_type, f"{base}/{name}")


KINDS: Mapping[str, PartKind] = {
    "officeDocument": _kind("officeDocument", "word", f"{_WML}.document.main+xml", stem="document"),
    **{name: _kind(name, "word", f"{_WML}.{name}+xml") for name in ("styles", "numbering", "settings", "fontTable")},
    **{name: _kind(name, "word", f"{_WML}.{name}+xml") for name in ("header", "footer", "footnotes", "endnotes")},
    "theme": _kind("theme", "word/theme", f"{_DOCUMENT}.theme+xml"),
    "themeOverride": _kind("themeOverride", "word/theme", f"{_DOCUMENT}.themeOverride+xml"),
    "image": _kind("image", "word/media"),
    "font": _kind("font", "word/fonts"),
    "chart": _kind("chart", "word/charts", f"{_DML}.chart+xml"),
    "chartUserShapes": _kind("chartUserShapes", "word/drawings", f"{_DML}.chartshapes+xml", stem="drawing"),
    "chartEx": _kind(
        "chartEx", "word/charts", "application/vnd.ms-office.chartex+xml", base=f"{_MS}/2014/relationships",
    ),
    "diagramData": _kind("diagramData", "word/diagrams", f"{_DML}.diagramData+xml", stem="data"),
    "diagramLayout": _kind("diagramLayout", "word/diagrams", f"{_DML}.diagramLayout+xml", stem="layout"),
    "diagramQuickStyle": _kind("diagramQuickStyle", "word/diagrams", f"{_DML}.diagramStyle+xml", stem="quickStyle"),
    "diagramColors": _kind("diagramColors", "word/diagrams", f"{_DML}.diagramColors+xml", stem="colors"),
    "diagramDrawing": _kind(
        "diagramDrawing", "word/diagrams", "application/vnd.ms-office.drawingml.diagramDrawing+xml", stem="drawing",
        base=f"{_MS}/2007/relationships",
    ),
    "customXml": _kind("customXml", "customXml", stem="item"),
    "customXmlProps": _kind("customXmlProps", "customXml", f"{_DOCUMENT}.customXmlProperties+xml", stem="itemProps"),
}  # fmt: skip
"""The kinds of parts that the pages of a document need."""

EXTENSIONS: Mapping[str, str] = {
    "rels": "application/vnd.openxmlformats-package.relationships+xml",
    "xml": "application/xml",
    "png": "image/png",
    "jpeg": "image/jpeg",
    "jpg": "image/jpeg",
    "jpe": "image/jpeg",
    "gif": "image/gif",
    "bmp": "image/bmp",
    "tif": "image/tiff",
    "tiff": "image/tiff",
    "emf": "image/x-emf",
    "wmf": "image/x-wmf",
    "emz": "image/x-emz",
    "wmz": "image/x-wmz",
    "webp": "image/webp",
    "svg": "image/svg+xml",
    "odttf": "application/vnd.openxmlformats-officedocument.obfuscatedFont",
    "fntdata": "application/x-fontdata",
    "bin": "application/octet-stream",
    "vml": f"{_DOCUMENT}.vmlDrawing",
}
"""The content types that extensions stand for."""

TYPES = frozenset(
    (
        *EXTENSIONS.values(), *(kind.content_type for kind in KINDS.values()), "image/jpg", "image/x-png",
        f"{_DOCUMENT}.oleObject", f"{_WML}.printerSettings", "application/vnd.ms-office.activeX",
    )
)  # fmt: skip
"""Content types that say nothing but what they are."""

ONCE = frozenset(("officeDocument", "styles", "numbering", "settings", "fontTable", "footnotes", "endnotes"))
"""Kinds of which a document has one part."""
