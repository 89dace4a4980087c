"""The strings that a content stream shows come in, with the state they are shown in; words where they stand go out."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from pypdf.generic import TextStringObject

from gwformat.finished.drawing import Drawn
from gwformat.finished.matrices import IDENTITY, Matrix, shifted, times
from gwformat.pdf.state import State

_WIDE_GAP = 1.0  # em: words apart
_OUTLINED, _INVISIBLE = (1, 5), (3, 7)  # text rendering modes


class Showing:
    """Where text stands now: the place of the next glyph, and that where its line began."""

    def __init__(self, drawn: Drawn) -> None:
        self._drawn = drawn
        self._text = self._line = IDENTITY

    def begin_at(self, place: Matrix) -> None:
        """A line begins at `place`."""
        self._text = self._line = place

    def begin_line(self, x: float, y: float) -> None:
        """A line begins so far from where the last one began."""
        self._text = self._line = times(shifted(x, y), self._line)

    def show(self, strings: Sequence[Any], state: State) -> None:
        """Draw the strings of one `TJ`, with the shifts between them, apart where they stand far apart."""
        if state.font is None:
            return
        items: list[tuple[float, Any]] = []
        shift = 0.0  # thousandths of an em, to the left
        for item in strings:
            if isinstance(item, (bytes, str)):
                if items and shift < -1000 * _WIDE_GAP:
                    self._draw(items, state)
                    items = []
                items.append((shift, item.original_bytes if isinstance(item, TextStringObject) else bytes(item)))  # type: ignore[arg-type]
                shift = 0.0
            else:
                shift += float(item)
        self._draw(items, state)
        if shift:
            self._advance(-shift / 1000 * state.size * state.scale, state)

    def _draw(self, items: Sequence[tuple[float, bytes]], state: State) -> None:
        """Draw strings, each with the shift before it, as one piece of words."""
        font = state.font
        assert font is not None
        size, tracking, scale = state.size, state.tracking, state.scale
        if items and items[0][0]:
            self._advance(-items[0][0] / 1000 * size * scale, state)
            items = [(0.0, items[0][1]), *items[1:]]
        texts: list[str] = []
        position = 0.0
        first: float | None = None  # where the first glyph that is no blank begins, and the last one ends
        last = 0.0
        missing = unmapped = 0
        narrow = not font.composite
        for shift, data in items:
            position -= shift / 1000 * size
            for code, glyph in font.decode(data):
                end = position + glyph.width * size
                if not glyph.blank:
                    if first is None:
                        first = position
                    last = end
                    missing += glyph.missing
                    unmapped += glyph.text == "\ufffd" and not glyph.missing
                texts.append(glyph.text)
                position = end + tracking + (state.word if narrow and code == 32 else 0.0)
        if texts:
            whole = times(times((size * scale, 0.0, 0.0, size, 0.0, state.rise), self._text), state.matrix)
            reach = (first / size, last / size) if first is not None and size else (0.0, 0.0)
            self._drawn.add_words(
                "".join(texts),
                whole,
                reach,
                font.face,
                state.stroke if state.mode in _OUTLINED else state.fill,
                state.clip,
                invisible=state.mode in _INVISIBLE,
                missing=missing,
                unmapped=unmapped,
            )
        self._advance(position * scale, state)

    def _advance(self, x: float, state: State) -> None:
        a, b, c, d, e, f = self._text
        if state.font is not None and state.font.vertical:
            self._text = (a, b, c, d, e - c * x, f - d * x)
        else:
            self._text = (a, b, c, d, e + a * x, f + b * x)
