"""The graphics state of a PDF: matrices and what paints, copied when it is saved."""

from __future__ import annotations

import copy
from collections.abc import Iterable
from dataclasses import dataclass

from gwformat.pdf.colours import BLACK, DEVICE, ColourSpace
from gwformat.pdf.fonts import PdfFont
from gwformat.pdf.values import Paint

Matrix = tuple[float, float, float, float, float, float]
Point = tuple[float, float]
Bounds = tuple[float, float, float, float]
IDENTITY: Matrix = (1.0, 0.0, 0.0, 1.0, 0.0, 0.0)
EVERYWHERE: Bounds = (-1e9, -1e9, 1e9, 1e9)


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


@dataclass(slots=True)
class State:
    """What places and colours text, lines and pictures."""

    matrix: Matrix
    clip: Bounds = EVERYWHERE  # in mm on the page
    fill: Paint = BLACK
    stroke: Paint = BLACK
    fill_space: ColourSpace = DEVICE["/DeviceGray"]
    stroke_space: ColourSpace = DEVICE["/DeviceGray"]
    weight: float = 1.0
    font: PdfFont | None = None
    size: float = 0.0
    tracking: float = 0.0
    word: float = 0.0
    scale: float = 1.0
    leading: float = 0.0
    rise: float = 0.0
    mode: int = 0

    def copy(self) -> State:
        """A state of its own."""
        return copy.copy(self)
