"""Lines come in; what stands on one page, on which sheet and how far down, goes out."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import field

from gwformat.layout.laid import Laid, TextLine, height_of
from gwformat.layout.sheet import Sheet
from gwformat.model import Begins
from gwformat.setting.notes import SEPARATOR
from gwformat.units import Emu
from gwformat.values import dataclass

_ZERO = Emu(0)


@dataclass(frozen=True, slots=True)
class Standing:
    """A line with its upper edge, measured from the top of the text area."""

    top: Emu
    line: TextLine
    paragraph: Laid


@dataclass(frozen=True, slots=True)
class Place:
    """The sheet a paragraph stands on, and where its section begins if it is the first of one.

    `kinds` are the sheets of first pages and of the others, each of an even and an odd one, where they differ.
    """

    sheet: Sheet
    begins: Begins | None = None
    section: int = 0
    kinds: tuple[tuple[Sheet, Sheet], tuple[Sheet, Sheet]] | None = None

    def on(self, number: int, *, opens: bool = False) -> Sheet:
        """The sheet of page `number`, which `opens` the section or does not."""
        return self.sheet if self.kinds is None else self.kinds[not opens][number % 2]

    @property
    def on_new_page(self) -> bool:
        """Whether its section begins a page."""
        return self.begins not in (None, Begins.CONTINUOUS)


@dataclass(slots=True)
class Column:
    """What stands on one page; `end` is the lower edge of the last line, `used` that of what stood there before."""

    sheet: Sheet
    lines: list[Standing] = field(default_factory=list)
    end: Emu = _ZERO
    used: Emu = _ZERO
    notes: list[tuple[TextLine, Laid]] = field(default_factory=list)  # at the foot
    skipped: bool = False  # empty, so that a section begins on an even or an odd page
    section: int = 0
    opens: bool = False  # the first page of its section

    @property
    def foot(self) -> Emu:
        """The room the notes take, the rule above them included."""
        return Emu(SEPARATOR + height_of([line for line, _ in self.notes])) if self.notes else _ZERO

    def foot_with(self, line: TextLine) -> Emu:
        """The room the notes take with one more line."""
        return Emu((self.foot or SEPARATOR) + line.height)

    def standing_notes(self) -> Iterator[Standing]:
        """The lines of the notes, the last one on the lower edge of the text area."""
        top = Emu(self.sheet.text_height - self.foot + SEPARATOR)
        for line, paragraph in self.notes:
            yield Standing(top, line, paragraph)
            top = Emu(top + line.height)
