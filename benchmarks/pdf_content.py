"""A page of a PDF comes in; every glyph and every ruled line on it goes out, in mm from the sheet's top left."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from math import hypot, inf
from typing import Any

from pypdf import PageObject
from pypdf.generic import ContentStream, TextStringObject

from benchmarks.page_content import (
    IDENTITY,
    Area,
    Box,
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
from gwformat.pdf.fonts import PdfFont

_MM = 25.4 / 72


@dataclass(slots=True)
class _State:
    """The part of the graphics state that places and colours text and lines."""

    ctm: Matrix = IDENTITY
    fill: str = "000000"
    stroke: str = "000000"
    weight: float = 1
    font: PdfFont | None = None
    size: float = 0
    tracking: float = 0
    word: float = 0
    scale: float = 1
    leading: float = 0
    rise: float = 0
    clip: Box = (-inf, -inf, inf, inf)

    def copy(self) -> _State:
        return _State(**{name: getattr(self, name) for name in self.__slots__})


@dataclass(slots=True)
class _Reader:
    """Runs the operators of a content stream and collects what they draw."""

    height: float
    glyphs: list[Glyph] = field(default_factory=list)
    strokes: list[Stroke] = field(default_factory=list)
    pictures: list[Picture] = field(default_factory=list)
    areas: list[Area] = field(default_factory=list)
    state: _State = field(default_factory=_State)
    stack: list[_State] = field(default_factory=list)
    text: Matrix = IDENTITY
    line: Matrix = IDENTITY
    path: list[list[Point]] = field(default_factory=list)
    clipping: bool = False  # to the path that ends next

    def run(self, content: Any, resources: Any, pdf: Any) -> None:
        fonts: dict[str, PdfFont] = {}
        for operands, operator in ContentStream(content, pdf).operations:
            name = operator.decode() if isinstance(operator, bytes) else operator
            if name == "Tf":
                key = str(operands[0])
                if key not in fonts:
                    fonts[key] = PdfFont(resources["/Font"][key].get_object())
                self.state.font, self.state.size = fonts[key], float(operands[1])
            elif name == "Do":
                self._form(resources["/XObject"][operands[0]].get_object(), resources, pdf)
            elif name in _TEXT_OPERATORS:
                _TEXT_OPERATORS[name](self, operands)
            elif name in _GRAPHICS_OPERATORS:
                _GRAPHICS_OPERATORS[name](self, operands)

    def _form(self, form: Any, resources: Any, pdf: Any) -> None:
        if form.get("/Subtype") == "/Image":  # it fills the unit square
            x0, y0, x1, y1 = (value * _MM for value in unit_square(self.state.ctm))
            self.pictures.append(Picture(*_common((x0, self.height - y1, x1, self.height - y0), self.state.clip)))
        if form.get("/Subtype") != "/Form":
            return
        self.save()
        self.concat([float(value) for value in form.get("/Matrix", IDENTITY)])
        self.run(form, form.get("/Resources", resources), pdf)
        self.restore()

    def save(self) -> None:
        self.stack.append(self.state.copy())

    def restore(self) -> None:
        self.state = self.stack.pop()

    def concat(self, operands: Any) -> None:
        self.state.ctm = times(_matrix(operands), self.state.ctm)

    # Text

    def begin_text(self) -> None:
        self.text = self.line = IDENTITY

    def move(self, x: float, y: float) -> None:
        self.text = self.line = times((1, 0, 0, 1, x, y), self.line)

    def set_matrix(self, operands: Any) -> None:
        self.text = self.line = _matrix(operands)

    def show(self, data: Any) -> None:
        state = self.state
        if state.font is None:
            return
        raw = data.original_bytes if isinstance(data, TextStringObject) else bytes(data)
        for code, drawn in state.font.decode(raw):
            whole = times(times((state.size * state.scale, 0, 0, state.size, 0, state.rise), self.text), state.ctm)
            self.glyphs.append(
                Glyph(
                    drawn.text,
                    x=whole[4] * _MM,
                    baseline=self.height - whole[5] * _MM,
                    width=drawn.width * hypot(whole[0], whole[1]) * _MM,
                    size=round((whole[2] ** 2 + whole[3] ** 2) ** 0.5, 2),
                    font=state.font.face.name,
                    color=state.fill,
                    turned=abs(whole[0]) < abs(whole[1]),
                    slanted=leans(whole),
                )
            )
            spacing = state.tracking + (state.word if not state.font.composite and code == 32 else 0)
            self._advance((drawn.width * state.size + spacing) * state.scale)

    def show_adjusted(self, operands: Any) -> None:
        for item in operands[0]:
            if isinstance(item, (int, float)) or hasattr(item, "as_numeric"):
                self._advance(-float(item) / 1000 * self.state.size * self.state.scale)
            else:
                self.show(item)

    def _advance(self, x: float) -> None:
        self.text = times((1, 0, 0, 1, x, 0), self.text)

    # Lines

    def point(self, x: Any, y: Any) -> tuple[float, float]:
        a, b, c, d, e, f = self.state.ctm
        px, py = float(x), float(y)
        return (a * px + c * py + e) * _MM, self.height - (b * px + d * py + f) * _MM

    def rectangle(self, operands: Any) -> None:
        x, y, width, height = (float(value) for value in operands)
        corners = ((x, y), (x + width, y), (x + width, y + height), (x, y + height), (x, y))
        self.path.append([self.point(*corner) for corner in corners])

    def paint_stroke(self) -> None:
        scale = abs(self.state.ctm[0] * self.state.ctm[3] - self.state.ctm[1] * self.state.ctm[2]) ** 0.5
        for points in self.path:
            self.strokes.extend(ruled(points, self.state.weight * scale * _MM, self.state.stroke))
        self.end_path()

    def paint_fill(self) -> None:
        for points in self.path:
            shape = filled(points, self.state.fill)
            if isinstance(shape, Area):
                self.areas.append(shape)
            else:
                self.strokes.append(shape)
        self.end_path()

    def clip(self) -> None:
        self.clipping = True

    def end_path(self) -> None:
        points = [point for shape in self.path for point in shape]
        if self.clipping and points:
            xs, ys = [x for x, _ in points], [y for _, y in points]
            self.state.clip = _common(self.state.clip, (min(xs), min(ys), max(xs), max(ys)))
        self.path, self.clipping = [], False


def _set(reader: _Reader, name: str, value: Any) -> None:
    setattr(reader.state, name, value)


def _next_line(reader: _Reader, operands: Any) -> None:
    reader.move(0, -reader.state.leading)
    if operands:
        reader.show(operands[-1])


def _move_with_leading(reader: _Reader, operands: Any) -> None:
    reader.state.leading = -float(operands[1])
    reader.move(float(operands[0]), float(operands[1]))


_TEXT_OPERATORS: dict[str, Any] = {
    "BT": lambda r, o: r.begin_text(),
    "Tc": lambda r, o: _set(r, "tracking", float(o[0])),
    "Tw": lambda r, o: _set(r, "word", float(o[0])),
    "Tz": lambda r, o: _set(r, "scale", float(o[0]) / 100),
    "TL": lambda r, o: _set(r, "leading", float(o[0])),
    "Ts": lambda r, o: _set(r, "rise", float(o[0])),
    "Td": lambda r, o: r.move(float(o[0]), float(o[1])),
    "TD": _move_with_leading,
    "Tm": lambda r, o: r.set_matrix(o),
    "T*": _next_line,
    "'": _next_line,
    '"': _next_line,
    "Tj": lambda r, o: r.show(o[0]),
    "TJ": lambda r, o: r.show_adjusted(o),
}
_GRAPHICS_OPERATORS: dict[str, Any] = {
    "q": lambda r, o: r.save(),
    "Q": lambda r, o: r.restore(),
    "cm": lambda r, o: r.concat(o),
    "w": lambda r, o: _set(r, "weight", float(o[0])),
    **dict.fromkeys(("rg", "g", "k", "sc", "scn"), lambda r, o: _set(r, "fill", _color(o, r.state.fill))),
    **dict.fromkeys(("RG", "G", "K", "SC", "SCN"), lambda r, o: _set(r, "stroke", _color(o, r.state.stroke))),
    "m": lambda r, o: r.path.append([r.point(*o)]),
    "l": lambda r, o: r.path[-1].append(r.point(*o)),
    "c": lambda r, o: r.path[-1].append(r.point(*o[4:])),
    "h": lambda r, o: r.path[-1].append(r.path[-1][0]),
    "re": lambda r, o: r.rectangle(o),
    "n": lambda r, o: r.end_path(),
    **dict.fromkeys(("W", "W*"), lambda r, o: r.clip()),
    "S": lambda r, o: r.paint_stroke(),
    "s": lambda r, o: (r.path[-1].append(r.path[-1][0]), r.paint_stroke()),
    **dict.fromkeys(("f", "F", "f*", "B", "B*", "b", "b*"), lambda r, o: r.paint_fill()),
}


def read_page(page: PageObject) -> tuple[list[Glyph], list[Stroke]]:
    """All glyphs and ruled lines of the page in drawing order."""
    reader = _read(page)
    return reader.glyphs, reader.strokes


def read_pictures(number: int, page: PageObject) -> list[Picture]:
    """The boxes of all pictures on a page, which is the `number`-th."""
    return [replace(picture, page=number) for picture in _read(page).pictures]


def read_content(page: PageObject) -> Content:
    """All that the page shows."""
    found = _read(page)
    return Content(
        *(float(page.mediabox.width) * _MM, found.height), found.glyphs, found.strokes, found.areas, found.pictures
    )


def _read(page: PageObject) -> _Reader:
    reader = _Reader(height=float(page.mediabox.height) * _MM)
    contents = page.get_contents()
    if contents is not None:
        reader.run(contents, page["/Resources"], page.pdf)
    return reader


def _matrix(operands: Any) -> Matrix:
    a, b, c, d, e, f = (float(value) for value in operands)
    return a, b, c, d, e, f


def _common(one: Box, other: Box) -> Box:
    """What lies in both boxes."""
    return max(one[0], other[0]), max(one[1], other[1]), min(one[2], other[2]), min(one[3], other[3])


def _color(operands: Any, before: str) -> str:
    """RRGGBB of a grey, RGB or CMYK colour; a pattern leaves the colour as it was."""
    values = [float(value) for value in operands if not isinstance(value, str)]
    if len(values) == 4:
        values = [(1 - value) * (1 - values[3]) for value in values[:3]]
    if len(values) == 1:
        values *= 3
    return "".join(f"{round(value * 255):02X}" for value in values) if len(values) == 3 else before
