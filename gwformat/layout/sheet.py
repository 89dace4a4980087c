"""A setting comes in; the sheet and its text area go out, in the whole twips that files say."""

from __future__ import annotations

from dataclasses import dataclass

from gwformat.setting.setting import Setting
from gwformat.units import Emu, Twips


@dataclass(frozen=True, slots=True)
class Sheet:
    """The paper and the rectangle text is set in."""

    width: Emu
    height: Emu
    left: Emu
    top: Emu
    text_width: Emu
    text_height: Emu

    @property
    def right(self) -> Emu:
        """The right edge of the text area."""
        return Emu(self.left + self.text_width)


def sheet_of(setting: Setting) -> Sheet:
    """The sheet of `setting`."""
    paper, grid = setting.profile.paper, setting.grid
    lengths = (paper.width, paper.height, grid.left, grid.top, grid.right, grid.bottom)
    width, height, left, top, right, bottom = (length.twips for length in lengths)
    return Sheet(*map(Twips, (width, height, left, top, width - left - right, height - top - bottom)))
