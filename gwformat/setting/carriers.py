"""Tables and pictures of drafts come in; the room they get goes out."""

from __future__ import annotations

from gwformat.setting.setting import Setting
from gwformat.units import Emu, Twips


def picture_size(size: tuple[Emu, Emu] | None, setting: Setting) -> tuple[Emu, Emu]:
    """The extent a picture says it has; else the width of the type area, four to three."""
    return size or (setting.text_width, Emu(setting.text_width * 3 // 4))


def shrink(width: float, height: float, setting: Setting) -> float:
    """How much a picture must shrink, 1 at most; a whole row is left for its caption."""
    highest = setting.text_height - 2 * setting.grid.pitch
    return min(1.0, setting.text_width / width if width else 1.0, highest / height if height else 1.0)


def column_width(columns: int, setting: Setting) -> Emu:
    """The width of each of `columns` equal columns of a table over the type area."""
    return Twips(setting.text_width.twips // columns)
