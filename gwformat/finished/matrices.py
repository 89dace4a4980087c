"""Matrices that put what is drawn on the page, and the rectangles around it."""

from __future__ import annotations

import math
from collections.abc import Iterable

Matrix = tuple[float, float, float, float, float, float]
Point = tuple[float, float]
Bounds = tuple[float, float, float, float]
IDENTITY: Matrix = (1.0, 0.0, 0.0, 1.0, 0.0, 0.0)
EVERYWHERE: Bounds = (-1e9, -1e9, 1e9, 1e9)


def shifted(x: float, y: float) -> Matrix:
    """The matrix that moves everything so far across and down."""
    return 1.0, 0.0, 0.0, 1.0, x, y


def transformed(matrix: Matrix, x: float, y: float) -> tuple[float, float]:
    """The point where `matrix` puts another."""
    a, b, c, d, e, f = matrix
    return a * x + c * y + e, b * x + d * y + f


def times(left: Matrix, right: Matrix) -> Matrix:
    """The matrix that does what `left` does and then what `right` does."""
    a, b, c, d, e, f = left
    g, h, i, j, k, m = right
    return a * g + b * i, a * h + b * j, c * g + d * i, c * h + d * j, e * g + f * i + k, e * h + f * j + m


def around(points: Iterable[Point]) -> Bounds:
    """The smallest and the largest of both coordinates of points, of which there is at least one."""
    across, down = zip(*points, strict=True)
    return min(across), min(down), max(across), max(down)


def cut(box: Bounds, clip: Bounds) -> Bounds:
    """What a clip leaves of a box; its right edge is left of its left one if that is nothing."""
    return max(box[0], clip[0]), max(box[1], clip[1]), min(box[2], clip[2]), min(box[3], clip[3])


def scale_of(matrix: Matrix) -> float:
    """How much longer a matrix makes lengths, on average of both directions."""
    a, b, c, d, _, _ = matrix
    return math.sqrt(abs(a * d - b * c))
