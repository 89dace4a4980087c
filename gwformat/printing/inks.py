"""A colour as a PDF says it comes in; the ink that prints it – the red one, another, or none – goes out."""

from __future__ import annotations

from collections.abc import Sequence
from enum import Enum, auto
from typing import Any

from pypdf.generic import DictionaryObject, NullObject, PdfObject, StreamObject

Rgb = tuple[float, float, float]


class Ink(Enum):
    """What prints a mark; white takes away what lies below it and belongs to every ink."""

    RED = auto()
    WHITE = auto()
    OTHER = auto()


_WHITE = 0.99
_LEAST_RED, _LEAST_SATURATION, _HUE = 0.4, 0.25, 1 / 3  # tints and dark shades of the red, orange and violet not
_SAMPLE = 200  # pixels a picture is reduced to
_SPECKS = 0.01  # of the red pixels


def ink_of(rgb: Rgb) -> Ink:
    """The ink of a colour."""
    red, green, blue = rgb
    if min(rgb) >= _WHITE:
        return Ink.WHITE
    spread = red - min(green, blue)
    is_red = red >= _LEAST_RED and spread >= _LEAST_SATURATION * red and abs(green - blue) <= _HUE * spread
    return Ink.RED if is_red and red > max(green, blue) else Ink.OTHER


def ink_in(space: PdfObject | None, values: Sequence[float]) -> Ink:
    """The ink of `values` in a colour space; patterns and what cannot be worked out are printed by the other inks."""
    rgb = _rgb(space, values)
    return Ink.OTHER if rgb is None else ink_of(rgb)


def device_rgb(values: Sequence[float]) -> Rgb | None:
    """Grey, RGB or CMYK by the number of values."""
    if len(values) == 1:
        return (values[0],) * 3
    if len(values) == 3:
        return values[0], values[1], values[2]
    if len(values) == 4:
        cyan, magenta, yellow, black = values
        return (1 - cyan) * (1 - black), (1 - magenta) * (1 - black), (1 - yellow) * (1 - black)
    return None


def _rgb(space: Any, values: Sequence[float]) -> Rgb | None:
    space = space.get_object() if space is not None else None
    if not isinstance(space, list) or not space:
        return device_rgb(values)
    family = space[0]
    if family in ("/ICCBased", "/CalRGB", "/CalGray"):
        return device_rgb(values)
    if family == "/Lab" and len(values) == 3:
        light, a, b = values[0] / 100, values[1] / 100, values[2] / 100
        return light + a, light - a / 2, light - a / 2 - b / 2
    if family == "/Indexed":
        return _indexed(space, values)
    if family in ("/Separation", "/DeviceN"):
        return _tinted(space, values)
    return None


def _indexed(space: Sequence[Any], values: Sequence[float]) -> Rgb | None:
    base, table = space[1], space[3].get_object()
    data = table.get_data() if isinstance(table, StreamObject) else bytes(getattr(table, "original_bytes", table))
    width = _components(base.get_object())
    start = int(values[0]) * width
    return _rgb(base, [byte / 255 for byte in data[start : start + width]])


def _components(space: Any) -> int:
    named = {"/DeviceGray": 1, "/CalGray": 1, "/DeviceRGB": 3, "/CalRGB": 3, "/Lab": 3, "/DeviceCMYK": 4}
    if isinstance(space, list):
        return int(space[1].get_object()["/N"]) if space[0] == "/ICCBased" else named.get(space[0], 1)
    return named.get(space, 1)


def _tinted(space: Sequence[Any], values: Sequence[float]) -> Rgb | None:
    """A spot colour: by its tint transform where that is a power function or samples, else by its name."""
    names = space[1].get_object()
    said = "".join(names if isinstance(names, list) else [names]).lower()
    if said == "/none":
        return (1.0, 1.0, 1.0)
    if said == "/all":
        return device_rgb([1 - values[0]])
    function = space[3].get_object()
    tint = values[0] if values else 1.0
    if function.get("/FunctionType") == 2:
        low, high = (list(map(float, function.get(key, default))) for key, default in (("/C0", [0]), ("/C1", [1])))
        power = tint ** float(function.get("/N", 1))
        return _rgb(space[2], [a + power * (b - a) for a, b in zip(low, high, strict=True)])
    if function.get("/FunctionType") == 0 and len(values) == 1 and function.get("/BitsPerSample") == 8:
        return _rgb(space[2], _sampled(function, tint))
    if "red" in said or "红" in said or "#e7#ba#a2" in said:
        return 1.0, 1 - tint, 1 - tint
    return None


def _sampled(function: Any, tint: float) -> list[float]:
    """The nearest sample of a function of one value."""
    ends = list(map(float, function["/Range"]))
    width, count = len(ends) // 2, int(function["/Size"][0])
    start = round(tint * (count - 1)) * width
    data = function.get_data()[start : start + width]
    return [ends[2 * n] + byte / 255 * (ends[2 * n + 1] - ends[2 * n]) for n, byte in enumerate(data)]


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


def space_named(name: Any, resources: DictionaryObject) -> PdfObject | None:
    """The colour space of that name; None for one of the device's own."""
    spaces = resources.get("/ColorSpace", DictionaryObject()).get_object()
    found = spaces.get(name) if isinstance(spaces, DictionaryObject) else None
    return None if found is None or isinstance(found, NullObject) else found
