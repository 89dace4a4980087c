"""A PDF that calls itself PDF/A comes in; what in it contradicts the claim goes out, as far as it can be compared."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Any

from gwformat.finished.values import Archive, Face, Page, Space

_PART = re.compile(rb"pdfaid:part(?:>|\s*=\s*[\"'])\s*(\d)")
_CONFORMANCE = re.compile(rb"pdfaid:conformance(?:>|\s*=\s*[\"'])\s*([A-Za-z])")
_LOOKED_AT = (
    "加密",
    "文件标识",
    "元数据",
    "输出意图",
    "字体嵌入",
    "文字可提取",
    "透明",
    "脚本",
    "附件",
    "注释",
    "压缩方式",
    "标签",
)
_DEVICE_SPACES = {Space.GRAY, Space.RGB, Space.CMYK}


def claim(reader: Any, catalogue: Any, data: bytes, pages: Iterable[Page], faces: Iterable[Face]) -> Archive | None:
    """The claim in the metadata with what contradicts it; None if the file claims nothing."""
    metadata = catalogue.get("/Metadata")
    stream: Any = metadata.get_object() if metadata is not None else None
    words = stream.get_data() if hasattr(stream, "get_data") else b""
    part = _PART.search(words)
    if part is None:
        return None
    conformance = _CONFORMANCE.search(words)
    number, level = part[1].decode(), conformance[1].decode().upper() if conformance else ""
    pages, faces = tuple(pages), tuple(faces)
    faults = (
        *_structure(reader, catalogue, stream, number, level, data),
        *_contents(catalogue, pages, faces, number, level),
    )
    return Archive(number, level, faults, _LOOKED_AT)


def _structure(reader: Any, catalogue: Any, stream: Any, part: str, level: str, data: bytes) -> Iterator[str]:
    if "/Encrypt" in reader.trailer:
        yield "文件加密"
    if "/ID" not in reader.trailer:
        yield "没有文件标识（ID）"
    if part == "1" and "/Filter" in stream:
        yield "元数据经过压缩"
    if part == "1" and data[5:8] > b"1.4":
        yield f"版本 {data[5:8].decode('latin-1')} 高于 1.4"
    if b"/LZWDecode" in data:
        yield "用了 LZW 压缩"
    names = catalogue.get("/Names")
    names = names.get_object() if names is not None else {}
    if "/JavaScript" in names:
        yield "有脚本"
    if "/EmbeddedFiles" in names and part in ("1", "2"):
        yield "有附件"
    if level == "A" and not (catalogue.get("/MarkInfo") or {}).get("/Marked", False):
        yield "A 级应有标签，文件没有"
    if level == "A" and "/Lang" not in catalogue:
        yield "A 级应写明语言，文件没有"


def _contents(catalogue: Any, pages: tuple[Page, ...], faces: tuple[Face, ...], part: str, level: str) -> Iterator[str]:
    if not _has_output_intent(catalogue) and any(_device_colours(page) for page in pages):
        yield "用了设备颜色，却没有输出意图（OutputIntent）"
    loose = sorted({face.name for face in faces if not face.embedded})
    if loose:
        yield f"字体没有嵌入：{'、'.join(loose)}"
    if level in ("A", "U") and any(words.unmapped for page in pages for words in page.words):
        yield "有文字不能提取"
    if part == "1" and any(page.transparency for page in pages):
        yield "PDF/A-1 不许透明"
    kinds = {note.kind for page in pages for note in page.annotations}
    banned = sorted(kinds & {"Sound", "Movie", "Screen", "3D", "RichMedia", "FileAttachment"})
    if banned and not (part in ("3", "4") and banned == ["FileAttachment"]):
        yield f"有不许的注释：{'、'.join(banned)}"


def _has_output_intent(catalogue: Any) -> bool:
    found = catalogue.get("/OutputIntents")
    return bool(found.get_object()) if found is not None else False


def _device_colours(page: Page) -> bool:
    paints = (*(words.paint for words in page.words), *(stroke.paint for stroke in page.strokes))
    return any(paint.space in _DEVICE_SPACES for paint in paints)
