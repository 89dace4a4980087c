"""Paper, margins and grid: every section of the source comes in, the same sections on the standard's page go out."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from gwformat.layout.sheet import Sheet, first_footer, grid_row, sheet_of
from gwformat.model import TURNED, Fate
from gwformat.ooxml.names import w
from gwformat.ooxml.sections import begins, is_landscape, section_properties
from gwformat.ooxml.values import VAL
from gwformat.setting.sections import THIN, Plan
from gwformat.setting.setting import Setting
from gwformat.setting.turning import is_too_wide, width_of
from gwformat.text.kinsoku import NOT_AT_END, NOT_AT_START
from gwformat.units import Emu
from gwformat.writers.docx.manuscript import Placed
from gwformat.writers.docx.oxml import (
    PPR,
    SECTPR,
    Element,
    P,
    clone,
    drop,
    el,
    in_order,
    number,
    properties,
    put,
    thin_paragraph,
)
from gwformat.writers.docx.tally import Tally

_NONE = Emu(0)
_LOOK_ONLY = ("pgBorders", "lnNumType", "vAlign", "textDirection", "pgNumType")
_TOLD = {
    "pgBorders": "去除页面边框",
    "lnNumType": "去除行号",
    "vAlign": "文字从版心上边排起，不再上下居中或对齐下边",
    "textDirection": "文字由竖排改为横排",
}
_USUAL = ("top", "lrTb", "lrTbV", "lr", "lrV")


def follow(root: Element, plan: Plan, setting: Setting) -> None:
    """Let every section begin where the plan says, and its sheet lie as it says."""
    for node, section in zip(section_properties(root), plan.sections, strict=False):
        if begins(node) is not section.begins:
            put(node, el("type", val=section.begins.value))
        if is_landscape(node) is not section.landscape:
            sheet = sheet_of(setting, landscape=section.landscape)
            put(node, el("pgSz", w=sheet.width.twips, h=sheet.height.twips))


def part(body: Element, plan: Plan, placed: Sequence[Placed], final: Element, setting: Setting, tally: Tally) -> None:
    """End a section before every passage that the plan parts from the one before; it is like the one it is cut from."""
    where = section_of(body) if plan.parted else {}
    for place in plan.parted:
        own = placed[place].node
        node = next((one for one in (own, *own.iterancestors()) if one in where), None)
        if node is None:
            continue
        like = clone(where.get(node, final))
        drop(where.get(node, final), "titlePg")  # only the first page of the whole is one
        before = placed[place - 1].node
        if before.tag == P and before.getnext() is node and before.find(f"{PPR}/{SECTPR}") is None:
            properties(before).append(like)
        else:
            node.addprevious(thin_paragraph(like))
    for item in placed if plan.parted else ():
        if is_too_wide(item.passage, setting):
            wide, room = (f"{length.mm:.0f} 毫米" for length in (width_of(item.passage, setting), setting.text_width))
            clause = setting.profile.table.clause
            reason = f"表格宽 {wide}，缩到版心宽度（{room}）字太小，改为横排页面（{clause}）"
            tally.note(TURNED, Fate.RERENDERED, reason)


def set_page(
    section: Element,
    setting: Setting,
    tally: Tally,
    *,
    below: Emu = _NONE,
    has_notes: bool = False,
    first: bool = False,
) -> None:
    """A4 with the grid's margins; a landscape sheet gets them turned by a quarter (chapter 8).

    `below` is the room for words in the footer below the page number.

    The `first` section has the margins of a first page; on the others its headers and footers keep the text off them.
    Where footnotes or such headers take part of the page, or tables all of a landscape one, LibreOffice lets the text
    have whole rows of the grid only, Word every line that fits: there the grid is a number without force.
    """
    landscape = is_landscape(section)
    paper = (setting.profile.paper.width.twips, setting.profile.paper.height.twips)
    size = el("pgSz", w=paper[landscape], h=paper[not landscape])
    if landscape:
        size.set(w("orient"), "landscape")
    _report(section, size, tally)
    drop(section, *_LOOK_ONLY)
    put(section, size)
    put(section, _margins(setting, sheet_of(setting, landscape=landscape, first=first), below, first=first))
    columns = section.find(w("cols"))
    if columns is not None:
        if (number(columns, "num") or 1) > 1:
            tally.note("页面设置", Fate.RERENDERED, "分栏改为通栏（GB/T 9704-2012 5.2.3：每行 28 字）")
        section.remove(columns)
    grid = el("docGrid", linePitch=grid_row(setting, landscape=landscape))
    if not (has_notes or landscape) and setting.profile.first_page is None:
        grid.set(w("type"), "lines")
    put(section, grid)
    in_order(section)


def _margins(setting: Setting, sheet: Sheet, below: Emu, *, first: bool) -> Element:
    """Turned by a quarter, portrait left becomes the top, portrait top the right edge.

    What ends the section below a table that fills a landscape page has a place of its own.
    """
    ending = THIN if sheet.landscape else 0
    right, bottom = sheet.width - sheet.right, sheet.height - sheet.top - sheet.text_height - ending
    footer = Emu((first_footer(setting) if first and not sheet.landscape else sheet.footer) - below)
    sides = {"top": sheet.top, "right": Emu(right), "bottom": Emu(bottom), "left": sheet.left}
    margins = el("pgMar", **{side: value.twips for side, value in sides.items()})
    for name, value in (("header", setting.grid.header.twips), ("footer", footer.twips), ("gutter", 0)):
        margins.set(w(name), str(value))
    return margins


def _report(section: Element, size: Element, tally: Tally) -> None:
    old = section.find(w("pgSz"))
    if old is not None and (number(old, "w"), number(old, "h")) != (number(size, "w"), number(size, "h")):
        tally.note("页面设置", Fate.RERENDERED, "纸张改为 A4（210mm×297mm）")
    for name, reason in _TOLD.items():
        said = section.find(w(name))
        if said is not None and said.get(VAL) not in _USUAL:
            tally.note("页面设置", Fate.RERENDERED, reason)
    restart = section.find(w("pgNumType"))
    if restart is not None and restart.get(w("start")) is not None:
        tally.note("页面设置", Fate.RERENDERED, "页码改为连续编排，不再重新起编")


def new_settings() -> Element:
    """Settings for a package that has none: those of a current Word, not its compatibility mode."""
    mode = {"name": "compatibilityMode", "uri": "http://schemas.microsoft.com/office/word", "val": "15"}
    return el("settings", el("compat", el("compatSetting", **mode)))


def set_document(settings: Element) -> None:
    """What holds for all pages: left and right footers, full-width punctuation, 避头尾, no stretched broken lines.

    The only table that floats is the imprint, and it stays in one piece: LibreOffice 25.2 and later shows nothing of
    one placed on the sheet below the text area that may break across pages.
    """
    put(settings, el("evenAndOddHeaders"))
    put(settings, el("characterSpacingControl", val="doNotCompress"))
    put(settings, el("noLineBreaksAfter", lang="zh-CN", val=NOT_AT_END))
    put(settings, el("noLineBreaksBefore", lang="zh-CN", val=NOT_AT_START))
    compat = settings.find(w("compat"))
    if compat is None:
        compat = el("compat")
        put(settings, compat)
    put(compat, el("doNotExpandShiftReturn"))
    put(compat, el("doNotBreakWrappedTables"))


def text_width(section: Element, setting: Setting) -> Emu:
    """Width between the margins the section will have."""
    return sheet_of(setting, landscape=True).text_width if is_landscape(section) else setting.text_width


def section_of(body: Element) -> dict[Element, Element]:
    """Each block-level node of the body with the properties of the section it stands in."""
    found: dict[Element, Element] = {}
    current: Element | None = None
    for node in reversed(body):
        section = node if node.tag == SECTPR else next(node.iter(SECTPR), None)
        current = current if section is None else section
        if current is not None:
            found[node] = current
    return found


def sections(root: Element) -> Iterable[Element]:
    """All section properties in document order."""
    return list(root.iter(w("sectPr")))
