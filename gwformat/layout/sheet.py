"""A setting comes in; the sheet and its text area go out, in the whole twips that files say."""

from __future__ import annotations

from gwformat.setting.setting import Setting
from gwformat.units import Emu, Twips
from gwformat.values import dataclass

_SLACK = 20  # twips below the last line of a first page, lest it go to the next one where lengths are rounded


@dataclass(frozen=True, slots=True)
class Sheet:
    """The paper and the rectangle text is set in."""

    width: Emu
    height: Emu
    left: Emu
    top: Emu
    text_width: Emu
    text_height: Emu
    footer: Emu  # from the lower edge of a page number to that of the sheet

    @property
    def landscape(self) -> bool:
        """Whether it lies on its side."""
        return self.width > self.height

    @property
    def right(self) -> Emu:
        """The right edge of the text area."""
        return Emu(self.left + self.text_width)


def sheet_of(setting: Setting, *, landscape: bool = False, first: bool = False) -> Sheet:
    """The sheet of `setting`; turned by a quarter its left margin is on top (clause 8: the head of a table is left).

    The `first` one has the text area of a first page.
    """
    paper, grid = setting.profile.paper, setting.grid
    lengths = (paper.width, paper.height, grid.left, grid.top, grid.right, grid.bottom, grid.footer)
    width, height, left, top, right, bottom, footer = (length.twips for length in lengths)
    if first and setting.profile.first_page is not None:
        top, bottom = setting.first_top.twips, setting.first_bottom.twips - _SLACK
    if landscape:
        width, height = height, width
        # Across the lines no leading is to be had: the type area ends where the standard says.
        foot = Emu(paper.height - setting.profile.imprint.last_line).twips
        left, top, right, bottom = max(bottom, foot), left, max(top, paper.head.twips), right
        footer = min(footer, bottom // 2)
    return Sheet(*map(Twips, (width, height, left, top, width - left - right, height - top - bottom, footer)))


def grid_row(setting: Setting, *, landscape: bool = False) -> int:
    """The row of the document grid in twips; as many fill the text area.

    Below the last one LibreOffice sets nothing.
    """
    if landscape:
        return setting.grid.pitch.twips
    return sheet_of(setting).text_height.twips // setting.grid.rows


def first_footer(setting: Setting) -> Emu:
    """From the lower edge of the footers to that of the sheet: the line of the first page stands there (10.1)."""
    first = setting.profile.first_page
    if first is None:
        return setting.grid.footer
    return Emu(setting.profile.paper.height - first.line_y - setting.profile.head.line_weight // 2)
