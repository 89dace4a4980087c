"""WordprocessingML fragments in, a complete little docx out: the smallest input that shows the point of a test."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterable, Mapping

PREFIXES = {
    "w": "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
    "r": "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
    "m": "http://schemas.openxmlformats.org/officeDocument/2006/math",
    "mc": "http://schemas.openxmlformats.org/markup-compatibility/2006",
    "wp": "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing",
    "a": "http://schemas.openxmlformats.org/drawingml/2006/main",
    "pic": "http://schemas.openxmlformats.org/drawingml/2006/picture",
    "c": "http://schemas.openxmlformats.org/drawingml/2006/chart",
    "dgm": "http://schemas.openxmlformats.org/drawingml/2006/diagram",
    "wps": "http://schemas.microsoft.com/office/word/2010/wordprocessingShape",
    "v": "urn:schemas-microsoft-com:vml",
    "o": "urn:schemas-microsoft-com:office:office",
}
NAMESPACES = " ".join(f'xmlns:{prefix}="{uri}"' for prefix, uri in PREFIXES.items())

_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml."
# Well-known part names: (relationship type's last segment, root element, content type).
_KNOWN = {
    "styles": ("styles", "w:styles", f"{_TYPE}styles+xml"),
    "numbering": ("numbering", "w:numbering", f"{_TYPE}numbering+xml"),
    "settings": ("settings", "w:settings", f"{_TYPE}settings+xml"),
    "footnotes": ("footnotes", "w:footnotes", f"{_TYPE}footnotes+xml"),
    "endnotes": ("endnotes", "w:endnotes", f"{_TYPE}endnotes+xml"),
    "comments": ("comments", "w:comments", f"{_TYPE}comments+xml"),
    "header": ("header", "w:hdr", f"{_TYPE}header+xml"),
    "footer": ("footer", "w:ftr", f"{_TYPE}footer+xml"),
}
_OFFICE = PREFIXES["r"]


def make_docx(
    body: str,
    parts: Mapping[str, str | bytes] = {},
    rels: Iterable[tuple[str, str, str]] = (),
    content_type: str = f"{_TYPE}document.main+xml",
) -> bytes:
    """A docx with `body` as the content of `w:body`.

    `parts` maps "word/styles.xml", "word/header1.xml" … to the content of their root element (a str that
    starts with neither "<?xml" nor carries a root is wrapped) or to complete bytes; known parts are related
    automatically (id "rel-" + stem). `rels` adds (id, last segment of the type, target) to the document.
    """
    overrides = [f'<Override PartName="/word/document.xml" ContentType="{content_type}"/>']
    relationships = []
    files: dict[str, bytes] = {}
    for name, content in parts.items():
        stem = name.rpartition("/")[2].partition(".")[0]
        known = _KNOWN.get(stem.rstrip("0123456789"))
        if known and name.startswith("word/"):
            kind, root, part_type = known
            overrides.append(f'<Override PartName="/{name}" ContentType="{part_type}"/>')
            relationships.append((f"rel-{stem}", kind, name.removeprefix("word/")))
            if isinstance(content, str):
                content = f"<{root} {NAMESPACES}>{content}</{root}>"
        files[name] = content.encode() if isinstance(content, str) else content
    relationships.extend(rels)
    package = {
        "[Content_Types].xml": _types(overrides),
        "_rels/.rels": _rels([("rId1", "officeDocument", "word/document.xml")]),
        "word/document.xml": f"<w:document {NAMESPACES}><w:body>{body}</w:body></w:document>",
        "word/_rels/document.xml.rels": _rels(relationships),
    }
    return zip_parts({**{name: text.encode() for name, text in package.items()}, **files})


def zip_parts(parts: Mapping[str, bytes] | Iterable[tuple[str, bytes]]) -> bytes:
    """Any parts as a zip; pairs instead of a mapping may repeat a name."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in parts.items() if isinstance(parts, Mapping) else parts:
            archive.writestr(zipfile.ZipInfo(name), data, zipfile.ZIP_DEFLATED)
    return buffer.getvalue()


def parts_of(docx: bytes) -> dict[str, bytes]:
    """The parts of a zip, in their order."""
    with zipfile.ZipFile(io.BytesIO(docx)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def p(text: str = "", properties: str = "", run: str = "") -> str:
    """A paragraph with one run of `text`; `properties` goes into its `w:pPr`, `run` into the run's `w:rPr`."""
    words = f'<w:r><w:rPr>{run}</w:rPr><w:t xml:space="preserve">{text}</w:t></w:r>' if text else ""
    return f"<w:p><w:pPr>{properties}</w:pPr>{words}</w:p>"


def style(identifier: str, content: str, kind: str = "paragraph", based_on: str = "", default: bool = False) -> str:
    """A style of some kind; `content` is what stands in it below its name and `w:basedOn`."""
    base = f'<w:basedOn w:val="{based_on}"/>' if based_on else ""
    first = ' w:default="1"' if default else ""
    names = f'w:type="{kind}" w:styleId="{identifier}"{first}'
    return f'<w:style {names}><w:name w:val="{identifier}"/>{base}{content}</w:style>'


def _types(overrides: Iterable[str]) -> str:
    return (
        '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        '<Default Extension="xml" ContentType="application/xml"/>'
        '<Default Extension="png" ContentType="image/png"/>'
        f"{''.join(overrides)}</Types>"
    )


def _rels(relationships: Iterable[tuple[str, str, str]]) -> str:
    external = ' TargetMode="External"'
    rows = (
        f'<Relationship Id="{identifier}" Type="{_OFFICE}/{kind}" Target="{target}"'
        f"{external if '://' in target else ''}/>"
        for identifier, kind, target in relationships
    )
    namespace = "http://schemas.openxmlformats.org/package/2006/relationships"
    return f'<Relationships xmlns="{namespace}">{"".join(rows)}</Relationships>'
