"""Carriers and the parts of the source package come in; their pictures go out, and which part of them shows."""

from __future__ import annotations

import io
import warnings
from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING

from gwformat.layout.boxes import Pages, Placed
from gwformat.model import CARRIER_NAMES, Carrier, Image

if TYPE_CHECKING:
    from PIL.Image import Image as Picture

Media = Mapping[str, bytes]
"""Parts of a package by name."""

NOTHING: Media = {}

_RASTERS = (b"BM", b"II*\0", b"MM\0*")  # BMP and TIFF, which are drawn as PNG
DRAWINGS = (b"\1\0\0\0", b"\xd7\xcd\xc6\x9a", b"\1\0\t\0")
"""How EMF and WMF begin, programs for Windows to draw by."""

_FORMATS = ("PNG", "JPEG", "BMP", "TIFF", "GIF", "WEBP")
_MOST_PIXELS = 100_000_000  # more than a sheet at 1200 dpi has
_LEAST = 0.001  # of a picture that is cropped away but for a sliver


def content_of(carrier: Carrier, media: Media) -> bytes:
    """The picture a carrier shows, as its file has it; empty if it shows none."""
    if carrier.data or carrier.image is None:
        return carrier.data
    return media.get(carrier.image.part, b"")


def pictures_of(pages: Pages, media: Media) -> list[tuple[bytes, bytes]]:
    """Every picture once: as its file has it, and as it is to be drawn."""
    contents = (content_of(placed.carrier, media) for page in pages.pages for placed in page.carriers)
    wanted = (content for content in dict.fromkeys(contents) if content and not content.startswith(DRAWINGS))
    return [(content, as_png(content)) for content in wanted]


def as_png(content: bytes, rasters: tuple[bytes, ...] = _RASTERS) -> bytes:
    """Pictures that begin like one of `rasters` as PNG, if Pillow is installed; the rest stays as it is."""
    if not content.startswith(rasters):
        return content
    made = drawn_anew(content, lambda picture: picture.convert("RGBA" if "A" in picture.getbands() else "RGB"))
    return content if made is None else made


def drawn_anew(content: bytes, change: Callable[[Picture], Picture], form: str = "PNG", **how: int) -> bytes | None:
    """The picture in another form after a change; None without Pillow, or if it is damaged or larger than a poster."""
    try:
        from PIL import Image
    except ImportError:
        return None
    drawn = io.BytesIO()
    try:
        with warnings.catch_warnings(), Image.open(io.BytesIO(content), formats=_FORMATS) as picture:
            warnings.simplefilter("ignore")
            if picture.width * picture.height > _MOST_PIXELS:
                return None
            change(picture).save(drawn, form, **how)
    except (OSError, ValueError, SyntaxError, EOFError, Image.DecompressionBombError):
        return None  # damaged
    return drawn.getvalue()


def described(carrier: Carrier) -> str:
    """What a carrier shows, in words."""
    return carrier.alt or carrier.text or CARRIER_NAMES[carrier.kind]


def whole(placed: Placed, image: Image) -> tuple[float, float, float, float]:
    """Left, top, width and height in points, from the corner of its place, of a picture of which the middle shows.

    A negative part of the crop adds a margin.
    """
    left, top, right, bottom = image.crop
    across, down = max(1 - left - right, _LEAST), max(1 - top - bottom, _LEAST)
    width, height = placed.width.pt / across, placed.height.pt / down
    return -left * width, -top * height, width, height
