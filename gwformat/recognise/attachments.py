"""Attachments (GB/T 9704-2012 7.3.7): pieces in; verdicts for labels and titles, and the number of every piece, out."""

from __future__ import annotations

from collections.abc import Container, Sequence
from dataclasses import replace
from itertools import pairwise

from gwformat.expressions import expression
from gwformat.model import IMPRINT_ROLES, SIGN_OFF_ROLES, Align, Role
from gwformat.recognise import below_title, patterns, title_lines
from gwformat.recognise.addressees import addressees
from gwformat.recognise.announced import issued_title
from gwformat.recognise.foot import sign_off, sign_off_verdicts
from gwformat.recognise.genre import genre_of
from gwformat.recognise.notes import lists_its_own, note_before
from gwformat.recognise.patterns import key, spots
from gwformat.recognise.pieces import Part, Piece, Verdict, Verdicts, begins_page, following, whole

_BEFORE_NAME = expression(r"(?:附件(?:（?\d{0,2}）?：)?)?(?:\d{1,2}[.、])?")
_IN_BRACKETS = expression(rf"（{patterns.DATE}）|{patterns.DOC_NUMBER_ONLY.pattern}")
_LONGEST = 80
_ALONE = expression(
    r"\s*附\s?件\s+(?=[《“\u3400-\u9fff]|(?:19|20)\d\d\s*年)(?![一二三四五六七八九十]{1,3}[\s：:、])"
)  # of one only
_SLIPS = "。；"  # at the end of a name, in the note or above the attachment
_NOTED = expression(r"（[^（）。；]{1,40}）")
_CLOSING = (Role.SIGNATURE, Role.DATE, Role.ANNOTATION, Role.ATTACHMENT_NOTE)


def attachments(pieces: Sequence[Piece], taken: Verdicts) -> tuple[dict[int, Verdict], dict[int, int]]:
    """Verdicts for the parts of attachments that are not text, and piece → number of its attachment."""
    verdicts = _cut_lines(pieces, taken)
    taken = {**taken, **verdicts}
    names = _announced(pieces, taken)
    start = _start(pieces, taken, names)
    if start is None:
        return verdicts, {}
    begins = _begins(pieces, taken, start, names)
    numbers: dict[int, int] = {}
    for number, (first, last) in enumerate(zip(begins, [*begins[1:], len(pieces)], strict=True), 1):
        found = _attachment(pieces, {**taken, **verdicts}, first, last, number, names)
        names |= _announced(pieces, found)  # an issued document may have attachments of its own
        verdicts |= found
        numbers |= dict.fromkeys(range(first, last), number)
    return verdicts, numbers


def _cut_lines(pieces: Sequence[Piece], taken: Verdicts) -> dict[int, Verdict]:
    """The lines right below a sign-off along which a form to send back is cut off: it begins a page, so they go."""
    verdicts: dict[int, Verdict] = {}
    last = max(_closing(taken), default=-1)
    piece = following(pieces, last) if last >= 0 else None
    while piece is not None and piece.index not in taken and patterns.RULE_LINE.fullmatch(piece.key):
        verdicts[piece.index] = Verdict(dropped="回执另起一页，不用字符画的裁剪线")
        piece = following(pieces, piece.index)
    return verdicts if piece is not None and patterns.RECEIPT.fullmatch(piece.key) else {}


def _closing(taken: Verdicts) -> list[int]:
    """The pieces that close the main text; a date that strayed into the imprint does not."""
    imprint = min((i for i, verdict in taken.items() if verdict.parts and verdict.role in IMPRINT_ROLES), default=None)
    closing = (i for i, verdict in taken.items() if verdict.parts and verdict.role in _CLOSING)
    return [i for i in closing if imprint is None or i < imprint or taken[i].role is not Role.DATE]


def _start(pieces: Sequence[Piece], taken: Verdicts, names: Container[str]) -> int | None:
    """The first piece of the first attachment."""
    closing = _closing(taken)
    signed = any(taken[index].role in SIGN_OFF_ROLES for index in closing)
    for piece in pieces[max(closing) + 1 if signed else 0 :]:
        if piece.index in taken or piece.blank:
            continue
        if signed or _label(pieces, piece, names) is not None:
            return piece.index
    return None


def _begins(pieces: Sequence[Piece], taken: Verdicts, start: int, names: Container[str]) -> list[int]:
    """Where attachments begin: at their labels; without any, at titles on a new page."""
    labels = [p.index for p in pieces[start:] if p.index not in taken and _label(pieces, p, names) is not None]
    if not labels:
        labels = [p.index for p in pieces[start + 1 :] if p.new_page and _titled(pieces, p, taken)]
    first = following(pieces, start - 1)
    return labels if first is not None and labels[:1] == [first.index] else [start, *labels]


def _titled(pieces: Sequence[Piece], piece: Piece, taken: Verdicts) -> bool:
    first = piece if not piece.blank else following(pieces, piece.index)
    found = title_lines.at(pieces, first.index, taken) if first is not None else None
    return found is not None and "结尾" in found.reason and found.pieces[0].look.align in (None, Align.CENTER)


def _label(pieces: Sequence[Piece], piece: Piece, names: Container[str] = ()) -> Verdict | None:
    """The verdict on a line that is a label (附件2), or a label with the title after it (附件2：某某表).

    `names` are those of the attachment note: above a numbered line only they make sure that it is no note itself.
    """
    line = piece.key
    if piece.carrier is not None or not line:
        return None
    if patterns.is_attachment_label(line):
        return whole(Role.ATTACHMENT_LABEL, "“附件”及序号单独成行")
    border = _border(piece)
    after = following(pieces, piece.index)
    if (
        border is None
        or after is None
        or len(line) > _LONGEST
        or line.endswith(("。", "；"))
        or line[border:][:1] in "（，、"
    ):
        return None
    certain = line[border:].rstrip(_SLIPS) in names or begins_page(pieces, piece) or lists_its_own(piece, after)
    if not certain and (
        patterns.is_attachment_label(after.key)
        or patterns.ATTACHMENT_LEAD.match(after.key)
        or (patterns.ATTACHMENT_ITEM.fullmatch(after.key) and "、" not in after.key[:4])
    ):
        return None
    places = spots(piece.text)
    return Verdict(
        (
            Part(Role.ATTACHMENT_LABEL, "“附件”及序号，其后是附件标题", places[0], places[border - 1] + 1),
            Part(Role.ATTACHMENT_TITLE, "与附件序号同在一行", places[border], len(piece.text.rstrip())),
        )
    )


def _border(piece: Piece) -> int | None:
    """Where in the key of a piece its label ends and the title begins; blanks keep 附件3 apart from 5G基站一览表."""
    if (alone := _ALONE.match(piece.text)) is not None:
        return len(key(alone.group()))
    lead = patterns.ATTACHMENT_LEAD.match(piece.key)
    if lead is None:
        return None
    places = spots(piece.text)
    digits = [at for at in range(lead.end()) if piece.key[at].isdigit()]
    parted = (b for a, b in pairwise(digits) if b == a + 1 and places[b] > places[a] + 1)
    return next(parted, lead.end())


def _attachment(
    pieces: Sequence[Piece], taken: Verdicts, first: int, last: int, number: int, names: Container[str]
) -> dict[int, Verdict]:
    verdicts: dict[int, Verdict] = {}
    head = pieces[first] if not pieces[first].blank else following(pieces, first)
    if head is None or head.index >= last:
        return {}
    titled = False
    label = _label(pieces, head, names)
    if label is not None:
        verdicts[head.index] = Verdict(label.parts, number)
        titled = len(label.parts) > 1
        head = following(pieces, head.index)
    if not titled and head is not None and head.index < last:
        found = title_lines.at(pieces[:last], head.index, taken)
        issued = issued_title(pieces[:last], head.index, taken)
        if len(issued) > (len(found.pieces) if found is not None else 0):
            found = title_lines.Found(issued, "与正文所印发文件的名称相同")
        if found is not None:
            verdicts |= title_lines.lines(found, Role.ATTACHMENT_TITLE, number)
        elif patterns.RECEIPT.fullmatch(head.key):
            verdicts[head.index] = whole(Role.ATTACHMENT_TITLE, "落款之下的回执", attachment=number)
        elif head.key.rstrip(_SLIPS) in names:
            verdicts[head.index] = whole(Role.ATTACHMENT_TITLE, "与附件说明中的名称相同", attachment=number)
    return verdicts | _inside(pieces[:last], {**taken, **verdicts}, max(verdicts, default=first - 1), number)


def _announced(pieces: Sequence[Piece], taken: Verdicts) -> frozenset[str]:
    """The names in the attachment notes, as keys."""
    return frozenset(
        _BEFORE_NAME.sub("", key(pieces[index].text[part.start : part.end])).rstrip(_SLIPS)
        for index, verdict in taken.items()
        for part in verdict.parts
        if part.role is Role.ATTACHMENT_NOTE
    )


def is_unbound(pieces: Sequence[Piece]) -> bool:
    """Whether the draft is an attachment not bound with the text: its label begins with the 发文字号 (7.3.7)."""
    first = following(pieces, -1)
    return first is not None and patterns.begins_with_unbound_label(first.key) and _label(pieces, first) is not None


def _wrote_it(pieces: Sequence[Piece], piece: Piece) -> bool:
    """Whether nothing but organs stand under a title, those whose document is forwarded: 市应急局《关于…的意见》."""
    organs = [patterns.key(word) for word in piece.text.split()]
    if not organs or not all(map(patterns.is_organ, organs)):
        return False
    ways = (f"转发{organs[0]}", f"批转{organs[0]}", f"{organs[-1]}《")
    return any(way in above.key for above in pieces[: piece.index] for way in ways)


def _own_title(pieces: Sequence[Piece], piece: Piece, taken: Verdicts) -> title_lines.Found | None:
    """The title of a document given as it came, below what it is called here and its number: 附：来函."""
    found = title_lines.at(pieces, piece.index, taken)
    named = found is not None and "结尾" in found.reason and genre_of("".join(p.key for p in found.pieces)) is not None
    return found if named and "关于" in piece.key else None


def _inside(pieces: Sequence[Piece], taken: Verdicts, above: int, number: int) -> dict[int, Verdict]:
    """What a document issued, approved or forwarded has of its own: lines under its title, addressees, sign-off."""
    verdicts = _under_title(pieces, taken, above, number)
    start = max(verdicts, default=above) + 1
    stop = next((i for i in range(start, len(pieces)) if i in taken and taken[i].role in IMPRINT_ROLES), len(pieces))
    signed = sign_off(pieces, {**taken, **verdicts}, start, stop)
    after = following(pieces, signed.last) if signed else None
    if (
        signed is not None
        and signed.organs
        and signed.dates
        and (after is None or patterns.ANNOTATION.fullmatch(after.key))
    ):
        verdicts |= sign_off_verdicts(pieces, signed, number)
        stop = signed.first
    note = note_before(pieces, {**taken, **verdicts}, start, stop)
    return verdicts | {index: replace(verdict, attachment=number) for index, verdict in note.items()}


def _under_title(pieces: Sequence[Piece], taken: Verdicts, title: int, number: int) -> dict[int, Verdict]:
    """The lines under a title that say when and by whom, a title of the document's own, and whom it addresses."""
    verdicts: dict[int, Verdict] = {}
    for piece in pieces[title + 1 :]:
        if piece.blank:
            continue
        if piece.index in taken or piece.carrier is not None or title < 0 or title not in taken:
            break
        noted = piece.look.align is Align.CENTER and _NOTED.fullmatch(piece.key)  # （共5个）
        if (
            noted
            or _wrote_it(pieces, piece)
            or below_title.is_subtitle(piece.key)
            or below_title.is_author(pieces, piece)
            or _IN_BRACKETS.fullmatch(piece.key)
        ):
            verdicts[piece.index] = whole(
                Role.SUBTITLE, "位于附件标题之下，说明日期、通过情况或文号", attachment=number
            )
            continue
        if piece.index in verdicts:
            continue
        if verdicts and (found := _own_title(pieces, piece, taken)) is not None:
            verdicts |= title_lines.lines(found, Role.ATTACHMENT_TITLE, number)
            continue
        verdicts |= addressees(pieces, taken, piece.index, after_title=False, attachment=number)
        break
    return verdicts
