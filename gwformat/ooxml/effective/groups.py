"""A shape of DrawingML comes in, how large it is and where it stands in its drawing goes out."""

from __future__ import annotations

from lxml import etree

from gwformat.ooxml.names import WPG, WPS, A
from gwformat.ooxml.values import whole
from gwformat.units import Emu
from gwformat.values import dataclass

_GROUPS = (f"{{{WPG}}}wgp", f"{{{WPG}}}grpSp")
_XFRM = f"{{{A}}}xfrm"
_FURTHEST = 27273042316900  # 20.1.10.16: the largest coordinate


@dataclass(frozen=True, slots=True)
class Placed:
    """Size of a shape and its place from the upper left corner of the drawing, which `grouped` shapes have."""

    x: Emu
    y: Emu
    width: Emu
    height: Emu
    grouped: bool


def placed(shape: etree._Element, width: Emu, height: Emu) -> Placed:
    """A shape that says it is so wide and high, as large as its groups show it: each has a scale of its own."""
    groups = list(shape.iterancestors(*_GROUPS))
    own = shape.find(f"{{{WPS}}}spPr/{_XFRM}")
    left, top = map(float, _pair(own, "off", "x", "y") if own is not None else (0, 0))
    wide, high = float(width), float(height)
    for number, group in enumerate(groups, 1):
        frame = group.find(f"{{{WPG}}}grpSpPr/{_XFRM}")
        if frame is None:
            continue
        outer_x, outer_y = _pair(frame, "off", "x", "y") if number < len(groups) else (0, 0)
        (cx, cy), (inner_cx, inner_cy) = _pair(frame, "ext", "cx", "cy"), _pair(frame, "chExt", "cx", "cy")
        inner_x, inner_y = _pair(frame, "chOff", "x", "y")
        scale_x, scale_y = (outer / inner if inner else 1.0 for outer, inner in ((cx, inner_cx), (cy, inner_cy)))
        left, top = _within(outer_x + (left - inner_x) * scale_x), _within(outer_y + (top - inner_y) * scale_y)
        wide, high = _within(wide * scale_x), _within(high * scale_y)
    x, y, across, down = (Emu(round(value)) for value in (left, top, wide, high))
    return Placed(x, y, across, down, bool(groups))


def _within(value: float) -> float:
    return max(-_FURTHEST, min(value, _FURTHEST))


def _pair(frame: etree._Element, name: str, first: str, second: str) -> tuple[int, int]:
    node = frame.find(f"{{{A}}}{name}")
    return (whole(node.get(first)) or 0, whole(node.get(second)) or 0) if node is not None else (0, 0)
