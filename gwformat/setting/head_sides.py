"""The elements of the head that stand side by side come in; their rows, the gaps above them and the columns go out."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import zip_longest

from gwformat.model import Role
from gwformat.profiles.schema import LinePlace
from gwformat.setting.paragraph import set_of
from gwformat.setting.passages import Passage
from gwformat.setting.red_line import rule_distance
from gwformat.setting.rows import Row, rows_of, said
from gwformat.setting.setting import Setting
from gwformat.units import Emu
from gwformat.values import dataclass

_LINES = 2
_SLACK, _LEAST_SLACK = 3, 1.5  # 字 a program may need more that spaces digits more widely


@dataclass(frozen=True, slots=True)
class Side:
    """What stands on one line, at the left and at the right."""

    left: Row | None
    right: Row | None


def sides(passages: Sequence[Passage], setting: Setting, gap: Emu) -> tuple[tuple[Side, ...], tuple[Row, ...], Emu]:
    """The lines, what stands alone above them, and the width of the right-hand column.

    With nothing at one side that are the rows of the other; else a first row that is too long for its column.
    `gap` is what is wanted above besides that of the format.
    """
    spec = setting.profile.head
    left, right = (_rows(passages, roles) for roles in (spec.left, spec.right))
    above = Emu(gap + spec.side_gap + _below_line(setting))
    columns = [
        [_spaced(row, above if number == 0 else None, setting) for number, row in enumerate(rows)]
        for rows in (left, right)
    ]
    if not (left and right):
        return (), tuple(columns[0] or columns[1]), Emu(0)
    width = _width(right, passages, setting, _SLACK)
    close = _width(right, passages, setting, _LEAST_SLACK)
    if _fitting(left, passages, setting, close) > _fitting(left, passages, setting, width):
        width = close  # no last character alone on a line
    alone: list[Row] = []
    if len(left) > 1 and _breaks(left[0], passages, setting, Emu(setting.text_width - width)):
        alone, columns[0] = columns[0][:1], columns[0][1:]
        columns[1][0] = _spaced(right[0], None, setting)
    # Elements stay in their order: below one that stands alone the last ones are beside each other.
    free: list[Row | None] = [None] * (len(columns[1]) - len(columns[0]) if alone else 0)
    pairs = list(zip_longest([*free, *columns[0]], columns[1]))
    if spec.line_place is LinePlace.NUMBER:
        last = [None if row is None else said(row, after=rule_distance(setting)) for row in pairs[-1]]
        pairs[-1] = (last[0], last[1])
    return tuple(Side(*pair) for pair in pairs), tuple(alone), width


def _breaks(row: Row, passages: Sequence[Passage], setting: Setting, room: Emu) -> bool:
    """Whether the row takes more lines in its column than are easily read."""
    spec = setting.spec(row.role)
    assert row.passage is not None
    label = setting.columns(spec, max(spec.left - spec.hanging, 0))
    line = room - setting.columns(spec, spec.left + spec.right)
    return setting.width(passages[row.passage].text, spec) - label > _LINES * line


def _fitting(rows: Sequence[Row], passages: Sequence[Passage], setting: Setting, beside: Emu) -> int:
    """How many rows at the left take one line, the column beside them being so wide."""
    count = 0
    for row in rows:
        spec = setting.spec(row.role)
        assert row.passage is not None
        indents = setting.columns(spec, max(spec.left - spec.hanging, 0) + spec.right)
        count += setting.width(passages[row.passage].text, spec) + indents <= setting.text_width - beside
    return count


def _rows(passages: Sequence[Passage], roles: Sequence[Role]) -> list[Row]:
    return [row for role in roles for row in rows_of(passages, role)]


def _below_line(setting: Setting) -> Emu:
    """What the gap has to make up for below a line: it counts from its middle, paragraphs from its lower edge."""
    spec = setting.profile.head
    if spec.line_place is not LinePlace.MARK:
        return Emu(0)
    return Emu(spec.line_gap - rule_distance(setting) - spec.line_weight)


def _spaced(row: Row, gap: Emu | None, setting: Setting) -> Row:
    """The row with its gap: the first one's as given, the others stand a row of the grid apart."""
    how = set_of(row.role, setting, row.direct)
    leading = (how.pitch - how.size) // 2
    wanted = setting.rows(1) - how.size - leading if gap is None else gap
    return said(row, before=Emu(max(wanted - leading, 0)))


def _width(rows: Sequence[Row], passages: Sequence[Passage], setting: Setting, slack: float) -> Emu:
    """As wide as the longest of the rows at the right and the slack, at most two thirds of the text area."""
    widths = []
    for row in rows:
        spec = setting.spec(row.role)
        assert row.passage is not None
        margins = setting.columns(spec, spec.left + spec.right + slack)
        widths.append(setting.width(passages[row.passage].text, spec) + margins)
    return Emu(min(max(widths, default=0), setting.text_width * 2 // 3))
