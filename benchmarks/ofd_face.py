"""The file of an embedded font comes in; advance and ink of its characters go out, looked up as a reader does."""

from __future__ import annotations

import io

from fontTools.pens.boundsPen import BoundsPen
from fontTools.ttLib import TTFont

Ink = tuple[float, float, float, float]


class Face:
    """An embedded font, read by characters as a reader does."""

    def __init__(self, name: str, data: bytes) -> None:
        self.name = name
        self._font = TTFont(io.BytesIO(data), lazy=True)
        self._glyphs = self._font.getGlyphSet()
        self._cmap = self._font.getBestCmap() or {}
        self.per_em: int = self._font["head"].unitsPerEm
        self._known: dict[str, tuple[float, Ink | None] | None] = {}

    def glyph(self, char: str) -> tuple[float, Ink | None] | None:
        """Advance and ink in parts of the em, y upwards; None if the font lacks the character."""
        if char not in self._known:
            name = self._cmap.get(ord(char))
            self._known[char] = None if name is None else self._look_up(name)
        return self._known[char]

    def _look_up(self, name: str) -> tuple[float, Ink | None]:
        pen = BoundsPen(self._glyphs)
        self._glyphs[name].draw(pen)
        box = pen.bounds
        return self._glyphs[name].width / self.per_em, box and tuple(value / self.per_em for value in box)
