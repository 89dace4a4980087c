"""The glyphs of a page come in, its lines of text go out, with the em box of each in mm.

The em box of a glyph lies 0.859 em above and 0.141 em below its baseline, as in the fonts of the SimSun family.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from benchmarks.page_content import Glyph

ASCENT, DESCENT = 0.859, 0.141
MM_PER_PT = 25.4 / 72


@dataclass(frozen=True, slots=True)
class TextLine:
    """The glyphs on one baseline of one page."""

    page: int  # from 1
    glyphs: tuple[Glyph, ...]

    @property
    def text(self) -> str:
        """The characters from left to right, spaces at the ends left out."""
        return "".join(glyph.text for glyph in self.glyphs)

    @property
    def x0(self) -> float:
        """Left edge of the first character."""
        return self.glyphs[0].x

    @property
    def x1(self) -> float:
        """Right edge of the last character's em box."""
        return self.glyphs[-1].x + self.glyphs[-1].width

    @property
    def size(self) -> float:
        """Type size in points of most characters."""
        return Counter(glyph.size for glyph in self.glyphs).most_common(1)[0][0]

    @property
    def font(self) -> str:
        """Font of most of the Chinese characters."""
        chinese = [glyph.font for glyph in self.glyphs if glyph.text >= "\u2e80"]
        return Counter(chinese or [glyph.font for glyph in self.glyphs]).most_common(1)[0][0]

    @property
    def lead_font(self) -> str:
        """Font of the first Chinese character."""
        return next((glyph.font for glyph in self.glyphs if glyph.text >= "\u2e80"), self.font)

    @property
    def baseline(self) -> float:
        """Height of the baseline."""
        return self.glyphs[0].baseline

    @property
    def top(self) -> float:
        """Upper edge of the em box."""
        return self.baseline - ASCENT * self.size * MM_PER_PT

    @property
    def bottom(self) -> float:
        """Lower edge of the em box."""
        return self.baseline + DESCENT * self.size * MM_PER_PT

    @property
    def red(self) -> bool:
        """Whether the text is red."""
        red, green, blue = (int(self.glyphs[0].color[i : i + 2], 16) for i in (0, 2, 4))
        return red > 150 and green < 110 and blue < 110

    @property
    def cells(self) -> float:
        """Full-width characters count one, others by their width."""
        return sum(glyph.width / (glyph.size * MM_PER_PT) for glyph in self.glyphs)


def text_lines(page: int, glyphs: Sequence[Glyph], apart: float = 0.3) -> list[TextLine]:
    """Glyphs grouped by baseline, top to bottom, left to right; those of two lines are at least `apart` mm apart."""
    rows: list[list[Glyph]] = []
    for glyph in sorted(glyphs, key=lambda glyph: glyph.baseline):
        if rows and glyph.baseline - rows[-1][0].baseline < apart:
            rows[-1].append(glyph)
        else:
            rows.append([glyph])
    lines = []
    for row in rows:
        row.sort(key=lambda glyph: glyph.x)
        inked = [i for i, glyph in enumerate(row) if glyph.text.strip()]
        if inked:
            lines.append(TextLine(page, tuple(row[inked[0] : inked[-1] + 1])))
    return lines
