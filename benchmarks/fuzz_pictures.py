"""Pictures of every kind come out, as small as can be; some are far larger by their own word than what they contain."""

from __future__ import annotations

import struct
import zlib
from collections.abc import Iterator
from functools import cache

from tests.drawings import PNG, png_chunk

_ENORMOUS = 2**31 - 1


@cache
def pictures_of_every_kind() -> tuple[tuple[str, bytes], ...]:
    """The ending of a file name, and a picture; some are none."""
    return (*_png(), *_raster(), *_drawn(), ("png", b""), ("svg", b""), ("heic", bytes(99)))


def _png() -> Iterator[tuple[str, bytes]]:
    for depth, colours, size in ((8, 2, 9), (16, 6, 9), (1, 0, 9), (8, 2, 60_000), (8, 2, 0)):
        head = struct.pack(">IIBBBBB", size, size, depth, colours, 0, 0, 0)
        parts = ((b"IHDR", head), (b"IDAT", zlib.compress(bytes(999))), (b"IEND", b""))
        yield "png", PNG + b"".join(png_chunk(kind, data) for kind, data in parts)


def _raster() -> Iterator[tuple[str, bytes]]:
    four_colours = struct.pack(">BHHB", 8, 9, 9, 4) + b"".join(bytes((one, 0x11, 0)) for one in range(4))
    frame = b"\xff\xc0" + struct.pack(">H", len(four_colours) + 2) + four_colours
    yield "jpeg", b"\xff\xd8\xff\xe0\0\x10JFIF\0\1\1\0\0\1\0\1\0\0" + frame + b"\xff\xd9"
    screen = b"GIF89a" + struct.pack("<HH", 65535, 65535) + b"\x80\0\0\0\0\0\xff\xff\xff"
    yield "gif", screen + b",\0\0\0\0\1\0\1\0\0\2\2D\1\0;"
    for width in (9, _ENORMOUS, -9):
        sizes = struct.pack("<IIIIiiHHIIiiII", 200, 0, 54, 40, width, 9, 1, 24, 0, 0, 0, 0, 0, 0)
        yield "bmp", b"BM" + sizes + bytes(300)
    tags = ((256, _ENORMOUS), (257, 9), (258, 16), (262, 5))  # width, height, bits, CMYK
    written = b"".join(struct.pack("<HHII", tag, 4, 1, value) for tag, value in tags)
    yield "tiff", b"II*\0\x08\0\0\0\x04\0" + written + b"\x08\0\0\0"


def _drawn() -> Iterator[tuple[str, bytes]]:
    yield "emf", struct.pack("<IIiiiiiiii", 1, 88, 0, 0, _ENORMOUS, 9, 0, 0, 999, 999) + b" EMF" + bytes(44)
    yield "wmf", struct.pack("<IHhhhhHIH", 0x9AC6CDD7, 0, 0, 0, 9, 9, 0, 0, 0) + bytes(18)
    for size in ('width="1e99" height="9"', 'viewBox="0 0 0 0"', 'width="9" height="9"'):
        groups = "<g>" * 500 + "</g>" * 500
        yield "svg", f'<svg xmlns="http://www.w3.org/2000/svg" {size}>{groups}</svg>'.encode()
