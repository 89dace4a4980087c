"""Tables, pictures and other objects of drafts come in; the room they get goes out."""

from __future__ import annotations

import math
from collections.abc import Iterator
from dataclasses import dataclass, replace

from gwformat.fonts.system import EM_ASCENT
from gwformat.model import OBJECT, Align, Carrier, CarrierKind, Role
from gwformat.setting.paragraph import Direct, Indents, Set, set_of
from gwformat.setting.passages import Passage
from gwformat.setting.setting import Setting
from gwformat.units import Emu, Twips

_GRAPHICS = frozenset(
    (
        *(CarrierKind.IMAGE, CarrierKind.SHAPE, CarrierKind.CHART, CarrierKind.SMART_ART),
        *(CarrierKind.OLE_OBJECT, CarrierKind.TEXT_BOX),
    )
)
# Where the words of the sign-off stand is a matter of 7.3.5; a graphic beside them does not change it.
_PLACED_BY_RULE = (Role.SIGNATURE, Role.DATE)


@dataclass(frozen=True, slots=True)
class Room:
    """What a graphic takes of its line, on the baseline; one that is turned is smaller itself."""

    width: Emu
    height: Emu
    size: tuple[Emu, Emu]


def picture_size(size: tuple[Emu, Emu] | None, setting: Setting) -> tuple[Emu, Emu]:
    """The extent a picture says it has; else the width of the type area, four to three."""
    return size or (setting.text_width, Emu(setting.text_width * 3 // 4))


def shrink(width: float, height: float, setting: Setting) -> float:
    """How much a picture must shrink, 1 at most; a whole row is left for its caption."""
    highest = setting.text_height - 2 * setting.grid.pitch
    return min(1.0, setting.text_width / width if width else 1.0, highest / height if height else 1.0)


def room_of(carrier: Carrier, setting: Setting) -> Room | None:
    """The room of a graphic in the line, scaled to the type area; None for what is none, or has no known size."""
    if carrier.kind not in _GRAPHICS or carrier.floating is not None or (carrier.size is None and not carrier.data):
        return None
    width, height = picture_size(carrier.size, setting)
    factor = shrink(width, height, setting)
    size = (Emu(int(width * factor)), Emu(int(height * factor)))
    turn = 0.0 if carrier.image is None else math.radians(carrier.image.turn)
    return Room(*(_turned(size, turn) if turn else size), size)


def _turned(size: tuple[Emu, Emu], angle: float) -> tuple[Emu, Emu]:
    across, down = abs(math.cos(angle)), abs(math.sin(angle))
    return Emu(round(size[0] * across + size[1] * down)), Emu(round(size[0] * down + size[1] * across))


def with_room(passage: Passage, direct: Direct, setting: Setting) -> Direct:
    """What a paragraph says for its graphics: a least pitch if one is higher than its line, the middle if alone.

    Word leaves room for the descenders of the paragraph mark below graphics that are alone on their line, LibreOffice
    does not. Saying the whole height as the least one makes both do the same.
    """
    rooms = [room for carrier in _carriers(passage) if (room := room_of(carrier, setting)) is not None]
    if not rooms:
        return direct
    how = set_of(passage.role, setting, direct)
    tallest = Emu(max(room.height for room in rooms))
    if tallest > headroom(how):
        how = replace(how, least=True)
        direct = replace(direct, pitch=how.pitch, least=True)
    if passage.text.replace(OBJECT, "").strip():
        return direct
    if how.least and sum(room.width for room in rooms) <= setting.text_width:
        direct = replace(direct, pitch=line_height(how, tallest))
    if passage.role in _PLACED_BY_RULE:
        return direct
    return replace(direct, indents=Indents(), align=Align.CENTER)


def headroom(how: Set) -> Emu:
    """What fits above the baseline of an exact pitch in every program: Word sets the text in its middle."""
    return Emu((how.pitch - how.size) // 2 + round(EM_ASCENT * how.size))


def line_height(how: Set, tallest: Emu) -> Emu:
    """The height of a line with something `tallest` on its baseline; below it is what the characters need."""
    return max(how.pitch, Twips(Emu(tallest + descent(how)).twips)) if how.least else how.pitch


def descent(how: Set) -> Emu:
    """How far the em box of the text reaches below the baseline."""
    return Emu(how.size - round(EM_ASCENT * how.size))


def column_width(columns: int, setting: Setting) -> Emu:
    """The width of each of `columns` equal columns of a table over the type area."""
    return Twips(setting.text_width.twips // columns)


def _carriers(passage: Passage) -> Iterator[Carrier]:
    for block in passage.blocks:
        if block.carrier is not None:
            yield block.carrier
        for run in block.runs:
            if run.carrier is not None:
                yield run.carrier
