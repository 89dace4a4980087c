"""An object in the text comes in; how wide it is, what it shows, and how high it makes its line go out."""

from __future__ import annotations

from collections.abc import Sequence

from gwformat.model import Carrier, CarrierKind
from gwformat.setting.carriers import Room, descent, line_height, room_of
from gwformat.setting.paragraph import Set
from gwformat.setting.setting import Setting
from gwformat.units import Emu
from gwformat.values import dataclass

_NOTHING = frozenset((CarrierKind.PAGE_BREAK, CarrierKind.HIDDEN_TEXT))
_WORDS = frozenset((CarrierKind.SYMBOL, CarrierKind.RUBY))
# Only a program with the face at hand knows how wide a symbol or a formula becomes: so much of what we take it for.
_LEAST, _MOST = 0.6, 1.3
_ZERO = Emu(0)


@dataclass(frozen=True, slots=True)
class Picture:
    """A graphic on a line; `y` is the distance of its upper edge from the line's."""

    carrier: Carrier
    x: Emu
    y: Emu
    width: Emu
    height: Emu


@dataclass(frozen=True, slots=True)
class InText:
    """An object where it stands in the text: its width, and the bounds it surely keeps to; `words` are shown for it."""

    carrier: Carrier
    width: Emu = _ZERO
    least: Emu = _ZERO
    most: Emu = _ZERO
    room: Room | None = None
    words: str = ""
    certain: bool = True

    @property
    def is_lost(self) -> bool:
        """Whether nothing can be shown of something that should be seen in the line."""
        shown = self.room is not None or bool(self.words) or self.carrier.floating is not None
        return not shown and self.carrier.kind not in _NOTHING


def in_text(carrier: Carrier, how: Set, setting: Setting, width: Emu) -> InText:
    """The object in a paragraph that is set as `how` says, in a column so wide."""
    if carrier.floating is not None:
        return InText(carrier, certain=not carrier.floating.pushes)
    if carrier.kind in _NOTHING:
        return InText(carrier)
    if carrier.kind in _WORDS and carrier.text:
        return _in_doubt(carrier, setting.width(carrier.text, setting.spec(how.role)), None, carrier.text)
    room = room_of(carrier, how, setting, width)
    if room is None:
        return InText(carrier, Emu(round(len(carrier.text) * how.size / 2)), certain=False)
    if carrier.formula is not None:
        return _in_doubt(carrier, room.width, room, carrier.formula.text)
    certain = carrier.body is None or carrier.body.certain or not carrier.body.grows
    return InText(carrier, room.width, room.width, room.width, room, certain=certain)


def _in_doubt(carrier: Carrier, width: Emu, room: Room | None, words: str) -> InText:
    return InText(carrier, width, Emu(round(width * _LEAST)), Emu(round(width * _MOST)), room, words)


def stand(how: Set, objects: Sequence[tuple[InText, Emu]]) -> tuple[Emu, Emu | None, tuple[Picture, ...]]:
    """The height of a line with these objects, what is below its characters (None: the half of what they leave),
    and the pictures, each on the baseline.
    """
    rooms = [thing.room for thing, _ in objects if thing.room is not None]
    foot = _ZERO if how.least else None
    if not rooms:
        return how.pitch, foot, ()
    deepest = Emu(max(room.depth for room in rooms))
    height = line_height(how, Emu(max(room.height for room in rooms)), deepest)
    if foot is not None:
        foot = Emu(max(deepest - descent(how), 0))
    baseline = height - ((height - how.size) // 2 if foot is None else foot) - descent(how)
    pictures = []
    for thing, x in objects:
        if thing.room is not None and thing.carrier.formula is None:
            room, (width, high) = thing.room, thing.room.size
            left, top = x + (room.width - width) // 2, baseline - (room.height + high) // 2
            pictures.append(Picture(thing.carrier, Emu(left), Emu(top), width, high))
    return height, foot, tuple(pictures)
