"""版头 (7.2, chapter 10): the passages of the head come in; their rows, sizes and gaps go out."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import replace

from gwformat.model import HEAD_ROLES, Align, Role
from gwformat.profiles.schema import LinePlace
from gwformat.setting.carriers import with_room
from gwformat.setting.head_sides import Side, sides
from gwformat.setting.joint_mark import PART, JointMark
from gwformat.setting.marks import mark_of
from gwformat.setting.paragraph import Indents
from gwformat.setting.passages import Passage
from gwformat.setting.red_line import rule_distance
from gwformat.setting.rows import Row, rows_of, said
from gwformat.setting.setting import Setting
from gwformat.setting.signers import signed_by
from gwformat.units import Emu
from gwformat.values import dataclass

_DRAWN = (Role.ISSUER_MARK, Role.DOC_NUMBER, Role.SIGNER, Role.ORDER_NUMBER)
_NUMBERS = (Role.DOC_NUMBER, Role.ORDER_NUMBER)
_ZERO = Emu(0)


@dataclass(frozen=True, slots=True)
class Head:
    """The rows from the top down; with a 签发人, number and 签发人 stand side by side, and so do the `sides`."""

    above: tuple[Row, ...]
    marks: tuple[Row, ...] = ()
    numbers: tuple[Row, ...] = ()
    signers: tuple[Row, ...] = ()
    sides: tuple[Side, ...] = ()
    below: tuple[Row, ...] = ()
    line: LinePlace = LinePlace.NONE
    signer_width: Emu = _ZERO  # of the right-hand column
    side_width: Emu = _ZERO
    joint: JointMark | None = None  # `marks` are the names that stand one below the other
    suffix: tuple[Row, ...] = ()  # what stands at their right


def is_drawn(passages: Sequence[Passage]) -> bool:
    """Whether there is a head: a mark or a number."""
    return any(passage.role in _DRAWN for passage in passages)


def is_unmarked(passages: Sequence[Passage], setting: Setting) -> bool:
    """Whether there is a number but no mark for the red line to belong to: the sheet has both already, or neither."""
    marked = any(passage.role is Role.ISSUER_MARK for passage in passages)
    return setting.profile.head.line_place is LinePlace.NUMBER and is_drawn(passages) and not marked


def room_below(passages: Sequence[Passage], setting: Setting) -> Emu | None:
    """From the head to the characters below it; None if there is no head. The place of a line that is not drawn counts.

    Rows side by side have that place below them themselves.
    """
    if not is_drawn(passages):
        return None
    spec = setting.profile.head
    beside = any(passage.role in (Role.SIGNER, *spec.left, *spec.right) for passage in passages)
    free = is_unmarked(passages, setting) and not beside
    return Emu(setting.rows(spec.title_gap) + (rule_distance(setting) + spec.line_weight if free else 0))


def plan(passages: Sequence[Passage], setting: Setting) -> Head:
    """The head, with room for pictures in it; no mark, number or line if the draft has none of them."""
    spec = setting.profile.head
    above = _roomy([row for role in spec.above for row in rows_of(passages, role)], passages, setting)
    rest = [role for role in HEAD_ROLES if role not in _placed(setting)]
    if not is_drawn(passages):
        rows = [row for role in (*spec.left, *spec.right, *rest) for row in rows_of(passages, role)]
        return Head(above, below=_roomy(rows, passages, setting))
    head = _plan(passages, setting, above)
    columns = (head.marks, head.numbers, head.signers, head.below)
    marks, numbers, signers, below = (_roomy(rows, passages, setting) for rows in columns)
    beside = tuple(
        Side(*(None if row is None else _roomy([row], passages, setting)[0] for row in (side.left, side.right)))
        for side in head.sides
    )
    return replace(head, marks=marks, numbers=numbers, signers=signers, sides=beside, below=below)


def _placed(setting: Setting) -> Collection[Role]:
    """The roles that have a place in the heads of this format."""
    spec = setting.profile.head
    return {*spec.above, *spec.below_mark, *spec.left, *spec.right, *_NUMBERS, Role.ISSUER_MARK, Role.SIGNER}


def _roomy(rows: Iterable[Row], passages: Sequence[Passage], setting: Setting) -> tuple[Row, ...]:
    return tuple(
        row if row.passage is None else replace(row, direct=with_room(passages[row.passage], row.direct, setting))
        for row in rows
    )


def _plan(passages: Sequence[Passage], setting: Setting, above: tuple[Row, ...]) -> Head:
    spec = setting.profile.head
    placed = (*spec.left, *spec.right)
    signers = [] if Role.SIGNER in placed else list(rows_of(passages, Role.SIGNER))
    names = signed_by([passages[row.passage] for row in signers if row.passage is not None], setting)
    gap = _top_gap(above, setting)
    joint, marks, suffix = mark_of(passages, names.lines, setting, gap)
    gap = _ZERO if marks else Emu(gap + spec.mark_max_height)
    numbers = _numbers(passages, setting)
    if numbers and marks and spec.line_place is not LinePlace.MARK:
        marks[-1] = said(marks[-1], after=Emu(setting.rows(spec.number_gap) - (PART if joint else 0)))
    elif numbers and not marks:
        gap = Emu(gap + setting.rows(spec.number_gap))
    beside, alone, side_width = sides(passages, setting, gap if not (marks or numbers) else _ZERO)
    width = _ZERO
    below_number = rule_distance(setting)
    if signers:
        width = names.width
        signers = [said(row, indents=ind, align=Align.LEFT) for row, ind in zip(signers, names.indents, strict=True)]
        indents = Indents(left=setting.columns(setting.spec(Role.SIGNER), spec.upward_indent))
        numbers = [said(row, indents=indents, align=Align.LEFT) for row in numbers]
        if names.lines > 1:  # lines of the grid: half the room between them is below the last one
            pitch = setting.grid.pitch
            numbers, signers = ([said(row, pitch=pitch) for row in rows] for rows in (numbers, signers))
            below_number = Emu(below_number - (pitch - setting.spec(Role.SIGNER).size) // 2)
    numbers = [*numbers, *alone]
    for rows in filter(None, (numbers, signers)):
        if gap > 0:
            rows[0] = said(rows[0], before=gap)
        if signers:
            rows[-1] = said(rows[-1], after=below_number)
    below = [row for role in HEAD_ROLES if role not in _placed(setting) for row in rows_of(passages, role)]
    return Head(
        *(above, tuple(marks), tuple(numbers), tuple(signers), beside, tuple(below)),
        line=LinePlace.NONE if is_unmarked(passages, setting) else spec.line_place,
        signer_width=width,
        side_width=side_width,
        joint=joint,
        suffix=tuple(suffix),
    )


def _top_gap(above: Sequence[Row], setting: Setting) -> Emu:
    """From the rows at the top of the first page to the upper edge of the mark."""
    pitch = setting.rows(1)
    higher = sum(row.direct.pitch - pitch for row in above if row.direct.pitch is not None)
    return Emu(max(setting.profile.head.mark_top - setting.first_top - setting.rows(len(above)) - higher, 0))


def _numbers(passages: Sequence[Passage], setting: Setting) -> list[Row]:
    """The rows below the mark; a place for the number stays free if there is none."""
    spec = setting.profile.head
    rows = [row for role in spec.below_mark for row in rows_of(passages, role)]
    others = [role for role in _NUMBERS if role not in (*spec.left, *spec.right)]
    rows = rows or [row for role in others for row in rows_of(passages, role)]
    return rows or [Row(role, None) for role in spec.below_mark[:1]]
