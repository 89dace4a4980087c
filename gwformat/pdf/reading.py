"""A PDF comes in, as a path or as bytes; a `FinishedFile` goes out, read once from end to end."""

from __future__ import annotations

import io
import logging
from collections.abc import Iterator
from dataclasses import replace
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from gwformat.errors import ComponentMissing, InputUnreadable
from gwformat.finished.values import FinishedFile
from gwformat.ooxml.archive import read_file

_HEAD = b"%PDF-"
_TAIL = 2048  # bytes in which a file says where its table of objects is
_END = b"\nstartxref\n0\n%%EOF\n"  # makes pypdf look for the objects of a file that was cut off
_AES = "AES 加密，装上组件 crypto 才打得开"
_OPENER = "cryptography"  # does what AES needs
_DAMAGED = "请用生成它的软件重新导出 PDF。"


def demand_pypdf() -> None:
    """`ComponentMissing` if pypdf is not installed: reading PDF and printing are components to be added."""
    if find_spec("pypdf") is None:
        raise ComponentMissing("读 PDF、付印", "pypdf", "print")


def is_pdf(data: bytes) -> bool:
    """Whether it is a PDF; some writers put something before its head."""
    return _HEAD in data[:1024]


def read_pdf(source: Path | bytes) -> FinishedFile:
    """Everything in a PDF; `InputUnreadable` if it is none, `ComponentMissing` if pypdf is not installed."""
    data = source if isinstance(source, bytes) else read_file(source)
    name = "PDF" if isinstance(source, bytes) else f"“{source.name}”"
    if not is_pdf(data):
        raise InputUnreadable(f"{name}不是 PDF", "请选择 PDF 或 docx 文件。")
    demand_pypdf()
    from pypdf import PdfReader
    from pypdf.errors import DependencyError

    from gwformat.pdf.damage import DAMAGE

    logging.getLogger("pypdf").setLevel(logging.CRITICAL)  # what it mends is said by `damage`
    complete = b"%%EOF" in data[-_TAIL:]
    try:
        read = _read(PdfReader(io.BytesIO(data if complete else data + _END)), data)
        return replace(read, incomplete=not complete)
    except DependencyError:  # what would undo the lock is not installed: nobody can say what is behind it
        return replace(_unopened(data), incomplete=not complete)
    except DAMAGE as error:
        raise InputUnreadable(f"{name}已经损坏，读不出页面", _DAMAGED) from error


def _read(reader: Any, data: bytes) -> FinishedFile:
    from gwformat.pdf import archive, features
    from gwformat.pdf.fonts import Fonts
    from gwformat.pdf.sheets import read_page

    version = _version(data)
    damage = tuple(_damage(data))
    encryption, locked = _encryption(reader)
    if locked:
        return FinishedFile(version, (), (), encryption, True, damage=damage)
    catalogue = reader.trailer["/Root"].get_object()
    fonts = Fonts()
    pages = list(reader.pages)
    read = tuple(read_page(page, number, fonts) for number, page in enumerate(pages, 1))
    faces = fonts.faces(pages)
    return FinishedFile(
        version=version,
        pages=read,
        faces=faces,
        encryption=encryption,
        scripts=tuple(dict.fromkeys(features.scripts(catalogue, pages))),
        actions=tuple(features.actions(catalogue)),
        layers=tuple(features.layers(catalogue)),
        fields=tuple(features.fields(catalogue)),
        attachments=tuple(features.attachments(catalogue)),
        archive=archive.claim(reader, catalogue, data, read, faces),
        damage=damage,
    )


def _unopened(data: bytes) -> FinishedFile:
    damage = tuple(_damage(data))
    return FinishedFile(_version(data), (), (), _AES, locked=True, opener=_OPENER, damage=damage)


def _version(data: bytes) -> str:
    return data[data.index(_HEAD) + len(_HEAD) :][:3].decode("latin-1")


def _encryption(reader: Any) -> tuple[str, bool]:
    """How the file is locked, and whether so that nothing can be read."""
    from pypdf.errors import DependencyError

    from gwformat.pdf.damage import DAMAGE

    if not reader.is_encrypted:
        return "", False
    said = reader.trailer["/Encrypt"].get_object()
    strength = f"{int(said.get('/Length', 40))} 位" if int(said.get("/V", 1)) < 5 else "256 位"
    try:
        opened = bool(reader.decrypt(""))
        if opened:
            _ = reader.pages[0]
    except DependencyError:  # one of DAMAGE, but no fault of the file
        raise
    except DAMAGE as error:
        return f"{strength}加密（{type(error).__name__}）", True
    if not opened:
        return f"{strength}加密，打开要口令", True
    allowed = "允许打印" if int(said.get("/P", -1)) & 4 else "不许打印"
    return f"{strength}加密，{allowed}", False


def _damage(data: bytes) -> Iterator[str]:
    """What readers mend without a word: junk before the head, no end mark, a table that is not where it should be."""
    if not data.startswith(_HEAD):
        yield "文件头前面有别的内容"
    tail = data[-_TAIL:]
    place = tail.rfind(b"startxref")
    if place < 0:
        yield "没有交叉引用表的位置"
        return
    digits = tail[place + 9 :].split(None, 1)
    offset = int(digits[0]) if digits and digits[0].isdigit() else -1
    head = data[offset : offset + 40].lstrip() if 0 <= offset < len(data) else b""
    if not (head.startswith(b"xref") or b"obj" in head):
        yield "交叉引用表不在所说的位置"
