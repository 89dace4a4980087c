"""Colour spaces and operands of a PDF come in, paints go out."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import lru_cache
from typing import Any

from gwformat.finished.paints import mixed
from gwformat.finished.values import Paint, Space
from gwformat.values import dataclass


@dataclass(frozen=True, slots=True)
class ColourSpace:
    """A colour space; a spot colour says how full ink looks, an indexed one what its entries are mixed of."""

    space: Space
    parts: int
    name: str = ""
    full: tuple[float, float, float] | None = None  # how a spot colour looks at 100 %
    base: Space | None = None

    def paint(self, operands: Sequence[float]) -> Paint:
        """The colour that the operands of `sc` or `scn` mix."""
        values = tuple(round(value, 4) for value in operands) or (0.0,) * self.parts
        if self.space is Space.SPOT:
            return _spot(self.name, self.full, max(values, default=1.0))
        return mixed(self.space if len(values) == self.parts else Space.UNKNOWN, values)

    @property
    def first(self) -> Paint:
        """The colour that holds before any is said."""
        if self.space is Space.CMYK:
            return mixed(Space.CMYK, (0.0, 0.0, 0.0, 1.0))
        return self.paint((1.0,) * self.parts if self.space is Space.SPOT else (0.0,) * self.parts)


@lru_cache(maxsize=256)
def _spot(name: str, full: tuple[float, float, float] | None, share: float) -> Paint:
    if name in ("Black", "All", "黑") or full is None:
        return Paint(Space.SPOT, (share,), (1 - share,) * 3, name)
    red, green, blue = (1 - share * (1 - part) for part in full)
    return Paint(Space.SPOT, (share,), (red, green, blue), name)


DEVICE: Mapping[str, ColourSpace] = {
    "/DeviceGray": ColourSpace(Space.GRAY, 1),
    "/G": ColourSpace(Space.GRAY, 1),
    "/CalGray": ColourSpace(Space.GRAY, 1),
    "/DeviceRGB": ColourSpace(Space.RGB, 3),
    "/RGB": ColourSpace(Space.RGB, 3),
    "/CalRGB": ColourSpace(Space.RGB, 3),
    "/DeviceCMYK": ColourSpace(Space.CMYK, 4),
    "/CMYK": ColourSpace(Space.CMYK, 4),
    "/Lab": ColourSpace(Space.LAB, 3),
    "/Pattern": ColourSpace(Space.PATTERN, 0),
}
_BY_PARTS = {1: DEVICE["/DeviceGray"], 3: DEVICE["/DeviceRGB"], 4: DEVICE["/DeviceCMYK"]}
_UNKNOWN = ColourSpace(Space.UNKNOWN, 0)


def space_of(said: Any, named: Mapping[str, Any]) -> ColourSpace:
    """The space a name or an array of the file means; `named` are those of the resources."""
    said = said.get_object() if said is not None else None
    if isinstance(said, str):
        known = DEVICE.get(said)
        if known is not None:
            return known
        return space_of(named[said], {}) if said in named else _UNKNOWN
    if not isinstance(said, list) or not said:
        return _UNKNOWN
    kind = str(said[0])
    if kind == "/ICCBased":
        return _BY_PARTS.get(int(said[1].get_object()["/N"]), _UNKNOWN)
    if kind == "/Separation":
        look = _full(said[3].get_object(), space_of(said[2], named))
        return ColourSpace(Space.SPOT, 1, str(said[1]).lstrip("/"), look)
    if kind == "/DeviceN":
        names = [str(name).lstrip("/") for name in said[1].get_object()]
        return ColourSpace(Space.SPOT, len(names), "+".join(names), None)
    if kind in ("/Indexed", "/I"):
        return ColourSpace(Space.INDEXED, 1, base=space_of(said[1], named).space)
    return DEVICE.get(kind, _UNKNOWN)


def _full(function: Any, alternate: ColourSpace) -> tuple[float, float, float] | None:
    """How the full ink of a spot colour looks, if its function is one of the simple kinds."""
    kind = function.get("/FunctionType") if hasattr(function, "get") else None
    if kind == 2:
        return alternate.paint([float(value) for value in function.get("/C1", [1.0])]).rgb
    if kind == 0 and function.get("/BitsPerSample") == 8:
        last = function.get_data()[-alternate.parts :]
        return alternate.paint([value / 255 for value in last]).rgb
    return None
