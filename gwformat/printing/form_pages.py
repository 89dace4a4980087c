"""A form of tables and a setting come in; the pages that show it go out, for drawing without a word processor."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import field

from gwformat.drafting import Form
from gwformat.drafting.office_forms import Cell, Row, Sheet, rows_of
from gwformat.layout.boxes import Line, Page, Pages, Stroke
from gwformat.printing.words import centred, ending_at, words
from gwformat.profiles.schema import Slot
from gwformat.setting.setting import Setting
from gwformat.units import Emu, Mm, Pt
from gwformat.values import dataclass

_TITLE, _HEAD, _TEXT, _NOTE = Pt(22), Pt(16), Pt(12), Pt(10.5)
_LEADING = 1.4
_INSIDE, _ABOVE, _GAP = Mm(1.5), Mm(0.5), Mm(4)
_OUTER, _INNER = Pt(1.5), Pt(0.5)


@dataclass(slots=True)
class _Sheet:
    """A page that is being filled from the top."""

    y: Emu
    lines: list[Line] = field(default_factory=list)
    strokes: list[Stroke] = field(default_factory=list)


class _Setter:
    """Puts one table below the other, rows whole, on as many pages as they need."""

    def __init__(self, setting: Setting) -> None:
        self.setting = setting
        self.left, self.bottom = setting.grid.left, Emu(setting.profile.paper.height - setting.grid.bottom)
        self.pages: list[_Sheet] = []
        self.new_page()

    def new_page(self) -> None:
        self.pages.append(_Sheet(self.setting.grid.top))

    @property
    def page(self) -> _Sheet:
        return self.pages[-1]

    def need(self, height: int) -> bool:
        """Begin a page if the height does not fit on this one; whether it did."""
        if self.page.y + height <= self.bottom:
            return False
        self.new_page()
        return True

    def table(self, sheet: Sheet, title: Emu) -> None:
        """A title, the words above the table, its rows, its notes."""
        rows = list(rows_of(sheet))
        heights = [self.height(row, sheet) for row in rows]
        whole = sum(heights) <= self.bottom - self.setting.grid.top - _leaded(title) - _GAP
        self.need(_leaded(title) + _GAP + sum(heights if whole else heights[:2]))
        width = Emu(sum(sheet.columns))
        line = words(sheet.title, self.left, self.page.y, title, self.setting.fonts, slot=Slot.XIAOBIAOSONG)
        self.page.lines.append(centred(line, self.left, width))
        self.page.y = Emu(self.page.y + _leaded(title) + _GAP // 2)
        if sheet.above:
            for number, text in enumerate(sheet.above):
                line = words(text, self.left, self.page.y, _NOTE, self.setting.fonts, slot=Slot.FANGSONG)
                self.page.lines.append(ending_at(line, Emu(self.left + width)) if number else line)
            self.page.y = Emu(self.page.y + _leaded(_NOTE))
        self._rows(rows, sheet)
        self.page.y = Emu(self.page.y + _INSIDE)
        for text in sheet.notes:
            self.need(_leaded(_NOTE))
            self.page.lines.append(words(text, self.left, self.page.y, _NOTE, self.setting.fonts, slot=Slot.FANGSONG))
            self.page.y = Emu(self.page.y + _leaded(_NOTE))
        self.page.y = Emu(self.page.y + _GAP)

    def _rows(self, rows: Sequence[Row], sheet: Sheet) -> None:
        self._rule(sheet, _OUTER)
        for number, row in enumerate(rows):
            height = self.height(row, sheet)
            if self.need(height):
                self._rule(sheet, _OUTER)
            self._row(row, sheet, height)
            self.page.y = Emu(self.page.y + height)
            ends = number == len(rows) - 1 or self.page.y + self.height(rows[number + 1], sheet) > self.bottom
            self._rule(sheet, _OUTER if ends else _INNER)

    def _rule(self, sheet: Sheet, weight: Emu) -> None:
        self.page.strokes.append(Stroke(self.left, self.page.y, Emu(sum(sheet.columns)), weight))

    def _row(self, row: Row, sheet: Sheet, height: Emu) -> None:
        x, top = self.left, self.page.y
        for cell, width in _widths(row, sheet):
            weight = _OUTER if x == self.left else _INNER
            self.page.strokes.append(Stroke(x, top, Emu(0), weight, height=height))
            texts = self.broken(cell, width)
            y = Emu(top + (height - _leaded(_TEXT) * len(texts)) // 2 + (_leaded(_TEXT) - _TEXT) // 2)
            for text in texts:
                line = words(text, Emu(x + _INSIDE), y, _TEXT, self.setting.fonts, slot=Slot.FANGSONG)
                if text:
                    self.page.lines.append(centred(line, x, width) if cell.head else line)
                y = Emu(y + _leaded(_TEXT))
            x = Emu(x + width)
        self.page.strokes.append(Stroke(x, top, Emu(0), _OUTER, height=height))

    def height(self, row: Row, sheet: Sheet) -> Emu:
        """What the row needs for its longest cell, at least what it says."""
        most = max(len(self.broken(cell, width)) for cell, width in _widths(row, sheet))
        return Emu(max(row.height, most * _leaded(_TEXT) + 2 * _ABOVE))

    def broken(self, cell: Cell, width: Emu) -> list[str]:
        """The words of a cell in lines that fit."""
        room = width - 2 * _INSIDE
        lines = []
        for text in (cell.head or cell.text).split("\n"):
            line, used = "", 0.0
            for char in text:
                advance = self.setting.fonts.width(char, Slot.FANGSONG) * _TEXT
                if line and used + advance > room:
                    lines.append(line)
                    line, used = "", 0.0
                line, used = line + char, used + advance
            lines.append(line)
        return lines


def pages_of(form: Form, setting: Setting) -> Pages:
    """The pages of the form, its tables below each other."""
    setter = _Setter(setting)
    for number, sheet in enumerate(form.sheet):
        setter.table(sheet, _HEAD if number else _TITLE)
    paper = setting.profile.paper
    made = (
        Page(number, None, paper.width, paper.height, tuple(page.lines), tuple(page.strokes))
        for number, page in enumerate(setter.pages, 1)
    )
    return Pages(tuple(made))


def _widths(row: Row, sheet: Sheet) -> Iterator[tuple[Cell, Emu]]:
    column = 0
    for cell in row.cells:
        yield cell, Emu(sum(sheet.columns[column : column + cell.columns]))
        column += cell.columns


def _leaded(size: Emu) -> int:
    return round(size * _LEADING)
