"""Files that are meant to break readers, built by hand: a name in, the path of a file that nobody should open out."""

from __future__ import annotations

import random
import struct
import zlib
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from tests.build import NAMESPACES, make_docx, parts_of, zip_parts

_TYPES = (
    b'<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
    b'<Default Extension="xml" ContentType="application/xml"/></Types>'
)
_W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_PARAGRAPH = "<w:p><w:r><w:t>某某市某某局</w:t></w:r></w:p>"
_GOOD = make_docx(_PARAGRAPH)


@dataclass(frozen=True, slots=True)
class Entry:
    """One zip entry with every field free to lie."""

    name: str
    data: bytes = b""
    method: int = zlib.DEFLATED
    flags: int = 0
    declared_size: int | None = None
    crc: int | None = None


def raw_zip(*entries: Entry) -> bytes:
    """A zip written field by field, as no library would write it."""
    local, central = bytearray(), bytearray()
    for entry in entries:
        packed = _deflate(entry.data) if entry.method == zlib.DEFLATED else entry.data
        name = entry.name.encode()
        crc = zlib.crc32(entry.data) if entry.crc is None else entry.crc
        size = len(entry.data) if entry.declared_size is None else entry.declared_size
        common = struct.pack(
            "<HHHHHIIIHH", 20, entry.flags | 0x800, entry.method, 0, 33, crc, len(packed), size, len(name), 0
        )
        central += b"PK\x01\x02" + struct.pack("<H", 20) + common + struct.pack("<HHHII", 0, 0, 0, 0, len(local)) + name
        local += b"PK\x03\x04" + common + name + packed
    count = len(entries)
    end = b"PK\x05\x06" + struct.pack("<HHHHIIH", 0, 0, count, count, len(central), len(local), 0)
    return bytes(local + central) + end


def compound_file(*streams: str) -> bytes:
    """The smallest OLE2 file with (empty) streams of these names: header, one FAT sector, one directory sector."""
    free, end, fat_sector, none = 0xFFFFFFFF, 0xFFFFFFFE, 0xFFFFFFFD, 0xFFFFFFFF
    header = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(16)
    header += struct.pack("<HHHHH6xIIIIIIIIII", 0x3E, 3, 0xFFFE, 9, 6, 0, 1, 1, 0, 4096, end, 0, end, 0, 0)
    header += struct.pack("<I", none) * 108
    fat = struct.pack("<II", fat_sector, end) + struct.pack("<I", free) * 126
    directory = _directory_entry("Root Entry", 5, 1 if streams else none)
    for number, stream in enumerate(streams[:3], 1):
        directory += _directory_entry(stream, 2, none, number + 1 if number < len(streams) else none)
    return header.ljust(512, b"\0")[:512] + fat + directory.ljust(512, b"\0")


def _directory_entry(name: str, kind: int, child: int, right: int = 0xFFFFFFFF) -> bytes:
    spelled = (name + "\0").encode("utf-16-le")
    fields = struct.pack("<HBBIII", len(spelled), kind, 1, 0xFFFFFFFF, right, child)
    return (spelled.ljust(64, b"\0") + fields).ljust(116, b"\0") + struct.pack("<IQ", 0xFFFFFFFE, 0)


def _deflate(data: bytes) -> bytes:
    packer = zlib.compressobj(9, zlib.DEFLATED, -15)
    return packer.compress(data) + packer.flush()


def _with_parts(*entries: Entry) -> bytes:
    """A complete small docx with more entries; an entry of the same name takes a part's place."""
    given = {entry.name for entry in entries}
    base = [entry for entry in _good_entries() if entry.name not in given]
    return raw_zip(*base, *entries)


def _good_entries() -> list[Entry]:
    return [Entry(name, data) for name, data in parts_of(_GOOD).items()]


def _without(part: str) -> bytes:
    return raw_zip(*(entry for entry in _good_entries() if entry.name != part))


def _document(xml: str, encoding: str = "utf-8") -> bytes:
    return _with_parts(Entry("word/document.xml", xml.encode(encoding)))


def _deep(levels: int) -> bytes:
    opened = "<w:tbl><w:tr><w:tc>" * (levels // 3)
    closed = "</w:tc></w:tr></w:tbl>" * (levels // 3)
    return _document(f'<w:document xmlns:w="{_W}"><w:body>{opened}{_PARAGRAPH}{closed}</w:body></w:document>')


def _laughs() -> str:
    entities = "".join(f'<!ENTITY e{n} "{f"&e{n - 1};" * 10}">' for n in range(1, 12))
    return (
        f'<!DOCTYPE d [<!ENTITY e0 "哈哈哈哈">{entities}]><w:document xmlns:w="{_W}"><w:body><w:p><w:r><w:t>&e11;</w:t>'
        "</w:r></w:p></w:body></w:document>"
    )


def _external() -> str:
    return (
        f'<!DOCTYPE d [<!ENTITY secret SYSTEM "file:///etc/passwd">]><w:document xmlns:w="{_W}"><w:body><w:p><w:r>'
        "<w:t>&secret;</w:t></w:r></w:p></w:body></w:document>"
    )


def _foreign(part: str) -> bytes:
    return zip_parts({"[Content_Types].xml": _TYPES, "_rels/.rels": b"<r/>", part: b"<x/>"})


def _damaged() -> bytes:
    """One bit of the compressed words is wrong."""
    entry = next(entry for entry in _good_entries() if entry.name == "word/document.xml")
    return _with_parts(Entry(entry.name, entry.data, crc=zlib.crc32(entry.data) ^ 1))


def _millions_of_elements() -> bytes:
    """Four bytes each in the file, hundreds once parsed; mixed, so that they do not compress suspiciously well."""
    elements = random.Random(1).choices(("<w:p/>", "<w:r/>", "<w:b/>", "<w:i/>", "<w:t/>"), k=2_900_000)
    return _document(f'<w:document xmlns:w="{_W}"><w:body>{"".join(elements)}</w:body></w:document>')


_ZEROS = bytes(4_000_000)

BYTES: dict[str, Callable[[], bytes]] = {
    "empty": lambda: b"",
    "only zeros": lambda: bytes(4096),
    "no zip": lambda: b"this is no document",
    "truncated in the middle": lambda: _GOOD[: len(_GOOD) // 2],
    "truncated by ten bytes": lambda: _GOOD[:-10],
    "only the end of a zip": lambda: _GOOD[-22:],
    "zip bomb by ratio": lambda: _with_parts(Entry("word/media/a.bin", bytes(16_000_000))),
    "zip bomb by sum": lambda: _with_parts(*(Entry(f"word/media/{n}.bin", _ZEROS) for n in range(50))),
    "zip bomb by entries": lambda: _with_parts(*(Entry(f"word/{n}.xml") for n in range(5000))),
    "zip bomb that lies about its size": lambda: _with_parts(
        Entry("word/document.xml", bytes(16_000_000), declared_size=1000)
    ),
    "zip in a zip": lambda: raw_zip(Entry("inner.zip", raw_zip(Entry("inner.zip", _GOOD)))),
    "declared size of four gigabytes": lambda: _with_parts(Entry("word/a.bin", b"x", declared_size=0xFFFFFFF0)),
    "checksum wrong": _damaged,
    "compression method unknown": lambda: _with_parts(Entry("word/a.bin", b"x", method=97)),
    "encrypted zip": lambda: _with_parts(Entry("word/document.xml", b"x" * 40, flags=1)),
    "encrypted docx": lambda: compound_file("EncryptionInfo", "EncryptedPackage"),
    "binary document": lambda: compound_file("WordDocument", "1Table"),
    "binary workbook": lambda: compound_file("Workbook"),
    "compound file without streams": compound_file,
    "compound file cut off": lambda: compound_file("EncryptedPackage")[:100],
    "path above the package": lambda: _with_parts(Entry("../../evil.xml", b"<x/>")),
    "path from the root": lambda: _with_parts(Entry("/etc/evil.xml", b"<x/>")),
    "path with a drive": lambda: _with_parts(Entry("C:/evil.xml", b"<x/>")),
    "path with backslashes": lambda: _with_parts(Entry("..\\..\\evil.xml", b"<x/>")),
    "path with a NUL": lambda: _with_parts(Entry("word/a.xml\0.png", b"<x/>")),
    "two parts of one name": lambda: raw_zip(*_good_entries(), Entry("word/document.xml", b"<other/>")),
    "no content types": lambda: _without("[Content_Types].xml"),
    "no relationships": lambda: _without("_rels/.rels"),
    "no main part": lambda: _without("word/document.xml"),
    "malformed main part": lambda: _document("<w:document><w:body>"),
    "malformed relationships": lambda: _with_parts(Entry("_rels/.rels", b"<Relationships")),
    "malformed content types": lambda: _with_parts(Entry("[Content_Types].xml", b"<Types")),
    "document without a body": lambda: _document(f"<w:document {NAMESPACES}/>"),
    "main part that is no document": lambda: _document("<x/>"),
    "main part in an unknown encoding": lambda: _document('<?xml version="1.0" encoding="x-none"?><x/>'),
    "billion laughs": lambda: _document(_laughs()),
    "billion laughs in UTF-16": lambda: _document(_laughs(), "utf-16"),
    "external entity": lambda: _document(_external()),
    "nested 300 deep": lambda: _deep(300),
    "nested 5000 deep": lambda: _deep(5000),
    "millions of elements": _millions_of_elements,
    "workbook": lambda: _foreign("xl/workbook.xml"),
    "presentation": lambda: _foreign("ppt/presentation.xml"),
    "OpenDocument": lambda: _foreign("META-INF/manifest.xml"),
    "OFD": lambda: zip_parts({"OFD.xml": b"<x/>"}),
    "PDF": lambda: b"%PDF-1.7\n",
    "web page": lambda: b"<html><body>text</body></html>",
}


def build(name: str, folder: Path) -> Path:
    """Write the hostile file called `name` into `folder`, as a docx."""
    path = folder / "草稿.docx"
    path.write_bytes(BYTES[name]())
    return path
