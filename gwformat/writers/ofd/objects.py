"""What is to be drawn comes in, the graphic objects of OFD go out: text, paths and pictures with their place.

An object stands in its boundary, a box on the page, and is described from the box's upper left corner; what lies
outside of the box is not shown (GB/T 33190-2016 8.5). Lengths are micrometres, y grows downwards.
"""

from __future__ import annotations

from gwformat.values import dataclass
from gwformat.writers.ofd.spelling import Box, decimal, lengths, mm, rgb

_ROUND = 0.5523  # how far the handles of a curve reach that makes a quarter of a circle, in parts of its radius
_GREY = "808080"
_FRAME, _DASH = 176, 1058  # half a point, three points
_HAIR = 1  # a boundary is not empty, however little is in it (GB/T 33190-2016, table 2)
_ROOM = 500  # around a line: a reader that cuts at whole dots of the screen would cut off a part of a thin one


@dataclass(frozen=True, slots=True)
class Matrix:
    """Where a point of an object goes within its boundary: a x + c y + e, b x + d y + f."""

    a: float = 1
    b: float = 0
    c: float = 0
    d: float = 1
    e: int = 0
    f: int = 0

    def __str__(self) -> str:
        linear = " ".join(decimal(value, 6) for value in (self.a, self.b, self.c, self.d))
        return f"{linear} {mm(self.e)} {mm(self.f)}"


UPRIGHT = Matrix()


@dataclass(frozen=True, slots=True)
class Sheet:
    """The page, or the same page turned to the right about its upper right corner, as `width` says."""

    width: int | None = None

    def placed(self, box: Box, matrix: Matrix = UPRIGHT) -> str:
        """The attributes that say where an object is."""
        left, top, across, down = box = (*box[:2], max(box[2], _HAIR), max(box[3], _HAIR))
        if self.width is not None:
            box = self.width - top - down, left, down, across
            turned = Matrix(-matrix.b, matrix.a, -matrix.d, matrix.c, down - matrix.f, matrix.e)
            return f'Boundary="{lengths(*box)}" CTM="{turned}"'
        said = "" if matrix is UPRIGHT else f' CTM="{matrix}"'
        return f'Boundary="{lengths(*box)}"{said}'


def line(number: int, sheet: Sheet, place: Box, weight: int, color: str) -> str:
    """A ruled line by its middle: from a point so far across and down."""
    x, y, width, height = place
    room = weight // 2 + _ROOM
    left, top = min(x, x + width) - room, min(y, y + height) - room
    box = left, top, abs(width) + 2 * room, abs(height) + 2 * room
    path = f"M {lengths(x - left, y - top)} L {lengths(x + width - left, y + height - top)}"
    return _path(number, sheet.placed(box), f'LineWidth="{mm(weight)}"', _stroke(color), path)


def area(number: int, sheet: Sheet, box: Box, color: str) -> str:
    """A shaded area."""
    _, _, width, height = box
    path = f"M 0 0 L {lengths(width, 0)} L {lengths(width, height)} L {lengths(0, height)} C"
    return _path(number, sheet.placed(box), _FILLED, _fill(color), path)


def dot(number: int, sheet: Sheet, x: int, y: int, radius: int, color: str) -> str:
    """A disc about a point."""
    r, twice, handle = radius, 2 * radius, round(radius * _ROUND)
    near, far = r - handle, r + handle
    quarters = (
        (far, 0, twice, near, twice, r),
        (twice, far, far, twice, r, twice),
        (near, twice, 0, far, 0, r),
        (0, near, near, 0, r, 0),
    )
    path = " ".join((f"M {lengths(r, 0)}", *(f"B {lengths(*quarter)}" for quarter in quarters), "C"))
    return _path(number, sheet.placed((x - r, y - r, twice, twice)), _FILLED, _fill(color), path)


def frame(number: int, sheet: Sheet, box: Box) -> str:
    """The dashed outline of what cannot be shown."""
    left, top, width, height = box
    room = _FRAME // 2 + _ROOM
    right, bottom = width + room, height + room
    corners = ((room, room), (right, room), (right, bottom), (room, bottom))
    path = "M " + " L ".join(lengths(*corner) for corner in corners) + " C"
    outer = left - room, top - room, width + 2 * room, height + 2 * room
    how = f'LineWidth="{mm(_FRAME)}" DashPattern="{lengths(_DASH, _DASH)}"'
    return _path(number, sheet.placed(outer), how, _stroke(_GREY), path)


def picture(number: int, sheet: Sheet, box: Box, matrix: Matrix, resource: int) -> str:
    """A picture, which fills the square of side 1 mm that the matrix makes its place."""
    return f'<ofd:ImageObject ID="{number}" {sheet.placed(box, matrix)} ResourceID="{resource}"/>'


def text(number: int, sheet: Sheet, box: Box, matrix: Matrix, how: str, color: str, outline: int, codes: str) -> str:
    """Characters in one face and size; with an outline they are as much bolder as it is wide."""
    colors, stroke = f'<ofd:FillColor Value="{rgb(color)}"/>', ""
    if outline:
        stroke = f' Stroke="true" Fill="true" LineWidth="{mm(outline)}"'
        colors += f'<ofd:StrokeColor Value="{rgb(color)}"/>'
    placed = sheet.placed(box, matrix)
    return f'<ofd:TextObject ID="{number}" {placed} {how}{stroke}>{colors}{codes}</ofd:TextObject>'


_FILLED = 'Stroke="false" Fill="true"'


def _path(number: int, placed: str, how: str, color: str, path: str) -> str:
    said = f"{color}<ofd:AbbreviatedData>{path}</ofd:AbbreviatedData>"
    return f'<ofd:PathObject ID="{number}" {placed} {how}>{said}</ofd:PathObject>'


def _stroke(color: str) -> str:
    return f'<ofd:StrokeColor Value="{rgb(color)}"/>'


def _fill(color: str) -> str:
    return f'<ofd:FillColor Value="{rgb(color)}"/>'
