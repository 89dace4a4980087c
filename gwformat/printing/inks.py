"""A colour comes in; the ink that prints it – the red one, another, or none – goes out."""

from __future__ import annotations

from collections.abc import Sequence
from enum import Enum, auto
from typing import Any

from pypdf.generic import NameObject, NumberObject, StreamObject

from gwformat.finished.values import Space
from gwformat.pdf.colours import ColourSpace

Rgb = tuple[float, float, float]


class Ink(Enum):
    """What prints a mark; white takes away what lies below it and belongs to every ink."""

    RED = auto()
    WHITE = auto()
    OTHER = auto()


_WHITE = 0.99
_LEAST_RED, _LEAST_SATURATION, _HUE = 0.4, 0.25, 1 / 3  # tints and dark shades of the red, orange and violet not
_UNCLEAR = (Space.PATTERN, Space.INDEXED, Space.UNKNOWN)
_SAMPLE = 200  # pixels a picture is reduced to
_SPECKS = 0.01  # of the red pixels


def ink_of(rgb: Rgb) -> Ink:
    """The ink of a colour as it looks."""
    red, green, blue = rgb
    if min(rgb) >= _WHITE:
        return Ink.WHITE
    spread = red - min(green, blue)
    is_red = red >= _LEAST_RED and spread >= _LEAST_SATURATION * red and abs(green - blue) <= _HUE * spread
    return Ink.RED if is_red and red > max(green, blue) else Ink.OTHER


def ink_in(space: ColourSpace, parts: Sequence[float]) -> Ink:
    """The ink of a colour of a space; patterns and what nobody can tell are printed by the other inks."""
    if space.space in _UNCLEAR:
        return Ink.OTHER
    paint = space.paint(parts)
    if paint.name == "None":
        return Ink.WHITE
    return ink_of(paint.rgb)


def inks_of_picture(picture: StreamObject) -> frozenset[Ink]:
    """The inks of the pixels of a picture; unknown ones are of other ink."""
    try:
        image: Any = picture.decode_as_image()
        image = image.convert("RGB")
        image.thumbnail((_SAMPLE, _SAMPLE))
    except Exception:  # whatever a codec meets in a damaged or exotic picture: it is printed as it is
        return frozenset({Ink.OTHER})
    counts = dict.fromkeys(Ink, 0)
    for count, (red, green, blue) in image.getcolors(_SAMPLE * _SAMPLE) or ():
        counts[ink_of((red / 255, green / 255, blue / 255))] += count
    found = {ink for ink in (Ink.RED, Ink.OTHER) if counts[ink]}
    if counts[Ink.OTHER] <= _SPECKS * counts[Ink.RED]:
        found.discard(Ink.OTHER)  # edges that a codec has made grey
    return frozenset(found or {Ink.WHITE})


_KEPT = ("/Interpolate", "/SMask", "/Mask", "/Intent")  # of a picture whose pixels are replaced
_WHOLE = 255


def only(picture: StreamObject, *, red: bool) -> StreamObject:
    """The picture with the pixels of the red ink only, or with all others; the rest of it is white."""
    from PIL import Image, ImageChops

    image: Any = picture.decode_as_image()
    image = image.convert("RGB")
    mask = _red_pixels(image)
    kept = mask if red else ImageChops.invert(mask)
    left: Any = Image.composite(image, Image.new("RGB", image.size, "white"), kept)
    found = StreamObject()
    found.set_data(left.tobytes())
    result = found.flate_encode()
    names = {"/Type": "/XObject", "/Subtype": "/Image", "/ColorSpace": "/DeviceRGB"}
    numbers = {"/Width": image.width, "/Height": image.height, "/BitsPerComponent": 8}
    result.update({NameObject(key): NameObject(value) for key, value in names.items()})
    result.update({NameObject(key): NumberObject(value) for key, value in numbers.items()})
    result.update({NameObject(key): picture.raw_get(key) for key in _KEPT if key in picture})
    return result


def _red_pixels(image: Any) -> Any:
    """A mask of the pixels that `ink_of` takes for red, worked out for all of them at once."""
    from PIL import ImageChops

    red, green, blue = image.split()
    spread = ImageChops.subtract(red, ImageChops.darker(green, blue))
    # A difference that is cut off at 0 says that the first is not the greater one.
    pale = ImageChops.subtract(red.point(lambda value: round(value * _LEAST_SATURATION)), spread)
    other_hue = ImageChops.subtract(ImageChops.difference(green, blue), spread.point(lambda value: int(value * _HUE)))
    behind = ImageChops.subtract(red, ImageChops.lighter(green, blue)).point(lambda value: 0 if value else _WHOLE)
    dark = red.point(lambda value: 0 if value >= _LEAST_RED * _WHOLE else _WHOLE)
    against = [one.point(lambda value: _WHOLE if value else 0) for one in (pale, other_hue, behind, dark)]
    mask = against[0]
    for one in against[1:]:
        mask = ImageChops.lighter(mask, one)
    return ImageChops.invert(mask)
