"""A role and what its place adds come in; how the paragraph is set goes out, in whole twips as files say it."""

from __future__ import annotations

from functools import lru_cache

from gwformat.model import Align, Role
from gwformat.profiles.schema import Slot
from gwformat.setting.setting import Setting
from gwformat.units import Emu, Twips
from gwformat.values import dataclass

_ZERO = Emu(0)


@dataclass(frozen=True, slots=True)
class Indents:
    """Distances of a paragraph from the edges; a negative `first_line` makes the other lines hang."""

    left: Emu = _ZERO
    right: Emu = _ZERO
    first_line: Emu = _ZERO


@dataclass(frozen=True, slots=True)
class Direct:
    """What a paragraph says for itself because of its place or its words; None leaves it to the style of its role."""

    before: Emu | None = None
    after: Emu | None = None
    pitch: Emu | None = None
    least: bool = False  # the pitch is a minimum: something on the line is higher
    indents: Indents | None = None
    align: Align | None = None
    size: Emu | None = None
    scale: int | None = None  # width of the characters in per cent
    keep_with_next: bool = False
    keep_together: bool = False
    page_break_before: bool = False
    untracked: bool = False  # its letters join
    number_at: Emu | None = None  # the right edge of the page number of a table of contents, dots before it
    stops: tuple[Emu, ...] = ()  # of its tabs, from the margin


@dataclass(frozen=True, slots=True)
class Set:
    """A paragraph as it is set: its style and what it says for itself, together."""

    role: Role
    indents: Indents
    before: Emu
    after: Emu
    pitch: Emu
    least: bool
    align: Align
    slot: Slot
    size: Emu
    tracking: Emu
    color: str
    bold: bool
    scale: int
    page_break_before: bool
    keep_with_next: bool
    keep_together: bool
    number_at: Emu | None = None
    stops: tuple[Emu, ...] = ()
    throughout: bool = False  # letters and digits are of that typeface too
    parts_words: bool = False  # a line may end within a word


STYLED = Direct()


def style_indents(role: Role, setting: Setting) -> Indents:
    """The indents of the role's style."""
    spec = setting.spec(role)
    first = -spec.hanging if spec.hanging else spec.first_line
    return Indents(*(setting.columns(spec, count) for count in (spec.left, spec.right, first)))


def set_of(role: Role, setting: Setting, direct: Direct = STYLED) -> Set:
    """How a paragraph of `role` is set; the same few ways recur in every document, so each is worked out once."""
    return _set_of(role, setting, direct)


@lru_cache(maxsize=1024)
def _set_of(role: Role, setting: Setting, direct: Direct) -> Set:
    spec = setting.spec(role)
    indents = direct.indents or style_indents(role, setting)
    return Set(
        role=role,
        indents=Indents(*map(_whole, (indents.left, indents.right, indents.first_line))),
        before=_whole(_said(direct.before, setting.rows(spec.before))),
        after=_whole(_said(direct.after, setting.rows(spec.after))),
        pitch=_whole(_said(direct.pitch, setting.line(spec))),
        least=direct.least,
        align=direct.align or spec.align,
        slot=spec.slot,
        size=_said(direct.size, spec.size),
        tracking=Emu(0) if direct.untracked else _whole(setting.tracking(spec)),
        color=spec.color,
        bold=spec.bold,
        scale=direct.scale or 100,
        page_break_before=spec.page_break_before or direct.page_break_before,
        keep_with_next=spec.keep_with_next or direct.keep_with_next,
        keep_together=direct.keep_together,
        number_at=direct.number_at,
        stops=tuple(map(_whole, direct.stops)),
        throughout=spec.throughout,
    )


def _said(value: Emu | None, inherited: Emu) -> Emu:
    return inherited if value is None else Emu(max(value, 0))


def _whole(length: Emu) -> Emu:
    return Twips(length.twips)
