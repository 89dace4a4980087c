"""A text box that grows with its words comes in; how high it becomes at most goes out.

Its words keep the look they have in the draft, so that the height of their lines depends on the fonts of the machine:
it is reckoned rather too high than too low, for what is said as the least height of the line holds in every program.
"""

from __future__ import annotations

import math

from gwformat.model import TextBody
from gwformat.profiles.schema import Slot
from gwformat.setting.cell_text import SINGLE
from gwformat.setting.setting import Setting
from gwformat.table import CellText, LineRule
from gwformat.units import Emu

_HIGHER = 1.15  # the lines of fonts may be so much higher than those Word gives Chinese faces
_WIDER = 1.05  # of the words, for what moves to the next line as a whole


def grown_height(body: TextBody, width: Emu, setting: Setting) -> Emu:
    """The most a box so wide needs for its words."""
    margins = body.margins
    room = width - margins.left - margins.right
    return Emu(margins.top + margins.bottom + sum(_height(text, room, setting) for text in body.texts))


def _height(text: CellText, room: int, setting: Setting) -> Emu:
    size = max((face.size for face in text.faces), default=text.mark.size)
    usable = max(room - text.left - text.right, size)
    lines = 0
    for number, part in enumerate(text.paragraph.text.split("\n")):
        advance = setting.fonts.width(part, Slot.FANGSONG) * size * _WIDER
        lines += max(1, math.ceil((advance + (0 if number else max(text.first, 0))) / usable))
    return Emu(round(lines * _pitch(text, size)) + text.before + text.after)


def _pitch(text: CellText, size: Emu) -> float:
    """A length is what it says; what fonts decide is reckoned generously."""
    if text.rule is LineRule.EXACT:
        return text.line
    natural = size * SINGLE * _HIGHER
    return max(natural, text.line) if text.rule is LineRule.AT_LEAST else natural * text.line
