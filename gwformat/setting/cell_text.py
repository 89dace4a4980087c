"""A paragraph in a cell of a table comes in; how it is set goes out, in whole twips as the docx says it."""

from __future__ import annotations

from dataclasses import replace
from functools import lru_cache
from typing import NamedTuple

from gwformat.model import Align, CarrierKind, Role
from gwformat.profiles.schema import Slot
from gwformat.setting.overlong import is_overlong
from gwformat.setting.paragraph import Indents, Set, set_of
from gwformat.setting.setting import Setting
from gwformat.setting.typefaces import Typeface, typeface_of
from gwformat.table import CellText, LineRule
from gwformat.units import Emu, Pt, Twips
from gwformat.values import dataclass

# The pitch of a paragraph set "single": what Word gives Chinese faces, whatever font is really there.
SINGLE = 1.3
_ZERO = Emu(0)
_LOWEST = Pt(1)
_TEXT_ONLY = (CarrierKind.FOOTNOTE, CarrierKind.ENDNOTE, CarrierKind.SYMBOL, CarrierKind.PAGE_BREAK)


@dataclass(frozen=True, slots=True)
class SetText:
    """A paragraph in a cell as it is set, and what its runs and its end are set in."""

    text: CellText
    set: Set
    faces: tuple[Typeface, ...]
    mark: Typeface
    collapsed: bool = False  # empty, at the end of a cell below another table, or hidden: programs give it no height

    @property
    def hidden(self) -> bool:
        """Whether no program shows a line of it, for all of its words are hidden."""
        return self.collapsed and bool(self.text.paragraph.runs)


@lru_cache(maxsize=1024)
def whole_twips(length: Emu) -> Emu:
    """A length of no less than nothing in whole twips."""
    return Twips(max(length.twips, 0))


def set_text(text: CellText, before: Emu, after: Emu, room: Emu, setting: Setting) -> SetText:
    """The paragraph in a cell with so much room, with the gaps it is to have."""
    faces = tuple(typeface_of(face, setting.fonts) for face in text.faces)
    mark = typeface_of(text.mark, setting.fonts)
    shown = [face for run, face in zip(text.paragraph.runs, faces, strict=True) if run.text]
    size = max((face.size for face in shown), default=mark.size)
    exact = all(run.carrier is None or run.carrier.kind in _TEXT_ONLY for run in text.paragraph.runs)
    slot = (shown[0] if shown else mark).slot
    look = _Look(text.align, text.left, text.right, text.first, text.rule, text.line, size, exact, slot, mark.bold)
    how = _set(look, before, after, room, setting)
    words, width = text.paragraph.text, room - how.indents.left - how.indents.right
    if is_overlong(words, slot, size, width, setting):
        how = replace(how, parts_words=True)
    return SetText(text, how, faces, mark)


class _Look(NamedTuple):
    """What decides how a paragraph in a cell is set, whatever its words."""

    align: Align
    left: Emu
    right: Emu
    first: Emu
    rule: LineRule
    line: float
    size: Emu  # of the largest characters
    exact: bool  # nothing in it is higher than they are
    slot: Slot
    bold: bool


@lru_cache(maxsize=1024)
def _set(look: _Look, before: Emu, after: Emu, room: Emu, setting: Setting) -> Set:
    """The few looks of the cells of a document, each worked out once."""
    left, right = whole_twips(look.left), whole_twips(look.right)
    if room - left - right < 2 * look.size:
        left = right = _ZERO
    indents = Indents(left, right, Twips(max(look.first.twips, -left.twips) if left or look.first > 0 else 0))
    if room - left - right - indents.first_line < 2 * look.size:
        indents = Indents(left, right)
    return replace(
        set_of(Role.OTHER, setting),
        indents=indents,
        before=whole_twips(before),
        after=whole_twips(after),
        pitch=_pitch(look),
        least=not look.exact,
        align=look.align,
        slot=look.slot,
        size=look.size,
        tracking=_ZERO,
        bold=look.bold,
        keep_with_next=False,
        page_break_before=False,
    )


def collapsed(said: SetText) -> SetText:
    """An empty paragraph that a cell must end with, as low as the docx can say."""
    return replace(said, set=replace(said.set, pitch=_LOWEST, least=False), collapsed=True)


def _pitch(look: _Look) -> Emu:
    """The exact pitch the draft says, never below the type size; else a multiple of the largest type."""
    if look.rule is LineRule.EXACT and look.exact:
        return Twips(Emu(max(int(look.line), look.size)).twips)
    factor = look.line if look.rule is LineRule.AUTO else 1.0
    least = 0 if look.rule is LineRule.AUTO else int(look.line)
    return Twips(Emu(max(round(look.size * SINGLE * factor), least)).twips)
