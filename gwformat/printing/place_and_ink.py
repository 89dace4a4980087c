"""The operations of a content stream of a PDF come in; where it stands and what it paints with at each goes out."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from typing import Any

from pypdf.generic import DictionaryObject, NameObject

from gwformat.finished.matrices import IDENTITY, Bounds, Matrix, Point, around, times, transformed
from gwformat.pdf.colours import DEVICE, ColourSpace, space_of
from gwformat.printing.inks import Ink, ink_in
from gwformat.values import dataclass

PLACING = frozenset((b"BT", b"ET", b"Tm", b"Td", b"TD", b"T*"))
"""What moves the place of words."""

_BUILDING = frozenset((b"m", b"l", b"c", b"v", b"y", b"re"))
_DEVICE = {b"g": "/DeviceGray", b"rg": "/DeviceRGB", b"k": "/DeviceCMYK"}
_COLOURING = frozenset((b"g", b"G", b"rg", b"RG", b"k", b"K", b"cs", b"CS", b"sc", b"SC", b"scn", b"SCN"))


def matrix_of(values: Iterable[Any]) -> Matrix:
    """Six operands as a matrix."""
    a, b, c, d, e, f = map(float, values)
    return a, b, c, d, e, f


@dataclass(frozen=True, slots=True)
class State:
    """What `q` saves."""

    ctm: Matrix = IDENTITY
    fill: Ink = Ink.OTHER
    stroke: Ink = Ink.OTHER
    fill_space: ColourSpace = DEVICE["/DeviceGray"]
    stroke_space: ColourSpace = DEVICE["/DeviceGray"]
    mode: int = 0  # of text
    leading: float = 0.0


class PlaceAndInk:
    """The state of one stream while it is gone through; `resources` are what its names mean."""

    def __init__(self, resources: Any, state: State) -> None:
        self.state = state
        self.resources: DictionaryObject = resources if isinstance(resources, DictionaryObject) else DictionaryObject()
        self._saved: list[State] = []
        self._text: Matrix = IDENTITY  # line matrix
        self._points: list[Point] = []

    @property
    def words(self) -> tuple[float, float]:
        """Where the present line of words begins on the page."""
        return transformed(times(self._text, self.state.ctm), 0, 0)

    @property
    def text_ink(self) -> Ink:
        """What words are painted with."""
        return self.state.stroke if self.state.mode in (1, 5) else self.state.fill

    @property
    def path(self) -> Bounds:
        """The box around the path that is built, in points of the page's own coordinates."""
        return around(self._points) if self._points else (0, 0, 0, 0)

    @property
    def unit_square(self) -> Bounds:
        """The box around what a picture fills, in the same."""
        return around([transformed(self.state.ctm, x, y) for x in (0, 1) for y in (0, 1)])

    def resource(self, kind: str) -> Mapping[str, Any]:
        """The resources of a kind, by name."""
        found = self.resources.get(kind, DictionaryObject()).get_object()
        return found if isinstance(found, DictionaryObject) else {}

    def next_line(self) -> None:
        """Words go on below."""
        self._text = times((1, 0, 0, 1, 0, -self.state.leading), self._text)

    def end_path(self) -> None:
        """The path is painted, or is none."""
        self._points.clear()

    def follow(self, operands: list[Any], operator: bytes) -> None:
        """What an operation that shows nothing changes."""
        if operator in PLACING:
            self._place(operands, operator)
        elif operator in _BUILDING:
            numbers = [float(value) for value in operands]
            if operator == b"re":
                x, y, width, height = numbers
                numbers = [x, y, x + width, y, x, y + height, x + width, y + height]
            ends = zip(numbers[::2], numbers[1::2], strict=True)
            self._points.extend(transformed(self.state.ctm, x, y) for x, y in ends)
        elif operator == b"n":
            self.end_path()
        elif operator == b"q":
            self._saved.append(self.state)
        elif operator == b"Q":
            self.state = self._saved.pop() if self._saved else self.state
        elif operator == b"cm":
            self.state = replace(self.state, ctm=times(matrix_of(operands), self.state.ctm))
        elif operator == b"Tr":
            self.state = replace(self.state, mode=int(operands[0]))
        elif operator == b"TL":
            self.state = replace(self.state, leading=float(operands[0]))
        elif operator in _COLOURING:
            self._colour(operands, operator)

    def _place(self, operands: Sequence[Any], operator: bytes) -> None:
        if operator == b"BT":
            self._text = IDENTITY
        elif operator == b"Tm":
            self._text = matrix_of(operands)
        elif operator in (b"Td", b"TD"):
            x, y = float(operands[0]), float(operands[1])
            if operator == b"TD":
                self.state = replace(self.state, leading=-y)
            self._text = times((1, 0, 0, 1, x, y), self._text)
        elif operator == b"T*":
            self.next_line()

    def _colour(self, operands: list[Any], operator: bytes) -> None:
        said = operator.lower()
        parts = [float(value) for value in operands if not isinstance(value, NameObject)]
        if said == b"cs":
            space = space_of(operands[0], self.resource("/ColorSpace"))
            ink = ink_in(space, space.first.parts)
        elif said in _DEVICE:
            space = DEVICE[_DEVICE[said]]
            ink = ink_in(space, parts)
        else:
            space = self.state.stroke_space if operator.isupper() else self.state.fill_space
            ink = Ink.OTHER if len(parts) < len(operands) else ink_in(space, parts)
        if operator.isupper():
            self.state = replace(self.state, stroke_space=space, stroke=ink)
        else:
            self.state = replace(self.state, fill_space=space, fill=ink)
