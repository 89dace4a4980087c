"""The passages of the 版记 come in; its lines and strokes at the foot of a page go out."""

from __future__ import annotations

from collections.abc import Sequence

from gwformat.layout.boxes import Stroke
from gwformat.layout.column import Standing
from gwformat.layout.fitting import spread
from gwformat.layout.laid import Laid
from gwformat.layout.paragraphs import lay
from gwformat.layout.sheet import Sheet
from gwformat.setting.imprint import plan, printed_as
from gwformat.setting.paragraph import set_of
from gwformat.setting.passages import Passage
from gwformat.setting.setting import Setting
from gwformat.units import Emu, Twips
from gwformat.values import dataclass

_TOP = Emu(0)


@dataclass(frozen=True, slots=True)
class LaidImprint:
    """The imprint; `top` is its first stroke from the top of the text area."""

    lines: tuple[Standing, ...]
    strokes: tuple[Stroke, ...]
    top: Emu
    pitch: Emu | None = None  # of its lines, where they stand closer than their styles say


def lay_imprint(passages: Sequence[Passage], setting: Setting, sheet: Sheet, above: Emu = _TOP) -> LaidImprint | None:
    """The imprint with its last line on the lower edge of the type area (7.4.1); None if there is none.

    Its lines stand closer where that gives it room below what ends at `above`, from the top of the text area.
    """
    if not passages:
        return None
    places = plan(passages, setting)
    dates = Emu(sheet.text_width - places.date_width)

    def column(numbers: Sequence[int], left: Emu, width: Emu) -> list[Laid]:
        chosen = [passages[number] for number in numbers]
        hows = [set_of(passage.role, setting, printed_as(passage, width, setting)) for passage in chosen]
        return [lay(passage, how, setting, left, width) for passage, how in zip(chosen, hows, strict=True)]

    rows = [[column(places.copies, sheet.left, sheet.text_width)]] if places.copies else []
    if places.has_printer:
        printers = column(places.printers, sheet.left, dates)
        rows.append([printers, column(places.dates, Emu(sheet.left + dates), places.date_width)])
    if places.runs:
        rows.append([column(places.runs, sheet.left, sheet.text_width)])
    spec = setting.profile.imprint
    pitch = _closer(rows, Emu(spec.last_line - sheet.top - spec.room - above), spec.least_pitch)
    if pitch is not None:
        rows = [[[spread(item, pitch) for item in items] for items in row] for row in rows]
    y = Emu(spec.last_line - sheet.top - sum(_height(row) for row in rows))
    top = y
    lines: list[Standing] = []
    strokes = [Stroke(sheet.left, Emu(sheet.top + y), sheet.text_width, spec.outer_line)]
    for row in rows:
        for paragraphs in row:
            lines.extend(_below(paragraphs, y))
        y = Emu(y + _height(row))
        weight = spec.outer_line if row is rows[-1] else spec.inner_line
        strokes.append(Stroke(sheet.left, Emu(sheet.top + y), sheet.text_width, weight))
    return LaidImprint(tuple(lines), tuple(strokes) if places.has_lines else (), top, pitch)


def _closer(rows: Sequence[Sequence[Sequence[Laid]]], free: Emu, least: Emu) -> Emu | None:
    """The pitch at which `rows` are as high as what is `free`; None where they have room, or at `least` have none."""
    if sum(map(_height, rows)) <= free:
        return None
    lines = sum(max(sum(len(item.lines) for item in items) for items in row) for row in rows)
    pitch = Twips(free // (lines * Twips(1)))
    return pitch if pitch >= least else None


def _height(row: Sequence[Sequence[Laid]]) -> int:
    return max(sum(line.height for laid in column for line in laid.lines) for column in row)


def _below(paragraphs: Sequence[Laid], y: Emu) -> list[Standing]:
    standing = []
    for paragraph in paragraphs:
        for line in paragraph.lines:
            standing.append(Standing(y, line, paragraph))
            y = Emu(y + line.height)
    return standing
