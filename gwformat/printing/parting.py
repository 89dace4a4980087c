"""A page of a PDF and a choice of marks come in; the content that draws only those marks, where they were, goes out.

Marks are words, paths, pictures and shadings, each with its ink and its place. What is not wanted is taken out of the
content, not covered. The rest is not touched: fonts, clipping, transparency and the order of drawing stay.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import field, replace
from enum import Enum, auto
from typing import Any

from pypdf import PageObject
from pypdf.generic import (
    ContentStream,
    DictionaryObject,
    NameObject,
    NumberObject,
    StreamObject,
)

from gwformat.finished.matrices import IDENTITY, Bounds, times
from gwformat.printing.inks import Ink, inks_of_picture, only
from gwformat.printing.place_and_ink import PLACING, PlaceAndInk, State, matrix_of
from gwformat.values import dataclass

_DEPTH = 12  # forms in forms

Operation = tuple[list[Any], bytes]


class What(Enum):
    """Kinds of marks."""

    TEXT = auto()
    PATH = auto()
    PICTURE = auto()
    SHADING = auto()


@dataclass(frozen=True, slots=True)
class Mark:
    """One mark with its box in points of the page's own coordinates; of words only the place where they begin."""

    what: What
    inks: frozenset[Ink]
    box: Bounds


Wanted = Callable[[Mark], bool]


@dataclass(frozen=True, slots=True)
class Parted:
    """The content that is left, and the forms it draws under new names."""

    content: bytes
    forms: Mapping[str, StreamObject]
    kept: int


@dataclass(slots=True)
class _Tally:
    """What all forms of a page have in common."""

    wanted: Wanted
    pdf: Any
    forms: dict[str, StreamObject] = field(default_factory=dict)
    known: dict[object, tuple[str | None, int]] = field(default_factory=dict)


def part(page: PageObject, wanted: Wanted) -> Parted:
    """The content of `page` with the marks that are `wanted`."""
    content = page.get_contents()
    tally = _Tally(wanted, page.pdf)
    if content is None:
        return Parted(b"", {}, 0)
    resources = page.get("/Resources", DictionaryObject()).get_object()
    sieve = _Sieve(tally, resources, State())
    data = sieve.run(content)
    return Parted(data, tally.forms, sieve.kept)


class _Sieve:
    """Goes through one content stream."""

    def __init__(self, tally: _Tally, resources: Any, state: State, depth: int = 0) -> None:
        self.tally, self.depth, self.at = tally, depth, PlaceAndInk(resources, state)
        self.out: list[list[Operation]] = []
        self.pending: list[tuple[list[Operation], Operation]] = []  # words taken out where the next ones begin
        self.kept = 0

    def run(self, content: ContentStream) -> bytes:
        """The content that is left."""
        for operands, operator in content.operations:
            values: list[Any] = operands if isinstance(operands, list) else [operands]
            if operator in _SHOWING:
                self._show(values, operator)
            elif operator in _PAINTING:
                self._paint(operator)
            elif operator == b"Do":
                self._do(values)
            elif operator in (b"sh", b"INLINE IMAGE"):
                self._single(operands, operator)
            else:
                self.at.follow(values, operator)
                if operator in PLACING:
                    self.pending.clear()
                self._keep(operands, operator)
        result = ContentStream(None, self.tally.pdf)
        result.operations = [operation for group in self.out for operation in group]
        return result.get_data()

    def _wants(self, what: What, inks: frozenset[Ink], box: Bounds) -> bool:
        wants = self.tally.wanted(Mark(what, inks, box))
        self.kept += wants
        return wants

    def _keep(self, operands: Any, operator: bytes) -> None:
        self.out.append([(operands, operator)])

    # Words.

    def _show(self, operands: list[Any], operator: bytes) -> None:
        if operator in (b"'", b'"'):
            self.at.next_line()
            self.pending.clear()
        x, y = self.at.words
        if self.at.state.mode in (3, 7) or self._wants(What.TEXT, frozenset({self.at.text_ink}), (x, y, x, y)):
            self._show_in_place(operands, operator)
            return
        if operator == b'"':
            self.out.append([([operands[0]], b"Tw"), ([operands[1]], b"Tc")])
        if operator in (b"'", b'"'):
            self._keep([], b"T*")
        self.out.append([])
        self.pending.append((self.out[-1], (operands[-1:], b"TJ" if operator == b"TJ" else b"Tj")))

    def _show_in_place(self, operands: list[Any], operator: bytes) -> None:
        """Keep words; where they follow others that are taken out, those are set unseen, so that these stay put."""
        for group, operation in self.pending:
            group += [([NumberObject(3)], b"Tr"), operation, ([NumberObject(self.at.state.mode)], b"Tr")]
        self.pending.clear()
        self._keep(operands, operator)

    # Paths.

    def _paint(self, operator: bytes) -> None:
        fills, strokes = _PAINTING[operator]
        box, state = self.at.path, self.at.state
        fill = fills and self._wants(What.PATH, frozenset({state.fill}), box)
        stroke = strokes and self._wants(What.PATH, frozenset({state.stroke}), box)
        if operator in (b"s", b"b", b"b*") and stroke:
            self._keep([], b"h")
        rule = b"*" if operator.endswith(b"*") else b""
        left = b"B" + rule if fill and stroke else b"f" + rule if fill else b"S" if stroke else b"n"
        self._keep([], left)
        self.at.end_path()

    # Pictures and forms.

    def _do(self, operands: list[Any]) -> None:
        shown = self.at.resource("/XObject").get(operands[0])
        item = shown.get_object() if shown is not None else None
        if not isinstance(item, StreamObject):
            return
        if item.get("/Subtype") == "/Form":
            self._form(item)
            return
        inks = frozenset({self.at.state.fill}) if item.get("/ImageMask") else inks_of_picture(item)
        wanted = {ink for ink in inks if self._wants(What.PICTURE, frozenset({ink}), self.at.unit_square)}
        if wanted == inks:
            self._keep(operands, b"Do")
        elif wanted:
            name = f"/GwPart{len(self.tally.forms)}"
            self.tally.forms[name] = only(item, red=Ink.RED in wanted)
            self._keep([NameObject(name)], b"Do")

    def _form(self, form: StreamObject) -> None:
        state = self.at.state
        key = (id(form), state.ctm, state.fill, state.stroke)
        if key not in self.tally.known:
            self.tally.known[key] = self._parted_form(form)
        name, kept = self.tally.known[key]
        self.kept += kept
        if name is not None:
            self._keep([NameObject(name)], b"Do")

    def _parted_form(self, form: StreamObject) -> tuple[str | None, int]:
        """The form that draws what is wanted of `form`, by its name, and how many marks it has; None if it has none."""
        if self.depth >= _DEPTH:
            return None, 0
        matrix = matrix_of(form.get("/Matrix", IDENTITY))
        resources = form.get("/Resources", self.at.resources).get_object()
        inner = replace(self.at.state, ctm=times(matrix, self.at.state.ctm))
        sieve = _Sieve(self.tally, resources, inner, self.depth + 1)
        data = sieve.run(ContentStream(form, self.tally.pdf))
        if not sieve.kept:
            return None, 0
        left = StreamObject()
        left.update({key: form.raw_get(key) for key in form if key not in ("/Filter", "/DecodeParms", "/Length")})
        left.set_data(data)
        left[NameObject("/Resources")] = resources
        name = f"/GwPart{len(self.tally.forms)}"
        self.tally.forms[name] = left
        return name, sieve.kept

    def _single(self, operands: Any, operator: bytes) -> None:
        """A shading or a picture within the content."""
        what, inks = What.SHADING, frozenset({Ink.OTHER})
        if operator == b"INLINE IMAGE":
            what = What.PICTURE
            said = operands["settings"] if isinstance(operands, Mapping) else {}
            if said.get("/IM") or said.get("/ImageMask"):
                inks = frozenset({self.at.state.fill})
        if self._wants(what, inks, self.at.unit_square):
            self._keep(operands, operator)


_SHOWING = frozenset((b"Tj", b"TJ", b"'", b'"'))
_PAINTING = {
    operator: (operator[:1] in b"fFBb", operator[:1] in b"SsBb")
    for operator in (b"f", b"F", b"f*", b"B", b"B*", b"b", b"b*", b"S", b"s")
}
