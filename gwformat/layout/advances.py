"""A stretch of text and its paragraph come in; what it is set in, and how wide each of its characters is, go out."""

from __future__ import annotations

from functools import lru_cache
from typing import NamedTuple

from gwformat.layout.boxes import RAISED_SIZE
from gwformat.model import OBJECT, Emphasis, Role
from gwformat.profiles.schema import Slot
from gwformat.setting.paragraph import Set
from gwformat.setting.passages import Stretch
from gwformat.setting.setting import Setting
from gwformat.setting.typefaces import Typeface
from gwformat.text.characters import SOFT_HYPHEN
from gwformat.units import Emu


class Style(NamedTuple):
    """What one stretch is set in."""

    slot: Slot
    size: Emu
    tracking: Emu
    scale: int
    color: str
    bold: bool
    emphasis: frozenset[Emphasis]
    lead: Role | None
    throughout: bool = False
    slanted: bool = False


def style_of(stretch: Stretch, how: Set, setting: Setting) -> Style:
    """As its paragraph is set; a run-in heading and a label in the face of their own element."""
    slot, bold = how.slot, how.bold
    if stretch.lead is not None:
        lead = setting.spec(stretch.lead)
        slot, bold = lead.label_slot or lead.slot, bold or (lead.bold and lead.label_slot is None)
    look = (slot, how.size, how.tracking, how.scale, how.color, bold, stretch.run.emphasis, stretch.lead)
    return Style(*look, how.throughout)


def faced(stretch: Stretch, how: Set, face: Typeface) -> Style:
    """In the look that the words have of their own."""
    look = (face.slot, face.size, how.tracking, how.scale, face.color, face.bold, stretch.run.emphasis, None)
    return Style(*look, slanted=face.slanted)


def raised(style: Style) -> Style:
    """As the number of a note is set: without tracking, which LibreOffice gives it none of."""
    return style._replace(tracking=Emu(0), emphasis=style.emphasis | {Emphasis.SUPERSCRIPT})


class _Advances(dict[str, int]):
    """Advance of each character in one style, in EMU; measured once."""

    def __init__(self, setting: Setting, style: Style, western: bool) -> None:
        super().__init__()
        self.fonts, self.style, self.western = setting.fonts, style, western
        small = style.emphasis & {Emphasis.SUPERSCRIPT, Emphasis.SUBSCRIPT}
        self.em = style.size * style.scale / 100 * (RAISED_SIZE if small else 1)

    def __missing__(self, char: str) -> int:
        slot, throughout = self.style.slot, self.style.throughout
        em = 0.0 if char in (OBJECT, SOFT_HYPHEN) else self.fonts.advance(char, slot, self.western, throughout)
        tracking = self.style.tracking if em else 0
        width = self[char] = round(em * self.em) + tracking
        return width


@lru_cache(maxsize=256)
def advances(setting: Setting, style: Style, western: bool = False) -> dict[str, int]:
    """How far each character of a style goes, in EMU, tracking included; measured when it is first asked for."""
    return _Advances(setting, style, western)
