"""Where paragraphs stand on paper, as frozen values that say how each of them is known."""

from __future__ import annotations

from enum import StrEnum

from gwformat.units import Emu
from gwformat.values import dataclass


class Known(StrEnum):
    """How a place is known."""

    COMPUTED = "computed"  # exact spacing and known widths leave only this one
    MEASURED = "measured"  # in the pages LibreOffice made
    UNVERIFIED = "unverified"  # neither; never a pass


@dataclass(frozen=True, slots=True)
class PlacedLine:
    """One line on paper; lengths from the sheet's upper left corner, `number` and `page` from 1.

    `top` and `bottom` are the edges of the em box of its largest characters, as in `layout.boxes.Line`. `start` and
    `end` are the stretch of the paragraph's text it shows. What is None is not certain even where the line is; lines
    whose page is not known stand on the same page if they are on the same `sheet`.
    """

    page: int | None
    number: int  # among the lines of the text on its page
    top: Emu
    bottom: Emu
    left: Emu | None = None
    right: Emu | None = None
    start: int | None = None
    end: int | None = None
    sheet: int = 0  # counted through all that are known, whatever their pages

    @property
    def side(self) -> int:
        """What two lines have in common that stand on the same page: its number, or a negative one if it is unknown."""
        return -self.sheet if self.page is None else self.page


@dataclass(frozen=True, slots=True)
class PlacedStroke:
    """A horizontal line on paper given by its middle; `paragraph` is the one it belongs to."""

    page: int | None
    sheet: int
    paragraph: int
    y: Emu
    weight: Emu
    color: str = "000000"
    left: Emu | None = None
    right: Emu | None = None

    @property
    def side(self) -> int:
        """The page it stands on, as that of a line."""
        return -self.sheet if self.page is None else self.page


@dataclass(frozen=True, slots=True)
class Stand:
    """Where a paragraph stands.

    `known` speaks of pages and heights: if it is UNVERIFIED, `lines` holds only those that are certain, perhaps none;
    they are all of them if only their pages are not known. `breaks` speaks of where its lines end and of their sides.
    `reason` says in Chinese what could not be known.
    """

    paragraph: int
    known: Known
    lines: tuple[PlacedLine, ...] = ()
    breaks: Known = Known.UNVERIFIED
    reason: str = ""
    whole: bool = False  # all its lines are there, though their pages may not be known

    @property
    def is_whole(self) -> bool:
        """Whether it is certain where each of its lines stands on its page."""
        return bool(self.lines) and (self.whole or self.known is not Known.UNVERIFIED)

    @property
    def page(self) -> int | None:
        """The page it begins on."""
        return self.lines[0].page if self.lines else None

    @property
    def last_page(self) -> int | None:
        """The page it ends on, if all its lines are certain."""
        return self.lines[-1].page if self.lines and self.known is not Known.UNVERIFIED else None

    @property
    def top(self) -> Emu | None:
        """The upper edge of its first line, on its first page."""
        return self.lines[0].top if self.lines else None

    @property
    def bottom(self) -> Emu | None:
        """The lower edge of its last line, on its last page."""
        return self.lines[-1].bottom if self.is_whole else None
