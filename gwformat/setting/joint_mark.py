"""The names in a joint 发文机关标志 come in; their common size and the columns they stand in go out (7.2.4).

The names stand one below the other, each as wide as the longest; “文件” stands at their right, in the middle of them.
"""

from __future__ import annotations

from collections.abc import Sequence

from gwformat.model import OBJECT, Role
from gwformat.setting.passages import Passage
from gwformat.setting.setting import Setting
from gwformat.units import Emu, Pt, Twips
from gwformat.values import dataclass

PART = Twips(20)
"""Height of the paragraph that parts the table of a joint mark from what stands below it."""


@dataclass(frozen=True, slots=True)
class JointMark:
    """The stack: places across are measured from the left edge of the type area."""

    size: Emu
    scale: int  # width of the characters in per cent
    between: Emu  # from the em box of one name to that of the next
    left: Emu
    names: Emu  # width of the column of names
    suffix: Emu  # width of the column at its right, its gap included; 0 without “文件”
    down: Emu  # from the upper edge of the first name to that of “文件”


def joint_mark(marks: Sequence[Passage], signer_lines: int, setting: Setting) -> JointMark | None:
    """The stack these marks make; None if they are the mark of one organ, or pictures."""
    names, suffixes = told_apart(marks, setting)
    if not names or len(marks) < 2 or len(suffixes) > 1 or any(OBJECT in mark.text for mark in marks):
        return None
    word = setting.profile.head.mark_suffix
    if not suffixes and any(mark.text.rstrip().endswith(word) for mark in names):
        return None  # the lines of one name
    spec, head = setting.spec(Role.ISSUER_MARK), setting.profile.head
    longest = max(setting.fonts.width(name.text.strip(), spec.slot) for name in names)
    beside = head.joint_gap + setting.fonts.width(word, spec.slot) if suffixes else 0.0
    size, scale = _fit(longest + beside, len(names), signer_lines, setting)
    column, right = (Twips(Emu(round(size * scale / 100 * ems)).twips + bool(ems)) for ems in (longest, beside))
    between = Twips(Emu(round(size * head.joint_leading)).twips)
    left = Twips(Emu((setting.text_width - column - right) // 2).twips)
    down = Twips(Emu((size + between) * (len(names) - 1) // 2).twips)
    return JointMark(size, scale, between, left, column, right, down)


def told_apart(marks: Sequence[Passage], setting: Setting) -> tuple[list[Passage], list[Passage]]:
    """The names, and what stands at their right."""
    word = setting.profile.head.mark_suffix
    return [m for m in marks if m.text.strip() != word], [m for m in marks if m.text.strip() == word]


def _fit(ems: float, names: int, signer_lines: int, setting: Setting) -> tuple[Emu, int]:
    """As large as page 1, which must show text as well (7.3.3), and the width of the type area allow."""
    spec, head = setting.spec(Role.ISSUER_MARK), setting.profile.head
    room = min(head.joint_max_height, head.joint_room - setting.rows(signer_lines))
    highest = room / (names + head.joint_leading * (names - 1))
    width = min(head.mark_max_width, setting.text_width)
    size = _half_points(Emu(int(max(min(spec.size, head.mark_max_height, highest), head.joint_least))))
    return narrowed(size, ems, width, setting)


def narrowed(size: Emu, ems: float, width: int, setting: Setting) -> tuple[Emu, int]:
    """The size and the scale at which words of so many `ems` fit into `width`: narrower first, then smaller."""
    scale = min(100, int(100 * width / (ems * size)))
    least = setting.profile.head.mark_min_scale
    if scale >= least:
        return size, scale
    return _half_points(Emu(round(100 * width / (ems * least)))), least


def _half_points(length: Emu) -> Emu:
    """The length in whole half points, in which files say sizes, rounded down."""
    return Pt(int(2 * length.pt) / 2)
