"""The passages of the 版头 come in; their lines, the red line and the room they take go out."""

from __future__ import annotations

from collections.abc import Sequence

from gwformat.layout.boxes import Stroke
from gwformat.layout.column import Standing
from gwformat.layout.laid import Laid
from gwformat.layout.paragraphs import lay
from gwformat.layout.red_line import red_line
from gwformat.layout.sheet import Sheet
from gwformat.model import Block
from gwformat.profiles.schema import LinePlace
from gwformat.setting.head import plan
from gwformat.setting.joint_mark import PART, JointMark
from gwformat.setting.paragraph import set_of
from gwformat.setting.passages import Passage
from gwformat.setting.red_line import rule_distance
from gwformat.setting.rows import Row
from gwformat.setting.setting import Setting
from gwformat.units import Emu
from gwformat.values import dataclass


@dataclass(frozen=True, slots=True)
class LaidHead:
    """The head on the first page; `end` is its lower edge from the top of the text area."""

    lines: tuple[Standing, ...] = ()
    strokes: tuple[Stroke, ...] = ()
    end: Emu = Emu(0)


def lay_head(passages: Sequence[Passage], setting: Setting, sheet: Sheet) -> LaidHead:
    """The head of `passages` with its red line, below the number (7.2.7) or the mark (10.1), if it has one."""
    head = plan(passages, setting)
    pile = _Pile(passages, setting, sheet)
    pile.put(head.above)
    if head.joint is None:
        pile.put(head.marks)
    else:
        pile.joint(head.joint, head.marks, head.suffix)
    if head.line is LinePlace.MARK:
        pile.rule(inside=False)
    if head.signers:
        pile.abreast(head.numbers, head.signers, head.signer_width, at_foot=True)
    else:
        pile.put(head.numbers)
    for side in head.sides:
        left, right = (() if row is None else (row,) for row in (side.left, side.right))
        pile.abreast(left, right, head.side_width, at_foot=False)
    if head.line is LinePlace.NUMBER:
        pile.rule(inside=bool(head.signers or head.sides))
    pile.put(head.below)
    return LaidHead(tuple(pile.lines), tuple(pile.strokes), pile.y)


class _Pile:
    """The head while it is piled up from the top down; `y` is its lower edge so far."""

    def __init__(self, passages: Sequence[Passage], setting: Setting, sheet: Sheet) -> None:
        self.passages, self.setting, self.sheet = passages, setting, sheet
        self.lines: list[Standing] = []
        self.strokes: list[Stroke] = []
        self.y = Emu(0)

    def put(self, rows: Sequence[Row]) -> None:
        """Rows as wide as the text area."""
        lines, height = _stack(_lay(rows, self.passages, self.setting, self.sheet.left, self.sheet.text_width))
        self.lines += _moved(lines, self.y)
        self.y = Emu(self.y + height)

    def abreast(self, left: Sequence[Row], right: Sequence[Row], right_width: Emu, *, at_foot: bool) -> None:
        """Rows side by side, even at the top or at the foot."""
        width = Emu(self.sheet.text_width - right_width)
        columns = [
            _stack(_lay(left, self.passages, self.setting, self.sheet.left, width)),
            _stack(_lay(right, self.passages, self.setting, Emu(self.sheet.left + width), right_width)),
        ]
        high = max(height for _, height in columns)
        for lines, height in columns:
            self.lines += _moved(lines, Emu(self.y + (high - height if at_foot else 0)))
        self.y = Emu(self.y + high)

    def joint(self, mark: JointMark, names: Sequence[Row], suffix: Sequence[Row]) -> None:
        """A joint mark, with “文件” at the right of the names."""
        left = Emu(self.sheet.left + mark.left)
        columns = [
            _stack(_lay(names, self.passages, self.setting, left, mark.names)),
            _stack(_lay(suffix, self.passages, self.setting, Emu(left + mark.names), mark.suffix)),
        ]
        for lines, _ in columns:
            self.lines += _moved(lines, self.y)
        self.y = Emu(self.y + max(height for _, height in columns) + PART)

    def rule(self, *, inside: bool) -> None:
        """The red line; what stands above has the distance to it `inside` already, where it is the edge of a table."""
        spec, distance = self.setting.profile.head, rule_distance(self.setting)
        bottom = Emu(self.y - (distance if inside else 0))
        middle = Emu(self.sheet.top + bottom + spec.line_gap)
        self.strokes += red_line(middle, spec.line_form, self.setting, self.sheet)
        self.y = Emu(bottom + distance + spec.line_weight)


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
