"""What is drawn on a page comes in piece by piece, in mm; the values of the page are collected."""

from __future__ import annotations

import math
from dataclasses import field
from itertools import pairwise

from gwformat.finished.matrices import Bounds, Matrix, Point, around, cut, transformed
from gwformat.finished.paints import mixed
from gwformat.finished.values import Area, Box, Face, Paint, Picture, Space, Stroke, Words
from gwformat.values import dataclass

_THIN = 1.5  # mm: a filled area no thicker than this and longer than thick is a ruled line
_LEVEL = 0.05  # mm by which both ends of a line may differ that is level or upright
_CORNERS = 5  # of a closed rectangle
_MANY = 60  # a path of more pieces is a drawing, not ruled lines


@dataclass(frozen=True, slots=True)
class Pixels:
    """What a picture is made of, wherever it stands; no columns and rows where nobody knows."""

    columns: int
    rows: int
    bits: int  # a part of a pixel
    space: Space
    stencil: bool = False  # a mask painted in one colour


@dataclass(slots=True)
class Path:
    """The path under construction, in mm on the page."""

    pieces: list[list[Point]] = field(default_factory=list)
    curved: bool = False

    def begin(self, x: float, y: float, matrix: Matrix) -> None:
        """Start a new piece."""
        self.pieces.append([transformed(matrix, x, y)])

    def line(self, x: float, y: float, matrix: Matrix) -> None:
        """Add a straight line."""
        if not self.pieces:
            self.pieces.append([])
        self.pieces[-1].append(transformed(matrix, x, y))

    def curve(self, operands: list[float], matrix: Matrix) -> None:
        """Add a curve by its control points."""
        self.curved = True
        for x, y in zip(operands[::2], operands[1::2], strict=False):
            self.line(x, y, matrix)

    def rectangle(self, x: float, y: float, width: float, height: float, matrix: Matrix) -> None:
        """Add a rectangle."""
        corners = ((x, y), (x + width, y), (x + width, y + height), (x, y + height), (x, y))
        self.pieces.append([transformed(matrix, *corner) for corner in corners])

    def close(self) -> None:
        """Go back to where the piece began."""
        if self.pieces and self.pieces[-1]:
            self.pieces[-1].append(self.pieces[-1][0])

    def clear(self) -> None:
        """Begin a new path."""
        self.pieces = []
        self.curved = False

    def within(self, clip: Bounds) -> Bounds:
        """The clip that is left when this path cuts it further."""
        points = [point for piece in self.pieces for point in piece]
        return cut(around(points), clip) if points else clip


@dataclass(slots=True)
class Drawn:
    """What was drawn so far."""

    words: list[Words] = field(default_factory=list)
    strokes: list[Stroke] = field(default_factory=list)
    areas: list[Area] = field(default_factory=list)
    pictures: list[Picture] = field(default_factory=list)
    transparency: dict[str, None] = field(default_factory=dict)
    path: Path = field(default_factory=Path)

    def add_words(
        self,
        text: str,
        whole: Matrix,
        reach: tuple[float, float],
        face: Face,
        paint: Paint,
        clip: Bounds,
        *,
        invisible: bool = False,
        missing: int = 0,
        unmapped: int = 0,
    ) -> None:
        """Words whose em is mapped to the page by `whole`; the ink reaches from and to `reach` ems."""
        a, b, c, d, e, f = whole
        left, top = e + a * reach[0], f + b * reach[0]
        wide = reach[1] - reach[0]
        if not _meets((left, top, left + a * wide, top + b * wide), clip, math.hypot(c, d)):
            return
        self.words.append(
            Words(
                text=text,
                left=left,
                right=left + a * wide,
                baseline=top,
                size=math.hypot(c, d),
                angle=math.degrees(math.atan2(-b, a)),
                face=face,
                paint=paint,
                invisible=invisible,
                missing=missing,
                unmapped=unmapped,
            )
        )

    def stroke(self, weight: float, paint: Paint, clip: Bounds) -> None:
        """Draw the path as lines of a weight in mm."""
        if self.path.curved or sum(map(len, self.path.pieces)) > _MANY:
            self._add_area(self.path.pieces, paint, clip)
            return
        for piece in self.path.pieces:
            for (x0, y0), (x1, y1) in pairwise(piece):
                self._add_stroke(x0, y0, x1, y1, weight, paint, clip)

    def fill(self, paint: Paint, clip: Bounds) -> None:
        """Fill the path: thin rectangles are ruled lines, everything else is an area."""
        if self.path.curved or any(len(piece) > _CORNERS for piece in self.path.pieces):
            self._add_area(self.path.pieces, paint, clip)
            return
        for piece in self.path.pieces:
            line = _as_line(piece)
            if line is not None:
                self._add_stroke(*line, paint, clip)
            else:
                self._add_area([piece], paint, clip)

    def add_shading(self, clip: Bounds) -> None:
        """A colour gradient over all of the clip."""
        if clip[0] > -1e8:
            self.areas.append(Area(Box(*clip), mixed(Space.PATTERN, ())))

    def _add_stroke(
        self, x0: float, y0: float, x1: float, y1: float, weight: float, paint: Paint, clip: Bounds
    ) -> None:
        if (abs(x1 - x0) > _LEVEL or abs(y1 - y0) > _LEVEL) and _meets((x0, y0, x1, y1), clip, weight):
            if x0 > x1:
                x0, y0, x1, y1 = x1, y1, x0, y0
            left, right = (max(x0, clip[0]), min(x1, clip[2])) if abs(y1 - y0) < _LEVEL else (x0, x1)
            low, high = (max(y0, clip[1]), min(y1, clip[3])) if abs(x1 - x0) < _LEVEL and y0 < y1 else (y0, y1)
            self.strokes.append(Stroke(left, low, right, high, weight, paint))

    def _add_area(self, pieces: list[list[Point]], paint: Paint, clip: Bounds) -> None:
        points = [point for piece in pieces for point in piece]
        box = cut(around(points), clip) if points else clip
        if points and box[0] <= box[2] and box[1] <= box[3]:
            self.areas.append(Area(Box(*box), paint))

    def add_picture(self, pixels: Pixels, matrix: Matrix, clip: Bounds) -> bool:
        """A picture of the unit square as the matrix maps it; whether the clip leaves anything of it."""
        a, b, c, d, e, f = matrix
        wide, high = math.hypot(a, b), math.hypot(c, d)
        across = pixels.columns / wide if wide and pixels.columns else math.inf
        down = pixels.rows / high if high and pixels.rows else math.inf
        box = cut(around([(e, f), (e + a, f + b), (e + c, f + d), (e + a + c, f + b + d)]), clip)
        if box[0] > box[2] or box[1] > box[3]:
            return False
        self.pictures.append(
            Picture(
                box=Box(*box),
                columns=pixels.columns,
                rows=pixels.rows,
                bits=pixels.bits,
                space=pixels.space,
                dpi=min(across, down) * 25.4,
                angle=math.degrees(math.atan2(-b, a)),
                stencil=pixels.stencil,
            )
        )
        return True


def _as_line(piece: list[Point]) -> tuple[float, float, float, float, float] | None:
    """The ends and the thickness of a thin rectangle, level or not."""
    if len(piece) < 4:
        return None
    (ax, ay), (bx, by), (cx, cy) = piece[0], piece[1], piece[2]
    one, two = math.hypot(bx - ax, by - ay), math.hypot(cx - bx, cy - by)
    thick, long = min(one, two), max(one, two)
    if thick > _THIN or long < 3 * thick:
        return None
    dx, dy = piece[3][0] - ax, piece[3][1] - ay
    if one >= two:
        return ax + dx / 2, ay + dy / 2, bx + dx / 2, by + dy / 2, thick
    return (ax + bx) / 2, (ay + by) / 2, (ax + bx) / 2 + dx, (ay + by) / 2 + dy, thick


def _meets(box: Bounds, clip: Bounds, margin: float) -> bool:
    """Whether anything of a stretch, in whichever direction it runs, is left by the clip."""
    left, right = sorted((box[0], box[2]))
    top, bottom = sorted((box[1], box[3]))
    return (
        left - margin <= clip[2]
        and right + margin >= clip[0]
        and top - margin <= clip[3]
        and bottom + margin >= clip[1]
    )
