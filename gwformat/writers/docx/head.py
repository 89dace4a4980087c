"""版头 (7.2): its planned rows and their nodes come in; the nodes that stand above the title go out."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from gwformat.model import OBJECT, Role
from gwformat.profiles.schema import LineForm, LinePlace
from gwformat.setting.head import plan
from gwformat.setting.joint_mark import JointMark
from gwformat.setting.passages import Passage
from gwformat.setting.red_line import THIN, rule_distance
from gwformat.setting.rows import Row
from gwformat.setting.setting import Setting
from gwformat.units import Emu, Mm
from gwformat.writers.docx.look import restyle, say
from gwformat.writers.docx.manuscript import Placed
from gwformat.writers.docx.oxml import TBL, Element, el, paragraph, put, thin_paragraph
from gwformat.writers.docx.styles import PICTURE_MARK, style_id
from gwformat.writers.docx.table_frame import borderless_table
from gwformat.writers.docx.tally import Tally

# Named as ECMA-376 has it from the text outwards, which at a lower edge is from the top down.
_BORDERS = {
    LineForm.SINGLE: "single",
    LineForm.THICK_THIN: "thickThinSmallGap",
    LineForm.THIN_THICK: "thinThickSmallGap",
}


def draw(placed: Sequence[Placed], setting: Setting, tally: Tally) -> list[Element]:
    """All nodes of the head in order."""
    for item in placed:
        restyle(item.node, _style_of(item.passage), tally)
    head = plan([item.passage for item in placed], setting)
    above, marks, suffix, numbers, signers, below = (
        [_node(row, placed) for row in rows]
        for rows in (head.above, head.marks, head.suffix, head.numbers, head.signers, head.below)
    )
    if head.joint is not None:
        marks = _stacked(head.joint, marks, suffix)
    if head.line is LinePlace.MARK:
        _draw_line(marks[-1], setting)
    if signers:
        numbers = [_side_by_side([[numbers, signers]], head.signer_width, setting, valign="bottom")]
    if head.sides:
        rows = [[_cell(side.left or side.right, side.left, placed)] for side in head.sides]
        for row, side in zip(rows, head.sides, strict=True):
            row.append(_cell(side.right or side.left, side.right, placed))
        numbers.append(_side_by_side(rows, head.side_width, setting, valign="top"))
    if head.line is LinePlace.NUMBER and numbers:
        _draw_line(numbers[-1], setting)
    return [*above, *marks, *numbers, *below]


def _style_of(passage: Passage) -> str:
    """A mark without words is a picture."""
    if passage.role is Role.ISSUER_MARK and not passage.text.replace(OBJECT, "").strip():
        return PICTURE_MARK
    return style_id(passage.role)


def _cell(beside: Row | None, row: Row | None, placed: Sequence[Placed]) -> list[Element]:
    """The paragraph of a cell; one that is empty is as high as the one beside it."""
    assert beside is not None
    return [_node(replace(beside, passage=None) if row is None else row, placed)]


def _draw_line(node: Element, setting: Setting) -> None:
    """The red line as the lower border of a paragraph or a table."""
    if node.tag == TBL:
        put(node[0], el("tblBorders", red_line("bottom", setting, Mm(0))))
    else:
        put(node[0], el("pBdr", red_line("bottom", setting, rule_distance(setting))))


def _node(row: Row, placed: Sequence[Placed]) -> Element:
    node = paragraph(style_id(row.role)) if row.passage is None else placed[row.passage].node
    say(node, row.direct)
    return node


def red_line(side: str, setting: Setting, distance: Emu, form: LineForm | None = None) -> Element:
    """A border: of two lines Word gives the weight of the thick one alone."""
    head = setting.profile.head
    form = form or head.line_form
    weight = head.line_weight if form is LineForm.SINGLE else Emu(head.line_weight - 2 * THIN)
    return el(side, val=_BORDERS[form], sz=weight.eighths, space=int(distance.pt), color=head.line_color)


def _stacked(joint: JointMark, names: list[Element], suffix: list[Element]) -> list[Element]:
    """7.2.4: the names in one cell, “文件” in the other; below them a paragraph that parts the table from the next."""
    columns, cells = [joint.names], [names]
    if suffix:
        columns, cells = [joint.names, joint.suffix], [names, suffix]
    table = borderless_table(columns, [cells])
    put(table[0], el("tblInd", w=joint.left.twips, type="dxa"))
    return [table, thin_paragraph()]


def _side_by_side(rows: Sequence[Sequence[list[Element]]], width: Emu, setting: Setting, valign: str) -> Element:
    """上行文 (7.2.6) and others: a table without lines, the right-hand column of `width`."""
    return borderless_table([Emu(setting.text_width - width), width], rows, valign)
