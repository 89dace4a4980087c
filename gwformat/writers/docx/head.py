"""版头 (7.2): its planned rows and their nodes come in; the nodes that stand above the title go out."""

from __future__ import annotations

from collections.abc import Sequence

from gwformat.setting.head import Head, Row, plan, rule_distance
from gwformat.setting.joint_mark import JointMark
from gwformat.setting.setting import Setting
from gwformat.units import Emu, Mm
from gwformat.writers.docx.look import restyle, say
from gwformat.writers.docx.manuscript import Placed
from gwformat.writers.docx.oxml import Element, el, on_off, paragraph, put, thin_paragraph
from gwformat.writers.docx.styles import style_id
from gwformat.writers.docx.table_frame import borderless_table
from gwformat.writers.docx.tally import Tally


def draw(placed: Sequence[Placed], setting: Setting, tally: Tally) -> list[Element]:
    """All nodes of the head in order."""
    for item in placed:
        restyle(item.node, style_id(item.passage.role), tally)
    head = plan([item.passage for item in placed], setting)
    above, marks, suffix, numbers, signers, below = (
        [_node(row, placed) for row in rows]
        for rows in (head.above, head.marks, head.suffix, head.numbers, head.signers, head.below)
    )
    if head.joint is not None:
        marks = _stacked(head.joint, marks, suffix)
    if signers:
        numbers = [_side_by_side(head, numbers, signers, setting)]
    elif numbers:
        put(numbers[-1][0], el("pBdr", _red_line("bottom", setting, rule_distance(setting))))
    return [*above, *marks, *numbers, *below]


def _node(row: Row, placed: Sequence[Placed]) -> Element:
    node = paragraph(style_id(row.role)) if row.passage is None else placed[row.passage].node
    say(node, row.direct)
    return node


def _red_line(side: str, setting: Setting, distance: Emu) -> Element:
    head = setting.profile.head
    return el(side, val="single", sz=head.line_weight.eighths, space=int(distance.pt), color=head.line_color)


def _stacked(joint: JointMark, names: list[Element], suffix: list[Element]) -> list[Element]:
    """H-9: the names in one cell, “文件” in the other; below them a paragraph that parts the table from the next."""
    columns, cells = [joint.names], [names]
    if suffix:
        columns, cells = [joint.names, joint.suffix], [names, suffix]
    table = borderless_table(columns, [cells])
    put(table[0], el("tblInd", w=joint.left.twips, type="dxa"))
    below = thin_paragraph()
    put(below[0], on_off("snapToGrid", False))  # or LibreOffice makes it as high as a row of the grid
    return [table, below]


def _side_by_side(head: Head, numbers: list[Element], signers: list[Element], setting: Setting) -> Element:
    """上行文 (H-12, H-13): number left, 签发人 right on one line, in a table whose lower edge is the red line."""
    left = Emu(setting.text_width - head.signer_width)
    table = borderless_table([left, head.signer_width], [[numbers, signers]], valign="bottom")
    put(table[0], el("tblBorders", _red_line("bottom", setting, Mm(0))))
    return table
