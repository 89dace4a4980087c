"""The first bytes of a picture file come in; its pixels and how many of them make an inch go out."""

from __future__ import annotations

import struct
from collections.abc import Callable, Iterator, Mapping

from gwformat.finished.values import Space
from gwformat.values import dataclass

_LARGEST = 1 << 20  # pixels a side; more is a damaged header
_MM_PER_INCH = 25.4


@dataclass(frozen=True, slots=True)
class Raster:
    """What the header of a picture says; `dpi` is None where it says nothing of its size."""

    columns: int
    rows: int
    bits: int  # a part of a pixel
    space: Space
    dpi: float | None = None
    see_through: bool = False  # some of its pixels may let through what lies below them


def raster_of(data: bytes) -> Raster | None:
    """What the header of a PNG, JPEG, GIF, BMP or TIFF says; None if it is none of them or damaged."""
    try:
        found = next((read(data) for magic, read in _FORMS.items() if data.startswith(magic)), None)
    except (struct.error, IndexError):
        return None
    if found is None or not (0 < found.columns < _LARGEST and 0 < found.rows < _LARGEST):
        return None
    return found


def is_tiff(data: bytes) -> bool:
    """Whether it is a TIFF, which many programs cannot show."""
    return data.startswith(_TIFF)


_PNG_SPACES = {0: Space.GRAY, 2: Space.RGB, 3: Space.INDEXED, 4: Space.GRAY, 6: Space.RGB}


def _png(data: bytes) -> Raster | None:
    if data[12:16] != b"IHDR":
        return None
    columns, rows, bits, kind = struct.unpack(">IIBB", data[16:26])
    dpi, see_through = None, kind in (4, 6)
    position = 8
    while position + 8 <= len(data):
        length, name = struct.unpack(">I4s", data[position : position + 8])
        if name == b"pHYs":
            per_metre, _, unit = struct.unpack(">IIB", data[position + 8 : position + 17])
            dpi = per_metre * _MM_PER_INCH / 1000 if unit == 1 else dpi
        see_through |= name == b"tRNS"
        if name == b"IDAT":
            break
        position += 12 + length
    return Raster(columns, rows, bits, _PNG_SPACES.get(kind, Space.UNKNOWN), dpi, see_through)


_JPEG_SPACES = {1: Space.GRAY, 3: Space.RGB, 4: Space.CMYK}


def _jpeg(data: bytes) -> Raster | None:
    dpi = None
    position = 2
    while data[position] == 0xFF:
        marker = data[position + 1]
        (length,) = struct.unpack(">H", data[position + 2 : position + 4])
        if marker == 0xE0 and data[position + 4 : position + 9] == b"JFIF\0":
            unit, density = struct.unpack(">BH", data[position + 11 : position + 14])
            dpi = density if unit == 1 else density * 2.54 if unit == 2 else dpi
        if 0xC0 <= marker <= 0xCF and marker not in (0xC4, 0xC8, 0xCC):
            bits, rows, columns, parts = struct.unpack(">BHHB", data[position + 4 : position + 10])
            return Raster(columns, rows, bits, _JPEG_SPACES.get(parts, Space.UNKNOWN), dpi)
        position += 2 + length
    return None


def _gif(data: bytes) -> Raster | None:
    columns, rows = struct.unpack("<HH", data[6:10])
    return Raster(columns, rows, 8, Space.INDEXED)


def _bmp(data: bytes) -> Raster | None:
    columns, rows, _, depth = struct.unpack("<iiHH", data[18:30])
    space = Space.INDEXED if depth <= 8 else Space.RGB
    return Raster(columns, abs(rows), min(depth, 8), space)


_TIFF = (b"II*\0", b"MM\0*")
_TIFF_SPACES = {0: Space.GRAY, 1: Space.GRAY, 2: Space.RGB, 3: Space.INDEXED, 5: Space.CMYK, 8: Space.LAB}
_WIDTH, _HEIGHT, _BITS, _PHOTOMETRIC = 256, 257, 258, 262
_TIFF_TYPES = {3: "H", 4: "I"}


def _tiff(data: bytes) -> Raster | None:
    tags = dict(_tiff_tags(data, "<" if data.startswith(b"II") else ">"))
    if _WIDTH not in tags or _HEIGHT not in tags:
        return None
    space = _TIFF_SPACES.get(tags.get(_PHOTOMETRIC, 0), Space.UNKNOWN)
    return Raster(tags[_WIDTH], tags[_HEIGHT], tags.get(_BITS, 1), space)


def _tiff_tags(data: bytes, order: str) -> Iterator[tuple[int, int]]:
    """The whole numbers of the first directory; of several values the first one."""
    (place,) = struct.unpack(f"{order}I", data[4:8])
    (count,) = struct.unpack(f"{order}H", data[place : place + 2])
    for start in range(place + 2, place + 2 + 12 * count, 12):
        tag, kind, number = struct.unpack(f"{order}HHI", data[start : start + 8])
        form = _TIFF_TYPES.get(kind)
        if form is None or not number:
            continue
        size = struct.calcsize(form)
        at = start + 8
        if number * size > 4:
            (at,) = struct.unpack(f"{order}I", data[at : at + 4])
        yield tag, struct.unpack(f"{order}{form}", data[at : at + size])[0]


_FORMS: Mapping[bytes, Callable[[bytes], Raster | None]] = {
    b"\x89PNG\r\n\x1a\n": _png,
    b"\xff\xd8": _jpeg,
    b"GIF87a": _gif,
    b"GIF89a": _gif,
    b"BM": _bmp,
    **dict.fromkeys(_TIFF, _tiff),
}
