"""The content stream of a page comes in; words, ruled lines, areas and pictures come out, in mm on the page.

One pass over the operators that pypdf parses. Clipping is followed by the rectangle around the path, which is what
writers clip by.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from pypdf.generic import ContentStream

from gwformat.finished.drawing import Drawn
from gwformat.finished.matrices import IDENTITY, Matrix, scale_of, times
from gwformat.finished.paints import mixed
from gwformat.finished.values import Space
from gwformat.pdf.colours import DEVICE, space_of
from gwformat.pdf.fonts import Fonts
from gwformat.pdf.pictures import is_masked, pixels_of, transparency_of
from gwformat.pdf.showing import Showing
from gwformat.pdf.state import State

_DEEPEST = 12  # forms within forms
_MOST_FORMS = 100_000  # on a page: forms that hold each other several times may be more than anybody can draw


class Interpreter:
    """Runs the operators of content streams; `drawn` is what they drew."""

    def __init__(self, base: Matrix, fonts: Fonts, pdf: Any) -> None:
        self.drawn = Drawn()
        self._fonts, self._pdf = fonts, pdf
        self._state = State(base)
        self._stack: list[State] = []
        self._words = Showing(self.drawn)
        self._resources: Any = {}
        self._depth = 0
        self._forms = 0

    def run(self, content: Any, resources: Any) -> None:
        """Draw one stream with its resources."""
        outer, self._resources = self._resources, resources.get_object() if resources is not None else {}
        stream = content if isinstance(content, ContentStream) else ContentStream(content, self._pdf)
        for operands, operator in stream.operations:
            action = _OPERATORS.get(operator)
            if action is not None:
                action(self, operands)
        self._resources = outer

    def _resource(self, kind: str, name: Any) -> Any:
        return self._resources[kind].get_object().raw_get(name)

    # State

    def _save(self, _: Any) -> None:
        self._stack.append(self._state)
        self._state = self._state.copy()

    def _restore(self, _: Any) -> None:
        if self._stack:
            self._state = self._stack.pop()

    def _concat(self, operands: Any) -> None:
        self._state.matrix = times(_matrix(operands), self._state.matrix)

    def _extended(self, operands: Any) -> None:
        said = self._resource("/ExtGState", operands[0]).get_object()
        if "/LW" in said:
            self._state.weight = float(said["/LW"])
        if "/Font" in said:
            font = said["/Font"]
            self._state.font, self._state.size = self._fonts.of(font[0]), float(font[1])
        self.drawn.transparency.update(dict.fromkeys(transparency_of(said)))

    def _clip(self, _: Any) -> None:
        self._state.clip = self.drawn.path.within(self._state.clip)

    def _set_font(self, operands: Any) -> None:
        self._state.font = self._fonts.of(self._resource("/Font", operands[0]))
        self._state.size = float(operands[1])

    # Colours

    def _fill_space(self, operands: Any) -> None:
        self._state.fill_space = space = space_of(operands[0], self._resources.get("/ColorSpace", {}))
        self._state.fill = space.first

    def _stroke_space(self, operands: Any) -> None:
        self._state.stroke_space = space = space_of(operands[0], self._resources.get("/ColorSpace", {}))
        self._state.stroke = space.first

    def _fill_colour(self, operands: Any) -> None:
        if operands and isinstance(operands[-1], str):
            self._state.fill = mixed(Space.PATTERN, ())
        else:
            self._state.fill = self._state.fill_space.paint([float(part) for part in operands])

    def _stroke_colour(self, operands: Any) -> None:
        if operands and isinstance(operands[-1], str):
            self._state.stroke = mixed(Space.PATTERN, ())
        else:
            self._state.stroke = self._state.stroke_space.paint([float(part) for part in operands])

    def _fill_device(self, name: str, operands: Any) -> None:
        self._state.fill_space = space = DEVICE[name]
        self._state.fill = space.paint([float(part) for part in operands])

    def _stroke_device(self, name: str, operands: Any) -> None:
        self._state.stroke_space = space = DEVICE[name]
        self._state.stroke = space.paint([float(part) for part in operands])

    # Text

    def _begin_text(self, _: Any) -> None:
        self._words.begin_at(IDENTITY)

    def _move(self, operands: Any) -> None:
        self._words.begin_line(float(operands[0]), float(operands[1]))

    def _move_with_leading(self, operands: Any) -> None:
        self._state.leading = -float(operands[1])
        self._move(operands)

    def _set_matrix(self, operands: Any) -> None:
        self._words.begin_at(_matrix(operands))

    def _next_line(self, operands: Any) -> None:
        self._words.begin_line(0.0, -self._state.leading)
        if len(operands) == 3:
            self._state.word, self._state.tracking = float(operands[0]), float(operands[1])
        if operands:
            self._show([[operands[-1]]])

    def _show(self, operands: Any) -> None:
        self._words.show(operands[0] if isinstance(operands[0], list) else operands, self._state)

    # Paths and pictures

    def _begin_path(self, operands: Any) -> None:
        self.drawn.path.begin(float(operands[0]), float(operands[1]), self._state.matrix)

    def _line_to(self, operands: Any) -> None:
        self.drawn.path.line(float(operands[0]), float(operands[1]), self._state.matrix)

    def _curve_to(self, operands: Any) -> None:
        self.drawn.path.curve([float(value) for value in operands], self._state.matrix)

    def _close(self, _: Any) -> None:
        self.drawn.path.close()

    def _rectangle(self, operands: Any) -> None:
        x, y, width, height = (float(value) for value in operands)
        self.drawn.path.rectangle(x, y, width, height, self._state.matrix)

    def _paint(self, fill: bool, stroke: bool, *, closed: bool = False) -> None:
        if closed:
            self.drawn.path.close()
        state = self._state
        if fill:
            self.drawn.fill(state.fill, state.clip)
        if stroke:
            self.drawn.stroke(state.weight * scale_of(state.matrix), state.stroke, state.clip)
        self.drawn.path.clear()

    def _shade(self, operands: Any) -> None:
        self.drawn.add_shading(self._state.clip)

    def _place(self, operands: Any) -> None:
        """A picture, or a form with a stream of its own."""
        thing = self._resource("/XObject", operands[0]).get_object()
        if thing.get("/Subtype") == "/Image":
            self._picture(thing)
        elif thing.get("/Subtype") == "/Form" and self._depth < _DEEPEST:
            self._depth, self._forms = self._depth + 1, self._forms + 1
            if self._forms > _MOST_FORMS:
                raise ValueError("图形套图形，多得画不完")
            kept, self._stack = self._stack, []
            outer = self._state.copy()
            self._concat(thing.get("/Matrix", IDENTITY))
            self.run(thing, thing.get("/Resources", self._resources))
            self._state, self._stack = outer, kept
            self._depth -= 1

    def _inline_picture(self, operands: Any) -> None:
        self._picture(operands["settings"])

    def _picture(self, picture: Any) -> None:
        pixels = pixels_of(picture, self._resources.get("/ColorSpace", {}))
        if self.drawn.add_picture(pixels, self._state.matrix, self._state.clip) and is_masked(picture):
            self.drawn.transparency["图片带透明通道"] = None


def _matrix(operands: Any) -> Matrix:
    a, b, c, d, e, f = (float(value) for value in operands)
    return a, b, c, d, e, f


def _set(name: str, factor: float = 1.0) -> Callable[[Interpreter, Any], None]:
    def action(runner: Interpreter, operands: Any) -> None:
        setattr(runner._state, name, float(operands[0]) * factor)

    return action


def _mode(runner: Interpreter, operands: Any) -> None:
    runner._state.mode = int(operands[0])


_OPERATORS: Mapping[bytes, Callable[[Interpreter, Any], None]] = {
    b"q": Interpreter._save,
    b"Q": Interpreter._restore,
    b"cm": Interpreter._concat,
    b"gs": Interpreter._extended,
    b"w": _set("weight"),
    b"W": Interpreter._clip,
    b"W*": Interpreter._clip,
    b"cs": Interpreter._fill_space,
    b"CS": Interpreter._stroke_space,
    **dict.fromkeys((b"sc", b"scn"), Interpreter._fill_colour),
    **dict.fromkeys((b"SC", b"SCN"), Interpreter._stroke_colour),
    b"g": lambda r, o: r._fill_device("/DeviceGray", o),
    b"rg": lambda r, o: r._fill_device("/DeviceRGB", o),
    b"k": lambda r, o: r._fill_device("/DeviceCMYK", o),
    b"G": lambda r, o: r._stroke_device("/DeviceGray", o),
    b"RG": lambda r, o: r._stroke_device("/DeviceRGB", o),
    b"K": lambda r, o: r._stroke_device("/DeviceCMYK", o),
    b"BT": Interpreter._begin_text,
    b"Tf": Interpreter._set_font,
    b"Tc": _set("tracking"),
    b"Tw": _set("word"),
    b"Tz": _set("scale", 0.01),
    b"TL": _set("leading"),
    b"Ts": _set("rise"),
    b"Tr": _mode,
    b"Td": Interpreter._move,
    b"TD": Interpreter._move_with_leading,
    b"Tm": Interpreter._set_matrix,
    **dict.fromkeys((b"T*", b"'", b'"'), Interpreter._next_line),
    **dict.fromkeys((b"Tj", b"TJ"), Interpreter._show),
    b"m": Interpreter._begin_path,
    b"l": Interpreter._line_to,
    **dict.fromkeys((b"c", b"v", b"y"), Interpreter._curve_to),
    b"h": Interpreter._close,
    b"re": Interpreter._rectangle,
    b"n": lambda r, o: r._paint(False, False),
    b"S": lambda r, o: r._paint(False, True),
    b"s": lambda r, o: r._paint(False, True, closed=True),
    **dict.fromkeys((b"f", b"F", b"f*"), lambda r, o: r._paint(True, False)),
    **dict.fromkeys((b"B", b"B*"), lambda r, o: r._paint(True, True)),
    **dict.fromkeys((b"b", b"b*"), lambda r, o: r._paint(True, True, closed=True)),
    b"sh": Interpreter._shade,
    b"Do": Interpreter._place,
    b"INLINE IMAGE": Interpreter._inline_picture,
}
