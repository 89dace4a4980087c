"""A paragraph and its look in; its lines as far as they are certain out, and why they are not where they are not.

It is broken twice, with the narrowest and the widest outcome of everything that only a word processor knows. Where both
agree on the number of lines, heights are certain; where they agree on the ends of the lines, these are certain too.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import takewhile
from typing import NamedTuple

from gwformat.check.geometry.advances import Advances, quarter
from gwformat.check.geometry.extremes import Extreme, height_at
from gwformat.check.geometry.growing import heights_of, obstacle_of
from gwformat.expressions import expression
from gwformat.layout.lines import Break, Tabs, break_lines
from gwformat.model import OBJECT, Align, CarrierKind, Paragraph, Run
from gwformat.ooxml.effective import LineRule, ParagraphLook, RunLook, SectionLook
from gwformat.text.kinsoku import NOT_AT_START
from gwformat.text.width import is_wide
from gwformat.units import Emu, Pt
from gwformat.values import dataclass

_ROOMY = 1.5  # an at-least pitch this many times the size is never exceeded by the faces of Chinese text
_UNKNOWN_OBJECT = Pt(200)  # more than an object of unknown width is likely to have
_WORD = expression(r"[!-~]")
_WORD_EDGE = expression(r"(?<=[!-~])(?=[^!-~])|(?<=[^!-~])(?=[!-~])", re.DOTALL)
_NO_ROOM = Emu(0)
_NO_WORDS = f" \u3000\t\n{OBJECT}"


class _Widths(NamedTuple):
    """How wide each character of a paragraph is at least and at most; one list where that is the same for all."""

    least: list[int]
    most: list[int]


@dataclass(frozen=True, slots=True)
class Edge:
    """One line: its stretch of the text and its sides from the left edge of the sheet, None where not certain."""

    start: int
    end: int
    left: Emu | None
    right: Emu | None
    ends_page: bool = False


@dataclass(frozen=True, slots=True)
class Broken:
    """A paragraph broken into lines of one height.

    `reason` is empty if the number of lines and their height are certain; else `lines` are those that both ways of
    breaking begin with. `sure` tells whether the lines end where they say.
    """

    lines: tuple[Edge, ...]
    height: Emu
    size: Emu  # of the largest characters
    reason: str = ""
    sure: bool = True


def height_of_line(look: ParagraphLook, size: Emu, section: SectionLook) -> tuple[Emu, str]:
    """The height of each line, and what keeps it from being certain."""
    exact = look.line.exact
    if exact is not None:
        return exact, ""
    pitch = look.line.pitch
    snaps = look.snap_to_grid and section.grid.lines is not None
    if look.line.rule is LineRule.AT_LEAST and pitch is not None and pitch >= _ROOMY * size and not snaps:
        return pitch, ""
    if snaps:
        return _NO_ROOM, "行距不是固定值，行高由字体和文档网格共同决定"
    return _NO_ROOM, "行距不是固定值，行高由字体决定"


class Breaker:
    """Breaks the paragraphs of one section of a document."""

    def __init__(
        self,
        section: SectionLook,
        *,
        squeezes: bool,
        default_size: Emu,
        default_tab: Emu,
        extreme: Extreme | None = None,
    ) -> None:
        """With an `extreme` what is not certain is taken for as low or as high as it may be."""
        cell = section.grid.char_pitch(default_size)
        self._section = section
        self._cell = 0 if cell is None else cell - default_size
        self._gridded = Advances(squeezes=squeezes, cell=self._cell)
        self._plain = Advances(squeezes=squeezes)
        self._squeezes = squeezes
        self._tab = default_tab
        self.extreme = extreme

    def broken(
        self, paragraph: Paragraph, look: ParagraphLook, runs: Sequence[RunLook], mark: RunLook, left: Emu, width: Emu
    ) -> Broken:
        """The lines of `paragraph` in a column `width` wide whose left edge is at `left`."""
        sizes = [runs[run.atom].size for run in paragraph.runs if run.atom is not None and run.atom < len(runs)]
        size = max(sizes, default=mark.size)
        height, reason = height_of_line(look, size, self._section)
        reason = reason or obstacle_of(paragraph, look, [*runs, mark])
        if reason and self.extreme is not None:
            bound = height_at(self.extreme, paragraph, look, [*runs, mark], size, self._section)
            height, reason = (height, reason) if bound is None else (bound, "")
        if reason:
            return Broken((), height, size, reason)
        text = paragraph.text
        if not text.strip(_NO_WORDS):  # what shows on the line is a picture, not the size of letters that are not there
            size = max([size, *(Emu(min(tall, height)) for tall in heights_of(paragraph, [*runs, mark]))])
        widths = self._widths(paragraph, text, look, runs, mark)
        rooms = self._rooms(look, width)
        own = tuple(tab.position for tab in look.tabs if tab.align == "left")
        tabs = Tabs(self._tab, look.left.emu + rooms[2], look.left.emu, own) if "\t" in text else None
        label = self._label(paragraph, look, mark)
        loose = _lines(paragraph, text, widths.most, (rooms[0] - label[1], rooms[1]), tabs, "")
        first = Emu(left + look.left.emu + rooms[2])

        def at_their_places(lines: Sequence[_Line], reason: str = "", *, sure: bool = True) -> Broken:
            return Broken(tuple(self._edges(lines, widths, look, left, first, width)), height, size, reason, sure)

        if len(loose) == 1:  # nothing is wider than it is at most, and what fits then fits anyhow
            return at_their_places(loose)
        hanging = NOT_AT_START if look.overflow_punct else ""
        if label[0] == label[1] and not hanging and (widths.least is widths.most or widths.least == widths.most):
            return at_their_places(loose)
        tight = _lines(paragraph, text, widths.least, (rooms[0] - label[0], rooms[1]), tabs, hanging)
        if len(tight) == len(loose):
            return at_their_places(loose, sure=tight == loose and label[0] == label[1])
        if self.extreme is not None:
            return at_their_places(tight if self.extreme is Extreme.LEAST else loose, sure=False)
        same = [one for one, _ in takewhile(lambda pair: pair[0] == pair[1], zip(tight, loose, strict=False))]
        return at_their_places(same[:-1], _UNSURE, sure=False)

    def capacity(self, look: ParagraphLook, run: RunLook) -> float:
        """How many Han characters fit in a line from margin to margin."""
        advance = (self._gridded if look.snap_to_grid else self._plain).of("国", run)[1]
        return self._section.text_width / advance if advance else 0.0

    def _rooms(self, look: ParagraphLook, width: Emu) -> tuple[int, int, int]:
        """The room of the first line and of the others, and how far right of them the first begins."""
        shift = look.first_line.emu - look.hanging.emu
        if look.first_line.count and look.snap_to_grid:
            shift = Emu(shift + round(look.first_line.count * self._cell))
        rest = width - look.left.emu - look.right.emu
        return rest - shift, rest, shift

    def _widths(
        self, paragraph: Paragraph, text: str, look: ParagraphLook, runs: Sequence[RunLook], mark: RunLook
    ) -> _Widths:
        advances = self._gridded if look.snap_to_grid else self._plain
        least: list[int] = []
        most: list[int] = []
        same = not (look.auto_space_de or look.auto_space_dn)
        looks: list[tuple[int, RunLook]] = []  # up to which character a look goes
        for run in paragraph.runs:
            own = runs[run.atom] if run.atom is not None and run.atom < len(runs) else mark
            low, high = _object(run) if run.carrier is not None else advances.all_of(run.text, own)
            same = same and low is high
            least += low
            most += high
            looks.append((len(most), own))
        if look.auto_space_de or look.auto_space_dn:
            _add_space(text, most, looks)
        return _Widths(most if same else least, most)

    def _label(self, paragraph: Paragraph, look: ParagraphLook, mark: RunLook) -> tuple[int, int]:
        """The room an automatic number takes at the start of the first line, at least and at most."""
        if not paragraph.label:
            return 0, 0
        low = sum(self._plain.of(char, mark)[0] for char in paragraph.label)
        high = sum(self._plain.of(char, mark)[1] for char in paragraph.label)
        suffix = look.numbering.suffix if look.numbering else "nothing"
        if suffix == "tab":
            return (look.hanging.emu, look.hanging.emu) if high <= look.hanging.emu else (low, high + self._tab)
        return low, high + (mark.size if suffix == "space" else 0)

    def _edges(
        self,
        lines: Sequence[_Line],
        widths: _Widths,
        look: ParagraphLook,
        left: Emu,
        first: Emu,
        width: Emu,
    ) -> list[Edge]:
        align, right, start = look.align, Emu(left + width - look.right.emu), first
        found: list[Edge] = []
        for number, (line, ends_page) in enumerate(lines):
            ends = number == len(lines) - 1 or line.forced or ends_page
            if align is Align.DISTRIBUTE or (align is Align.JUSTIFY and not ends):
                sides: tuple[Emu | None, Emu | None] = start, right
            else:
                high = sum(widths.most[line.start : line.visible])
                low = high if widths.least is widths.most else sum(widths.least[line.start : line.visible])
                sides = _sides(align, start, right, low, high)
            found.append(Edge(line.start, line.end, *sides, ends_page))
            start = Emu(left + look.left.emu) if number == 0 else start
        return found


_UNSURE = "行数取决于标点挤压、汉字与西文的间距和所装字体，要由排版软件量"


def _sides(align: Align, left: Emu, right: Emu, low: int, high: int) -> tuple[Emu | None, Emu | None]:
    """The sides of what a line shows that is not as wide as its room."""
    if low != high:
        return (left, None) if align in (Align.LEFT, Align.JUSTIFY) else (None, right if align is Align.RIGHT else None)
    if align is Align.RIGHT:
        return Emu(right - high), right
    if align is Align.CENTER:
        begin = left + (right - left - high) // 2
        return Emu(begin), Emu(begin + high)
    return left, Emu(left + high)


def _object(run: Run) -> tuple[list[int], list[int]]:
    """The width of an object at least and at most."""
    carrier = run.carrier
    hidden = (CarrierKind.PAGE_BREAK, CarrierKind.HIDDEN_TEXT)
    if carrier is None or carrier.kind in hidden or carrier.floating is not None:
        return [0], [0]
    if carrier.size is not None:
        return [carrier.size[0]], [carrier.size[0]]
    return [0], [_UNKNOWN_OBJECT]


def _add_space(text: str, most: list[int], looks: Sequence[tuple[int, RunLook]]) -> None:
    """Word's quarter of an em between Han and Latin."""
    for found in _WORD_EDGE.finditer(text):
        number = found.start() - 1
        before, after = text[number], text[number + 1]
        if is_wide(after) if _WORD.match(before) else is_wide(before):
            most[number] += quarter(next(look for end, look in looks if number < end))


_Line = tuple[Break, bool]  # and whether the page ends after it


def _lines(
    paragraph: Paragraph, text: str, widths: Sequence[int], rooms: tuple[int, int], tabs: Tabs | None, hanging: str
) -> list[_Line]:
    """The lines, those after a page break within the paragraph on their own."""
    ends = _page_ends(paragraph)
    if not ends:
        return [(line, False) for line in break_lines(text, widths, *rooms, tabs, hanging)]
    found: list[_Line] = []
    start = 0
    for end in [*ends, len(text)]:
        if start == end and found:
            continue
        part = break_lines(text[start:end], widths[start:end], rooms[bool(found)], rooms[1], tabs, hanging)
        for line in part:
            moved = Break(line.start + start, line.end + start, line.visible + start, line.forced)
            found.append((moved, end in ends and line is part[-1]))
        start = end
    return found


def _page_ends(paragraph: Paragraph) -> list[int]:
    """The places after page breaks in the text."""
    if not any(run.carrier is not None for run in paragraph.runs):
        return []
    ends, place = [], 0
    for run in paragraph.runs:
        place += len(run.text)
        if run.breaks_page:
            ends.append(place)
    return ends
