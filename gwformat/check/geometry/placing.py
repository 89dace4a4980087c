"""Lines stacked on pages in; their places on paper, and those of the lines drawn around them, out."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from gwformat.check.geometry.breaking import Broken
from gwformat.check.geometry.columns import page_of
from gwformat.check.geometry.floating import Floating
from gwformat.check.geometry.items import Item
from gwformat.check.geometry.laying import room_of
from gwformat.check.geometry.values import PlacedLine, PlacedStroke
from gwformat.layout.boxes import Fill, Stroke
from gwformat.layout.column import Column
from gwformat.layout.laid import TextLine
from gwformat.layout.rows import ruled, shown
from gwformat.ooxml.effective import Border, DrawnLine, Formatting, LineRule, ParagraphLook, SectionLook
from gwformat.units import Emu

_ZERO = Emu(0)
_BLACK = "000000"


class Placing:
    """Gives the lines of some pages of one section their places."""

    def __init__(self, section: SectionLook, formatting: Formatting, page: int | None, sheet: int) -> None:
        """`page` is the first one, None if its number is not known; `sheet` counts on through all pages."""
        self._section, self._formatting = section, formatting
        self._first, self._first_sheet = page, sheet
        self._mirrors = formatting.settings.mirror_margins and section.left != section.right
        self._pieces: dict[int, tuple[ParagraphLook, Broken]] = {}
        self._found: dict[int, list[PlacedLine]] = {}
        self._drawn = _drawn(formatting)
        self.strokes: list[PlacedStroke] = []

    def page_of(self, table: Floating, columns: Sequence[Column]) -> int | None:
        """Which of the pages a table floats on; None if that, or its height, is not known."""
        return page_of(columns, table.last + 1) if table.item.rows else None

    def lines(
        self, columns: Sequence[Column], items: Sequence[Item], floating: Sequence[Floating]
    ) -> dict[int, list[PlacedLine]]:
        """The lines of each paragraph."""
        for item in (*items, *(table.item for table in floating)):
            self._pieces.update(item.pieces)
        homes = [self.page_of(table, columns) for table in floating]
        for place, column in enumerate(columns):
            number = 0
            for standing in column.lines:
                number = self._set(standing.line, Emu(column.sheet.top + standing.top), place, number)
            for table in (table for table, home in zip(floating, homes, strict=True) if home == place):
                top = table.top
                for row in table.item.rows:
                    assert top is not None
                    number = self._set(row, top, place, number)
                    top = Emu(top + row.height)
        return self._found

    def _set(self, line: TextLine, top: Emu, place: int, number: int) -> int:
        """Place a line, or all that stand in a row of a table; the number of the last one goes out."""
        if line.row is None:
            self._text(line, top, place, number + 1)
            return number + 1
        inner = list(shown(line, top))
        heights = sorted({y for _, y in inner})
        for one, y in inner:
            self._text(one, y, place, number + 1 + heights.index(y))
        paragraph = inner[0][0].spans[0].block if inner else 0
        for y, weight, color, left, right in _joined(ruled(line, top)):
            self._stroke(place, paragraph, y, weight, color, (left, right))
        return number + len(heights)

    def _text(self, line: TextLine, top: Emu, place: int, number: int) -> None:
        span = line.spans[0]
        look, broken = self._pieces[span.block]
        edge = broken.lines[span.start]
        above = 0
        if line.height != broken.height:  # by the room of borders
            above = 0 if span.start else line.height - broken.height
            if span.start == len(broken.lines) - 1:
                above = min(above, room_of(look.borders.get("top")))
            self._borders(look, place, span.block, top, line.height, above, below=line.height - broken.height - above)
        exact = look.line.rule is LineRule.EXACT
        upper = Emu(top + above + (broken.height - broken.size) // (2 if exact else 1))
        sure = broken.sure or (edge.start == 0 and span.start == 0)
        if span.start == 0 and span.block in self._drawn:
            self._drawings(self._drawn[span.block], place, None if look.before.emu else top)
        left, right = edge.left if sure else None, edge.right if broken.sure else None
        if self._mirrors:
            left, right = self._shifted(left, place), self._shifted(right, place)
        self._found.setdefault(span.block, []).append(
            PlacedLine(
                None if self._first is None else self._first + place,
                number,
                upper,
                Emu(upper + broken.size),
                left,
                right,
                edge.start if sure else None,
                edge.end if broken.sure else None,
                self._first_sheet + place,
            )
        )

    def _page(self, place: int) -> int | None:
        return None if self._first is None else self._first + place

    def _shifted(self, x: Emu | None, place: int) -> Emu | None:
        """Where it comes to stand if mirrored margins move the page; None if nobody knows whether it is an even one."""
        if not self._mirrors or x is None:
            return x
        page = self._page(place)
        return None if page is None else Emu(x + self._section.right - self._section.left) if page % 2 == 0 else x

    def _borders(
        self, look: ParagraphLook, place: int, paragraph: int, top: Emu, height: int, above: int, *, below: int
    ) -> None:
        section = self._section
        ends = Emu(section.left + look.left.emu), Emu(section.width - section.right - look.right.emu)
        for side, room in (("top", above), ("bottom", below)):
            border = look.borders.get(side)
            if border is None or room <= 0:
                continue
            y = top + border.width // 2 if side == "top" else top + height - border.width // 2
            self._stroke(place, paragraph, Emu(y), border.width, _color(border), ends)

    def _drawings(self, lines: Sequence[DrawnLine], place: int, paragraph: Emu | None) -> None:
        """`paragraph` is where the one they are anchored in begins; None: programs do not agree on that."""
        origins = {"page": _ZERO, "margin": self._section.top, "paragraph": paragraph, "text": paragraph}
        for line in lines:
            origin = origins.get(line.y_from)
            if origin is not None and line.y is not None:
                ends = _ends(line, self._section)
                self._stroke(place, line.paragraph, Emu(origin + line.y), line.weight, line.color or _BLACK, ends)

    def _stroke(
        self, place: int, paragraph: int, y: Emu, weight: Emu, color: str, ends: tuple[Emu | None, Emu | None]
    ) -> None:
        left, right = (self._shifted(end, place) for end in ends)
        sheet = self._first_sheet + place
        self.strokes.append(PlacedStroke(self._page(place), sheet, paragraph, y, weight, color, left, right))


def _joined(drawn: Iterable[Fill | Stroke]) -> Iterator[tuple[Emu, Emu, str, Emu, Emu]]:
    """The horizontal strokes around the cells of a row, those that meet as one: height, weight, colour, ends."""
    strokes = [stroke for stroke in drawn if isinstance(stroke, Stroke) and not stroke.height]
    found: dict[tuple[Emu, Emu, str], tuple[Emu, Emu]] = {}
    for stroke in sorted(strokes, key=lambda stroke: stroke.x):
        key = stroke.y, stroke.weight, stroke.color
        left, right = found.get(key, (stroke.x, stroke.x))
        if stroke.x > right:
            yield *key, left, right
            left = stroke.x
        found[key] = left, Emu(stroke.x + stroke.width)
    for (y, weight, color), (left, right) in found.items():
        yield y, weight, color, left, right


def _color(border: Border) -> str:
    return border.color or _BLACK


def _drawn(formatting: Formatting) -> Mapping[int, list[DrawnLine]]:
    """The lines drawn in the text, by the paragraphs they are anchored in."""
    found: dict[int, list[DrawnLine]] = {}
    for line in formatting.strokes:
        if line.kind in ("drawing", "vml") and line.horizontal:
            found.setdefault(line.paragraph, []).append(line)
    return found


def _ends(line: DrawnLine, section: SectionLook) -> tuple[Emu | None, Emu | None]:
    origin = {"page": _ZERO, "margin": section.left, "column": section.left}.get(line.x_from)
    if line.width is None:
        return None, None
    if line.x is not None and origin is not None:
        left = Emu(origin + line.x)
    elif line.x_align == "center" and line.x_from == "page":
        left = Emu((section.width - line.width) // 2)
    elif line.x_align == "center":
        left = Emu(section.left + (section.text_width - line.width) // 2)
    else:
        return None, None
    return left, Emu(left + line.width)
