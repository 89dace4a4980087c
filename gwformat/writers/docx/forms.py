"""A form with words for its places and a setting come in; the bytes of a docx with its tables go out."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from gwformat.drafting.office_forms import Cell, Form, Sheet, rows_of
from gwformat.drafting.places import PLACE, filled
from gwformat.model import Align, Role
from gwformat.ooxml.names import w
from gwformat.profiles.schema import Slot
from gwformat.setting.setting import Setting
from gwformat.units import Emu, Mm, Pt
from gwformat.writers.docx import blank, page, style_sheet, styles
from gwformat.writers.docx.controls import set_controls
from gwformat.writers.docx.oxml import Element, el, paragraph, put, run, set_text, thin_paragraph
from gwformat.writers.docx.parts import Parts, beside
from gwformat.writers.docx.styles import JC, style_id
from gwformat.writers.docx.tally import Tally

_WML = "application/vnd.openxmlformats-officedocument.wordprocessingml."
_OUTER, _INNER = Pt(1.5), Pt(0.5)
_MARGIN = Mm(1)
_GAP = Mm(2)
_SIDES = ("top", "left", "bottom", "right")
_TEXT, _NOTE, _HEAD = "gw-form-text", "gw-form-note", "gw-form-head"
_STYLES = (  # 小四, for which the columns of the forms are made; 五号 for notes, 三号 for the head of a second table
    (_TEXT, "表单文字", Slot.FANGSONG, Pt(12), Pt(17)),
    (_NOTE, "表单说明", Slot.FANGSONG, Pt(10.5), Pt(15)),
    (_HEAD, "表单小标题", Slot.XIAOBIAOSONG, Pt(16), Pt(24)),
)


def write_form(form: Form, words: Mapping[str, str], setting: Setting, *, by_hand: bool = False) -> bytes:
    """Write `form` with its places filled as far as there are words; the same input always gives the same bytes.

    The others become content controls; `by_hand` leaves them empty, to be filled with a pen.
    """
    parts = Parts(blank.package())
    main = parts.package.main_part
    root = parts.tree(main)
    body = root.find(w("body"))
    assert body is not None
    title = paragraph(style_id(Role.TITLE), run(form.sheet[0].title))
    put(title[0], el("spacing", before=0, after=_GAP.twips))
    body.append(title)
    for number, sheet in enumerate(form.sheet):
        # Two tables without a paragraph between them are one, and the last thing in a body is a paragraph.
        body.extend([_table(sheet, headed=number > 0), thin_paragraph()])
    section = el("sectPr")
    body.append(section)
    page.set_page(section, setting, Tally(), below=Emu(0))
    for leaf in root.iter(w("t")):
        text = filled(leaf.text or "", words)
        set_text(leaf, PLACE.sub("", text) if by_hand else text)
    set_controls(root, lasting=True)
    _set_parts(parts, main, setting)
    return parts.result().to_bytes()


def _set_parts(parts: Parts, main: str, setting: Setting) -> None:
    settings, sheet = page.new_settings(), style_sheet.empty_styles()
    page.set_document(settings)
    sheet.extend([styles.plain_style(*look, setting) for look in _STYLES])
    for name, tree in (("settings", settings), ("styles", sheet)):
        parts.put(beside(main, f"{name}.xml"), tree, f"{_WML}{name}+xml")
        parts.relate(main, f"gw{name.capitalize()}", name, beside(main, f"{name}.xml"))
    parts.serialise(beside(main, "styles.xml"), style_sheet.with_ours(sheet, setting))


def _table(sheet: Sheet, *, headed: bool) -> Element:
    """The table with the words above and below it as rows without lines."""
    margins = [el(side, w=_MARGIN.twips if side in ("left", "right") else 0, type="dxa") for side in _SIDES]
    table = el(
        "tbl",
        el(
            "tblPr",
            el("tblW", w=Emu(sum(sheet.columns)).twips, type="dxa"),
            el("jc", val="center"),
            el("tblLayout", type="fixed"),
            el("tblCellMar", *margins),
        ),
        el("tblGrid", *(el("gridCol", w=column.twips) for column in sheet.columns)),
    )
    if sheet.cut:
        table.append(_loose(sheet, [_line(sheet.cut, Align.CENTER, _NOTE)], el("bottom", **_stroke("dashed", _INNER))))
    if headed:
        head = _line(sheet.title, Align.CENTER, _HEAD, before=_GAP, after=_GAP)
        put(head[0], el("keepNext"))
        table.append(_loose(sheet, [head]))
    if sheet.above:
        table.append(_loose(sheet, [_above(sheet)]))
    table.extend(_rows(sheet))
    if sheet.notes:
        table.append(_loose(sheet, [_line(text, Align.LEFT, _NOTE, before=_GAP) for text in sheet.notes]))
    return table


def _loose(sheet: Sheet, lines: Sequence[Element], *borders: Element) -> Element:
    """A row of one cell without lines, but for `borders`."""
    width = Emu(sum(sheet.columns))
    properties = el("tcPr", el("tcW", w=width.twips, type="dxa"), el("gridSpan", val=len(sheet.columns)))
    if borders:
        properties.append(el("tcBorders", *borders))
    return el("tr", el("trPr", el("cantSplit")), el("tc", properties, *lines))


def _above(sheet: Sheet) -> Element:
    """Words between title and table: the first at the left edge, the second at the right."""
    line = _line(sheet.above[0], Align.LEFT, _TEXT, after=_GAP)
    for words in sheet.above[1:]:
        line.extend([el("r", el("tab")), run(words)])
    put(line[0], el("tabs", el("tab", val="right", pos=Emu(sum(sheet.columns) - 2 * _MARGIN).twips)))
    return line


def _line(text: str, align: Align, style: str, before: Emu = Emu(0), after: Emu = Emu(0)) -> Element:
    node = paragraph(style, *([run(text)] if text else []))
    if before or after:
        put(node[0], el("spacing", before=before.twips, after=after.twips))
    put(node[0], el("jc", val=JC[align]))
    return node


def _stroke(kind: str, weight: Emu) -> dict[str, str | int]:
    return {"val": kind, "sz": weight.eighths, "space": 0, "color": "000000"}


def _rows(sheet: Sheet) -> Iterator[Element]:
    rows = list(rows_of(sheet))
    for number, row in enumerate(rows):
        node = el("tr", el("trPr", el("cantSplit"), el("trHeight", val=row.height.twips, hRule="atLeast")))
        place = 0
        for cell in row.cells:
            after = place + cell.columns
            outer = {"top": number == 0, "left": place == 0}
            outer |= {"bottom": number == len(rows) - 1, "right": after == len(sheet.columns)}
            node.append(_cell(cell, Emu(sum(sheet.columns[place:after])), outer))
            place = after
        yield node


def _cell(cell: Cell, width: Emu, outer: Mapping[str, bool]) -> Element:
    properties = el("tcPr", el("tcW", w=width.twips, type="dxa"))
    if cell.columns > 1:
        properties.append(el("gridSpan", val=cell.columns))
    strokes = [el(side, **_stroke("single", _OUTER if outer[side] else _INNER)) for side in _SIDES]
    properties.append(el("tcBorders", *strokes))
    if cell.top:
        properties.append(el("tcMar", el("top", w=_MARGIN.twips, type="dxa")))
    properties.append(el("vAlign", val="top" if cell.top else "center"))
    align = Align.CENTER if cell.head else Align.LEFT
    return el("tc", properties, *(_line(line, align, _TEXT) for line in (cell.head or cell.text).split("\n")))
