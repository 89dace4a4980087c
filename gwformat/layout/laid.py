"""What a paragraph becomes when it is broken: its lines, how it is set, and where it comes from."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from gwformat.layout.boxes import Glyphs, Span
from gwformat.layout.objects import Picture
from gwformat.layout.rows import RowBox
from gwformat.model import Carrier, Role, Source
from gwformat.setting.paragraph import Set
from gwformat.units import Emu
from gwformat.values import dataclass

if TYPE_CHECKING:
    from gwformat.layout.grid import Grid


@dataclass(frozen=True, slots=True)
class TextLine:
    """One line of a passage; `height` is its pitch, or what a picture in it needs.

    The characters stand in the middle of an exact pitch, and at the foot of one that is a minimum, with so much
    `below` them as a formula needs.

    A row of a table is a line without glyphs of its own: `row` is what stands in it.
    """

    glyphs: tuple[Glyphs, ...]
    x: Emu
    width: Emu
    height: Emu
    spans: tuple[Span, ...] = ()
    pictures: tuple[Picture, ...] = ()
    floats: tuple[tuple[Carrier, Emu], ...] = ()  # graphics that are not in the line, with the place of the anchor
    below: Emu | None = None
    formulas: int = 0  # shown as words on one line
    lost: int = 0  # objects of which nothing can be shown
    ends_page: bool = False
    notes: tuple[Laid, ...] = ()  # paragraphs that belong at the foot of the page
    row: RowBox | None = None


@dataclass(frozen=True, slots=True)
class Laid:
    """A passage broken into lines."""

    set: Set
    lines: tuple[TextLine, ...]
    source: Source | None
    certain: bool = True  # False where the room of a carrier is not known
    headers: tuple[TextLine, ...] = ()  # the rows of a table that are repeated on every page
    grid: Grid | None = None  # the table itself
    parted: bool = False  # its last line alone goes to the page of what follows, however short it is

    @property
    def role(self) -> Role:
        """The role of the passage."""
        return self.set.role


def height_of(lines: Sequence[TextLine]) -> Emu:
    """The height of lines that follow each other."""
    return Emu(sum(line.height for line in lines))
