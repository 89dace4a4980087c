"""A line of the pages comes in, stretches that typst can neither shift nor squeeze go out, each with its place."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass

from gwformat.fonts.choosing import Choice
from gwformat.fonts.coverage import coverage
from gwformat.fonts.installed import Installed
from gwformat.fonts.system import EM_ASCENT
from gwformat.layout.boxes import RAISED_SIZE, Glyphs, Line
from gwformat.model import OBJECT, Emphasis
from gwformat.text.width import is_wide

# As LibreOffice draws raised and lowered text: shift of the baseline in parts of the text's size.
RAISED = 0.33
LOWERED = 0.08

_NO_ADVANCE = frozenset(("Mn", "Me", "Cf", "Cc"))
_NOT_DRAWN = frozenset(("Cf", "Cc"))
_NEVER_SQUEEZED = frozenset("—…")


@dataclass(frozen=True, slots=True)
class Piece:
    """Text in one face with its place; lengths in points, `y` is the baseline."""

    text: str
    x: float
    y: float
    size: float
    tracking: float  # between characters, before `scale`
    face: Installed
    glyphs: Glyphs


def pieces(line: Line, choice: Choice) -> Iterator[Piece]:
    """The pieces of a line from left to right."""
    baseline = baseline_of(line, choice)
    for glyphs in line.glyphs:
        yield from _pieces(glyphs, baseline, choice)


def wanted(line: Line) -> Iterator[tuple[str, str]]:
    """Family and characters that have ink, for every stretch of the line."""
    for glyphs in line.glyphs:
        yield glyphs.family, "".join(char for char in glyphs.text if _has_ink(char))


def baseline_of(line: Line, choice: Choice) -> float:
    """Where the line's characters stand, in points: so that the em box of its Chinese face fills top to bottom."""
    ascent = next(filter(None, (_ascent(glyphs, choice) for glyphs in line.glyphs)), EM_ASCENT)
    return (line.top + (line.bottom - line.top) * ascent) / 12_700


def _ascent(glyphs: Glyphs, choice: Choice) -> float | None:
    wide = next((char for char in glyphs.text if is_wide(char) and not char.isspace()), None)
    return coverage(choice.face(glyphs.family, wide)).ascent if wide else None


def _pieces(glyphs: Glyphs, baseline: float, choice: Choice) -> Iterator[Piece]:
    """The stretch cut where the face changes, at its outer blanks, and between two punctuation marks.

    Typst closes up neighbouring Chinese punctuation marks; separate pieces are out of its reach. The advances of the
    installed face may differ from those the line was made with: tracking makes up for it.
    """
    size, y = _size_and_baseline(glyphs, baseline)
    stretch = glyphs.scale / 100
    drawn = [(char, *_advance(char, glyphs, size, choice)) for char in glyphs.text if char != OBJECT]
    count = sum(advance > 0 for _, advance, _ in drawn)
    natural = sum(advance for _, advance, _ in drawn)
    tracking = (glyphs.width.pt / stretch - natural) / count if count else 0.0
    x, start, text, last = glyphs.x.pt, glyphs.x.pt, "", None
    for char, advance, face in drawn:
        if text and (face != last or _squeezes(text[-1], char)):
            yield from _piece(text, start, y, size, tracking, last, glyphs)
            text = ""
        if not text:
            start = x
        if char.isspace() and not text:
            pass  # typst does not draw blanks at the beginning of a line
        elif unicodedata.category(char) not in _NOT_DRAWN:
            text, last = text + (char if not char.isspace() or coverage(face).has(char) else " "), face
        x += (advance + tracking) * stretch if advance else 0.0
    yield from _piece(text, start, y, size, tracking, last, glyphs)


def _piece(
    text: str, x: float, y: float, size: float, tracking: float, face: Installed | None, glyphs: Glyphs
) -> Iterator[Piece]:
    if face is not None and (text := text.rstrip()):
        yield Piece(text, x, y, size, tracking, face, glyphs)


def _size_and_baseline(glyphs: Glyphs, baseline: float) -> tuple[float, float]:
    size = glyphs.size.pt
    if Emphasis.SUPERSCRIPT in glyphs.emphasis:
        return size * RAISED_SIZE, baseline - size * RAISED
    if Emphasis.SUBSCRIPT in glyphs.emphasis:
        return size * RAISED_SIZE, baseline + size * LOWERED
    return size, baseline


def _advance(char: str, glyphs: Glyphs, size: float, choice: Choice) -> tuple[float, Installed]:
    """Advance in points before tracking and scaling, and the face that has the character."""
    face = choice.face(glyphs.family, char, glyphs.bold)
    if unicodedata.category(char) in _NO_ADVANCE and char != "\t":
        return 0.0, face
    known = coverage(face).advance(char)
    return (known if known is not None else 1.0 if is_wide(char) else 0.5) * size, face


def _has_ink(char: str) -> bool:
    return not char.isspace() and char != OBJECT and unicodedata.category(char) not in _NOT_DRAWN


def _squeezes(before: str, after: str) -> bool:
    return _is_mark(before) and _is_mark(after)


def _is_mark(char: str) -> bool:
    return not char.isascii() and unicodedata.category(char)[0] == "P" and char not in _NEVER_SQUEEZED
