"""Tables, pictures and other objects of drafts come in; the room they get goes out."""

from __future__ import annotations

import math
from collections.abc import Iterator
from dataclasses import replace

from gwformat.fonts.system import EM_ASCENT
from gwformat.model import GRAPHICS, OBJECT, SIGN_OFF_ROLES, Align, Carrier, CarrierKind, Formula
from gwformat.setting.paragraph import Direct, Indents, Set, set_of
from gwformat.setting.passages import Passage
from gwformat.setting.setting import Setting
from gwformat.setting.text_box import grown_height
from gwformat.units import Emu, Twips
from gwformat.values import dataclass

_SAFE = 1.15  # a formula may be so much higher than its structure tells
_SURELY = 0.9  # what is no wider than this part of a line stands on one


@dataclass(frozen=True, slots=True)
class Room:
    """What something takes of its line: above the baseline, below it; a turned picture is smaller itself (`size`)."""

    width: Emu
    height: Emu
    size: tuple[Emu, Emu]
    depth: Emu = Emu(0)


def picture_size(size: tuple[Emu, Emu] | None, setting: Setting) -> tuple[Emu, Emu]:
    """The extent a picture says it has; else the width of the type area, four to three."""
    return size or (setting.text_width, Emu(setting.text_width * 3 // 4))


def shrink(width: float, height: float, setting: Setting, room: Emu | None = None) -> float:
    """How much a picture must shrink, 1 at most, in `room` if it stands in a cell; a row is left for its caption."""
    highest = setting.text_height - 2 * setting.grid.pitch
    widest = setting.text_width if room is None else min(room, setting.text_width)
    return min(1.0, widest / width if width else 1.0, highest / height if height else 1.0)


def room_of(carrier: Carrier, how: Set, setting: Setting, room: Emu | None = None) -> Room | None:
    """The room of a graphic in the line, scaled to the type area or to the `room` in its cell, or of a formula.

    None where no size is known.
    """
    if carrier.formula is not None:
        return _formula(carrier.formula, how.size, setting)
    if carrier.kind is CarrierKind.HORIZONTAL_RULE and carrier.size is not None:
        size = (carrier.size[0] or setting.text_width, carrier.size[1])  # no width is the whole one
        return Room(*size, size)
    if carrier.kind not in GRAPHICS or carrier.floating is not None or (carrier.size is None and not carrier.data):
        return None
    width, height = picture_size(carrier.size, setting)
    factor = shrink(width, height, setting, room)
    size = (Emu(int(width * factor)), Emu(int(height * factor)))
    if carrier.body is not None and carrier.body.grows:
        size = (size[0], max(size[1], grown_height(carrier.body, size[0], setting)))
    turn = 0.0 if carrier.image is None else math.radians(carrier.image.turn)
    return Room(*(_turned(size, turn) if turn else size), size)


def _formula(formula: Formula, size: Emu, setting: Setting) -> Room:
    width = Emu(min(round(formula.width * size), setting.text_width))
    above, below = (Emu(round(part * size * _SAFE)) for part in (formula.above, formula.below))
    return Room(width, above, (width, above), below)


def _turned(size: tuple[Emu, Emu], angle: float) -> tuple[Emu, Emu]:
    across, down = abs(math.cos(angle)), abs(math.sin(angle))
    return Emu(round(size[0] * across + size[1] * down)), Emu(round(size[0] * down + size[1] * across))


def with_room(passage: Passage, direct: Direct, setting: Setting) -> Direct:
    """What a paragraph says for its graphics: a least pitch if one is higher than its line, the middle if alone.

    Word leaves room for the descenders of the paragraph mark below graphics that are alone on their line, LibreOffice
    does not. Saying the whole height as the least one makes both do the same.
    """
    if not any(_carriers(passage)):
        return direct
    how = set_of(passage.role, setting, direct)
    rooms = list(rooms_in(passage, how, setting))
    if not rooms:
        return direct
    tallest, deepest = Emu(max(room.height for room in rooms)), Emu(max(room.depth for room in rooms))
    if tallest > headroom(how) or deepest > how.pitch - headroom(how):
        how = replace(how, least=True)
        direct = replace(direct, pitch=how.pitch, least=True)
    words = passage.text.replace(OBJECT, "").strip()
    width = sum(room.width for room in rooms) + setting.width(words, setting.spec(passage.role))
    rest = setting.text_width - how.indents.left - how.indents.first_line - how.indents.right
    if how.least and width <= (rest * _SURELY if words else setting.text_width):
        direct = replace(direct, pitch=line_height(how, tallest, deepest))
    # Sign-off and head stand where 7.3.5 and 7.2 put them, whatever is beside them.
    if words or passage.in_head or passage.role in SIGN_OFF_ROLES:
        return direct
    return replace(direct, indents=Indents(), align=Align.CENTER)


def rooms_in(passage: Passage, how: Set, setting: Setting) -> Iterator[Room]:
    """The rooms of all graphics and formulas in the lines of a passage."""
    for carrier in _carriers(passage):
        if (room := room_of(carrier, how, setting)) is not None:
            yield room


def headroom(how: Set) -> Emu:
    """What fits above the baseline of an exact pitch in every program: Word sets the text in its middle."""
    return Emu((how.pitch - how.size) // 2 + round(EM_ASCENT * how.size))


def line_height(how: Set, tallest: Emu, deepest: Emu) -> Emu:
    """The height of a line with something `tallest` above its baseline; below it the characters need room as well."""
    whole = tallest + max(descent(how), deepest)
    return max(how.pitch, Twips(Emu(whole).twips)) if how.least else how.pitch


def descent(how: Set) -> Emu:
    """How far the em box of the text reaches below the baseline."""
    return Emu(how.size - round(EM_ASCENT * how.size))


def _carriers(passage: Passage) -> Iterator[Carrier]:
    for block in passage.blocks:
        if block.carrier is not None:
            yield block.carrier
        for run in block.runs:
            if run.carrier is not None:
                yield run.carrier
