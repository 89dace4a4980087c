"""A zip's bytes in, the content of one member out, with its compressed form; members in, reproducible zip bytes out.

A part that does not change is written as it was compressed, which costs nothing; the result is still one plain
zip, for whatever a member says of itself besides its data is written anew.
"""

from __future__ import annotations

import struct
import zipfile
import zlib
from collections.abc import Iterable
from typing import NamedTuple

_LOCAL, _CENTRAL, _END = b"PK\x03\x04", b"PK\x01\x02", b"PK\x05\x06"
_LOCAL_BYTES = 30
_VERSION = 20  # deflate and folders; nothing here needs more
_UTF_8 = 0x800
_PATCHED_OR_STRONGLY_ENCRYPTED = 0x60
_EPOCH = (0, 1 << 5 | 1)  # time and date: 1980-01-01, 00:00
_ATTRIBUTES = 0o600 << 16
_LEVEL = 3  # XML comes out a tenth larger than with zlib's default, in half the time; Word itself uses the quickest


class Member(NamedTuple):
    """What a zip stores of a member: how, its checksum, the size of its content, and its bytes."""

    method: int
    checksum: int
    size: int
    stored: bytes


def compressed(content: bytes, method: int) -> Member:
    """The member for some content, deflated or stored as it is."""
    stored = content
    if method == zipfile.ZIP_DEFLATED:
        deflate = zlib.compressobj(_LEVEL, wbits=-zlib.MAX_WBITS)
        stored = deflate.compress(content) + deflate.flush()
    return Member(method, zlib.crc32(content), len(content), stored)


def stored_bytes(data: bytes, info: zipfile.ZipInfo) -> bytes:
    """The bytes of a member as they stand in the zip; `BadZipFile` or `EOFError` if they do not stand there."""
    start = _start(data, info)
    stored = data[start : start + info.compress_size]
    if len(stored) < info.compress_size:
        raise EOFError("member ends early")
    return stored


def content_of(stored: bytes, method: int, checksum: int, size: int) -> tuple[bytes, Member | None]:
    """The content of a stored or deflated member, and its deflated form if that is sound to write again.

    Never inflates beyond the declared size. `BadZipFile` if size or checksum do not fit; `EOFError`, `zlib.error` or
    `ValueError` for data that end early or make no sense.
    """
    if method == zipfile.ZIP_STORED:
        content, sound = stored[:size], False
    else:
        inflate = zlib.decompressobj(-zlib.MAX_WBITS)
        content = inflate.decompress(stored, size + 1)
        sound = inflate.eof and not inflate.unused_data and len(content) == size
    if len(content) > size or zlib.crc32(content) != checksum:
        raise zipfile.BadZipFile("wrong size or checksum")
    return content, Member(method, checksum, size, stored) if sound else None


def _start(data: bytes, info: zipfile.ZipInfo) -> int:
    """Where the data of a member begin: after its own header, which must name the same member as the directory."""
    if info.flag_bits & _PATCHED_OR_STRONGLY_ENCRYPTED:
        raise NotImplementedError("patched or strongly encrypted member")
    at = info.header_offset
    if at < 0 or len(data) < at + _LOCAL_BYTES or not data.startswith(_LOCAL, at):
        raise zipfile.BadZipFile("no header")
    (flags,) = struct.unpack_from("<H", data, at + 6)
    name, extra = struct.unpack_from("<HH", data, at + 26)
    spelled = data[at + _LOCAL_BYTES : at + _LOCAL_BYTES + name]
    if spelled.decode("utf-8" if flags & _UTF_8 else "cp437") != info.orig_filename:
        raise zipfile.BadZipFile("header and directory differ")
    return at + _LOCAL_BYTES + int(name) + int(extra)


def write_members(members: Iterable[tuple[str, Member]]) -> bytes:
    """The zip of members in the order given, all with the same time and attributes."""
    pieces: list[bytes] = []
    directory: list[bytes] = []
    offset = 0
    for name, member in members:
        spelled = name.encode()
        flags = 0 if name.isascii() else _UTF_8
        sizes = member.checksum, len(member.stored), member.size, len(spelled), 0
        common = struct.pack("<HHHHHLLLHH", _VERSION, flags, member.method, *_EPOCH, *sizes)
        pieces += (_LOCAL, common, spelled, member.stored)
        place = struct.pack("<HHHLL", 0, 0, 0, _ATTRIBUTES, offset)
        directory += (_CENTRAL, struct.pack("<H", _VERSION), common, place, spelled)
        offset += _LOCAL_BYTES + len(spelled) + len(member.stored)
    count, length = len(directory) // 5, sum(map(len, directory))
    end = struct.pack("<HHHHLLH", 0, 0, count, count, length, offset, 0)
    return b"".join([*pieces, *directory, _END, end])
