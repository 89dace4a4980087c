"""The file of an embedded font comes in; advance and ink of its characters go out, looked up as a reader does."""

from __future__ import annotations

import io

from fontTools.pens.boundsPen import BoundsPen
from fontTools.ttLib import TTFont

Ink = tuple[float, float, float, float]
LACKING = "\ufffd"
_NOTDEF = ".notdef"


class Face:
    """An embedded font, read by characters as a reader does."""

    def __init__(self, name: str, data: bytes) -> None:
        self.name = name
        self._font = TTFont(io.BytesIO(data), lazy=True)
        self._glyphs = self._font.getGlyphSet()
        self._cmap = self._font.getBestCmap() or {}
        self._per_em: int = self._font["head"].unitsPerEm
        self._known: dict[str, tuple[str, float, Ink | None]] = {}

    def glyph(self, char: str) -> tuple[str, float, Ink | None]:
        """What is shown for the character, its advance and its ink in parts of the em, y upwards."""
        if char not in self._known:
            name = self._cmap.get(ord(char))
            self._known[char] = (LACKING if name is None else char, *self._look_up(name or _NOTDEF))
        return self._known[char]

    def _look_up(self, name: str) -> tuple[float, Ink | None]:
        pen = BoundsPen(self._glyphs)
        self._glyphs[name].draw(pen)
        box = pen.bounds
        return self._glyphs[name].width / self._per_em, box and tuple(value / self._per_em for value in box)
