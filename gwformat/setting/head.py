"""版头 (7.2): the passages of the head come in; their rows, sizes and gaps go out."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from gwformat.model import OBJECT, Align, Role
from gwformat.setting.carriers import rooms_in, with_room
from gwformat.setting.joint_mark import PART, JointMark, joint_mark, told_apart
from gwformat.setting.paragraph import STYLED, Direct, Indents, set_of
from gwformat.setting.passages import Passage
from gwformat.setting.setting import Setting
from gwformat.setting.signers import signed_by
from gwformat.units import Emu, Pt

_MARGIN_ROLES = (Role.COPY_NUMBER, Role.SECRECY, Role.URGENCY)
_RULED = (Role.ISSUER_MARK, Role.DOC_NUMBER, Role.SIGNER)
_ZERO = Emu(0)
_RULE_DISTANCE_MAX = Pt(31)  # what a border of a paragraph can say


@dataclass(frozen=True, slots=True)
class Row:
    """A paragraph of the head: the number of its passage, None where a place stays free, and how it is set."""

    role: Role
    passage: int | None
    direct: Direct = STYLED


@dataclass(frozen=True, slots=True)
class Head:
    """The rows from the top down; with a 签发人, number and 签发人 stand side by side."""

    above: tuple[Row, ...]  # 份号, 密级, 紧急程度
    marks: tuple[Row, ...] = ()
    numbers: tuple[Row, ...] = ()
    signers: tuple[Row, ...] = ()
    below: tuple[Row, ...] = ()  # 令号
    has_line: bool = False
    signer_width: Emu = _ZERO  # of the right-hand column
    joint: JointMark | None = None  # `marks` are the names that stand one below the other
    suffix: tuple[Row, ...] = ()  # what stands at their right


def has_line(passages: Sequence[Passage]) -> bool:
    """Whether a red line is drawn: a mark or a number stands above it."""
    return any(passage.role in _RULED for passage in passages)


def plan(passages: Sequence[Passage], setting: Setting) -> Head:
    """The head, with room for pictures in it; no mark, number or line if the draft has none of them."""
    above = _roomy([row for role in _MARGIN_ROLES for row in _rows(passages, role)], passages, setting)
    head = _plan(passages, setting, above)
    columns = (head.marks, head.numbers, head.signers, head.below)
    marks, numbers, signers, below = (_roomy(rows, passages, setting) for rows in columns)
    return replace(head, marks=marks, numbers=numbers, signers=signers, below=below)


def _roomy(rows: Iterable[Row], passages: Sequence[Passage], setting: Setting) -> tuple[Row, ...]:
    return tuple(
        row if row.passage is None else replace(row, direct=with_room(passages[row.passage], row.direct, setting))
        for row in rows
    )


def _plan(passages: Sequence[Passage], setting: Setting, above: tuple[Row, ...]) -> Head:
    below = tuple(_rows(passages, Role.ORDER_NUMBER))
    if not has_line(passages):
        return Head(above, below=below)
    spec = setting.profile.head
    row_pitch = setting.rows(1)
    higher = sum(row.direct.pitch - row_pitch for row in above if row.direct.pitch is not None)
    gap = Emu(max(spec.mark_top - setting.grid.top - setting.rows(len(above)) - higher, 0))
    marks = list(_rows(passages, Role.ISSUER_MARK))
    signers = list(_rows(passages, Role.SIGNER))
    names = signed_by([passage for passage in passages if passage.role is Role.SIGNER], setting)
    joint = joint_mark([passage for passage in passages if passage.role is Role.ISSUER_MARK], names.lines, setting)
    suffix: list[Row] = []
    if joint is not None:
        marks, suffix = _stacked(joint, marks, passages, setting)
        suffix = [_with(row, before=Emu(gap + joint.down)) for row in suffix]
    elif marks:
        marks = _sized(marks, passages, setting)
    if marks:
        marks[0] = _with(marks[0], before=gap)
        marks[-1] = _with(marks[-1], after=Emu(setting.rows(spec.number_gap) - (PART if joint else 0)))
        gap = Emu(0)
    else:
        gap = Emu(gap + spec.mark_max_height + setting.rows(spec.number_gap))
    numbers = list(_rows(passages, Role.DOC_NUMBER)) or [Row(Role.DOC_NUMBER, None)]
    width = Emu(0)
    below_number = rule_distance(setting)
    if signers:
        width = names.width
        signers = [_with(row, indents=ind, align=Align.LEFT) for row, ind in zip(signers, names.indents, strict=True)]
        indents = Indents(left=setting.columns(setting.spec(Role.SIGNER), spec.upward_indent))
        numbers = [_with(row, indents=indents, align=Align.LEFT) for row in numbers]
        if names.lines > 1:  # lines of the grid: half the room between them is below the last one
            pitch = setting.grid.pitch
            numbers, signers = ([_with(row, pitch=pitch) for row in rows] for rows in (numbers, signers))
            below_number = Emu(below_number - (pitch - setting.spec(Role.SIGNER).size) // 2)
    for rows in filter(None, (numbers, signers)):
        if gap > 0:
            rows[0] = _with(rows[0], before=gap)
        if signers:
            rows[-1] = _with(rows[-1], after=below_number)
    return Head(
        above, tuple(marks), tuple(numbers), tuple(signers), below, True, width, joint=joint, suffix=tuple(suffix)
    )


def rule_distance(setting: Setting) -> Emu:
    """From the number's lower edge to the upper edge of the line, whose middle is 4 mm away (7.2.7).

    Borders keep their distance in whole points; rounding down makes up for what LibreOffice leaves below a line.
    """
    head = setting.profile.head
    return Pt(int(min(Emu(head.line_gap - head.line_weight // 2), _RULE_DISTANCE_MAX).pt))


def _rows(passages: Sequence[Passage], role: Role) -> Iterator[Row]:
    return (Row(role, number) for number, passage in enumerate(passages) if passage.role is role)


def _with(row: Row, **said: object) -> Row:
    return replace(row, direct=replace(row.direct, **said))  # type: ignore[arg-type]  # fields of Direct


def _stacked(
    joint: JointMark, marks: Sequence[Row], passages: Sequence[Passage], setting: Setting
) -> tuple[list[Row], list[Row]]:
    """The names of a joint mark, each as wide as the longest, and what stands at their right."""
    look = Direct(pitch=joint.size, size=joint.size, scale=joint.scale)
    _, words = told_apart([passages[row.passage] for row in marks if row.passage is not None], setting)
    suffix = [row for row in marks if row.passage is not None and passages[row.passage] in words]
    names = [row for row in marks if row not in suffix]
    stacked = [
        replace(row, direct=replace(look, align=Align.DISTRIBUTE, before=joint.between if number else None))
        for number, row in enumerate(names)
    ]
    return stacked, [replace(row, direct=replace(look, align=Align.RIGHT)) for row in suffix]


def _sized(marks: Sequence[Row], passages: Sequence[Passage], setting: Setting) -> list[Row]:
    """Names in their common size; beside a picture alone, letters that are not there must take no room."""
    named = [passages[row.passage] for row in marks if row.passage is not None]
    small = setting.spec(Role.DOC_NUMBER).size
    size, scale = _fit(named, setting)
    pictured = [OBJECT in mark.text and not mark.text.replace(OBJECT, "").strip() for mark in named]
    looks = [(small, 100) if alone else (size, scale) for alone in pictured]
    return [
        replace(row, direct=Direct(pitch=size, size=size, scale=scale))
        for row, (size, scale) in zip(marks, looks, strict=True)
    ]


def _fit(marks: Sequence[Passage], setting: Setting) -> tuple[Emu, int]:
    """One size and one character scale for all organs: as large as the longest fits on one line (H-8)."""
    head, spec = setting.profile.head, setting.spec(Role.ISSUER_MARK)
    lines = [line for mark in marks for line in mark.text.replace(OBJECT, "").split("\n")]
    ems = max((setting.fonts.width(line, spec.slot) for line in lines), default=1.0) or 1.0
    width = min(head.mark_max_width, setting.text_width)
    how = set_of(Role.ISSUER_MARK, setting)
    beside = max(sum(room.width for room in rooms_in(mark, how, setting)) for mark in marks)
    if beside < width // 2:  # what is wider has a line of its own
        width = Emu(width - beside)
    size = Pt(int(min(spec.size, head.mark_max_height).pt))
    scale = min(100, int(100 * width / (ems * size)))
    if scale < head.mark_min_scale:
        scale = head.mark_min_scale
        size = Pt(int(2 * Emu(round(100 * width / (ems * scale))).pt) / 2)
    return size, scale
