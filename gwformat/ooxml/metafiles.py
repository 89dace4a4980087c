"""The bytes of an EMF, WMF, BMP or WebP file come in, cut into what shows and what does not they go out.

Records of a metafile stay where they are, for others may count on their places: what they say in words becomes zeros.
"""

from __future__ import annotations

import struct
from collections.abc import Callable, Iterator

Piece = tuple[bytes, str]
"""Bytes of a file, and what they hold besides the picture; "" for the picture itself, or for what stands instead."""

_EMF_HEADER, _EMF_EOF, _EMF_COMMENT = 1, 14, 70
_EMF_DESCRIPTION = 60  # where the header says how long it is and where it stands
_DRAWN_COMMENTS = (b"EMF+", b"GDIC")  # pictures in themselves
_WMF_PLACEABLE = b"\xd7\xcd\xc6\x9a"
_WMF_ESCAPE, _WMF_COMMENT = 0x0626, 15
_WEBP_UNSEEN = {b"EXIF": (0x08, "Exif 拍摄信息"), b"XMP ": (0x04, "XMP 信息")}
_WEBP_SHOWN = frozenset((b"VP8 ", b"VP8L", b"VP8X", b"ALPH", b"ANIM", b"ANMF", b"ICCP"))
_TAIL, _NOTE = "图片之后的数据", "图片的注释"


def reader_of(data: bytes) -> Callable[[bytes], Iterator[Piece]] | None:
    """What cuts a file of that format; None for formats that are not known here."""
    if data.startswith(b"\x01\0\0\0") and data[40:44] == b" EMF":
        return _emf
    if data.startswith((_WMF_PLACEABLE, b"\x01\0\x09\0", b"\x02\0\x09\0")):
        return _wmf
    if data.startswith(b"BM"):
        return _bmp
    return _webp if data.startswith(b"RIFF") and data[8:12] == b"WEBP" else None


def _emf(data: bytes) -> Iterator[Piece]:
    """MS-EMF 2.3: records of a type and a size; the header may have a description, which no program shows."""
    at = 0
    while True:
        kind, size = struct.unpack_from("<II", data, at)
        record = data[at : at + size]
        if size < 8 or size % 4 or len(record) < size:
            raise ValueError("record ends early")
        plain = record
        if kind == _EMF_HEADER:
            plain = _without_description(record)
        elif kind == _EMF_COMMENT and record[12:16] not in _DRAWN_COMMENTS:
            plain = record[:12] + bytes(size - 12)
        yield from _instead(record, plain, "图片的说明" if kind == _EMF_HEADER else _NOTE)
        at += size
        if kind == _EMF_EOF:
            break
    yield from _tail(data, at)


def _without_description(header: bytes) -> bytes:
    length, start = struct.unpack_from("<II", header, _EMF_DESCRIPTION)
    end = start + 2 * length
    if not length or not 0 < start <= end <= len(header):
        return header
    blank = header[:start] + bytes(end - start) + header[end:]
    return blank[:_EMF_DESCRIPTION] + bytes(8) + blank[_EMF_DESCRIPTION + 8 :]


def _wmf(data: bytes) -> Iterator[Piece]:
    """MS-WMF 2.3: after the headers records of a size in words and a function."""
    at = 18 + (22 if data.startswith(_WMF_PLACEABLE) else 0)
    yield data[:at], ""
    while True:
        words, function = struct.unpack_from("<IH", data, at)
        size = 2 * int(words)
        record = data[at : at + size]
        if size < 6 or len(record) < size:
            raise ValueError("record ends early")
        is_note = function == _WMF_ESCAPE and record[6:8] == struct.pack("<H", _WMF_COMMENT)
        yield from _instead(record, record[:10] + bytes(size - 10) if is_note else record, _NOTE)
        at += size
        if function == 0:
            break
    yield from _tail(data, at)


def _bmp(data: bytes) -> Iterator[Piece]:
    """The header says how long the file is and where its pixels begin; older programs leave the length out."""
    size, _, pixels = struct.unpack_from("<III", data, 2)
    end = int(size) if pixels < size <= len(data) else len(data)
    yield data[:end], ""
    yield from _tail(data, end)


def _webp(data: bytes) -> Iterator[Piece]:
    """Chunks of a name and a size, even; the header says how long they all are, VP8X which there are."""
    end = 8 + int(struct.unpack_from("<I", data, 4)[0])
    if end > len(data):
        raise ValueError("file ends early")
    at, chunks = 12, []
    while at < end:
        name, size = struct.unpack_from("<4sI", data, at)
        chunks.append((name, data[at : at + 8 + size + size % 2]))
        at += 8 + size + size % 2
    shown = [(name, chunk) for name, chunk in chunks if name in _WEBP_SHOWN]
    for name, chunk in chunks:
        if name not in _WEBP_SHOWN:
            yield chunk, _WEBP_UNSEEN.get(name, (0, "附加数据"))[1]
    gone = sum(flag for name, (flag, _) in _WEBP_UNSEEN.items())
    body = b"".join(_unflagged(chunk, gone) if name == b"VP8X" else chunk for name, chunk in shown)
    yield b"RIFF" + struct.pack("<I", 4 + len(body)) + b"WEBP" + body, ""
    yield from _tail(data, end)


def _unflagged(chunk: bytes, flags: int) -> bytes:
    return chunk[:8] + bytes((chunk[8] & ~flags,)) + chunk[9:]


def _instead(record: bytes, plain: bytes, what: str) -> Iterator[Piece]:
    """A record, and what is to stand in its place if it is not plain."""
    if record != plain:
        yield record, what
    yield plain, ""


def _tail(data: bytes, end: int) -> Iterator[Piece]:
    if end < len(data):
        yield data[end:], _TAIL
