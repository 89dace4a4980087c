"""A draft comes in; the room its own headers and footers take beside the page number goes out.

The standard knows neither. What a draft has of them is kept: in footers below the page number, which stands where the
standard puts it, so that the text gives way to nothing.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from gwformat.layout.sheet import sheet_of
from gwformat.model import Draft, Story
from gwformat.setting.notes import note_set
from gwformat.setting.setting import Setting
from gwformat.units import Emu, Mm

_EDGE = Mm(5)  # of the sheet on which printers print nothing


@dataclass(frozen=True, slots=True)
class Furniture:
    """The `lines` of each part besides the page number; `fits` if all of them keep out of the text area."""

    lines: Mapping[str, int]
    below: Emu = Emu(0)  # the room of the highest footer below its page number
    fits: bool = True


def furniture_of(draft: Draft, setting: Setting) -> Furniture:
    """The room of the words; where they stand in tables or with pictures it is not known."""
    stories = [story for story in draft.stories if story.besides or not story.plain]
    if not stories:
        return Furniture({})
    turned = {section.landscape for section in draft.sections} or {False}
    sheets = [sheet_of(setting, landscape=landscape) for landscape in turned]
    width = min(sheet.text_width for sheet in sheets)
    lines = {story.part: _lines(story, setting, width) for story in stories}
    pitch = note_set(setting).pitch
    above, below = (
        Emu(max((lines[story.part] for story in stories if story.kind == kind), default=0) * pitch)
        for kind in ("header", "footer")
    )
    room_above = min(sheet.top for sheet in sheets) - setting.grid.header
    room_below = min(sheet.footer for sheet in sheets) - _EDGE
    fits = all(story.plain for story in stories) and above <= room_above and below <= room_below
    return Furniture(lines, below if fits else Emu(0), fits)


def _lines(story: Story, setting: Setting, width: Emu) -> int:
    how = note_set(setting)
    widths = (round(setting.fonts.width(words.strip(), how.slot) * how.size) for words in story.besides)
    return sum(max(1, -(-natural // width)) for natural in widths)
