"""The passages of the 版头 come in; their lines, the red line and the room they take go out."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from gwformat.layout.boxes import Stroke
from gwformat.layout.flow import Standing
from gwformat.layout.paragraphs import Laid, lay
from gwformat.layout.sheet import Sheet
from gwformat.model import Block
from gwformat.setting.head import Head, Row, plan, rule_distance
from gwformat.setting.joint_mark import PART
from gwformat.setting.paragraph import set_of
from gwformat.setting.passages import Passage
from gwformat.setting.setting import Setting
from gwformat.units import Emu


@dataclass(frozen=True, slots=True)
class LaidHead:
    """The head on the first page; `end` is its lower edge from the top of the text area."""

    lines: tuple[Standing, ...] = ()
    strokes: tuple[Stroke, ...] = ()
    end: Emu = Emu(0)


def lay_head(passages: Sequence[Passage], setting: Setting, sheet: Sheet) -> LaidHead:
    """The head of `passages`; a red line as wide as the text area stands below the number (7.2.7)."""
    head = plan(passages, setting)
    if head.signers:
        left = Emu(sheet.text_width - head.signer_width)
        number_column = _lay(head.numbers, passages, setting, sheet.left, left)
        signer_column = _lay(head.signers, passages, setting, Emu(sheet.left + left), head.signer_width)
        numbers, signers = _stack(number_column), _stack(signer_column)
    else:
        numbers, signers = _stack(_lay(head.numbers, passages, setting, sheet.left, sheet.text_width)), ([], Emu(0))
    above = _above(head, passages, setting, sheet)
    below = _stack(_lay(head.below, passages, setting, sheet.left, sheet.text_width))
    if not head.has_line:
        y = above[1]
        return LaidHead((*above[0], *_moved(below[0], y)), (), Emu(y + below[1]))
    high = max(numbers[1], signers[1])
    y = Emu(above[1] + high)
    lines = [*above[0]]
    for column, height in (numbers, signers):  # both end at the foot of the row
        lines.extend(_moved(column, Emu(y - height)))
    bottom = Emu(y - (rule_distance(setting) if head.signers else 0))
    spec = setting.profile.head
    end = Emu(bottom + rule_distance(setting) + spec.line_weight)
    lines.extend(_moved(below[0], end))
    rule = Emu(sheet.top + bottom + spec.line_gap)
    stroke = Stroke(sheet.left, rule, sheet.text_width, spec.line_weight, spec.line_color)
    return LaidHead(tuple(lines), (stroke,), Emu(end + below[1]))


def _above(head: Head, passages: Sequence[Passage], setting: Setting, sheet: Sheet) -> tuple[list[Standing], Emu]:
    """What stands above the number: a joint mark has “文件” at the right of the names."""
    joint = head.joint
    if joint is None:
        return _stack(_lay((*head.above, *head.marks), passages, setting, sheet.left, sheet.text_width))
    lines, y = _stack(_lay(head.above, passages, setting, sheet.left, sheet.text_width))
    left = Emu(sheet.left + joint.left)
    names = _stack(_lay(head.marks, passages, setting, left, joint.names))
    beside = _stack(_lay(head.suffix, passages, setting, Emu(left + joint.names), joint.suffix))
    return [*lines, *_moved(names[0], y), *_moved(beside[0], y)], Emu(y + max(names[1], beside[1]) + PART)


def _lay(rows: Sequence[Row], passages: Sequence[Passage], setting: Setting, left: Emu, width: Emu) -> list[Laid]:
    """Each row broken into lines; a place that stays free is an empty one."""
    laid = []
    for row in rows:
        passage = Passage((Block(row.role),)) if row.passage is None else passages[row.passage]
        laid.append(lay(passage, set_of(row.role, setting, row.direct), setting, left, width))
    return laid


def _stack(paragraphs: Sequence[Laid]) -> tuple[list[Standing], Emu]:
    """The lines below each other, gaps included, and their height."""
    lines = []
    y = 0
    for paragraph in paragraphs:
        y += paragraph.set.before
        for line in paragraph.lines:
            lines.append(Standing(Emu(y), line, paragraph))
            y += line.height
        y += paragraph.set.after
    return lines, Emu(y)


def _moved(lines: Sequence[Standing], down: Emu) -> list[Standing]:
    return [Standing(Emu(item.top + down), item.line, item.paragraph) for item in lines]
