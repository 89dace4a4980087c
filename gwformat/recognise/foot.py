"""The foot of a text (GB/T 9704-2012 7.3.4–7.3.6): pieces in, verdicts for 附件说明, 署名, 成文日期, 附注 out."""

from __future__ import annotations

import itertools
import re
from collections.abc import Sequence

from gwformat.expressions import expression
from gwformat.model import IMPRINT_ROLES, Align, Role
from gwformat.recognise import patterns, title_lines
from gwformat.recognise.announced import issued_title
from gwformat.recognise.notes import (
    annotation,
    begins_attachment,
    bracketed_above,
    is_annotation,
    is_label_below,
    is_numbered,
    note_after,
    note_before,
)
from gwformat.recognise.patterns import spots
from gwformat.recognise.pieces import Part, Piece, Verdict, Verdicts, begins_page, following, preceding
from gwformat.recognise.web_pages import below_the_text, of_the_net
from gwformat.text.rosters import Cells, row_of
from gwformat.values import dataclass

_MOST_ORGANS = 16
_LONGEST_DATES = 90
_LONGEST_NAME = 30  # of someone who signs, set right above the date


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


_GOES_ON = expression("[的和及与、，]$")
_FIRST_OF_ALL = expression("第[一1](?:编|章|条)")  # of what an order publishes, where its title is not repeated
_SIGNED_BY = expression("^(?:发文|落款|署名)(?:单位|机关)：")  # what a form asks for


def foot(pieces: Sequence[Piece], taken: Verdicts) -> dict[int, Verdict]:
    """Verdicts for the foot of the main text."""
    start = _text_start(taken)
    stop = _text_stop(pieces, taken, start)
    given = [n for n, verdict in taken.items() if n < stop and verdict.role is Role.DATE and not verdict.attachment]
    if given:
        return _above_date(pieces, taken, start, min(given))
    found = sign_off(pieces, taken, start, stop)
    verdicts = sign_off_verdicts(pieces, found) if found else {}
    verdicts |= _of_the_page(pieces, found, stop) if found else below_the_text(pieces, start, stop)
    if found is None:
        stop = next((p.index for p in pieces[start:stop] if begins_attachment(pieces, p)), stop)
        stop = next((p.index for p in pieces[start:stop] if is_label_below(pieces, p)), stop)
    first, last = (found.first, found.last) if found else (stop, stop - 1)
    verdicts |= annotation(pieces, {**taken, **verdicts}, first, last, stop, signed=found is not None)
    if found and found.organs and found.first not in found.organs:  # the note may stand below the date
        verdicts |= note_before(pieces, {**taken, **verdicts}, found.first + 1, min(found.organs))
    if found and found.organs and not _has(verdicts, Role.ANNOTATION):
        verdicts |= bracketed_above(pieces, {**taken, **verdicts}, found.first, min(found.dates, default=found.last))
    if not _has(verdicts, Role.ATTACHMENT_NOTE):
        above = min((index for index in verdicts if index <= first), default=first)
        verdicts |= (note := note_before(pieces, {**taken, **verdicts}, start, above))
        if note and not _has(verdicts, Role.ANNOTATION):
            verdicts |= bracketed_above(pieces, {**taken, **verdicts}, start, min(note))
    if found and not _has(verdicts, Role.ATTACHMENT_NOTE):
        verdicts |= note_after(pieces, {**taken, **verdicts}, max(verdicts))
    return verdicts


def _of_the_page(pieces: Sequence[Piece], signed: SignOff, stop: int) -> dict[int, Verdict]:
    """Verdicts on what a page of the net says of itself below a sign-off and its annotations."""
    below = itertools.dropwhile(lambda piece: piece.blank or is_annotation(piece), pieces[signed.last + 1 : stop])
    return of_the_net(list(below))


def _has(verdicts: Verdicts, role: Role) -> bool:
    return any(verdict.role is role for verdict in verdicts.values())


def _above_date(pieces: Sequence[Piece], taken: Verdicts, start: int, date: int) -> dict[int, Verdict]:
    """The organs above a date that is already known, and the attachment note above them."""
    organs, _ = _signing_above(pieces, taken, start, date)
    verdicts = sign_off_verdicts(pieces, SignOff(tuple(organs), ()))
    return verdicts | note_before(pieces, taken, start, organs[0] if organs else date)


def _text_start(taken: Verdicts) -> int:
    above = (Role.TITLE, Role.SUBTITLE, Role.ADDRESSEE, Role.DOC_NUMBER, Role.ORDER_NUMBER, Role.ISSUER_MARK)
    return max((index for index, verdict in taken.items() if verdict.parts and verdict.role in above), default=-1) + 1


def _text_stop(pieces: Sequence[Piece], taken: Verdicts, start: int) -> int:
    """The piece before which the main text ends: the imprint, or the end of the draft."""
    return next(
        (index for index in range(start, len(pieces)) if index in taken and taken[index].role in IMPRINT_ROLES),
        len(pieces),
    )


def sign_off(pieces: Sequence[Piece], taken: Verdicts, start: int, stop: int) -> SignOff | None:
    """The first sign-off between `start` and `stop` that ends a text."""
    for piece in pieces[start:stop]:
        if piece.index in taken or piece.carrier is not None or not piece.key or not _dated(piece):
            continue
        if (found := _around(pieces, taken, piece, start, stop)) is not None:
            return found
    return _miswritten(pieces, taken, start, stop) or _undated(pieces, taken, start, stop)


def _miswritten(pieces: Sequence[Piece], taken: Verdicts, start: int, stop: int) -> SignOff | None:
    """Organs and below them a date without its year, without 日 or with a slip in it, where a text ends."""
    for date in pieces[start:stop]:
        if date.index in taken or date.carrier is not None or not patterns.MISWRITTEN_DATE.fullmatch(date.key):
            continue
        organs, before = _signing_above(pieces, taken, start, date.index)
        after = following(pieces, date.index)
        signed = organs and before is not None and before.index >= start and len(organs) <= _MOST_ORGANS
        if signed and _ends_text(pieces, taken, after, stop, strict=True):
            return SignOff(tuple(organs), (date.index,))
    return None


def _signing_above(pieces: Sequence[Piece], taken: Verdicts, start: int, date: int) -> tuple[list[int], Piece | None]:
    """The lines right above a date that name who signs, from top to bottom, and the piece above them."""
    organs: list[int] = []
    before = preceding(pieces, date)
    while before is not None and before.index >= start and before.index not in taken and _signs(before):
        organs.insert(0, before.index)
        before = preceding(pieces, before.index)
    return organs, before


def _signs(piece: Piece) -> bool:
    return piece.carrier is None and bool(_names(piece))


def _dated(piece: Piece) -> bool:
    line = piece.key
    if _is_date(piece) or _dates(piece):
        return True
    date = patterns.DATE_AT_END.search(line) if len(line) <= _LONGEST_DATES else None
    return date is not None and bool(_names(piece, patterns.spots(piece.text)[date.start()]))


def _is_date(piece: Piece) -> bool:
    """Whether a line is a date and nothing else; a day without its year is one where it is set right."""
    right = piece.look.align is Align.RIGHT
    return bool(patterns.DATE_ONLY.fullmatch(piece.key) or (right and patterns.DAY_ONLY.fullmatch(piece.key)))


def _dates(piece: Piece) -> list[tuple[int, int]]:
    """Where the dates stand in a line of nothing but several: those who sign beside each other wrote one each."""
    words = [found.span() for found in re.finditer(r"\S+", piece.text)] if len(piece.key) <= _LONGEST_DATES else []
    return (
        words
        if len(words) > 1 and all(patterns.DATE_ONLY.fullmatch(patterns.key(piece.text[a:b])) for a, b in words)
        else []
    )


def _names(piece: Piece, end: int | None = None) -> list[tuple[int, int]]:
    """Where the names of organs stand in the text of a piece up to `end`; none if anything else is there."""
    text = piece.text[:end]
    if len(words := _apart(text)) > 1:
        return _with_seal_notes(text, words)
    spaced = all(len(word) == 1 for word in text.split())  # 董 事 会
    if not spaced and (row := row_of(text)) is not None and row.kind is Cells.POST:
        return []  # 张某某　县长 is one of a list; who signs writes 县长　张某某
    words = [found.span() for found in re.finditer(r"\S+", text)]
    line = _SIGNED_BY.sub("", patterns.key(text)).rstrip("，：")
    signed = (
        patterns.is_signature(line)
        or (_WITH_STOP.fullmatch(line) is not None and patterns.is_organ(line.rstrip("。")))
        or (len(words) == 2 and _is_organ_and_name(*(text[a:b] for a, b in words)))
    )
    return [(words[0][0], words[-1][1])] if words and signed else []


_NAME = expression(r"[\u3400-\u9fff·]{2,4}")
# A stop behind the name of an organ is a slip where the name begins with a place; else the line is a sentence.
_WITH_STOP = expression(
    "(?:中共|中国|[^为是由至报送抄请向给与及并到按经把将让使在对和应须要交寄转发联归属于成立建设通过有关]{0,5}[省市县区州盟旗镇乡村])[^为是由至]{1,30}。"
)


def _is_organ_and_name(organ: str, name: str) -> bool:
    """Whether someone signs beside the organ: 某某市水务局　张某某."""
    return patterns.is_organ(organ) and _NAME.fullmatch(name) is not None and not patterns.is_organ(name)


def _apart(text: str) -> list[tuple[int, int]]:
    """Where the names of organs stand in a text that is nothing but several of them with blanks between."""
    for parted in (r"\S+(?: \S+)*", r"\S+"):  # 中 共 某 某 市 委 is one word where wider gaps part the names
        words = [found.span() for found in re.finditer(parted, text)]
        if len(words) > 1 and all(_names_itself(patterns.key(text[a:b])) for a, b in words):
            return words
    return []


def _with_seal_notes(text: str, names: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    """The names, each with the word behind it that a seal belongs there: 某某市水务局　（盖章）."""
    found: list[tuple[int, int]] = []
    for start, end in names:
        if found and _is_seal_note(text[start:end]):
            found[-1] = (found[-1][0], end)
        else:
            found.append((start, end))
    return found


def _is_seal_note(words: str) -> bool:
    """Whether words only say that a seal belongs where they stand."""
    return patterns.SEAL_NOTE.fullmatch(patterns.key(words)) is not None


def _names_itself(line: str) -> bool:
    """Whether a word between blanks is a whole organ, not the unit of the one before it."""
    return len(line) >= 3 and not patterns.UNIT.fullmatch(line) and patterns.is_organ(line)


def _around(pieces: Sequence[Piece], taken: Verdicts, piece: Piece, start: int, stop: int) -> SignOff | None:
    """The sign-off with its date in `piece`, if what stands around it says that it is one."""
    alone = _is_date(piece) or bool(_dates(piece))
    organs = [] if alone else [piece.index]
    before = preceding(pieces, piece.index)
    if alone and before is not None and is_annotation(before):  # it was put between the organs and the date
        before = preceding(pieces, before.index)
    while before is not None and before.index >= start and before.index not in taken and len(organs) < _MOST_ORGANS:
        if before.carrier is not None or not (_names(before) or _pushed_right(before, piece)):
            break
        organs.insert(0, before.index)
        before = preceding(pieces, before.index)
    if before is None or (before.index < start and organs):
        return None  # on a cover, or under a title: there is nothing to sign
    after = following(pieces, piece.index)
    if not organs and (below := _below(pieces, taken, piece, stop)) is not None:
        return SignOff((below.index,), (piece.index,))
    if not organs and not _is_date(piece):
        return None  # several dates beside each other are of those who sign right above them
    dates = [piece.index]
    while alone and len(organs) > len(dates) and after is not None and after.index < stop and _is_date(after):
        dates.append(after.index)  # each of those who sign together wrote one
        after = following(pieces, after.index)
    right = piece.look.align is Align.RIGHT
    if not _ends_text(pieces, taken, after, stop, strict=not organs and not right):
        return None
    return SignOff(tuple(organs), tuple(dates))


def _below(pieces: Sequence[Piece], taken: Verdicts, date: Piece, stop: int) -> Piece | None:
    """The organ that ends a text below its date, right there or under the attachment note."""
    below = following(pieces, date.index)
    if below is not None and patterns.ATTACHMENT_LEAD.match(below.key) and not begins_page(pieces, below):
        below = next((p for p in pieces[below.index + 1 : stop] if not (p.blank or is_numbered(p))), None)
    if below is None or below.index >= stop or below.index in taken or not _names(below):
        return None
    return below if _ends_text(pieces, taken, following(pieces, below.index), stop, strict=True) else None


def _pushed_right(piece: Piece, date: Piece) -> bool:
    """A short line set right above a date set right is a name, whatever it is called."""
    return (
        piece.look.align is Align.RIGHT
        and date.look.align is Align.RIGHT
        and len(piece.key) <= _LONGEST_NAME
        and not _is_date(piece)
        and not re.search(r"[，。；：！？]", piece.key)
    )


def _ends_text(pieces: Sequence[Piece], taken: Verdicts, after: Piece | None, stop: int, *, strict: bool) -> bool:
    """Whether a text can end before `after`: nothing more, an annotation, an attachment, or another document."""
    if after is None or after.index >= stop or (after.index in taken and taken[after.index].role in IMPRINT_ROLES):
        return True
    if after.index in taken or begins_page(pieces, after):
        return True
    if of_the_net(pieces[after.index : stop]) or _follows_text(after.key) or issued_title(pieces, after.index, taken):
        return True
    return not strict and (
        after.carrier is not None
        or _FIRST_OF_ALL.match(after.key) is not None
        or title_lines.at(pieces, after.index, taken) is not None
    )


def _follows_text(line: str) -> bool:
    """Whether a line is one that stands below a sign-off."""
    return bool(
        patterns.ANNOTATION.fullmatch(line)
        or patterns.ANNOTATION_WORDS.match(line)
        or patterns.is_attachment_label(line)
        or patterns.ATTACHMENT_LEAD.match(line)
        or patterns.RULE_LINE.fullmatch(line)
        or patterns.RECEIPT.fullmatch(line)
        or any(pattern.fullmatch(line) for pattern in patterns.ATTENDEES.values())
    )


def _undated(pieces: Sequence[Piece], taken: Verdicts, start: int, stop: int) -> SignOff | None:
    """Organs that close the text without a date."""
    organs: list[int] = []
    stop = next((p.index for p in pieces[start:stop] if begins_attachment(pieces, p)), stop)
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
        and (re.search(r"[。！）]$", before.key) is not None or _ends_note(pieces, before, start))
    )
    return SignOff(tuple(organs), ()) if organs and text_before and len(organs) <= _MOST_ORGANS else None


def _ends_note(pieces: Sequence[Piece], last: Piece, start: int) -> bool:
    """Whether a line is the only or the last name of an attachment note, and whole: not …管理的, nor 《… alone."""
    if _GOES_ON.search(last.key) or last.key.count("《") != last.key.count("》"):
        return False
    piece: Piece | None = last
    while piece is not None and piece.index >= start and patterns.ATTACHMENT_ITEM.fullmatch(piece.key):
        piece = preceding(pieces, piece.index)
    return piece is not None and piece.index >= start and patterns.ATTACHMENT_LEAD.match(piece.key) is not None


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
            above = preceding(pieces, index)
            # what stands alone where a name would may only say that the one on the line above is sealed
            noted = len(names) == 1 and _is_seal_note(piece.text[slice(*names[0])])
            below = noted and above is not None and above.index in found.organs
            parts += [Part(Role.SIGNATURE, reason, *span, joined=below) for span in names]
        if index in found.dates:
            dates = _dates(piece) or [(date_start or 0, end)]
            parts += [Part(Role.DATE, "日期单独成行或在署名之后，位于文末", *span) for span in dates]
        if len(parts) == 1:
            parts = [Part(parts[0].role, parts[0].reason, joined=parts[0].joined)]
        verdicts[index] = Verdict(tuple(parts), attachment)
    return verdicts
