"""An OFD comes in; what each of its pages shows goes out, read with zipfile, lxml and fontTools alone.

GB/T 33190: an object's coordinates are changed by its CTM and then moved to the corner of its Boundary, which cuts off
what lies outside. Whatever a strict reader would not draw as meant is a problem: ink outside the Boundary, another
number of offsets than characters, a blank at the beginning, which readers trim. A character that the embedded font
lacks is U+FFFD, as in a PDF.
"""

from __future__ import annotations

import posixpath
import zipfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from itertools import pairwise
from math import hypot
from pathlib import Path

from lxml import etree

from benchmarks.ofd_face import Face, Ink
from benchmarks.page_content import (
    IDENTITY,
    Area,
    Content,
    Glyph,
    Matrix,
    Picture,
    Point,
    Stroke,
    filled,
    leans,
    ruled,
    times,
    unit_square,
)

OFD = "{http://www.ofdspec.org/2016}"
_MM_PER_PT = 25.4 / 72
_SLACK = 0.02  # mm by which ink may leave its Boundary: rounding
_LAYERS = {"Background": 0, "Body": 1, "Foreground": 2}
_COORDINATES = {"S": 1, "M": 1, "L": 1, "Q": 2, "B": 3}  # points an operator takes
_BLACK = "0 0 0"


@dataclass(slots=True)
class _Marks:
    """What was read of a page so far."""

    glyphs: list[Glyph] = field(default_factory=list)
    strokes: list[Stroke] = field(default_factory=list)
    areas: list[Area] = field(default_factory=list)
    pictures: list[Picture] = field(default_factory=list)


class OfdFile:
    """A file whose parts are read as they are asked for; `problems` grows with every page that is read."""

    def __init__(self, path: Path) -> None:
        self._package = zipfile.ZipFile(path)
        self.problems: list[str] = []
        root = self.part("OFD.xml")
        self._document = self._there("", _text(root, f"{OFD}DocBody/{OFD}DocRoot"))
        self._resources: dict[str, str] = {}  # ID → path of the font or picture file
        self._names: dict[str, str] = {}
        self._faces: dict[str, Face] = {}
        for loc in self.part(self._document).iter(f"{OFD}PublicRes", f"{OFD}DocumentRes"):
            self._read_resources(self._there(self._document, loc.text))

    @cached_property
    def page_paths(self) -> tuple[str, ...]:
        """The part of each page."""
        pages = self.part(self._document).iterfind(f"{OFD}Pages/{OFD}Page")
        return tuple(self._there(self._document, page.get("BaseLoc")) for page in pages)

    def part(self, name: str) -> etree._Element:
        """The root element of an XML file."""
        return etree.fromstring(self._package.read(name))

    def pages(self) -> Iterator[Content]:
        """What each page shows."""
        default = _numbers(_text(self.part(self._document), f"{OFD}CommonData/{OFD}PageArea/{OFD}PhysicalBox"))
        for number, path in enumerate(self.page_paths, 1):
            root = self.part(path)
            box = root.find(f"{OFD}Area/{OFD}PhysicalBox")
            _, _, width, height = default if box is None else _numbers(box.text)
            marks = _Marks()
            layers = root.iterfind(f"{OFD}Content/{OFD}Layer")
            for layer in sorted(layers, key=lambda layer: _LAYERS.get(layer.get("Type", "Body"), 1)):
                for item in layer.iter(f"{OFD}TextObject", f"{OFD}PathObject", f"{OFD}ImageObject"):
                    self._read(item, marks, number)
            yield Content(width, height, marks.glyphs, marks.strokes, marks.areas, marks.pictures)

    def _there(self, file: str, loc: str | None) -> str:
        """Where a location leads that is said in a file: from its folder, or from the root."""
        return posixpath.normpath(posixpath.join("/", posixpath.dirname(file), loc or "")).lstrip("/")

    def _read_resources(self, path: str) -> None:
        root = self.part(path)
        folder = posixpath.join(self._there(path, root.get("BaseLoc", "")), "")
        for item in root.iter(f"{OFD}Font", f"{OFD}MultiMedia"):
            loc = item.find(f"{OFD}FontFile") if item.tag == f"{OFD}Font" else item.find(f"{OFD}MediaFile")
            number = item.get("ID", "")
            self._names[number] = item.get("FontName", "")
            if loc is None:
                self.problems.append(f"资源 {number} 没有文件")
                continue
            self._resources[number] = self._there(folder, loc.text)
            if self._resources[number] not in self._package.namelist():
                self.problems.append(f"没有文件 {self._resources[number]}")

    def face(self, number: str) -> Face:
        """The embedded font of that ID."""
        if number not in self._faces:
            self._faces[number] = Face(self._names[number], self._package.read(self._resources[number]))
        return self._faces[number]

    def _read(self, item: etree._Element, marks: _Marks, page: int) -> None:
        boundary = _numbers(item.get("Boundary"))
        matrix = times(_matrix(item.get("CTM")), (1, 0, 0, 1, boundary[0], boundary[1]))
        where = f"第 {page} 页对象 {item.get('ID')}"
        match etree.QName(item).localname:
            case "TextObject":
                ink = self._text(item, matrix, marks, where)
            case "PathObject":
                ink = list(_path(item, matrix, marks))
            case _:
                if item.get("ResourceID") not in self._resources:
                    self.problems.append(f"{where}：没有图片 {item.get('ResourceID')}")
                x0, y0, x1, y1 = unit_square(matrix)
                left, top, width, height = boundary
                seen = max(x0, left), max(y0, top), min(x1, left + width), min(y1, top + height)
                marks.pictures.append(Picture(*seen, page))
                ink = []
        over = max((_outside(point, boundary) for point in ink), default=0.0)
        if over > _SLACK:
            self.problems.append(f"{where}：墨迹超出 Boundary {over:.2f} 毫米")

    def _text(self, item: etree._Element, matrix: Matrix, marks: _Marks, where: str) -> list[Point]:
        face = self.face(item.get("Font", ""))
        size, narrowed = float(item.get("Size", "0")), float(item.get("HScale", "1"))
        color = _color(item.find(f"{OFD}FillColor"))
        outline = float(item.get("LineWidth", "0.353")) / 2 if item.get("Stroke") == "true" else 0.0
        ink: list[Point] = []
        for code in item.iterchildren(f"{OFD}TextCode"):
            text = code.text or ""
            if text != text.lstrip():
                self.problems.append(f"{where}：文字以空白开头")
            for char, place in zip(text, self._places(code, text, where), strict=True):
                shown, advance, box = face.glyph(char)
                em = times((size * narrowed, 0, 0, -size, *place), matrix)  # from the em, y upwards, to the sheet
                marks.glyphs.append(
                    Glyph(
                        *(shown, em[4], em[5], advance * hypot(em[0], em[1])),
                        *(round(hypot(em[2], em[3]) / _MM_PER_PT, 2), face.name, color, abs(em[0]) < abs(em[1])),
                        leans(em),
                    )
                )
                if box is not None:
                    ink += _corners(box, em, outline)
        return ink

    def _places(self, code: etree._Element, text: str, where: str) -> list[Point]:
        places = [(float(code.get("X", "nan")), float(code.get("Y", "nan")))]
        steps = [_steps(code.get(name)) for name in ("DeltaX", "DeltaY")]
        for name, found in zip(("DeltaX", "DeltaY"), steps, strict=True):
            if found and len(found) != len(text) - 1:
                self.problems.append(f"{where}：{name} 有 {len(found)} 个，文字有 {len(text)} 个")
        for number in range(len(text) - 1):
            across, down = (found[number] if number < len(found) else 0.0 for found in steps)
            places.append((places[-1][0] + across, places[-1][1] + down))
        return places[: len(text)]


def _path(item: etree._Element, matrix: Matrix, marks: _Marks) -> Iterator[Point]:
    """The path's marks; its ink goes out."""
    weight = float(item.get("LineWidth", "0.353")) * abs(matrix[0] * matrix[3] - matrix[1] * matrix[2]) ** 0.5
    for points in _shapes(_text(item, f"{OFD}AbbreviatedData"), matrix):
        around = 0.0
        if item.get("Fill") == "true":
            shape = filled(points, _color(item.find(f"{OFD}FillColor")))
            (marks.areas if isinstance(shape, Area) else marks.strokes).append(shape)  # type: ignore[arg-type]
        if item.get("Stroke") != "false":
            around = weight / 2
            marks.strokes.extend(ruled(points, weight, _color(item.find(f"{OFD}StrokeColor"))))
        for (x, y), (level, upright) in zip(points, _sides(points), strict=True):
            yield x - around * upright, y - around * level
            yield x + around * upright, y + around * level


def _sides(points: Sequence[Point]) -> list[tuple[bool, bool]]:
    """Of each corner, whether a level and whether an upright line meets it: half its weight lies on each side."""
    level = [abs(a[1] - b[1]) < abs(a[0] - b[0]) for a, b in pairwise(points)]
    found = []
    for number in range(len(points)):
        meeting = level[max(0, number - 1) : number + 1]
        found.append((any(meeting), not all(meeting)))
    return found


def _shapes(data: str, matrix: Matrix) -> Iterator[list[Point]]:
    """The points of each part of a path on the sheet; of curves their ends."""
    points: list[Point] = []
    words = iter(data.split(" "))
    for operator in words:
        if operator == "C":
            points.append(points[0])
            continue
        last = [_point(matrix, float(next(words)), float(next(words))) for _ in range(_COORDINATES[operator])][-1]
        if operator in "SM" and points:
            yield points
            points = []
        points.append(last)
    if points:
        yield points


def _point(matrix: Matrix, x: float, y: float) -> Point:
    a, b, c, d, e, f = matrix
    return a * x + c * y + e, b * x + d * y + f


def _corners(box: Ink, em: Matrix, outline: float) -> Iterator[Point]:
    for x in (box[0], box[2]):
        for y in (box[1], box[3]):
            px, py = _point(em, x, y)
            yield px - outline, py - outline
            yield px + outline, py + outline


def _outside(point: Point, boundary: Sequence[float]) -> float:
    (x, y), (left, top, width, height) = point, boundary
    return max(left - x, x - left - width, top - y, y - top - height)


def _steps(said: str | None) -> list[float]:
    """The offsets of an array, in which `g 3 5.6` says 5.6 three times."""
    words = iter((said or "").split())
    found: list[float] = []
    for word in words:
        repeated = int(next(words)) if word == "g" else 1
        found += [float(next(words) if word == "g" else word)] * repeated
    return found


def _color(said: etree._Element | None) -> str:
    value = _BLACK if said is None else said.get("Value", _BLACK)
    return "".join(f"{int(part):02X}" for part in value.split(" "))


def _matrix(said: str | None) -> Matrix:
    if said is None:
        return IDENTITY
    a, b, c, d, e, f = _numbers(said)
    return a, b, c, d, e, f


def _numbers(said: str | None) -> list[float]:
    return [float(word) for word in (said or "").split(" ")]


def _text(element: etree._Element, path: str) -> str:
    found = element.find(path)
    return "" if found is None else found.text or ""
