"""A paragraph comes in; how wide the column is in which it stands goes out, or why that is not known."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from gwformat.ooxml.effective import Formatting, ParagraphLook, SectionLook
from gwformat.ooxml.names import local, w
from gwformat.ooxml.values import dxa, length
from gwformat.units import Emu, Twips
from gwformat.writers.docx.oxml import Element

_CELL, _TABLE, _SIDES = w("tc"), w("tbl"), (("left", "start"), ("right", "end"))
_CELL_MARGIN = Twips(108)  # 17.4.42: where nothing is said of the sides of a cell
_LISTED = "自动编号的宽度由软件定"
_BOXED = "文本框或图文框里的文字"
_COLUMNS = "分栏或竖排"
_WIDTH_UNKNOWN = "表格列宽由软件定"
_SECTIONS = "用在版心宽度不同的几节里"


class Column(NamedTuple):
    """The width of a column, None if it is not known, and why its lines are not certain, "" if they are.

    `apart` tells that the words begin behind a label whose width is not known, in a column of that width.
    """

    width: Emu | None
    reason: str = ""
    apart: Emu | None = None


def sections_of(formatting: Formatting, part: str, number: int) -> Sequence[SectionLook]:
    """The sections in which a paragraph may be shown: one for the text, for a header those that refer to it."""
    if formatting.part(part) is formatting.main:
        return (formatting.section_of(number),)
    showing = [one for one in formatting.sections if part in {*one.headers.values(), *one.footers.values()}]
    return showing or formatting.sections


def column_of(paragraph: Element, look: ParagraphLook, sections: Sequence[SectionLook]) -> Column:
    """The column of a paragraph that is shown in these sections."""
    section = sections[0]
    if look.in_text_box or look.frame is not None:
        return Column(None, _BOXED)
    if section.columns > 1 or section.text_direction != "lrTb":
        return Column(None, _COLUMNS)
    width = _cell_width(paragraph) if look.in_table else min(one.text_width for one in sections)
    if look.numbering is not None and look.numbering.pattern:
        return Column(None, _LISTED, width)
    if look.in_table:
        return Column(width, "" if width is not None else _WIDTH_UNKNOWN)
    return Column(width, "" if len({one.text_width for one in sections}) == 1 else _SECTIONS)


def _cell_width(paragraph: Element) -> Emu | None:
    cell = next(paragraph.iterancestors(_CELL), None)
    said = None if cell is None else cell.find(f"{w('tcPr')}/{w('tcW')}")
    table = next(paragraph.iterancestors(_TABLE), None)
    width = dxa(said)
    if cell is None or table is None or not width:
        return None
    own, common = cell.find(f"{w('tcPr')}/{w('tcMar')}"), table.find(f"{w('tblPr')}/{w('tblCellMar')}")
    return Emu(width - sum(_margin(names, own, common) for names in _SIDES))


def _margin(names: Sequence[str], *margins: Element | None) -> int:
    for said in margins:
        for side in said if said is not None else ():
            if local(side.tag) in names:
                found = length(side.get(w("w")))
                return found if found is not None else _CELL_MARGIN
    return _CELL_MARGIN
