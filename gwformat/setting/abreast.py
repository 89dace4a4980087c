"""The 署名 of a joint document come in; the rows they stand in, one seal on each, go out (7.3.5.1)."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence

from gwformat.model import Role
from gwformat.setting.passages import Passage
from gwformat.setting.setting import Setting
from gwformat.text.organ_lines import first_line
from gwformat.units import Emu, Twips
from gwformat.values import dataclass

_ROUNDING = 0.05  # of a character: widths are whole twips


@dataclass(frozen=True, slots=True)
class Columns:
    """Where 署名 stand abreast, measured from the left edge of the type area."""

    count: int
    pitch: Emu
    last: Emu  # the middle of the rightmost one, under which the date stands

    @property
    def left(self) -> Emu:
        """The left edge of the first column."""
        return Emu(self.last - self.pitch * (2 * self.count - 1) // 2)


@dataclass(frozen=True, slots=True)
class Row:
    """So many 署名, by the numbers of their passages, in the last of the `columns`; they stand at its foot."""

    numbers: tuple[int, ...]
    columns: Columns
    height: Emu

    @property
    def free(self) -> int:
        """How many columns stay empty at the left."""
        return self.columns.count - len(self.numbers)

    def lefts(self) -> Iterator[Emu]:
        """The left edge of each 署名's column."""
        for place in range(self.free, self.columns.count):
            yield Emu(self.columns.left + self.columns.pitch * place)


def rows_of(group: Sequence[int], passages: Sequence[Passage], setting: Setting) -> list[Row]:
    """The rows of the sign-off `group` of passages; none if it is not joint, or bears no seals, as in attachments."""
    organs = [number for number in group if passages[number].role is Role.SIGNATURE]
    most = setting.profile.sign_off[setting.seal].abreast
    if most < 1 or len(organs) < 2 or passages[group[0]].attachment:
        return []
    dates = [number for number in group if passages[number].role is Role.DATE]
    widest, date = _widest(organs, passages, setting), _widest(dates, passages, setting)
    halved = _halved(widest, setting)
    # A long name is set on two lines where a page would not hold the rows else, or two of them are saved.
    least = math.ceil(len(organs) / _columns(halved, date, len(organs), setting).count)
    for organ in (widest, halved) if widest <= setting.text_width else (halved,):
        columns = _columns(organ, date, len(organs), setting)
        count = math.ceil(len(organs) / columns.count)
        first, between, fits = _heights(count, setting)
        if fits and count < least + 2:
            break
    rows: list[Row] = []
    for number in range(count):
        start = sum(len(row.numbers) for row in rows)
        share = math.ceil((len(organs) - start) / (count - number))  # as even as may be, the first ones longer
        rows.append(Row(tuple(organs[start : start + share]), columns, between if number else first))
    return rows


def broken(passage: Passage, columns: Columns, setting: Setting) -> Emu:
    """What a 署名 leaves free on each side of its column so that, where it is too long for a line, both are alike."""
    apart = 1 - _ROUNDING if columns.count > 1 else 0  # from the name beside it, in characters
    most = Emu(columns.pitch - setting.columns(setting.spec(Role.SIGNATURE), apart))
    return Emu((columns.pitch - broken_width(passage.text, most, columns.pitch, setting)) // 2)


def broken_width(text: str, most: Emu, room: Emu, setting: Setting) -> Emu:
    """The part of `room` that words of more than `most` need so that their two lines are alike; else all of it.

    They part where the name does, if that leaves them nearly alike.
    """
    spec = setting.spec(Role.SIGNATURE)
    width = setting.width(text, spec)
    if width <= most:
        return room
    first = first_line(text, lambda words: setting.width(words, spec), most)
    wanted = _halved(width, setting) if first is None else setting.width(first, spec)
    # Programs measure words differently by a little: half a character more makes no third line.
    return min(Emu(wanted + setting.columns(spec, 0.5)), room)


def _halved(width: Emu, setting: Setting) -> Emu:
    """The width of words on two lines, in whole characters."""
    zi = setting.columns(setting.spec(Role.SIGNATURE), 1)
    return Emu(zi * math.ceil(width / zi / 2 - _ROUNDING))


def _heights(count: int, setting: Setting) -> tuple[Emu, Emu, bool]:
    """The heights of the first row and of the others, and whether a page holds them with a line of text.

    They stand closer where else no page did, or where the text leaves too little room.
    """
    seal = setting.profile.seal
    first = setting.rows(rows_above(setting) + 1)
    for gap in (seal.gap_least,) if setting.close else (seal.gap, seal.gap_least):
        between = Emu(setting.diameter + gap)
        fits = first + between * (count - 1) + setting.rows(2) <= setting.text_height  # the date and the text
        if fits:
            break
    return Twips(first.twips), Twips(between.twips), fits


def _widest(numbers: Sequence[int], passages: Sequence[Passage], setting: Setting) -> Emu:
    widths = (setting.width(passages[number].text, setting.spec(passages[number].role)) for number in numbers)
    return Emu(max(widths, default=0))


def _columns(organ: Emu, date: Emu, organs: int, setting: Setting) -> Columns:
    """As many columns as fit: seals do not touch, names are a character apart, none of them leaves the type area.

    The rightmost stands over the date at its usual place (右空四字), farther right where the others need the room.
    """
    spec, seal, area = setting.profile.sign_off[setting.seal], setting.profile.seal, setting.text_width
    zi = setting.columns(setting.spec(Role.SIGNATURE), 1)
    least, wanted = (Emu(max(setting.diameter + gap, organ + zi)) for gap in (seal.gap_least, seal.gap))
    first, last = max(setting.diameter, organ) // 2, max(setting.diameter, organ, date) // 2
    most = max((area - first - last) // least + 1, 1)
    count = math.ceil(organs / math.ceil(organs / min(spec.abreast, most, organs)))
    usual = area - max(setting.columns(setting.spec(Role.DATE), spec.date_right) + date // 2, last)
    if count == 1:
        return Columns(1, Twips(Emu(2 * (area - usual)).twips), Emu(usual))
    pitch = Twips(Emu(max(least, min(wanted, (usual - first) // (count - 1)))).twips)
    return Columns(count, pitch, Emu(max(usual, first + pitch * (count - 1))))


def rows_above(setting: Setting) -> float:
    """Blank rows above the first 署名 with a seal: the usual ones, more where a large seal would press the text."""
    seal, pitch = setting.profile.seal, setting.grid.pitch
    reach = setting.diameter // 2 + seal.below - pitch  # of the seal above the line of its 署名, the date being below
    return max(setting.profile.sign_off[setting.seal].before, math.ceil(reach / pitch))
