"""The bytes of a picture file come in; what it holds besides its pixels goes out, or the file without it."""

from __future__ import annotations

import struct
import zlib
from collections.abc import Iterator

from gwformat.ooxml import drawn_xml
from gwformat.ooxml.colour_profile import without_words
from gwformat.ooxml.metafiles import Piece, reader_of

PNG = b"\x89PNG\r\n\x1a\n"
JPEG = b"\xff\xd8\xff"
"""How files of these kinds begin."""

_GIF = (b"GIF87a", b"GIF89a")
_TIFF = (b"II*\0", b"MM\0*")

_TEXTS = {b"tEXt": "文字说明", b"zTXt": "文字说明", b"iTXt": "文字说明", b"eXIf": "Exif 拍摄信息", b"tIME": "修改时间"}
_SHOWN = frozenset(
    (
        b"IHDR", b"PLTE", b"IDAT", b"IEND", b"tRNS", b"gAMA", b"cHRM", b"sRGB", b"iCCP", b"sBIT", b"bKGD", b"pHYs",
        b"hIST", b"cICP", b"mDCV", b"cLLI",
    )
)  # fmt: skip
_ICC = b"ICC_PROFILE\0"
_PROFILES = frozenset(
    (b"icc", b"ICC", b"ICC profile", b"ICC Profile", b"sRGB", b"Photoshop ICC profile", b"Display P3")
)
_ICC_HEAD = len(_ICC) + 2  # and which piece it is, of how many
_BEFORE = 4 + _ICC_HEAD
_PROFILE = "色彩配置的说明"
_LONGEST_PROFILE = 16 * 1024 * 1024
_NEEDED = frozenset((*range(0xC0, 0xD0), *range(0xDA, 0xE0)))  # frames, tables, scans
_BARE = frozenset((0xD8, 0x01, *range(0xD0, 0xD8)))  # markers without a length
_ORIENTATION = 0x0112
_EXIF = b"Exif\0\0"


def extras(data: bytes) -> tuple[tuple[str, bool], ...]:
    """What the file holds besides its pixels, and whether `cleaned` can leave it out."""
    pieces = _pieces(data)
    if pieces is not None:
        return tuple((what, True) for what in dict.fromkeys(what for _, what in pieces if what))
    if data.startswith(_TIFF):
        return (("TIFF 图片可能带有拍摄信息", False),)
    if drawn_xml.is_drawn(data):
        return drawn_xml.extras(data)
    return () if reader_of(data) else (("不认识的图片格式", False),)  # what is damaged shows nothing to anybody


def cleaned(data: bytes) -> bytes:
    """The same picture without what `extras` tells of; the way a photograph is turned stays said."""
    pieces = _pieces(data)
    if pieces is None:
        return drawn_xml.cleaned(data) if drawn_xml.is_drawn(data) else data
    return b"".join(piece for piece, what in pieces if not what)


def _pieces(data: bytes) -> list[Piece] | None:
    """The file cut into what shows and what does not; None for other formats and damaged files."""
    try:
        if data.startswith(PNG):
            return list(_png(data))
        if data.startswith(JPEG):
            return list(_with_plain_profile(list(_jpeg(data))))
        if data.startswith(_GIF):
            return list(_gif(data))
        read = reader_of(data)
        return None if read is None else list(read(data))
    except (struct.error, IndexError, ValueError):
        return None


def _png(data: bytes) -> Iterator[Piece]:
    yield PNG, ""
    at = len(PNG)
    while at < len(data):
        size, name = struct.unpack_from(">I4s", data, at)
        end = at + 12 + int(size)
        if end > len(data):
            raise ValueError("chunk ends early")
        chunk = data[at:end]
        if name == b"iCCP" and (plain := _plain_profile(chunk)) != chunk:
            yield chunk, "色彩配置的名称和说明"
            chunk = plain
        yield chunk, "" if name in _SHOWN else _TEXTS.get(name, "附加数据")
        at = end
        if name == b"IEND":
            break
    if at < len(data):
        yield data[at:], "图片之后的数据"


def _plain_profile(chunk: bytes) -> bytes:
    """A chunk with a colour profile whose name and words say nothing; the chunk itself if they do not."""
    name, _, rest = chunk[8:-4].partition(b"\0")
    unpacked = zlib.decompressobj()
    try:
        profile = unpacked.decompress(rest[1:], _LONGEST_PROFILE)
    except zlib.error:
        profile = b""
    plain = without_words(profile)
    if name in _PROFILES and plain == profile and not unpacked.unused_data:
        return chunk
    said = b"iCCPicc\0\0" + zlib.compress(plain)
    return struct.pack(">I", len(said) - 4) + said + struct.pack(">I", zlib.crc32(said))


def _jpeg(data: bytes) -> Iterator[Piece]:
    at = 0
    while at < len(data):
        if data[at] != 0xFF:
            raise ValueError("no marker")
        marker = data[at + 1]
        if marker == 0xFF:  # fill bytes before a marker
            at += 1
            continue
        if marker == 0xD9:
            yield data[at : at + 2], ""
            at += 2
            break
        if marker in _BARE:
            yield data[at : at + 2], ""
            at += 2
            continue
        (size,) = struct.unpack_from(">H", data, at + 2)
        end = at + 2 + int(size)
        if end > len(data) or size < 2:
            raise ValueError("segment ends early")
        segment = data[at:end]
        what = _hidden_in(marker, segment[4:])
        yield segment, what
        if what.startswith("Exif") and (turned := _orientation(segment[4 + len(_EXIF) :])) > 1 and len(segment) != 36:
            yield _turned(turned), ""
        at = end
        if marker == 0xDA:  # the scan: entropy-coded until a marker that is not part of it
            start = at
            while not (data[at] == 0xFF and data[at + 1] not in (0x00, *range(0xD0, 0xD8))):
                at = data.index(b"\xff", at + 1)
            yield data[start:at], ""
    if at < len(data):
        yield data[at:], "图片之后的数据"


def _hidden_in(marker: int, content: bytes) -> str:
    """What an application segment or comment holds; "" for what belongs to the picture."""
    if marker == 0xFE:
        return "图片的注释"
    if not 0xE0 <= marker <= 0xEF:
        return "" if marker in _NEEDED else "附加数据"
    if marker == 0xE0 and content.startswith(b"JFIF\0"):
        return "" if len(content) == 14 else "预览图"
    if marker == 0xEE and content.startswith(b"Adobe") and len(content) == 12:
        return ""
    if marker == 0xE2 and content.startswith(_ICC):
        return _PROFILE
    if marker == 0xE1 and content.startswith(_EXIF):
        return "" if content == _turned(_orientation(content[len(_EXIF) :]))[4:] else "Exif 拍摄信息"
    return {0xE1: "XMP 信息", 0xED: "Photoshop、IPTC 信息"}.get(marker, "附加数据")


def _with_plain_profile(pieces: list[Piece]) -> Iterator[Piece]:
    """The same with a colour profile, which may fill several segments, that holds no words."""
    said = b"".join(piece[_BEFORE:] for piece, what in pieces if what == _PROFILE)
    plain, at = without_words(said), 0
    for piece, what in pieces:
        if what != _PROFILE:
            yield piece, what
            continue
        kept = piece[:_BEFORE] + plain[at : at + len(piece) - _BEFORE]
        at += len(piece) - _BEFORE
        if kept != piece:
            yield piece, what
        yield kept, ""


def _orientation(tiff: bytes) -> int:
    """The orientation an Exif block says, 1 if none."""
    if tiff[:2] not in (b"II", b"MM"):
        return 1
    order = "<" if tiff.startswith(b"II") else ">"
    try:
        (start,) = struct.unpack_from(f"{order}I", tiff, 4)
        (count,) = struct.unpack_from(f"{order}H", tiff, start)
        for number in range(min(int(count), 512)):
            tag, _, _, value = struct.unpack_from(f"{order}HHIH", tiff, start + 2 + 12 * number)
            if tag == _ORIENTATION and 1 <= value <= 8:
                return int(value)
    except struct.error:
        pass
    return 1


def _turned(orientation: int) -> bytes:
    """An Exif segment that says the orientation and nothing else."""
    entry = struct.pack(">HHIHH", _ORIENTATION, 3, 1, orientation, 0)
    content = _EXIF + b"MM\0*\0\0\0\x08" + struct.pack(">H", 1) + entry + b"\0\0\0\0"
    return b"\xff\xe1" + struct.pack(">H", len(content) + 2) + content


def _gif(data: bytes) -> Iterator[Piece]:
    at = 13 + (3 << ((data[10] & 7) + 1) if data[10] & 0x80 else 0)
    yield data[:at], ""
    while data[at] != 0x3B:
        start = at
        if data[at] == 0x2C:
            packed = data[at + 9]
            at += 11 + (3 << ((packed & 7) + 1) if packed & 0x80 else 0)
            what = ""
        elif data[at] == 0x21:
            label = data[at + 1]
            what = {0xFE: "图片的注释", 0x01: "文字说明"}.get(label, "")
            if label == 0xFF and data[at + 3 : at + 14] not in (b"NETSCAPE2.0", b"ANIMEXTS1.0"):
                what = "附加数据"
            at += 2
        else:
            raise ValueError("no block")
        while data[at]:
            at += 1 + data[at]
        at += 1
        yield data[start:at], what
    yield data[at : at + 1], ""
    if at + 1 < len(data):
        yield data[at + 1 :], "图片之后的数据"
