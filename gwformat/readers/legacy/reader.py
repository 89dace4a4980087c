"""A file of an older format in, a `Draft` out: converted by LibreOffice, its words proven by a second reader."""

from __future__ import annotations

import dataclasses
import tempfile
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

from gwformat import office
from gwformat.errors import InputUnreadable
from gwformat.model import Draft
from gwformat.ooxml.archive import read_file
from gwformat.ooxml.package import Package
from gwformat.ooxml.sniff import ENCRYPTED, HEAD, older_format, refusal, refuse_without_text
from gwformat.readers.docx.reader import read_opened
from gwformat.readers.legacy.doc_text import Unreadable, doc_paragraphs, is_encrypted
from gwformat.readers.legacy.other_text import odt_paragraphs, rtf_paragraphs
from gwformat.readers.legacy.proof import prove

_DOCX = "docx:MS Word 2007 XML"
_NAMES = {"doc": "Word 二进制文档", "rtf": "RTF 文档", "odt": "OpenDocument 文档"}
_SECOND_READERS: Mapping[str, Callable[[Path], Iterator[str]]] = {
    "doc": doc_paragraphs,
    "rtf": rtf_paragraphs,
    "odt": odt_paragraphs,
}


def read_legacy(path: Path, revisions: str = "keep", comments: str = "keep", *, checking: bool = False) -> Draft:
    """The draft in a .doc, .wps, .dot, .wpt, .rtf or .odt.

    `InputUnreadable` for what holds no text document, is encrypted, or cannot be converted.
    """
    data = read_file(path)
    form = older_format(data[:HEAD])
    if form is None:
        raise refusal(data)
    refuse_without_text(data)
    if form == "doc":
        _refuse_closed(path)
    with tempfile.TemporaryDirectory(prefix="gwformat-") as folder:
        converted = Path(folder, "draft.docx")
        office.convert(path, _DOCX, converted)
        package = Package.open(converted)
    draft = read_opened(path, package, revisions, comments, checking=checking)
    said, lost = _proven(path, form, package)
    notice = f"{_NAMES[form]}，由 LibreOffice 转换"
    return dataclasses.replace(
        draft, notices=(f"{notice}；{said}" if said else notice, *draft.notices), losses=(*lost, *draft.losses)
    )


def _refuse_closed(path: Path) -> None:
    try:
        if is_encrypted(path):
            raise InputUnreadable(*ENCRYPTED)
    except Unreadable as error:
        raise InputUnreadable(f"这是旧版复合文件，{error}", "请用 Word 或 WPS 打开，另存为 .docx 后再处理") from error


def _proven(path: Path, form: str, package: Package) -> tuple[str, tuple[str, ...]]:
    """What the second reader found: for the notice if all is well, else as a loss."""
    try:
        proof = prove(_SECOND_READERS[form](path), package)
    except Unreadable as error:
        return "", (f"转换前后的文字没有核对：{error}，请对照原件",)
    return ("", (proof.said(),)) if proof.missing else (proof.said(), ())
