"""What a finished page shows, as values: every glyph, ruled line, area and picture, in mm from the sheet's top left."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

Matrix = tuple[float, float, float, float, float, float]
Point = tuple[float, float]
Box = tuple[float, float, float, float]
IDENTITY: Matrix = (1, 0, 0, 1, 0, 0)
_LEANS = 0.05
_THIN = 1.5  # mm: a filled area no thicker than this is a ruled line


@dataclass(frozen=True, slots=True)
class Glyph:
    """One character as drawn."""

    text: str
    x: float
    baseline: float
    width: float  # advance without tracking
    size: float  # pt, vertical
    font: str
    color: str  # RRGGBB
    turned: bool = False  # it runs from the upper edge of the sheet to the lower one
    slanted: bool = False  # its upright strokes lean


@dataclass(frozen=True, slots=True)
class Stroke:
    """A horizontal or vertical line."""

    x0: float
    y0: float
    x1: float
    y1: float
    weight: float
    color: str

    @property
    def length(self) -> float:
        """The longer side."""
        return max(self.x1 - self.x0, self.y1 - self.y0)

    @property
    def y(self) -> float:
        """Height of the middle."""
        return (self.y0 + self.y1) / 2


@dataclass(frozen=True, slots=True)
class Area:
    """The box around a filled shape that is no line."""

    x0: float
    y0: float
    x1: float
    y1: float
    color: str


@dataclass(frozen=True, slots=True)
class Picture:
    """The box around what is seen of a picture; `page` is counted from 1."""

    x0: float
    y0: float
    x1: float
    y1: float
    page: int = 1


@dataclass(frozen=True, slots=True)
class Content:
    """Everything one page shows, each kind in drawing order."""

    width: float
    height: float
    glyphs: Sequence[Glyph]
    strokes: Sequence[Stroke]
    areas: Sequence[Area]
    pictures: Sequence[Picture]


def ruled(points: Sequence[Point], weight: float, color: str) -> Iterator[Stroke]:
    """The level and upright lines among those that join the points."""
    for (x0, y0), (x1, y1) in pairwise(points):
        if min(abs(x1 - x0), abs(y1 - y0)) < 0.1:
            yield Stroke(min(x0, x1), min(y0, y1), max(x0, x1), max(y0, y1), weight, color)


def filled(points: Sequence[Point], color: str) -> Stroke | Area:
    """The shape that the points are the corners of, once filled."""
    xs, ys = [x for x, _ in points], [y for _, y in points]
    box = min(xs), min(ys), max(xs), max(ys)
    thickness = min(box[2] - box[0], box[3] - box[1])
    return Stroke(*box, thickness, color) if thickness <= _THIN else Area(*box, color)


def unit_square(matrix: Matrix) -> Box:
    """The box around what a matrix makes of the unit square, which pictures fill."""
    a, b, c, d, e, f = matrix
    xs, ys = (e, a + e, c + e, a + c + e), (f, b + f, d + f, b + d + f)
    return min(xs), min(ys), max(xs), max(ys)


def leans(em: Matrix) -> bool:
    """Whether a matrix that lays characters level makes their upright strokes lean."""
    return abs(em[0]) > abs(em[1]) and abs(em[2]) > _LEANS * abs(em[3])


def times(left: Matrix, right: Matrix) -> Matrix:
    """First `left`, then `right`."""
    a, b, c, d, e, f = left
    g, h, i, j, k, m = right
    return a * g + b * i, a * h + b * j, c * g + d * i, c * h + d * j, e * g + f * i + k, e * h + f * j + m
