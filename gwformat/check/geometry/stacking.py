"""A docx draft and its effective formatting in; where each of its paragraphs stands, as far as that is certain, out."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from gwformat.check.geometry.breaking import Breaker, Broken
from gwformat.check.geometry.floating import top_of
from gwformat.check.geometry.sections import obstacle_before, obstacle_in
from gwformat.check.geometry.values import Known, PlacedLine, Stand
from gwformat.layout.boxes import Span
from gwformat.layout.flow import Column, Place, Standing, stack
from gwformat.layout.paragraphs import Laid, TextLine
from gwformat.layout.sheet import Sheet
from gwformat.model import Align, Carrier, CarrierKind, Draft, Paragraph, Role, Source
from gwformat.ooxml.effective import Border, Formatting, LineRule, ParagraphLook, SectionLook
from gwformat.profiles.schema import Slot
from gwformat.setting.paragraph import Indents, Set
from gwformat.units import Emu

_ZERO = Emu(0)
_AFTER_UNKNOWN = "前面的内容占多高不能确定（{}），这一段的位置因此不能确定"
_IN_THE_WAY = "浮动的表格占去版面的一部分"
_INSIDE = "在表格、文本框或图文框里"
_PLAIN, _NOTHING = ParagraphLook(), Broken((), _ZERO, _ZERO)
_NOT_IN_LINE = (CarrierKind.SECTION_BREAK, CarrierKind.PAGE_BREAK)


@dataclass(frozen=True, slots=True)
class _Item:
    """A paragraph of the main flow with its lines; `reason` is empty if the room it takes is certain."""

    number: int
    look: ParagraphLook
    broken: Broken
    reason: str


def stands(draft: Draft, formatting: Formatting) -> dict[int, Stand]:
    """The stand of every paragraph of the text by its number."""
    found: dict[int, Stand] = {}
    page, reason = 0, ""
    for section, blocks in _by_section(draft, formatting):
        reason = reason or obstacle_in(section, formatting) or obstacle_before(section, formatting)
        items = list(_items(blocks, section, formatting, known=not reason))
        placed, page, reason = _placed(items, section, draft, formatting, page, reason)
        found.update(placed)
    for paragraph in draft.paragraphs():
        number = paragraph.source.first
        found.setdefault(number, Stand(number, Known.UNVERIFIED, reason=_INSIDE))
    return found


def _by_section(draft: Draft, formatting: Formatting) -> Iterator[tuple[SectionLook, list[Paragraph | Carrier]]]:
    blocks = [block for block in draft.blocks if block.source is not None]
    for section in formatting.sections:
        yield section, [block for block in blocks if section.first <= _first(block) <= section.last]


def _first(block: Paragraph | Carrier) -> int:
    return block.source.first if block.source is not None else 0


def _items(
    blocks: Sequence[Paragraph | Carrier], section: SectionLook, formatting: Formatting, *, known: bool
) -> Iterator[_Item]:
    """The blocks of a section; behind the first whose room is not known none is broken into lines."""
    settings = formatting.settings
    breaker = Breaker(
        section,
        squeezes=settings.spacing_control != "doNotCompress",
        default_size=formatting.default_size,
        default_tab=settings.default_tab,
    )
    floating = {table.first: table for table in formatting.tables if table.floating is not None}
    for block in blocks:
        number = _first(block)
        if isinstance(block, Carrier):
            if number not in floating and block.kind not in _NOT_IN_LINE:
                known = False
                yield _Item(number, _PLAIN, _NOTHING, "表格的行高" if block.kind is CarrierKind.TABLE else "对象的高度")
            continue
        if not known:
            yield _Item(number, _PLAIN, _NOTHING, "")
            continue
        look = formatting.paragraph(number)
        left = Emu(section.left + (_ZERO if settings.gutter_at_top else section.gutter))
        width = Emu(section.text_width + (section.gutter if settings.gutter_at_top else 0))
        broken = breaker.broken(block, look, formatting.runs(number), formatting.mark(number), left, width)
        reason = broken.reason or ("段前段后由软件自定" if look.before.automatic or look.after.automatic else "")
        known = not reason
        yield _Item(number, look, broken, reason)


def _placed(
    items: Sequence[_Item], section: SectionLook, draft: Draft, formatting: Formatting, page: int, reason: str
) -> tuple[dict[int, Stand], int, str]:
    """The stands of a section's paragraphs, the last page used, and what is not certain after it."""
    found: dict[int, Stand] = {}
    certain = _certain(items) if not reason else []
    page = _first_page(section, page)
    columns, certain = _stacked(certain, items, section, draft, formatting)
    lines = _lines(columns, {item.number: item for item in items}, section, page, formatting)
    done = {item.number for item in certain}
    for item in items:
        if item.number in done:
            breaks = Known.COMPUTED if item.broken.sure else Known.UNVERIFIED
            why = "" if item.broken.sure else "标点挤压、汉字与西文的间距不能确定，每行排到哪个字不能确定"
            found[item.number] = Stand(item.number, Known.COMPUTED, tuple(lines.get(item.number, ())), breaks, why)
            continue
        why = item.reason or (_AFTER_UNKNOWN.format(reason) if reason else _IN_THE_WAY)
        reason = reason or why
        beginning = tuple(lines.get(item.number, ()))
        found[item.number] = Stand(item.number, Known.UNVERIFIED, beginning, reason=why)
    return found, page + max(len(columns) - 1, 0), reason


def _first_page(section: SectionLook, last: int) -> int:
    first = last + 1
    wanted = {"oddPage": 1, "evenPage": 0}.get(section.type)
    return first if wanted is None or last == 0 or first % 2 == wanted else first + 1


def _certain(items: Sequence[_Item]) -> list[_Item]:
    """The paragraphs before the first one whose room is not known, but for those bound to it."""
    end = next((number for number, item in enumerate(items) if item.reason), len(items))
    while 0 < end < len(items) and items[end - 1].look.keep_next:
        end -= 1
    return list(items[:end])


def _stacked(
    certain: list[_Item], items: Sequence[_Item], section: SectionLook, draft: Draft, formatting: Formatting
) -> tuple[list[Column], list[_Item]]:
    """The pages of the certain paragraphs, fewer of them where something floats in their way."""
    after = items[len(certain) : len(certain) + 1]
    sheet = _sheet(section)
    laid = [_laid(item, _neighbours(items, number)) for number, item in enumerate(certain)]
    laid += [_laid(item, (None, None)) for item in after if item.broken.lines]
    for _ in range(len(laid) + 1):
        columns = stack(laid, [Place(sheet)] * len(laid), _ZERO, sheet) if laid else []
        mended = _without_widows(columns, laid, certain)
        if mended is None:
            break
        laid = mended
    reach = _reach(columns, section, draft, formatting)
    if reach is not None:
        keep = next((n for n, item in enumerate(certain) if item.number >= reach), len(certain))
        certain = certain[:keep]
        columns = [Column(sheet, [line for line in column.lines if _number(line) < reach]) for column in columns]
        columns = [column for column in columns if column.lines]
    return columns, certain


def _sheet(section: SectionLook) -> Sheet:
    height = section.text_height
    return Sheet(section.width, section.height, section.left, section.top, section.text_width, height, section.footer)


def _neighbours(items: Sequence[_Item], number: int) -> tuple[ParagraphLook | None, ParagraphLook | None]:
    before = items[number - 1].look if number else None
    return before, items[number + 1].look if number + 1 < len(items) else None


def _laid(item: _Item, beside: tuple[ParagraphLook | None, ParagraphLook | None]) -> Laid:
    """The paragraph as `layout.flow` stacks it."""
    look, broken = item.look, item.broken
    before, after = (
        _ZERO if look.contextual and other is not None and other.style_id == look.style_id else gap.emu
        for other, gap in zip(beside, (look.before, look.after), strict=True)
    )
    above, below = _border_room(look, beside)
    last = len(broken.lines) - 1
    lines = tuple(
        TextLine(
            (),
            _ZERO,
            _ZERO,
            Emu(broken.height + (above if number == 0 else 0) + (below if number == last else 0)),
            (Span(number, edge.start, edge.end),),
            ends_page=edge.ends_page,
        )
        for number, edge in enumerate(broken.lines)
    )
    how = Set(
        Role.OTHER, Indents(), before, after, broken.height, False, Align.LEFT, Slot.FANGSONG, broken.size, _ZERO,
        "", False, 100, look.page_break_before, look.keep_next, look.keep_lines,
    )  # fmt: skip
    return Laid(how, lines, Source("", item.number, item.number))


def _border_room(look: ParagraphLook, beside: tuple[ParagraphLook | None, ParagraphLook | None]) -> tuple[int, int]:
    """What borders above and below take; paragraphs with the same borders have them around all of them."""
    joined = [other is not None and dict(other.borders) == dict(look.borders) for other in beside]
    sides = zip(("top", "bottom"), joined, strict=True)
    above, below = (0 if shared else _room(look.borders.get(side)) for side, shared in sides)
    return above, below


def _room(border: Border | None) -> int:
    return border.space + border.width if border is not None else 0


def _without_widows(columns: Sequence[Column], laid: list[Laid], certain: Sequence[_Item]) -> list[Laid] | None:
    """The paragraphs with the first lone line mended (17.3.1.44); None if there is none."""
    controlled = {item.number: item.broken.lines for item in certain if item.look.widow_control}
    for before, after in pairwise(columns):
        paragraph = before.lines[-1].paragraph if before.lines else None
        if paragraph is None or not after.lines or after.lines[0].paragraph is not paragraph:
            continue
        number = _number(before.lines[-1])
        last = before.lines[-1].line.spans[0].block
        if number not in controlled or controlled[number][last].ends_page:
            continue
        at = next(place for place, other in enumerate(laid) if other is paragraph)
        if last == 0 and before.lines[0].paragraph is not paragraph:
            whole = tuple(replace(line, ends_page=False) for line in paragraph.lines)
            how = replace(paragraph.set, page_break_before=True, before=_ZERO)
            return [*laid[:at], replace(paragraph, set=how, lines=whole), *laid[at + 1 :]]
        if last == len(paragraph.lines) - 2 and last > 0:
            lines = list(paragraph.lines)
            lines[last - 1] = replace(lines[last - 1], ends_page=True)
            return [*laid[:at], replace(paragraph, lines=tuple(lines)), *laid[at + 1 :]]
    return None


def _number(standing: Standing) -> int:
    assert standing.paragraph.source is not None
    return standing.paragraph.source.first


def _reach(columns: Sequence[Column], section: SectionLook, draft: Draft, formatting: Formatting) -> int | None:
    """The first paragraph that reaches into a floating table on its page."""
    for table in formatting.tables:
        if table.floating is None or not section.first <= table.first <= section.last:
            continue
        page = _page_of(columns, table.last + 1)
        if page is None:
            continue
        top = top_of(table, table.floating, section, draft, formatting)
        for line in columns[page].lines:
            bottom = section.top + line.top + line.line.height
            if top is None or bottom > top:
                return _number(line)
    return None


def _page_of(columns: Sequence[Column], number: int) -> int | None:
    """The page on which a paragraph, the anchor of something that floats, begins."""
    for page, column in enumerate(columns):
        if any(_number(line) >= number for line in column.lines):
            return page
    return None


def _lines(
    columns: Sequence[Column], items: dict[int, _Item], section: SectionLook, first: int, formatting: Formatting
) -> dict[int, list[PlacedLine]]:
    found: dict[int, list[PlacedLine]] = {}
    for page, column in enumerate(columns, first):
        shift = section.right - section.left if formatting.settings.mirror_margins and page % 2 == 0 else 0
        for number, standing in enumerate(column.lines, 1):
            item = items[_number(standing)]
            index = standing.line.spans[0].block
            edge = item.broken.lines[index]
            above = _ZERO if index else standing.line.height - item.broken.height
            if index == len(item.broken.lines) - 1:
                above = min(above, _room(item.look.borders.get("top")))
            slot = section.top + standing.top + above
            exact = item.look.line.rule is LineRule.EXACT
            top = slot + (item.broken.height - item.broken.size) // (2 if exact else 1)
            sure = item.broken.sure or (edge.start == 0 and index == 0)
            found.setdefault(item.number, []).append(
                PlacedLine(
                    page,
                    number,
                    Emu(top),
                    Emu(top + item.broken.size),
                    Emu(edge.left + shift) if edge.left is not None and sure else None,
                    Emu(edge.right + shift) if edge.right is not None and item.broken.sure else None,
                    edge.start if sure else None,
                    edge.end if item.broken.sure else None,
                )
            )
    return found
