"""Notes at the end of a text (GB/T 9704-2012 7.3.4, 7.3.6): pieces in, verdicts for 附件说明 and 附注 out."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator, Sequence

from gwformat.expressions import expression
from gwformat.model import Role
from gwformat.recognise import patterns
from gwformat.recognise.pieces import (
    Part,
    Piece,
    Verdict,
    Verdicts,
    begins_page,
    following,
    has_object,
    preceding,
    whole,
)
from gwformat.text.form_lines import gaps_of

# Of a section that says where to write to: what stands under it is its own.
_ADDRESS = expression("(?:通[讯信])?地址：|邮编：|邮政编码：|电子邮[箱件]：|邮箱：|传真：|电话：")
_MOST_LINES = 16
_MOST_ITEMS = 40
_LONGEST_ITEM = 120
_LONGEST_NAME = 60
_LONGEST_OPENED = 60  # of a line with a bracket that is closed below
_LONGEST_NOTE = 200


def annotation(
    pieces: Sequence[Piece], taken: Verdicts, first: int, last: int, stop: int, *, signed: bool
) -> dict[int, Verdict]:
    """Notes in brackets after the sign-off, or right before it."""
    after = _after_sign_off(pieces, taken, last, stop) if signed else {}
    return after or _before(pieces, taken, first if signed else stop, signed=signed)


def _after_sign_off(pieces: Sequence[Piece], taken: Verdicts, last: int, stop: int) -> dict[int, Verdict]:
    verdicts: dict[int, Verdict] = {}
    opened = False
    for piece in pieces[last + 1 : stop]:
        if piece.blank:
            continue
        line = piece.key
        if piece.index in taken and taken[piece.index].role is Role.OTHER:
            continue
        if piece.index in taken or piece.carrier is not None or len(verdicts) == _MOST_LINES:
            break
        starts = (
            line.startswith("（")
            and "）" not in line
            and len(line) <= _LONGEST_OPENED
            and _is_closed(pieces, piece, stop)
        )
        contact = bool(verdicts) and _ADDRESS.match(line) is not None
        if gaps_of(piece.text) or not (
            contact or opened or starts or patterns.ANNOTATION_WORDS.match(line) or patterns.ANNOTATION.fullmatch(line)
        ):
            break
        opened = (opened or starts) and "）" not in line
        verdicts[piece.index] = whole(Role.ANNOTATION, "加圆括号或说明联系人、公开方式，位于成文日期之后")
    return verdicts


def _is_closed(pieces: Sequence[Piece], opened: Piece, stop: int) -> bool:
    """Whether a bracket that a line opens is closed a few lines below, above any attachment."""
    lines = [piece for piece in pieces[opened.index + 1 : stop] if not piece.blank][:_MOST_LINES]
    below = itertools.takewhile(lambda piece: not patterns.is_attachment_label(piece.key), lines)
    return any("）" in piece.key for piece in below)


def _before(pieces: Sequence[Piece], taken: Verdicts, end: int, *, signed: bool) -> dict[int, Verdict]:
    """Those right before `end`; where nobody has signed, none if they go on with where to write to."""
    verdicts: dict[int, Verdict] = {}
    before = preceding(pieces, end)
    while (
        before is not None and before.index not in taken and before.carrier is None and len(before.key) <= _LONGEST_NOTE
    ):
        if not _says_for_whom(before.key) or gaps_of(before.text):
            break
        verdicts[before.index] = whole(Role.ANNOTATION, "说明联系人、公开方式，位于正文之后")
        before = preceding(pieces, before.index)
    return {} if not signed and before is not None and _ADDRESS.match(before.key) else verdicts


_FOR_WHOM = expression(
    r"(?:此件|此文|本件)[^，。：]{0,4}(?:公开|发布|发至|删减|登报)|(?:主动|依申请|不予)公开。$|(?:发至|传达[到至])[^，。]{1,12}级"
)
_LABEL_REACH = 12  # characters


def _says_for_whom(line: str) -> bool:
    """Whether a line above a sign-off is an annotation; a sentence may begin alike: 联系人要保持电话畅通。"""
    if patterns.ANNOTATION_WORDS.match(line) is None:
        return False
    labelled = line[0] in "（〔" or "：" in line[:_LABEL_REACH]
    return labelled or not line.endswith("。") or _FOR_WHOM.match(line) is not None


def bracketed_above(pieces: Sequence[Piece], taken: Verdicts, start: int, below: int) -> dict[int, Verdict]:
    """A whole line in brackets right above the attachment note or the date that is an annotation for certain."""
    before = preceding(pieces, below)
    if before is None or before.index < start or before.index in taken or not is_annotation(before):
        return {}
    return {before.index: whole(Role.ANNOTATION, "加圆括号，说明联系人、公开方式，位于附件说明或成文日期之前")}


def is_annotation(piece: Piece) -> bool:
    """Whether a line can be nothing but an annotation: all of it in brackets, and its words say so."""
    bracketed = piece.carrier is None and patterns.ANNOTATION.fullmatch(piece.key)
    return bool(bracketed) and patterns.ANNOTATION_WORDS.match(piece.key) is not None


def _is_item(piece: Piece) -> bool:
    line = piece.key
    return piece.carrier is None and len(line) <= _LONGEST_ITEM and "。" not in line[:-1]


def is_numbered(piece: Piece) -> bool:
    """Whether a line can be one of the names of an attachment note by its number."""
    return bool(patterns.ATTACHMENT_ITEM.fullmatch(piece.key) or patterns.ATTACHMENT_LEAD.match(piece.key))


def is_label_below(pieces: Sequence[Piece], piece: Piece) -> bool:
    """Whether a line is the label of an attachment right below the names in the note of a text nobody signed."""
    above = preceding(pieces, piece.index)
    return patterns.is_attachment_label(piece.key) and above is not None and is_numbered(above)


def _is_name(piece: Piece) -> bool:
    """Whether a line under “附件：” can be a name: numbered, or short and no sentence."""
    return is_numbered(piece) or (len(piece.key) <= _LONGEST_NAME and not re.search(r"[。：；！？]", piece.key))


_OF_ITSELF = expression(r"(?:议程|日程|流程|程序|名单)(?:安排)?表?$")
_FIRST = expression(r"(?:1[.、．]|（1）|一、|（一）)")


def lists_its_own(lead: Piece, below: Piece | None) -> bool:
    """Whether an agenda or a roll is named (附：会议议程) above its own first line, which names no attachment."""
    return below is not None and bool(_OF_ITSELF.search(lead.key) and _FIRST.match(below.key))


def note_before(pieces: Sequence[Piece], taken: Verdicts, start: int, stop: int) -> dict[int, Verdict]:
    """The attachment note above the sign-off: its lead and the names that follow it."""
    lead = None
    below: list[Piece] = []
    for piece in reversed(pieces[start:stop]):
        if piece.blank and not has_object(piece.runs):
            continue
        if piece.index in taken or not _is_item(piece) or len(below) == _MOST_ITEMS:
            break
        if patterns.DATE_ONLY.fullmatch(piece.key):
            break  # of a sign-off, whatever else could not be made out there
        if patterns.ATTACHMENT_LEAD.match(piece.key) and lists_its_own(piece, below[-1] if below else None):
            break
        if patterns.is_attachment_label(piece.key):
            lead = piece.index if _lists(piece, below) else lead
        elif patterns.ATTACHMENT_LEAD.match(piece.key) and all(map(_is_name, below)):
            lead = piece.index
        elif not below and piece.key.startswith("附件") and _is_name(piece):
            lead = piece.index  # the colon was forgotten
        below.append(piece)
    return _note(pieces, lead, stop) if lead is not None else {}


def _lists(label: Piece, below: Sequence[Piece]) -> bool:
    """Whether a label alone on its line leads a note: to numbered names, or with a colon to a single one."""
    if below and all(map(is_numbered, below)):
        return True
    return len(below) == 1 and label.key.endswith("：") and _is_name(below[0]) and not label.new_page


def note_after(pieces: Sequence[Piece], taken: Verdicts, last: int) -> dict[int, Verdict]:
    """An attachment note that a draft has put after the sign-off: nothing but names follows its lead."""
    lead = following(pieces, last)
    if lead is None or lead.index in taken or not patterns.ATTACHMENT_LEAD.match(lead.key) or not _is_item(lead):
        return {}
    if lists_its_own(lead, following(pieces, lead.index)):
        return {}
    if begins_page(pieces, lead) and not any(begins_attachment(pieces, piece) for piece in pieces[lead.index + 1 :]):
        return {}  # it is the attachment itself
    stop = next(
        (p.index for p in pieces[lead.index + 1 :] if p.index in taken or _ends_note(pieces, p)),
        len(pieces),
    )
    rest = [piece for piece in pieces[lead.index + 1 : stop] if not piece.blank]
    listed = len(rest) <= _MOST_ITEMS and all(_is_item(piece) and is_numbered(piece) for piece in rest)
    return _note(pieces, lead.index, stop) if listed else {}


def _ends_note(pieces: Sequence[Piece], piece: Piece) -> bool:
    labelled = patterns.is_attachment_label(piece.key) or begins_attachment(pieces, piece)
    return labelled or patterns.ANNOTATION_WORDS.match(piece.key) is not None


def begins_attachment(pieces: Sequence[Piece], piece: Piece) -> bool:
    """Whether a label, perhaps with the title after it, stands first on a page."""
    labelled = patterns.is_attachment_label(piece.key) or patterns.ATTACHMENT_LEAD.match(piece.key) is not None
    return labelled and begins_page(pieces, piece)


_FIRST_ITEM = expression(r"(?<!\d)(\d{1,2})\s{0,3}[.．、：:](?!\d)")
_ITEM = r"(?:附件\s{{0,3}})?(?<!\d){}\s{{0,3}}[.．、：:](?!\d)"


def _borders(text: str) -> Iterator[tuple[int, int]]:
    """The gaps (perhaps empty) before 2., 3. … in a line that lists several names."""
    first = _FIRST_ITEM.search(text)
    number = int(first[1]) + 1 if first else 0
    position = first.end() if first else len(text)
    while found := re.compile(_ITEM.format(number)).search(text, position):
        yield len(text[: found.start()].rstrip()), found.start()
        position = found.end()
        number += 1


def _note(pieces: Sequence[Piece], first: int, stop: int) -> dict[int, Verdict]:
    verdicts = {}
    for piece in pieces[first:stop]:
        if piece.blank:
            continue
        reason = "以“附件”开头，位于正文之后、署名之前" if piece.index == first else "接续附件说明，列出附件名称"
        borders = list(_borders(piece.text))
        starts = [0, *(end for _, end in borders)]
        ends = [*(begin for begin, _ in borders), len(piece.text.rstrip())]
        parts = tuple(Part(Role.ATTACHMENT_NOTE, reason, a, b) for a, b in zip(starts, ends, strict=True))
        verdicts[piece.index] = Verdict(parts) if borders else whole(Role.ATTACHMENT_NOTE, reason)
    return verdicts
