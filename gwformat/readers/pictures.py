"""A picture file comes in, its size on paper comes out."""

from __future__ import annotations

from gwformat.finished.rasters import Raster, is_tiff, raster_of
from gwformat.units import Emu

_EMU_PER_INCH = 914_400
_SCREEN_DPI = 96.0


def size_of(data: bytes) -> tuple[Emu, Emu] | None:
    """Width and height of a PNG, JPEG, GIF or BMP; None if it is none of them or its header is damaged."""
    found = _raster(data)
    if found is None:
        return None
    dpi = found.dpi if found.dpi is not None and 30 <= found.dpi <= 2400 else _SCREEN_DPI
    return Emu(round(found.columns * _EMU_PER_INCH / dpi)), Emu(round(found.rows * _EMU_PER_INCH / dpi))


def pixels_of(data: bytes) -> tuple[int, int] | None:
    """The same in pixels."""
    found = _raster(data)
    return None if found is None else (found.columns, found.rows)


def _raster(data: bytes) -> Raster | None:
    return None if is_tiff(data) else raster_of(data)
