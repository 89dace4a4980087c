"""The words of a table that says nothing else come in; the shape it is given goes out."""

from __future__ import annotations

import math
from collections.abc import Sequence
from functools import lru_cache
from itertools import accumulate, pairwise, zip_longest

from gwformat.expressions import expression
from gwformat.model import Carrier, Paragraph, Role, Run, Source
from gwformat.setting.paragraph import set_of
from gwformat.setting.setting import Setting
from gwformat.table import (
    USUAL_MARGINS,
    Cell,
    CellText,
    Edge,
    Edges,
    Face,
    LineRule,
    Place,
    Row,
    Table,
    Vertical,
    places,
)
from gwformat.text.characters import HAN
from gwformat.units import Emu, Pt, Twips

Rows = tuple[tuple[str, ...], ...]
_RULE = Edge(Pt(0.5))
_LINE = 6  # characters, fewer of which on a line are hard to read
_SHORT = 8  # characters, no more of which are not parted if that can be helped: a heading with its unit
_MARGINS = USUAL_MARGINS.left + USUAL_MARGINS.right
_SPARE = Twips(4)  # LibreOffice rounds stretches of Latin and Chinese up to whole twips
_WORD = expression(f"[^\\s{HAN}\u3000-\u303f\uff00-\uffef]+")


def wanted_by_words(carrier: Carrier, setting: Setting) -> Emu:
    """The width at which no column is narrower than its words, or than a line of six characters where they are more."""
    return Emu(sum(least for least, _, _ in _wanted(_rows(carrier), setting)))


def of_words(carrier: Carrier, room: Emu, setting: Setting) -> Table:
    """Columns as wide as their words ask for, over the whole room, ruled, rows never parted."""
    columns = _shared(_wanted(_rows(carrier), setting), room)
    how = set_of(Role.OTHER, setting)
    face = Face("", how.size)
    ruled = Edges(_RULE, _RULE, _RULE, _RULE)

    def cell(place: Place) -> Cell:
        runs = tuple([Run(place.words)] if place.words else [])
        text = CellText(
            Paragraph(runs, Source("", 0, 0)),
            (face,) * len(runs),
            face,
            how.align,
            *(how.indents.left, how.indents.right, how.indents.first_line),
            rule=LineRule.EXACT,
            line=how.pitch,
        )
        return Cell(place.column, place.span, place.rows, (text,), vertical=Vertical.CENTER, edges=ruled)

    found = tuple(Row(tuple(map(cell, row)), cant_split=True) for row in places(carrier))
    return Table(columns, found)


def _rows(carrier: Carrier) -> Rows:
    """The words that a column alone must hold."""
    if not carrier.spans:
        return carrier.rows
    found = places(carrier)
    columns = max(place.column + place.span for row in found for place in row)
    alone = [{place.column: place.words for place in row if place.span == 1} for row in found]
    return tuple(tuple(row.get(column, "") for column in range(columns)) for row in alone)


@lru_cache(maxsize=8)  # layout and docx ask for the same table, more than once each
def _wanted(rows: Rows, setting: Setting) -> list[tuple[int, int, int]]:
    """How wide each column wants to be: to be read, to part no short cell or word of letters, to part no cell."""
    spec = setting.spec(Role.OTHER)  # cells have no tracking

    def width(text: str) -> int:
        return math.ceil(setting.fonts.width(text, spec.slot) * spec.size) + _SPARE

    found = []
    for column in zip_longest(*rows, fillvalue=""):
        whole = max(width(part) for cell in column for part in cell.split("\n"))
        least = min(whole, _LINE * spec.size)
        words = (width(word) for cell in column for word in _WORD.findall(cell)) if least < whole else ()
        short = whole if whole <= _SHORT * spec.size else least
        found.append((least + _MARGINS, max((short, *words)) + _MARGINS, whole + _MARGINS))
    return found


def _shared(wanted: Sequence[tuple[int, int, int]], room: Emu) -> tuple[Emu, ...]:
    """The room shared among columns that are `wanted` so wide, or rather so, or rather so.

    Between two wishes every column is granted the same part of what it wants more; what is left is shared likewise.
    Where not even the first wishes can be met, narrow columns are granted theirs, and the others are equal.
    """
    least, *more = zip(*wanted, strict=True)
    if sum(least) > room:
        return _in_twips(_levelled(least, room))
    steps = [least, *more, tuple(2 * width for width in more[-1])]
    low, high = next((step for step in pairwise(steps) if sum(step[1]) >= room), (steps[-2], steps[-1]))
    part = (room - sum(low)) / (sum(high) - sum(low))
    return _in_twips([less + (more - less) * part for less, more in zip(low, high, strict=True)])


def _levelled(wanted: Sequence[int], room: int) -> list[float]:
    """As much of what is `wanted` as `room` allows, nobody being granted more than one who wants for something."""
    level, rest = 0.0, room
    for number, width in enumerate(sorted(wanted)):
        level = rest / (len(wanted) - number)
        if width > level:
            break
        rest -= width
    return [min(width, level) for width in wanted]


def _in_twips(widths: Sequence[float]) -> tuple[Emu, ...]:
    """Whole twips, together what the widths are together."""
    edges = [Emu(round(edge)).twips for edge in accumulate(widths, initial=0.0)]
    return tuple(Twips(end - start) for start, end in pairwise(edges))
