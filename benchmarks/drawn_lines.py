"""The glyphs and rules of a page come in as they were drawn, its lines of text go out in the order of the text.

LibreOffice draws a page paragraph by paragraph and cell by cell, each line from left to right, but for characters the
font lacks, which come last. So a raised or lowered character is not torn from its line, and a line of one cell is taken
for one with the line beside it in the next cell only where nothing was drawn between them.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from benchmarks.page_content import Glyph, Stroke
from benchmarks.text_lines import MM_PER_PT

_LEVEL = 0.05  # em: two characters on one baseline
_SHIFT = 0.5  # em: a character is not raised or lowered further within its line
_BACK = 0.3  # em: negative tracking draws it no further back
_APART = 3  # mm: more than justification puts between two characters, less than what parts two cells
_NEAR = 2  # mm: a rule does not stand closer to the words on both sides of it


def drawn_lines(glyphs: Iterable[Glyph], strokes: Iterable[Stroke]) -> list[list[str]]:
    """What stands side by side, line by line: words behind a rule or far from those before them are of another cell."""
    rules = [stroke for stroke in strokes if stroke.y1 - stroke.y0 > stroke.x1 - stroke.x0]
    return [["".join(glyph.text for glyph in cell).strip() for cell in _parted(row, rules)] for row in _rows(glyphs)]


def _rows(glyphs: Iterable[Glyph]) -> Iterator[list[Glyph]]:
    """What was drawn without leaving the line."""
    row: list[Glyph] = []
    for glyph in glyphs:
        if row and not _goes_on(row, glyph):
            yield row
            row = []
        row.append(glyph)
    if row:
        yield row


def _goes_on(row: list[Glyph], glyph: Glyph) -> bool:
    last = row[-1]
    em = max(one.size for one in (*row[-3:], glyph)) * MM_PER_PT
    away = abs(glyph.baseline - last.baseline)
    return away < _LEVEL * em or (away < _SHIFT * em and glyph.x - last.x - last.width > -_BACK * em)


def _parted(row: list[Glyph], rules: Sequence[Stroke]) -> Iterator[list[Glyph]]:
    row = sorted(row, key=lambda glyph: glyph.x)
    start = 0
    for place in range(1, len(row) + 1):
        if place == len(row) or _is_apart(row[place - 1], row[place], rules):
            yield row[start:place]
            start = place


def _is_apart(last: Glyph, following: Glyph, rules: Sequence[Stroke]) -> bool:
    end, begin = last.x + last.width, following.x
    if begin - end > _APART and not last.text.isspace():
        return True
    return begin - end > _NEAR and any(
        end <= rule.x0 < begin and rule.y0 < following.baseline < rule.y1 for rule in rules
    )
