"""版记 (7.4): the placed lines of the imprint come in; a table at the foot of the last page goes out."""

from __future__ import annotations

import copy
from collections.abc import Sequence
from dataclasses import replace

from gwformat.layout.facts import PageFacts
from gwformat.model import Role
from gwformat.ooxml import blank_page
from gwformat.ooxml.names import w
from gwformat.ooxml.sections import is_landscape
from gwformat.setting.imprint import plan as plan_rows
from gwformat.setting.imprint import printed_as
from gwformat.setting.setting import Setting
from gwformat.units import Emu
from gwformat.writers.docx.look import restyle, say
from gwformat.writers.docx.manuscript import Placed
from gwformat.writers.docx.oxml import Element, drop, el, in_order, paragraph, put, thin_paragraph
from gwformat.writers.docx.styles import style_id
from gwformat.writers.docx.table_frame import borderless_table
from gwformat.writers.docx.tally import Tally


def draw(
    placed: Sequence[Placed],
    setting: Setting,
    facts: PageFacts,
    final: Element,
    tally: Tally,
    *,
    has_endnotes: bool,
) -> tuple[list[Element], Element | None]:
    """The table and the paragraph that carries it, before them a blank page if there is one; its section goes out too.

    `final` are the properties of the last section. Endnotes end the section of the text, so that the imprint behind
    them needs one of its own.
    """
    if not placed:
        return [], None
    column = Emu(setting.text_width - plan_rows([item.passage for item in placed], setting).date_width)
    for item in placed:
        in_order(restyle(item.node, style_id(item.passage.role), tally))
        say(item.node, replace(printed_as(item.passage, column, setting), pitch=facts.imprint_pitch))
    table = _table(placed, setting)
    # A floating table hangs on the paragraph after it and goes with it to another page.
    anchor = thin_paragraph(el("pageBreakBefore")) if facts.imprint_on_new_page else thin_paragraph()
    in_order(anchor[0])
    if not (facts.blank_page or is_landscape(final) or has_endnotes):
        return [table, anchor], None
    ending, blank = thin_paragraph(copy.deepcopy(final)), thin_paragraph()
    for node in (ending, blank):
        put(node[0], el("pStyle", val=blank_page.STYLE))
    put(final, el("type", val="nextPage"))
    drop(final, "pgSz")  # the imprint stands on a sheet upright
    if facts.blank_page:
        return [ending, blank, table, anchor], final
    return [ending, blank, table, thin_paragraph()], None  # LibreOffice begins no page with a floating table


def _table(placed: Sequence[Placed], setting: Setting) -> Element:
    plan = plan_rows([item.passage for item in placed], setting)
    copies, printers, dates, runs = (
        [placed[number].node for number in numbers] for numbers in (plan.copies, plan.printers, plan.dates, plan.runs)
    )
    rows: list[list[list[Element]]] = [[copies]] if copies else []
    if plan.has_printer:
        date_nodes = dates or [paragraph(style_id(Role.PRINT_DATE))]
        rows.append([printers or [paragraph(style_id(Role.PRINTER))], date_nodes])
    if runs:
        rows.append([runs])
    table = borderless_table([Emu(setting.text_width - plan.date_width), plan.date_width], rows)
    profile = setting.profile
    if plan.has_lines:
        _lines(table, setting)
    # Where the first page has a text area of its own, the sheet alone has the same lower edge on all pages.
    on_sheet = profile.first_page is not None
    below = Emu(profile.paper.height - profile.imprint.last_line) if on_sheet else plan.below
    if below.twips > 0:
        table.append(_spacer(table, below))
    _float(table, setting, "page" if on_sheet else "margin")
    return table


def _lines(table: Element, setting: Setting) -> None:
    """7.4.1: first and last line thick, the one between thin."""
    spec = setting.profile.imprint
    rows = table.findall(w("tr"))
    for index, row in enumerate(rows):
        above = spec.outer_line if index == 0 else spec.inner_line
        below = spec.outer_line if index == len(rows) - 1 else spec.inner_line
        for properties in row.iter(w("tcPr")):
            put(properties, el("tcBorders", _line("top", above), _line("bottom", below)))


def _line(side: str, weight: Emu) -> Element:
    return el(side, val="single", sz=weight.eighths, space=0, color="000000")


def _spacer(table: Element, height: Emu) -> Element:
    """The text area ends below the type area (GB/T 33476.2 6.2); this row keeps the last line on the latter's edge."""
    width = sum(int(column.get(w("w"), "0")) for column in table.iter(w("gridCol")))
    cell = el("tc", el("tcPr", el("tcW", w=width, type="dxa"), el("gridSpan", val=2)), thin_paragraph())
    return el("tr", el("trPr", el("cantSplit"), el("trHeight", val=height.twips, hRule="exact")), cell)


def _float(table: Element, setting: Setting, frame: str) -> None:
    """At the lower edge of `frame`. LibreOffice floats a table this wide only if it is placed on the sheet."""
    place = el("tblpPr", leftFromText=0, rightFromText=0, vertAnchor=frame, horzAnchor="page")
    place.set(w("tblpX"), str(setting.grid.left.twips))
    place.set(w("tblpYSpec"), "bottom")
    put(table[0], place)
    put(table[0], el("tblOverlap", val="never"))
