"""A document and its setting come in; pages with every line, stroke and carrier in its place go out."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from gwformat.layout.abreast import side_by_side
from gwformat.layout.boxes import Fill, Line, Page, Pages, Placed, Stroke
from gwformat.layout.end_of_text import Flow, take_along
from gwformat.layout.endnotes import lay_endnotes
from gwformat.layout.first_page import is_filled, shifts
from gwformat.layout.fitting import at_pitch, fit, notices, only_signed
from gwformat.layout.floats import place
from gwformat.layout.flow import Column, Place, Standing
from gwformat.layout.furniture import furniture_of
from gwformat.layout.head import lay_head
from gwformat.layout.imprint import LaidImprint, lay_imprint
from gwformat.layout.laid import Laid, TextLine
from gwformat.layout.margins import Margins
from gwformat.layout.numbers import page_number
from gwformat.layout.paragraphs import lay
from gwformat.layout.red_line import foot_line
from gwformat.layout.rows import ruled, shown
from gwformat.layout.seals import beyond, floor_of, lowest, placed, pressed, seal_boxes
from gwformat.layout.sheet import Sheet, sheet_of
from gwformat.layout.tables import lay_carrier
from gwformat.layout.ways import Way, lack, ways
from gwformat.model import TEXT_ROLES, CarrierKind, Document, Role
from gwformat.setting.head import is_drawn
from gwformat.setting.notes import RULE_DOWN, RULE_SHARE, RULE_WEIGHT
from gwformat.setting.paragraph import set_of
from gwformat.setting.passages import Passage, passages_of
from gwformat.setting.sections import Plan, plan_sections
from gwformat.setting.setting import Setting
from gwformat.setting.sign_off import End
from gwformat.setting.text import settle
from gwformat.setting.turning import turned
from gwformat.units import Emu


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
    setting, end = way.setting, way.end
    passages = list(passages_of(document))
    above = [passage for passage in passages if passage.in_head]
    between = [passage for passage in passages if not (passage.in_head or passage.in_imprint)]
    plan = turned(plan_sections(passages, document.draft), between, setting, headed=bool(above))
    drawn = is_drawn(above)
    sheet, first = sheet_of(setting), sheet_of(setting, first=drawn)
    furniture = furniture_of(document.draft, setting, lies=any(section.landscape for section in plan.sections))
    opening = drawn and setting.profile.first_page is not None
    margins = Margins(furniture, plan.sections, setting, opening)
    opened = plan.places[0] if plan.places else 0
    sheet, first = margins.pushed(sheet, opened), margins.pushed(first, opened)
    head = lay_head(above, setting, first)
    places = _places(plan, setting, margins)
    laid = _laid(between, places, setting, drawn, outline)
    endnotes = lay_endnotes(document, setting, places[-1].sheet if places else sheet, outline=outline)
    laid += endnotes
    places += [replace(places[-1], begins=None) if places else Place(sheet)] * len(endnotes)
    flow = Flow(between, places, head.end, first)
    columns = flow.stack(laid)
    estimated = _estimated_from(columns, fits=furniture.fits)
    shift = Emu(-way.up)
    if shift:
        laid = _shifted(between, laid, setting, drawn, shift)
        columns = flow.stack(laid)
    for trial in shifts(columns, setting) if drawn and estimated is None else ():
        moved = _shifted(between, laid, setting, drawn, trial)
        if is_filled(lower := flow.stack(moved), setting):
            laid, columns, shift = moved, lower, trial
            break
    fitted = fit(between, laid, places, columns, setting) if estimated is None else ()
    if fitted:
        laid = at_pitch(between, laid, fitted, setting)
        columns = flow.stack(laid)
    ended = take_along(flow, laid, columns, end, setting)
    laid, columns, end = ended.laid, ended.columns, ended.end
    below = [passage for passage in passages if passage.in_imprint]
    foot_sheet = sheet if columns[-1].sheet.landscape else columns[-1].sheet
    imprint = lay_imprint(below, setting, foot_sheet)
    estimated = _estimated_from(columns, fits=furniture.fits)
    seals = list(pressed(between, laid, columns, setting))
    foot = max((lowest(seal, setting) for seal in seals if seal.page == len(columns) - 1), default=Emu(0))
    blank = _add_pages(columns, imprint, foot, setting, alone=bool(endnotes))
    if columns[-1].sheet != foot_sheet:
        imprint = lay_imprint(below, setting, columns[-1].sheet)
    pages = []
    for number, column in enumerate(columns, 1):
        standing, strokes = [*column.lines, *column.standing_notes()], list(_rule(column))
        if number == 1:
            standing[:0] = head.lines
            strokes += (*head.strokes, *(foot_line(setting, first) if drawn else ()))
        if imprint is not None and number == len(columns):
            standing += imprint.lines
            strokes += imprint.strokes
        unnumbered = blank and number >= len(columns) - 1
        beside = () if outline or column.skipped or unnumbered else tuple(margins.on(column, number))
        silent = number == 1 and drawn and not setting.profile.page_number.first
        printed = None if silent or column.skipped or unnumbered else number
        on = column.sheet
        floor = imprint.top if imprint is not None and number == len(columns) else floor_of(setting, on)
        boxes = tuple(
            seal_boxes([seal for seal in seals if seal.page == number - 1], floor, setting, on, document.seals)
        )
        page = (
            _sketched(number, printed, standing, on)
            if outline
            else _page(number, printed, standing, strokes, setting, on, beside)
        )
        pages.append(replace(page, seals=boxes, carriers=(*page.carriers, *placed(boxes, document))))
    bare = bool([*only_signed(columns)])
    notes = (
        *notices(fitted, laid, columns, setting),
        *_notices(columns, end, estimated, bare=bare, broken=bool(ended.page_ends)),
    )
    notes += tuple(beyond(pages, setting))
    return Pages(tuple(pages), notes, fitted, end, ended.page_ends, bare, setting.close, shift, estimated)


def _places(plan: Plan, setting: Setting, margins: Margins) -> list[Place]:
    """The sheet of every passage, and where new sections begin."""
    sheets = [
        margins.pushed(sheet_of(setting, landscape=section.landscape), number)
        for number, section in enumerate(plan.sections)
    ]
    befores = (*plan.places[:1], *plan.places)
    return [
        Place(sheets[number], None if number == before else plan.sections[number].begins, number)
        for before, number in zip(befores, plan.places, strict=False)
    ]


def _laid(
    passages: Sequence[Passage], places: Sequence[Place], setting: Setting, below_line: bool, outline: bool
) -> list[Laid]:
    """Everything between head and imprint, broken into lines."""
    directs = settle(passages, setting, below_line=below_line)
    laid = []
    for passage, sheet, direct in zip(passages, (one.sheet for one in places), directs, strict=True):
        if passage.is_carrier:
            laid.append(lay_carrier(passage, direct, setting, sheet, outline=outline))
        else:
            how = set_of(passage.role, setting, direct)
            laid.append(lay(passage, how, setting, sheet.left, sheet.text_width, outline=outline))
    return side_by_side(passages, laid, [one.sheet for one in places], setting, outline=outline)


def _shifted(
    passages: Sequence[Passage], laid: Sequence[Laid], setting: Setting, below_line: bool, shift: Emu
) -> list[Laid]:
    """The same lines, the title and what is below it so much further down."""
    result = list(laid)
    directs = settle(passages, setting, below_line=below_line, shift=shift)
    for number, (passage, direct) in enumerate(zip(passages, directs, strict=True)):
        if passage.role is Role.TITLE:
            result[number] = replace(laid[number], set=set_of(passage.role, setting, direct))
    return result


def _rule(column: Column) -> Iterator[Stroke]:
    """The line above the notes."""
    if column.notes:
        sheet = column.sheet
        y = Emu(sheet.top + sheet.text_height - column.foot + RULE_DOWN)
        yield Stroke(sheet.left, y, Emu(sheet.text_width // RULE_SHARE), RULE_WEIGHT)


def _add_pages(columns: list[Column], imprint: LaidImprint | None, foot: Emu, setting: Setting, *, alone: bool) -> bool:
    """Add what the imprint needs to stand on an even page; whether a blank page stands before its page (7.5).

    `foot` is the lower edge of the seals on the last page; `alone` says that it wants a page of its own anyway.
    """
    if imprint is None:
        return False
    anywhere = not setting.profile.imprint.even_page
    even = len(columns) % 2 == 0 or anywhere
    last = columns[-1]
    taken = alone or last.sheet.landscape or last.notes
    if even and max(last.end, foot) <= imprint.top and not taken:
        return False
    columns += [Column(sheet_of(setting), section=last.section)] * (2 if even and not anywhere else 1)
    return even and not anywhere


def _sketched(number: int, printed: int | None, standing: Sequence[Standing], sheet: Sheet) -> Page:
    """One page of an outline."""
    lines: list[Line] = []
    before: Laid | None = None
    for item in standing:
        if item.paragraph is before:
            continue
        top = Emu(sheet.top + item.top)
        here = ((item.line, top),) if item.line.row is None else shown(item.line, top)
        if (line := next(_lines(item, here, margin=False), None)) is not None:
            lines.append(line)
            before = item.paragraph
    return Page(number, printed, sheet.width, sheet.height, tuple(lines))


def _page(
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
    carriers: list[Placed] = []
    fills: list[Fill] = []
    rules = list(strokes)
    formulas = lost = 0
    tops: dict[int, Emu] = {}  # where each paragraph begins on this page
    for order, item in enumerate((*standing, *beside)):
        top = Emu(sheet.top + item.top)
        here = ((item.line, top),) if item.line.row is None else tuple(shown(item.line, top))
        lines += _lines(item, here, margin=order >= len(standing))
        tops.setdefault(id(item.paragraph), top)
        for line, upper in here:
            for picture in line.pictures:
                y = Emu(upper + picture.y)
                if picture.carrier.kind is CarrierKind.HORIZONTAL_RULE:
                    middle = Emu(y + picture.height // 2)
                    rules.append(Stroke(picture.x, middle, picture.width, picture.height))
                    continue
                carriers.append(Placed(picture.carrier, picture.x, y, picture.width, picture.height))
            formulas += line.formulas
            lost += line.lost
            for carrier, x in line.floats:
                edges = (upper, Emu(upper + line.height))
                above = tops[id(item.paragraph)] if line is item.line else upper
                if (found := place(carrier, sheet, x, above, edges)) is not None:
                    carriers.append(found)
                elif carrier.kind is not CarrierKind.HIDDEN_TEXT:
                    lost += 1
        for mark in ruled(item.line, top):
            if isinstance(mark, Fill):
                fills.append(mark)
            else:
                rules.append(mark)
    numbers = () if printed is None else (page_number(printed, setting, sheet_of(setting)),)
    if not sheet.landscape:
        lines += numbers
    drawn = tuple(dict.fromkeys(rules))  # neighbouring cells have lines in common
    words = tuple(lines)
    return Page(
        *(number, printed, sheet.width, sheet.height, words, drawn, tuple(carriers)),
        formulas=formulas,
        lost=lost,
        fills=tuple(fills),
        turned=numbers if sheet.landscape else (),
    )


def _lines(item: Standing, shown: Iterable[tuple[TextLine, Emu]], *, margin: bool) -> Iterator[Line]:
    """The lines shown by one line of a paragraph: itself, or those in the cells of a row."""
    for line, top in shown:
        if line.glyphs:
            size = max([glyphs.size for glyphs in line.glyphs])
            # Word sets text in the middle of an exact pitch, and leaves what a least one adds above it.
            room = line.height - size
            upper = Emu(top + (room // 2 if line.below is None else room - line.below))
            source, spans = (None, ()) if margin else (item.paragraph.source, line.spans)
            edges = (line.x, upper, Emu(upper + size), line.width)
            yield Line(line.glyphs, item.paragraph.role, *edges, spans, source, margin)


def _estimated_from(columns: Sequence[Column], *, fits: bool) -> int | None:
    """The first page with something whose size only a word processor knows; None if there is none.

    Headers and footers that do not fit beside the text area take room of every page.
    """
    if not fits:
        return 1
    uncertain = (n for n, column in enumerate(columns, 1) if any(not item.paragraph.certain for item in column.lines))
    return next(uncertain, None)


def _notices(columns: Sequence[Column], end: End, estimated: int | None, *, bare: bool, broken: bool) -> Iterator[str]:
    """What to tell of the pages, some of which are `bare`: they have a sign-off but no text."""
    if estimated is not None:
        yield f"表格、图片、注释、页眉页脚的实际尺寸要由排版软件决定，第 {estimated} 页起各行的位置是估计"
    if bare:
        yield "落款所在的页没有正文；应调整行距或字距，使正文与落款同页（GB/T 9704-2012 7.3.5.5）"
    elif end in (End.LONG, End.ANY):
        said = "，末行之前有分页符，改动正文以后请重新排版" if broken else ""
        yield f"落款单独在一页，已把正文的末尾移到这一页{said}（GB/T 9704-2012 7.3.5.5）"
    elif broken:
        yield "正文的末段随落款另起一页，段前有分页，改动正文以后请重新排版（GB/T 9704-2012 7.3.5.5）"
    roles = {item.paragraph.role for item in columns[0].lines}
    if len(columns) > 1 and Role.TITLE in roles and not roles.intersection(TEXT_ROLES):
        if Role.ADDRESSEE in roles:
            yield "主送机关过多，首页没有显示正文；请改用规范化简称或同类型机关统称（GB/T 9704-2012 7.3.2）"
        elif any(item.paragraph.role in TEXT_ROLES for column in columns for item in column.lines):
            yield "版头和标题占满首页，首页没有显示正文；请精简标题，或只标主办机关（GB/T 9704-2012 7.3.3）"
