"""发文机关标志 (7.2.4): its passages come in; rows in the size that lets the longest name fit on a line go out."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from gwformat.model import OBJECT, Align, Role
from gwformat.profiles.schema import LinePlace
from gwformat.setting.carriers import rooms_in
from gwformat.setting.joint_mark import JointMark, joint_mark, narrowed, told_apart
from gwformat.setting.paragraph import Direct, set_of
from gwformat.setting.passages import Passage
from gwformat.setting.red_line import bordered
from gwformat.setting.rows import Row, rows_of, said
from gwformat.setting.setting import Setting
from gwformat.units import Emu, Pt


def mark_of(
    passages: Sequence[Passage], signers: int, setting: Setting, gap: Emu
) -> tuple[JointMark | None, list[Row], list[Row]]:
    """The mark of several organs if it is one, its rows, and those of what stands at the right of the names.

    `gap` is the room above it, `signers` how many lines the 签发人 take. Where the red line stands right below the
    mark, its place stays free if there is none.
    """
    rows = list(rows_of(passages, Role.ISSUER_MARK))
    suffix: list[Row] = []
    joint: JointMark | None = None
    spec = setting.profile.head
    if spec.line_place is LinePlace.MARK:  # the line hangs on it
        rows = _sized(rows, passages, setting) or [Row(Role.ISSUER_MARK, None, Direct(pitch=spec.mark_max_height))]
        rows[-1] = said(rows[-1], indents=bordered(setting))
    else:
        joint = joint_mark([passage for passage in passages if passage.role is Role.ISSUER_MARK], signers, setting)
        rows, suffix = _stacked(joint, rows, passages, setting) if joint else (_sized(rows, passages, setting), [])
        gap = gap if joint else Emu(max(gap - _excess(rows, passages, setting), 0))
    suffix = [said(row, before=Emu(gap + joint.down)) for row in suffix] if joint else []
    rows[:1] = [said(row, before=gap) for row in rows[:1]]
    return joint, rows, suffix


def _excess(marks: Sequence[Row], passages: Sequence[Passage], setting: Setting) -> Emu:
    """By how much pictures are too high for the place of a mark: they rise, so that page 1 shows text (7.3.3)."""
    how = set_of(Role.ISSUER_MARK, setting)
    rooms = [rooms_in(passages[row.passage], how, setting) for row in marks if row.passage is not None]
    height = sum(max((room.height for room in found), default=0) for found in map(list, rooms))
    return Emu(max(height - setting.profile.head.joint_max_height, 0))


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
    if not named:
        return []
    small = setting.spec(Role.DOC_NUMBER).size
    size, scale = _fit(named, setting)
    pictured = [OBJECT in mark.text and not mark.text.replace(OBJECT, "").strip() for mark in named]
    looks = [(small, 100) if alone else (size, scale) for alone in pictured]
    apart = Emu(round(size * setting.profile.head.joint_leading))  # words and a picture above or below them
    gaps = [None, *(apart if one != other else None for one, other in pairwise(pictured))]
    return [
        replace(row, direct=Direct(before=gap, pitch=size, size=size, scale=scale))
        for row, gap, (size, scale) in zip(marks, gaps, looks, strict=True)
    ]


def _fit(marks: Sequence[Passage], setting: Setting) -> tuple[Emu, int]:
    """One size and one character scale for all organs: as large as the longest fits on one line (7.2.4)."""
    head, spec = setting.profile.head, setting.spec(Role.ISSUER_MARK)
    lines = [line for mark in marks for line in mark.text.replace(OBJECT, "").split("\n")]
    ems = max((setting.fonts.width(line, spec.slot) for line in lines), default=1.0) or 1.0
    width = min(head.mark_max_width, setting.text_width)
    how = set_of(Role.ISSUER_MARK, setting)
    beside = max(sum(room.width for room in rooms_in(mark, how, setting)) for mark in marks)
    if beside < width // 2:  # what is wider has a line of its own
        width = Emu(width - beside)
    return narrowed(Pt(int(min(spec.size, head.mark_max_height).pt)), ems, width, setting)
