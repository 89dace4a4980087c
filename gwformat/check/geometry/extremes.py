"""A paragraph whose lines have no certain height and an extreme come in; the least or the most that height may be out.

Where as many pages are filled with everything as low as with everything as high as it may be, their number is certain,
though it is not known where on them each line stands.
"""

from __future__ import annotations

from collections.abc import Sequence
from enum import Enum

from gwformat.check.geometry.growing import heights_of, others_than_graphics
from gwformat.model import Paragraph
from gwformat.ooxml.effective import LineRule, ParagraphLook, RunLook, SectionLook
from gwformat.units import Emu


class Extreme(Enum):
    """How high a line may be, in em of its largest characters: no face of text is lower or higher."""

    LEAST = 1.0
    MOST = 1.75


def height_at(
    extreme: Extreme,
    paragraph: Paragraph,
    look: ParagraphLook,
    runs: Sequence[RunLook],
    size: Emu,
    section: SectionLook,
) -> Emu | None:
    """The height each line of a paragraph has at least or at most; None if there is more in it than can be bounded.

    A grid moves lines on to its next place.
    """
    if others_than_graphics(paragraph, look):
        return None
    exact = look.line.exact
    if exact is not None:
        return exact
    natural = round(extreme.value * size * (look.line.times or 1))
    if look.line.rule is LineRule.AT_LEAST:
        natural = max(natural, look.line.pitch or 0)
    if extreme is Extreme.MOST:
        natural = max([natural, *heights_of(paragraph, runs)])
        pitch = section.grid.lines if look.snap_to_grid else None
        natural = natural if not pitch else -(-natural // pitch) * pitch
    return Emu(natural)
