"""The header of a picture file comes in, its size on paper comes out."""

from __future__ import annotations

import struct

from gwformat.units import Emu

_EMU_PER_INCH = 914_400
_SCREEN_DPI = 96.0
_LARGEST = 1 << 20  # pixels a side; more is a damaged header


def size_of(data: bytes) -> tuple[Emu, Emu] | None:
    """Width and height of a PNG, JPEG, GIF or BMP; None if it is none of them or its header is damaged."""
    found = _header(data)
    if found is None:
        return None
    width, height, dpi = found
    dpi = dpi if 30 <= dpi <= 2400 else _SCREEN_DPI
    return Emu(round(width * _EMU_PER_INCH / dpi)), Emu(round(height * _EMU_PER_INCH / dpi))


def pixels_of(data: bytes) -> tuple[int, int] | None:
    """The same in pixels."""
    found = _header(data)
    return None if found is None else found[:2]


def _header(data: bytes) -> tuple[int, int, float] | None:
    """Width and height in pixels, and how many of them make an inch."""
    try:
        found = _png(data) or _jpeg(data) or _gif(data) or _bmp(data)
    except (struct.error, IndexError):
        return None
    if found is None or not (0 < found[0] < _LARGEST and 0 < found[1] < _LARGEST):
        return None
    return found


def _png(data: bytes) -> tuple[int, int, float] | None:
    if not data.startswith(b"\x89PNG\r\n\x1a\n") or data[12:16] != b"IHDR":
        return None
    width, height = struct.unpack(">II", data[16:24])
    dpi = _SCREEN_DPI
    position = 8
    while position + 8 <= len(data):
        length, kind = struct.unpack(">I4s", data[position : position + 8])
        if kind == b"pHYs":
            per_metre, _, unit = struct.unpack(">IIB", data[position + 8 : position + 17])
            dpi = per_metre * 0.0254 if unit == 1 else dpi
        if kind in (b"pHYs", b"IDAT"):
            break
        position += 12 + length
    return width, height, dpi


def _jpeg(data: bytes) -> tuple[int, int, float] | None:
    if not data.startswith(b"\xff\xd8"):
        return None
    dpi = _SCREEN_DPI
    position = 2
    while data[position] == 0xFF:
        marker = data[position + 1]
        (length,) = struct.unpack(">H", data[position + 2 : position + 4])
        if marker == 0xE0 and data[position + 4 : position + 9] == b"JFIF\0":
            unit, density = struct.unpack(">BH", data[position + 11 : position + 14])
            dpi = density if unit == 1 else density * 2.54 if unit == 2 else dpi
        if 0xC0 <= marker <= 0xCF and marker not in (0xC4, 0xC8, 0xCC):
            height, width = struct.unpack(">HH", data[position + 5 : position + 9])
            return width, height, dpi
        position += 2 + length
    return None


def _gif(data: bytes) -> tuple[int, int, float] | None:
    if not data.startswith((b"GIF87a", b"GIF89a")):
        return None
    width, height = struct.unpack("<HH", data[6:10])
    return width, height, _SCREEN_DPI


def _bmp(data: bytes) -> tuple[int, int, float] | None:
    if not data.startswith(b"BM"):
        return None
    width, height = struct.unpack("<ii", data[18:26])
    return width, abs(height), _SCREEN_DPI
