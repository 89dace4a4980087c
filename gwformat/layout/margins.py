"""The headers and footers of a draft come in; where their lines stand on each page goes out.

Headers begin where the profile has them and footers end in their room below the page number. Those that do not fit
there keep the text off the page they are on, as word processors have it: headers push its upper edge down, footers its
lower one up.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from gwformat.layout.column import Column, Standing
from gwformat.layout.furniture import Furniture
from gwformat.layout.sheet import Sheet, first_footer
from gwformat.model import OnPages, Section
from gwformat.setting.setting import Setting
from gwformat.units import Emu
from gwformat.values import dataclass


@dataclass(frozen=True, slots=True)
class Margins:
    """The furniture of a document whose `sections` lie as they will; `opening` if the first page is of its own kind."""

    furniture: Furniture
    sections: Sequence[Section]
    setting: Setting
    opening: bool

    def pushed(self, sheet: Sheet, section: int, page: int, *, opens: bool) -> Sheet:
        """The sheet of a page of a section, its text area as the header and the footer of that page leave it."""
        if self.furniture.fits or section >= len(self.sections):
            return sheet
        parts = _parts_on(self.sections[section], page, opens=opens)
        head, foot = (0 if one is None else self.furniture.height(one, landscape=sheet.landscape) for one in parts)
        top = max(sheet.top, self.setting.grid.header + head)
        bottom = min(sheet.top + sheet.text_height, self._foot(sheet, section) - foot)
        least = sheet.text_height // 2  # what is left to the text however high they say they are
        return replace(sheet, top=Emu(top), text_height=Emu(max(least, bottom - top)))

    def on(self, column: Column, number: int) -> Iterator[Standing]:
        """The lines on page `number`, measured from the top of its text area."""
        if column.section >= len(self.sections):
            return
        sheet = column.sheet
        header, footer = _parts_on(self.sections[column.section], number, opens=column.opens)
        if header is not None:
            yield from self._below(header, sheet, self.setting.grid.header)
        if footer is not None:
            bottom = self._foot(sheet, column.section) + self.furniture.below
            yield from self._below(footer, sheet, bottom - self.furniture.height(footer, landscape=sheet.landscape))

    def _foot(self, sheet: Sheet, section: int) -> int:
        """The upper edge of the room below the page number; words that do not fit there end above the number."""
        opening = self.opening and section == 0 and not sheet.landscape
        edge = sheet.height - (first_footer(self.setting) if opening else sheet.footer)
        above = 0 if self.furniture.fits or sheet.landscape else self.setting.profile.page_number.size
        return edge - above

    def _below(self, part: str, sheet: Sheet, top: int) -> Iterator[Standing]:
        parts = self.furniture.turned if sheet.landscape else self.furniture.upright
        for laid in parts.get(part, ()):
            for line in laid.lines:
                yield Standing(Emu(top - sheet.top), line, laid)
                top += line.height


def _parts_on(section: Section, page: int, *, opens: bool) -> tuple[str | None, str | None]:
    """The header and the footer of a page of a section."""
    first = opens and section.titled
    return _chosen(section.headers, page, first=first), _chosen(section.footers, page, first=first)


def _chosen(parts: OnPages, page: int, *, first: bool) -> str | None:
    if first:
        return parts.first
    return parts.odd if page % 2 else parts.even
