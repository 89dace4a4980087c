"""A document and its setting come in; pages with every line, stroke and carrier in its place go out."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from gwformat.layout.boxes import Page, Pages, Stroke
from gwformat.layout.column import Column
from gwformat.layout.fitting import notices, only_signed
from gwformat.layout.frame import Frame, frame_of
from gwformat.layout.imprint import LaidImprint, lay_imprint
from gwformat.layout.notices import notices_of, of_draft, of_mark
from gwformat.layout.page import outline_of, page_of
from gwformat.layout.red_line import foot_line
from gwformat.layout.seals import Pressed, beyond, floor_of, lowest, placed, pressed, seal_boxes
from gwformat.layout.sheet import sheet_of
from gwformat.layout.text import LaidText, lay_text
from gwformat.layout.ways import Way, lack, ways
from gwformat.model import Document
from gwformat.setting.notes import RULE_DOWN, RULE_SHARE, RULE_WEIGHT
from gwformat.setting.setting import Setting
from gwformat.units import Emu
from gwformat.values import dataclass


def lay_out(document: Document, setting: Setting, *, outline: bool = False) -> Pages:
    """The pages of `document`; in an `outline`, enough for `facts_of`, a paragraph has one line on each of its pages.

    Nor does it part lines by faces, rule tables or show headers and footers.
    """
    pages = _lay_out(document, Way(setting), outline=outline)
    lacking = lack(pages, setting)
    for way in ways(pages, setting) if any(lacking) else ():
        other = _lay_out(document, way, outline=outline)
        if (left := lack(other, setting)) < lacking:
            pages, lacking = other, left
        if not any(lacking):
            break
    return pages


def _lay_out(document: Document, way: Way, *, outline: bool) -> Pages:
    """The pages in one of the ways that may be tried."""
    setting = way.setting
    frame = frame_of(document, setting)
    text = lay_text(document, frame, way, outline=outline)
    stock = _stocked(frame, text)
    pages = tuple(_page(document, frame, stock, number, outline=outline) for number in range(len(stock.columns)))
    bare = bool([*only_signed(text.columns)])
    told = (
        *of_mark(frame.head, setting, document),
        *notices(text.fitted, text.laid, text.columns, setting),
        *notices_of(text, only_signed=bare),
        *of_draft(document.draft),
        *beyond(pages, setting),
    )
    pitch = stock.imprint.pitch if stock.imprint is not None else None
    facts = (text.fitted, text.end, text.page_ends, bare, setting.close, text.shift, pitch, text.estimated_from)
    return Pages(pages, told, *facts)


@dataclass(frozen=True, slots=True)
class _Stock:
    """All pages with what stands on them besides the head; the imprint is at the foot of the last one."""

    columns: Sequence[Column]
    imprint: LaidImprint | None
    seals: tuple[Pressed, ...]
    blank: bool  # a page without words stands before that of the imprint (7.5)


def _stocked(frame: Frame, text: LaidText) -> _Stock:
    """The pages of the text with its seals, and those the imprint needs to stand on an even page."""
    setting, last = frame.setting, text.columns[-1]
    sheet = frame.sheet if last.sheet.landscape else last.sheet
    seals = tuple(pressed(frame.between, text.columns, setting))
    foot = max((lowest(seal, setting) for seal in seals if seal.page == len(text.columns) - 1), default=Emu(0))
    end = Emu(max(last.end, foot - setting.profile.imprint.room))  # a seal may reach down to the imprint itself
    imprint = lay_imprint(frame.below, setting, sheet, end)
    added = 0 if imprint is None else _pages_for(imprint, text, end, setting)
    columns = [*text.columns, *[Column(sheet_of(setting), section=last.section)] * added]
    closer = imprint is not None and imprint.pitch is not None
    if columns[-1].sheet != sheet or (added and closer):
        imprint = lay_imprint(frame.below, setting, columns[-1].sheet)
    return _Stock(columns, imprint, seals, blank=added > 1)


def _pages_for(imprint: LaidImprint, text: LaidText, end: Emu, setting: Setting) -> int:
    """How many pages the imprint adds: none where it has room below the text and the seals, which reach to `end`."""
    count, last, spec = len(text.columns), text.columns[-1], setting.profile.imprint
    anywhere = not spec.even_page
    even = count % 2 == 0
    taken = text.has_endnotes or last.sheet.landscape or last.notes
    if (even or anywhere) and end + spec.room <= imprint.top and not taken:
        return 0
    return 2 if even and not anywhere else 1


def _page(document: Document, frame: Frame, stock: _Stock, place: int, *, outline: bool) -> Page:
    """The page at `place`, counted from 0."""
    setting, column, imprint = frame.setting, stock.columns[place], stock.imprint
    number, sheet, count = place + 1, column.sheet, len(stock.columns)
    standing, strokes = [*column.lines, *column.standing_notes()], [*_rule(column)]
    if number == 1:
        standing[:0] = frame.head.lines
        strokes += (*frame.head.strokes, *(foot_line(setting, frame.first) if frame.drawn else ()))
    floor = floor_of(setting, sheet)
    if imprint is not None and number == count:
        standing += imprint.lines
        strokes += imprint.strokes
        floor = imprint.top
    empty = column.skipped or (stock.blank and number >= count - 1)
    silent = number == 1 and frame.drawn and not setting.profile.page_number.first
    printed = None if silent or empty else number
    if outline:
        page = outline_of(number, printed, standing, sheet)
    else:
        beside = () if empty else tuple(frame.margins.on(column, number))
        page = page_of(number, printed, standing, strokes, setting, sheet, beside)
    seals = [seal for seal in stock.seals if seal.page == place]
    boxes = tuple(seal_boxes(seals, floor, setting, sheet, document.seals))
    return replace(page, seals=boxes, carriers=(*page.carriers, *placed(boxes, document)))


def _rule(column: Column) -> Iterator[Stroke]:
    """The line above the notes."""
    if column.notes:
        sheet = column.sheet
        y = Emu(sheet.top + sheet.text_height - column.foot + RULE_DOWN)
        yield Stroke(sheet.left, y, Emu(sheet.text_width // RULE_SHARE), RULE_WEIGHT)
