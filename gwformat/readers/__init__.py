"""A file of any supported format in, a `Draft` out: the content decides what the file is, then its suffix."""

from __future__ import annotations

import dataclasses
from collections.abc import Callable, Mapping
from pathlib import Path

from gwformat.errors import InputUnreadable, UsageError
from gwformat.model import Draft
from gwformat.ooxml.archive import read_file
from gwformat.ooxml.sniff import HEAD, PDF, ZIP, older_format, refusal

REVISIONS = ("keep", "accept", "reject")
COMMENTS = ("keep", "strip")

# Suffixes that promise a Word document; the bytes must keep the promise.
_WORD_SUFFIXES = frozenset((".docx", ".docm", ".dotx", ".dotm", ".doc", ".dot", ".wps", ".wpt", ".odt", ".rtf"))


def _read_txt(path: Path) -> Draft:
    from gwformat.readers.txt import read_txt

    return read_txt(path)


def _read_md(path: Path) -> Draft:
    from gwformat.readers.md import read_md

    return read_md(path)


def _read_docx(path: Path, revisions: str = "keep", comments: str = "keep", checking: bool = False) -> Draft:
    from gwformat.readers.docx import read_docx

    return read_docx(path, revisions, comments, checking=checking)


def _read_legacy(path: Path, revisions: str = "keep", comments: str = "keep", checking: bool = False) -> Draft:
    from gwformat.readers.legacy import read_legacy

    return read_legacy(path, revisions, comments, checking=checking)


READERS: Mapping[str, Callable[[Path], Draft]] = {
    ".docx": _read_docx,
    ".docm": _read_docx,
    ".dotx": _read_docx,
    ".dotm": _read_docx,
    ".doc": _read_legacy,
    ".dot": _read_legacy,
    ".wps": _read_legacy,
    ".wpt": _read_legacy,
    ".rtf": _read_legacy,
    ".odt": _read_legacy,
    ".txt": _read_txt,
    ".text": _read_txt,
    "": _read_txt,
    ".md": _read_md,
    ".markdown": _read_md,
}


def read(path: Path, *, revisions: str = "keep", comments: str = "keep", checking: bool = False) -> Draft:
    """The draft in `path`; `InputUnreadable` if it is none of the supported formats.

    `revisions` is keep, accept or reject, `comments` keep or strip; both matter to documents of Word only. For
    `checking` a file of ours keeps its blank page, and words in tables have no looks of their own: rules ask the
    effective ones.
    """
    if revisions not in REVISIONS or comments not in COMMENTS:
        raise UsageError(
            f"修订或批注的处理方式不对：{revisions}、{comments}", "可用 keep、accept、reject 和 keep、strip"
        )
    suffix = path.suffix.lower()
    start = read_file(path, HEAD)
    if older_format(start):
        return _read_legacy(path, revisions, comments, checking)
    if start.startswith(ZIP) or suffix in _WORD_SUFFIXES:
        draft = _read_docx(path, revisions, comments, checking)
        if READERS.get(suffix) is not _read_docx:
            notice = f"文件后缀是“{suffix}”，内容是 Word 文档，按 docx 读取"
            draft = dataclasses.replace(draft, notices=(notice, *draft.notices))
        return draft
    if start.startswith(PDF):
        raise refusal(read_file(path))
    reader = READERS.get(suffix)
    if reader is None:
        raise InputUnreadable(f"不支持后缀为“{suffix}”的文件", "请选择 .docx、.doc、.wps、.rtf、.odt、.txt 或 .md 文件")
    return reader(path)
