"""AbbreviatedData of a path object comes in; the path it draws goes out, in mm on the page."""

from __future__ import annotations

import math
from collections.abc import Iterator

from gwformat.finished.drawing import Path
from gwformat.finished.matrices import Matrix, Point
from gwformat.ofd.numbers import number

_OPERANDS = {"S": 2, "M": 2, "L": 2, "Q": 4, "B": 6, "A": 7, "C": 0}  # table 46
_STEPS = 16  # points by which an arc is known


def draw(data: str, matrix: Matrix, path: Path) -> None:
    """Add what `data` says to the path; `ValueError` for what is no path."""
    here: Point = (0.0, 0.0)
    for operator, values in _commands(data):
        if operator == "C":
            path.close()
            continue
        there = values[-2], values[-1]
        if operator in "SM":
            path.begin(*there, matrix)
        elif operator == "L":
            path.line(*there, matrix)
        elif operator == "A":
            path.curve([value for point in _arc(here, values) for value in point], matrix)
        else:
            path.curve(list(values), matrix)
        here = there


def _commands(data: str) -> Iterator[tuple[str, tuple[float, ...]]]:
    words = data.split()
    position = 0
    while position < len(words):
        operator = words[position]
        count = _OPERANDS.get(operator)
        if count is None or position + count >= len(words) + (count == 0):
            raise ValueError(f"path: {operator[:12]}")
        yield operator, tuple(number(word) for word in words[position + 1 : position + 1 + count])
        position += 1 + count


def _arc(here: Point, values: tuple[float, ...]) -> Iterator[Point]:
    """Points on the arc of an ellipse that is given by its end, as SVG gives it (rx ry angle large sweep x y)."""
    rx, ry, turned, large, sweep, x, y = values
    rx, ry = abs(rx), abs(ry)
    if not rx or not ry or here == (x, y):
        yield x, y
        return
    cos, sin = math.cos(math.radians(turned)), math.sin(math.radians(turned))
    dx, dy = (here[0] - x) / 2, (here[1] - y) / 2
    px, py = cos * dx + sin * dy, cos * dy - sin * dx
    grown = math.sqrt(max(1.0, (px / rx) ** 2 + (py / ry) ** 2))
    rx, ry = rx * grown, ry * grown
    off = (rx * py) ** 2 + (ry * px) ** 2
    share = math.sqrt(max(0.0, ((rx * ry) ** 2 - off) / off)) * (-1 if bool(large) == bool(sweep) else 1)
    cx, cy = share * rx * py / ry, -share * ry * px / rx
    begin = math.atan2((py - cy) / ry, (px - cx) / rx)
    swept = math.atan2((-py - cy) / ry, (-px - cx) / rx) - begin
    swept += math.tau * ((swept < 0) if sweep else -(swept > 0))
    middle = cos * cx - sin * cy + (here[0] + x) / 2, sin * cx + cos * cy + (here[1] + y) / 2
    for step in range(1, _STEPS + 1):
        angle = begin + swept * step / _STEPS
        ex, ey = rx * math.cos(angle), ry * math.sin(angle)
        yield middle[0] + cos * ex - sin * ey, middle[1] + sin * ex + cos * ey
