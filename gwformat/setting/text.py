"""The passages between head and imprint come in; what each of them says for itself because of its place goes out."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from gwformat.expressions import expression
from gwformat.model import OBJECT, TITLES, Align, CarrierKind, Role
from gwformat.profiles.schema import Pitch
from gwformat.setting.attachment_note import hang
from gwformat.setting.beside import beside
from gwformat.setting.carriers import with_room
from gwformat.setting.paragraph import STYLED, Direct, Indents, set_of
from gwformat.setting.passages import Passage
from gwformat.setting.rosters import rosters
from gwformat.setting.salutation import is_salutation
from gwformat.setting.sections import THIN
from gwformat.setting.setting import Setting
from gwformat.setting.sign_off import SHORT, End, Fitted, gap_at, kept_with, sign
from gwformat.setting.tab_columns import tab_columns
from gwformat.text.scripts import is_cursive, parts_words
from gwformat.units import Emu

_ZERO = Emu(0)
# A page break never finds a page full: where its line did not fit, it would leave the next page empty.
_NO_ROOM = Direct(_ZERO, _ZERO, THIN, indents=Indents())
_CONTENTS_ENTRY = expression(r"[^\t]+\t[\divxIVX]{1,4}\s*")
_DEEPER_ENTRY = expression(r"[（(][一二三四五六七八九十]|\d+\.\d|第[一二三四五六七八九十]+节")
# An address on the net goes to the next line whole; what is left of the line before would be drawn apart to its end.
_LONG_WORD = expression(r"[!-,.-~]{16}")


def settle(
    passages: Sequence[Passage],
    setting: Setting,
    *,
    below_head: Emu | None,
    end: End = End.SHORT,
    shift: Emu = _ZERO,
    fitted: Sequence[Fitted] = (),
) -> list[Direct]:
    """One value for each passage, `STYLED` for tables.

    `below_head` is the room wanted above the first, if a head stands there, `end` what a sign-off takes along to its
    page, `fitted` what was done so that it need not. The title and all below it stand lower by `shift`: what is above
    it widens, or what is below narrows.
    """
    directs = [STYLED] * len(passages)
    words = [number for number, passage in enumerate(passages) if not passage.is_carrier]
    for index, number in enumerate(words):
        passage = passages[number]
        before = passages[words[index - 1]].role if index else None
        after = passages[words[index + 1]].role if index + 1 < len(words) else None
        if _only_breaks(passage):
            directs[number] = _NO_ROOM
            continue
        direct = _gaps(passage.role, before, after, setting, None if index else below_head)
        if passage.role is Role.TITLE and shift:
            direct = _moved(passage.role, direct, setting, shift)
            shift = _ZERO
        direct = _placed(passages, number, direct, setting)
        directs[number] = replace(direct, untracked=True) if is_cursive(passage.text) else direct
    for number, row in rosters(passages, setting):
        directs[number] = replace(directs[number], indents=row.indents, align=row.align)
    for number, stops in tab_columns(passages, setting):
        if directs[number].number_at is None:  # no entry of a table of contents
            directs[number] = replace(directs[number], stops=stops, align=Align.LEFT)
    for number, place in sign(passages, setting):
        directs[number] = replace(place, before=directs[number].before if place.before is None else place.before)
    for number, undivided in kept_with(passages, setting, end):
        directs[number] = replace(directs[number], keep_with_next=True, keep_together=undivided)
    for fit in fitted:
        for number in range(fit.first, fit.last + 1):
            if stretches(passages[number], setting):
                gap = directs[number].before
                gap = gap and gap_at(gap, passages[number], fit.pitch, setting)
                directs[number] = replace(directs[number], pitch=fit.pitch, before=gap)
    return [with_room(passage, direct, setting) for passage, direct in zip(passages, directs, strict=True)]


def _placed(passages: Sequence[Passage], number: int, direct: Direct, setting: Setting) -> Direct:
    """What a passage says for its own place between the edges, besides the gaps of `direct`."""
    passage = passages[number]
    if passage.role in TITLES:
        above = passages[number - 1] if number else None
        return replace(direct, indents=_balanced(passage, setting), page_break_before=_is_issued(above, passage))
    if passage.role is Role.SUBTITLE:
        return replace(direct, indents=_balanced(passage, setting))
    if is_salutation(passages, number):
        return replace(direct, indents=Indents())  # 称呼顶格
    if (aside := beside(passages, number)) is not None:
        return aside
    if passage.role is Role.OTHER and (contents := _contents(passage, setting)) is not None:
        return contents
    if passage.role is Role.ATTACHMENT_NOTE:
        return replace(direct, indents=hang(passage.text, setting))
    if setting.spec(passage.role).align is Align.JUSTIFY and _is_ragged(passage):
        direct = replace(direct, align=Align.LEFT)
    return replace(direct, keep_together=True) if _is_short_note(passage, setting) else direct


def _is_short_note(passage: Passage, setting: Setting) -> bool:
    """Whether a 附注 has two lines or three, of which the last would stand alone on a page."""
    if passage.role is not Role.ANNOTATION:
        return False
    first = setting.columns(setting.spec(passage.role), 2)
    width = setting.width(passage.text, setting.spec(passage.role)) + first
    return setting.text_width < width <= SHORT * setting.text_width


def _contents(passage: Passage, setting: Setting) -> Direct | None:
    """How a line of a table of contents is set, deeper levels further in, and its heading; None for all other lines."""
    if passage.text.replace("\u3000", "").replace(" ", "") == "目录":
        return Direct(indents=Indents(), align=Align.CENTER)
    if _CONTENTS_ENTRY.fullmatch(passage.text) is None:
        return None
    deeper = _DEEPER_ENTRY.match(passage.text) is not None
    left = setting.columns(setting.spec(passage.role), 2) if deeper else _ZERO
    return Direct(indents=Indents(left), align=Align.LEFT, number_at=setting.text_width)


def is_below_break(passages: Sequence[Passage], number: int) -> bool:
    """Whether a passage stands at the top of a page because of the page break before it."""
    return number > 0 and _only_breaks(passages[number - 1])


def _only_breaks(passage: Passage) -> bool:
    """Whether a paragraph is there for the page break in it."""
    return passage.text == OBJECT and all(run.breaks_page for block in passage.blocks for run in block.runs)


def _is_ragged(passage: Passage) -> bool:
    """Whether the words before what does not fit on their line, an address or a picture, would be drawn apart.

    So would those of other languages; and to justify them some programs narrow their spaces and break elsewhere.
    """
    carriers = (run.carrier for block in passage.blocks for run in block.runs if run.carrier is not None)
    pictures = any(carrier.kind is CarrierKind.IMAGE and carrier.floating is None for carrier in carriers)
    return pictures or _LONG_WORD.search(passage.text) is not None or parts_words(passage.text)


def _is_issued(above: Passage | None, passage: Passage) -> bool:
    """Whether a title begins a document that this one issues: it has a page of its own (另面), but no label."""
    return above is not None and above.attachment != passage.attachment


def stretches(passage: Passage, setting: Setting) -> bool:
    """Whether the lines of a passage stand on the rows of the grid, so that their pitch may be adjusted."""
    return not passage.is_carrier and OBJECT not in passage.text and setting.spec(passage.role).pitch is Pitch.ROW


def _gaps(role: Role, before: Role | None, after: Role | None, setting: Setting, below_head: Emu | None) -> Direct:
    """Gaps that depend on the neighbours: a 题注 follows its title at once, notes stand together."""
    spec = setting.spec(role)
    above: Emu | None = None
    if below_head is not None:
        leading = Emu((setting.line(spec) - spec.size) // 2)  # gaps are measured between the characters (B-2a)
        above = Emu(below_head - leading)
    elif role is before and spec.before:
        above = Emu(0)
    closed = after is Role.SUBTITLE and role in (*TITLES, Role.SUBTITLE)
    return Direct(above, Emu(0) if closed else None)


def _moved(role: Role, direct: Direct, setting: Setting, shift: Emu) -> Direct:
    how = set_of(role, setting, direct)
    if shift > 0:
        return replace(direct, before=Emu(how.before + shift))
    return replace(direct, after=Emu(max(how.after + shift, 0)))


def _balanced(passage: Passage, setting: Setting) -> Indents | None:
    """A title of several lines: indents on both sides make them 梯形, never a full line and one character (7.3.1)."""
    if "\n" in passage.text:
        return None
    spec = setting.spec(passage.role)
    width, column = setting.width(passage.text, spec), setting.column(spec)
    most = setting.text_width // column
    count = -(-width // (most * column))
    if count < 2:
        return None
    columns = min(most, -(-width // (count * column)) + 1)
    side = Emu((setting.text_width - columns * column) // 2)
    return Indents(side, side)
