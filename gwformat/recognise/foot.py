"""The foot of a text (GB/T 9704-2012 7.3.4–7.3.6): pieces in, verdicts for 附件说明, 署名, 成文日期, 附注 out."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from gwformat.model import Align, Role
from gwformat.recognise import patterns, title
from gwformat.recognise.patterns import spots
from gwformat.recognise.pieces import Part, Piece, Verdict, Verdicts, following, has_object, preceding, whole

_MOST_ORGANS = 16
_MOST_ITEMS = 40
_LONGEST_ITEM = 120
_LONGEST_NAME = 60
_FOOT_ROLES = (Role.COPY_TO, Role.PRINTER, Role.PRINT_DATE)


@dataclass(frozen=True, slots=True)
class SignOff:
    """The pieces of a sign-off: those with organs, those with the date (perhaps the same)."""

    organs: tuple[int, ...]
    dates: tuple[int, ...]

    @property
    def first(self) -> int:
        """The first piece of it."""
        return min(self.organs + self.dates)

    @property
    def last(self) -> int:
        """The last piece of it."""
        return max(self.organs + self.dates)


def foot(pieces: Sequence[Piece], taken: Verdicts) -> dict[int, Verdict]:
    """Verdicts for the foot of the main text."""
    start = _text_start(pieces, taken)
    stop = _text_stop(pieces, taken, start)
    given = [index for index, verdict in taken.items() if verdict.role is Role.DATE and not verdict.attachment]
    if given:
        return _above_date(pieces, taken, start, min(given))
    found = sign_off(pieces, taken, start, stop)
    verdicts = sign_off_verdicts(pieces, found) if found else {}
    first, last = (found.first, found.last) if found else (stop, stop - 1)
    verdicts |= _annotations(pieces, {**taken, **verdicts}, first, last, stop, signed=found is not None)
    first = min((index for index in verdicts if index <= first), default=first)
    verdicts |= _note_before(pieces, {**taken, **verdicts}, start, first)
    if found and not any(verdict.role is Role.ATTACHMENT_NOTE for verdict in verdicts.values()):
        verdicts |= _note_after(pieces, {**taken, **verdicts}, max(verdicts))
    return verdicts


def _above_date(pieces: Sequence[Piece], taken: Verdicts, start: int, date: int) -> dict[int, Verdict]:
    """The organs above a date that is already known, and the attachment note above them."""
    organs: list[int] = []
    before = preceding(pieces, date)
    while before is not None and before.index >= start and before.index not in taken and _names(before):
        organs.insert(0, before.index)
        before = preceding(pieces, before.index)
    verdicts = sign_off_verdicts(pieces, SignOff(tuple(organs), ()))
    return verdicts | _note_before(pieces, taken, start, organs[0] if organs else date)


def _text_start(pieces: Sequence[Piece], taken: Verdicts) -> int:
    above = (Role.TITLE, Role.SUBTITLE, Role.ADDRESSEE, Role.DOC_NUMBER, Role.ORDER_NUMBER, Role.ISSUER_MARK)
    return max((index for index, verdict in taken.items() if verdict.parts and verdict.role in above), default=-1) + 1


def _text_stop(pieces: Sequence[Piece], taken: Verdicts, start: int) -> int:
    """The piece before which the main text ends: the imprint, or the end of the draft."""
    return next(
        (index for index in range(start, len(pieces)) if index in taken and taken[index].role in _FOOT_ROLES),
        len(pieces),
    )


def sign_off(pieces: Sequence[Piece], taken: Verdicts, start: int, stop: int) -> SignOff | None:
    """The first sign-off between `start` and `stop` that ends a text."""
    for piece in pieces[start:stop]:
        if piece.index in taken or piece.carrier is not None or not piece.key or not _dated(piece):
            continue
        if (found := _around(pieces, taken, piece, start, stop)) is not None:
            return found
    return _undated(pieces, taken, start, stop)


def _dated(piece: Piece) -> bool:
    line = piece.key
    if patterns.DATE_ONLY.fullmatch(line):
        return True
    date = patterns.DATE_AT_END.search(line) if len(line) <= 90 else None
    return date is not None and bool(_names(piece, patterns.spots(piece.text)[date.start()]))


def _names(piece: Piece, end: int | None = None) -> list[tuple[int, int]]:
    """Where the names of organs stand in the text of a piece up to `end`; none if anything else is there."""
    text = piece.text[:end]
    words = [found.span() for found in re.finditer(r"\S+", text)]
    if len(words) > 1 and all(len(text[a:b]) >= 4 and patterns.is_organ(patterns.key(text[a:b])) for a, b in words):
        return words
    line = patterns.key(text).rstrip("，：")
    return [(words[0][0], words[-1][1])] if words and patterns.is_signature(line) else []


def _around(pieces: Sequence[Piece], taken: Verdicts, piece: Piece, start: int, stop: int) -> SignOff | None:
    """The sign-off with its date in `piece`, if what stands around it says that it is one."""
    alone = patterns.DATE_ONLY.fullmatch(piece.key) is not None
    organs = [] if alone else [piece.index]
    before = preceding(pieces, piece.index)
    while before is not None and before.index >= start and before.index not in taken and len(organs) < _MOST_ORGANS:
        if before.carrier is not None or not (_names(before) or _pushed_right(before, piece)):
            break
        organs.insert(0, before.index)
        before = preceding(pieces, before.index)
    if not organs and before is None:
        return None
    after = following(pieces, piece.index)
    if not organs and after is not None and after.index < stop and after.index not in taken and _names(after):
        beyond = following(pieces, after.index)
        if _ends_text(pieces, taken, beyond, stop, strict=True):
            return SignOff((after.index,), (piece.index,))
    right = piece.look.align is Align.RIGHT
    if not _ends_text(pieces, taken, after, stop, strict=not organs and not right):
        return None
    return SignOff(tuple(organs), (piece.index,))


def _pushed_right(piece: Piece, date: Piece) -> bool:
    """A short line set right above a date set right is a name, whatever it is called."""
    return (
        piece.look.align is Align.RIGHT
        and date.look.align is Align.RIGHT
        and len(piece.key) <= 30
        and not re.search(r"[，。；：！？]", piece.key)
    )


def _ends_text(pieces: Sequence[Piece], taken: Verdicts, after: Piece | None, stop: int, *, strict: bool) -> bool:
    """Whether a text can end before `after`: nothing more, an annotation, an attachment, or another document."""
    if after is None or after.index >= stop or (after.index in taken and taken[after.index].role in _FOOT_ROLES):
        return True
    if after.new_page or after.index in taken:
        return True
    line = after.key
    if (
        patterns.ANNOTATION.fullmatch(line)
        or patterns.ANNOTATION_WORDS.match(line)
        or patterns.ATTACHMENT_LABEL.fullmatch(line)
        or patterns.ATTACHMENT_LEAD.match(line)
        or any(pattern.fullmatch(line) for pattern in patterns.ATTENDEES.values())
    ):
        return True
    return not strict and (after.carrier is not None or title.at(pieces, after.index, taken) is not None)


def _undated(pieces: Sequence[Piece], taken: Verdicts, start: int, stop: int) -> SignOff | None:
    """Organs that close the text without a date."""
    organs: list[int] = []
    for piece in reversed(pieces[start:stop]):
        if piece.blank:
            continue
        if piece.index in taken or piece.carrier is not None:
            break
        if not organs and (patterns.ANNOTATION.fullmatch(piece.key) or patterns.ANNOTATION_WORDS.match(piece.key)):
            continue
        if not _names(piece) or any(marker.match(piece.key) for marker in patterns.MARKERS.values()):
            break
        organs.insert(0, piece.index)
    before = preceding(pieces, organs[0]) if organs else None
    text_before = (
        before is not None
        and before.index >= start
        and bool(re.search(r"[。！）]$", before.key) or patterns.ATTACHMENT_LEAD.match(before.key))
    )
    return SignOff(tuple(organs), ()) if organs and text_before and len(organs) <= _MOST_ORGANS else None


def sign_off_verdicts(pieces: Sequence[Piece], found: SignOff, attachment: int = 0) -> dict[int, Verdict]:
    """The verdicts on the pieces of a sign-off; several names, or names and date, in one line become parts."""
    verdicts: dict[int, Verdict] = {}
    for index in sorted({*found.organs, *found.dates}):
        piece = pieces[index]
        parts: list[Part] = []
        end = len(piece.text.rstrip())
        date_start = None
        if index in found.dates and index in found.organs:
            date = patterns.DATE_AT_END.search(piece.key)
            date_start = spots(piece.text)[date.start()] if date else None
        if index in found.organs:
            reason = "机关名称，位于正文之后、成文日期之前" if found.dates else "机关名称，单独成行，位于正文之后"
            names = _names(piece, date_start) or [(0, date_start or end)]
            parts += [Part(Role.SIGNATURE, reason, *span) for span in names]
        if index in found.dates:
            parts.append(Part(Role.DATE, "日期单独成行或在署名之后，位于文末", date_start or 0, end))
        if len(parts) == 1:
            parts = [Part(parts[0].role, parts[0].reason)]
        verdicts[index] = Verdict(tuple(parts), attachment)
    return verdicts


def _annotations(
    pieces: Sequence[Piece], taken: Verdicts, first: int, last: int, stop: int, *, signed: bool
) -> dict[int, Verdict]:
    """Notes in brackets after the sign-off, or right before it."""
    verdicts: dict[int, Verdict] = {}
    opened = False
    for piece in pieces[last + 1 : stop] if signed else ():
        if piece.blank:
            continue
        line = piece.key
        if piece.index in taken or piece.carrier is not None or len(verdicts) == _MOST_ORGANS:
            break
        starts = line.startswith("（") and "）" not in line and len(line) <= 60
        if not (opened or starts or patterns.ANNOTATION_WORDS.match(line) or patterns.ANNOTATION.fullmatch(line)):
            break
        opened = (opened or starts) and "）" not in line
        verdicts[piece.index] = whole(Role.ANNOTATION, "加圆括号或说明联系人、公开方式，位于成文日期之后")
    if verdicts:
        return verdicts
    end = first if signed else stop
    before = preceding(pieces, end)
    while before is not None and before.index not in taken and before.carrier is None and len(before.key) <= 200:
        if not patterns.ANNOTATION_WORDS.match(before.key):
            break
        verdicts[before.index] = whole(Role.ANNOTATION, "说明联系人、公开方式，位于正文之后")
        before = preceding(pieces, before.index)
    return verdicts


def _is_item(piece: Piece) -> bool:
    line = piece.key
    return piece.carrier is None and len(line) <= _LONGEST_ITEM and "。" not in line[:-1]


def _is_numbered(piece: Piece) -> bool:
    return bool(patterns.ATTACHMENT_ITEM.fullmatch(piece.key) or patterns.ATTACHMENT_LEAD.match(piece.key))


def _is_name(piece: Piece) -> bool:
    """Whether a line under “附件：” can be a name: numbered, or short and no sentence."""
    return _is_numbered(piece) or (len(piece.key) <= _LONGEST_NAME and not re.search(r"[。：；！？]", piece.key))


def _note_before(pieces: Sequence[Piece], taken: Verdicts, start: int, stop: int) -> dict[int, Verdict]:
    """The attachment note above the sign-off: its lead and the names that follow it."""
    lead = None
    below: list[Piece] = []
    for piece in reversed(pieces[start:stop]):
        if piece.blank and not has_object(piece.runs):
            continue
        if piece.index in taken or not _is_item(piece) or len(below) == _MOST_ITEMS:
            break
        if patterns.ATTACHMENT_LABEL.fullmatch(piece.key):
            lead = piece.index if below and all(map(_is_numbered, below)) else lead
        elif patterns.ATTACHMENT_LEAD.match(piece.key) and all(map(_is_name, below)):
            lead = piece.index
        below.append(piece)
    return _note(pieces, lead, stop) if lead is not None else {}


def _note_after(pieces: Sequence[Piece], taken: Verdicts, last: int) -> dict[int, Verdict]:
    """An attachment note that a draft has put after the sign-off: nothing but names follows its lead."""
    lead = following(pieces, last)
    if lead is None or lead.index in taken or not patterns.ATTACHMENT_LEAD.match(lead.key) or not _is_item(lead):
        return {}
    stop = next((index for index in range(lead.index, len(pieces)) if index in taken), len(pieces))
    rest = [piece for piece in pieces[lead.index + 1 : stop] if not piece.blank]
    listed = len(rest) <= _MOST_ITEMS and all(_is_item(piece) and _is_numbered(piece) for piece in rest)
    return _note(pieces, lead.index, stop) if listed else {}


_NEXT_ITEM = re.compile(r"(?<=\S)[ \t\u3000\u00a0]+(?=(?:附件)?\s*\d{1,2}\s*[.．、：:][^\d])")


def _note(pieces: Sequence[Piece], first: int, stop: int) -> dict[int, Verdict]:
    verdicts = {}
    for piece in pieces[first:stop]:
        if piece.blank:
            continue
        reason = "以“附件”开头，位于正文之后、署名之前" if piece.index == first else "接续附件说明，列出附件名称"
        borders = [found.span() for found in _NEXT_ITEM.finditer(piece.text)]
        starts = [0, *(end for _, end in borders)]
        ends = [*(begin for begin, _ in borders), len(piece.text.rstrip())]
        parts = tuple(Part(Role.ATTACHMENT_NOTE, reason, a, b) for a, b in zip(starts, ends, strict=True))
        verdicts[piece.index] = Verdict(parts) if borders else whole(Role.ATTACHMENT_NOTE, reason)
    return verdicts
