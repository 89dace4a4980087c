"""The lines on one page with their heights come in; the page goes out as a value, everything at its place on the sheet.

In an outline, enough for `facts_of`, a paragraph has one line on each page.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from gwformat.layout.boxes import Fill, Line, Page, Placed, Stroke
from gwformat.layout.column import Standing
from gwformat.layout.floats import place
from gwformat.layout.laid import Laid, TextLine
from gwformat.layout.numbers import page_number
from gwformat.layout.rows import ruled, shown
from gwformat.layout.sheet import Sheet, sheet_of
from gwformat.layout.text_boxes import row_of
from gwformat.model import CarrierKind
from gwformat.setting.setting import Setting
from gwformat.units import Emu


def outline_of(number: int, printed: int | None, standing: Sequence[Standing], sheet: Sheet) -> Page:
    """One page of an outline."""
    lines: list[Line] = []
    before: Laid | None = None
    for item in standing:
        if item.paragraph is before:
            continue
        if (line := next(_lines(item, _shown(item, sheet), margin=False), None)) is not None:
            lines.append(line)
            before = item.paragraph
    return Page(number, printed, sheet.width, sheet.height, tuple(lines))


def page_of(
    number: int,
    printed: int | None,
    standing: Sequence[Standing],
    strokes: Sequence[Stroke],
    setting: Setting,
    sheet: Sheet,
    beside: Sequence[Standing],
) -> Page:
    """One page; what stands `beside` the text is in its headers and footers."""
    lines: list[Line] = []
    things: list[Placed | Stroke | Fill | None] = [*strokes]
    watermarks: list[str] = []
    formulas = lost = 0
    tops: dict[int, Emu] = {}  # where each paragraph begins on this page
    for order, item in enumerate((*standing, *beside)):
        top = Emu(sheet.top + item.top)
        here = tuple(_shown(item, sheet))
        margin = order >= len(standing)
        lines += _lines(item, here, margin=margin)
        begins = tops.setdefault(id(item.paragraph), top)
        for line, upper in here:
            floats = _floats(line, upper, begins if line is item.line else upper, sheet)
            for thing in (*_pictures(line, upper), *floats):
                if not isinstance(thing, Placed):
                    things.append(thing)
                elif thing.carrier.is_watermark(margin=margin):
                    watermarks.append(thing.carrier.text.strip())
                elif (box := row_of(thing, setting)) is not None:
                    lines += _lines(item, shown(box, thing.y), margin=True)
                    things += ruled(box, thing.y)
                else:
                    things.append(thing)
            formulas += line.formulas
            lost += line.lost
        things += ruled(item.line, top)
    numbers = () if printed is None else (page_number(printed, setting, sheet_of(setting)),)
    return Page(
        *(number, printed, sheet.width, sheet.height),
        lines=(*lines, *(() if sheet.landscape else numbers)),
        # Neighbouring cells have lines in common.
        strokes=tuple(dict.fromkeys(thing for thing in things if isinstance(thing, Stroke))),
        carriers=tuple(thing for thing in things if isinstance(thing, Placed)),
        formulas=formulas,
        lost=lost + sum(thing is None for thing in things),
        fills=tuple(thing for thing in things if isinstance(thing, Fill)),
        watermarks=tuple(watermarks),
        turned=numbers if sheet.landscape else (),
    )


def _shown(item: Standing, sheet: Sheet) -> Iterable[tuple[TextLine, Emu]]:
    """What one line of a paragraph shows, itself or the lines in the cells of a row, with their upper edges."""
    top = Emu(sheet.top + item.top)
    return ((item.line, top),) if item.line.row is None else shown(item.line, top)


def _lines(item: Standing, shown: Iterable[tuple[TextLine, Emu]], *, margin: bool) -> Iterator[Line]:
    """The lines with glyphs among those `shown` by one line of a paragraph."""
    for line, top in shown:
        if line.glyphs:
            size = max([glyphs.size for glyphs in line.glyphs])
            # Word sets text in the middle of an exact pitch, and leaves what a least one adds above it.
            room = line.height - size
            upper = Emu(top + (room // 2 if line.below is None else room - line.below))
            source, spans = (None, ()) if margin else (item.paragraph.source, line.spans)
            edges = (line.x, upper, Emu(upper + size), line.width)
            yield Line(line.glyphs, item.paragraph.role, *edges, spans, source, margin)


def _pictures(line: TextLine, upper: Emu) -> Iterator[Placed | Stroke]:
    """The graphics that stand in a line."""
    for picture in line.pictures:
        y = Emu(upper + picture.y)
        if picture.carrier.kind is CarrierKind.HORIZONTAL_RULE:
            yield Stroke(picture.x, Emu(y + picture.height // 2), picture.width, picture.height)
        else:
            yield Placed(picture.carrier, picture.x, y, picture.width, picture.height)


def _floats(line: TextLine, upper: Emu, begins: Emu, sheet: Sheet) -> Iterator[Placed | None]:
    """The graphics anchored in a line of a paragraph that begins at `begins`; None for each whose place is unknown."""
    for carrier, x in line.floats:
        found = place(carrier, sheet, x, begins, (upper, Emu(upper + line.height)))
        if found is not None or carrier.kind is not CarrierKind.HIDDEN_TEXT:
            yield found
