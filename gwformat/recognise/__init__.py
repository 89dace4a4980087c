"""Recognition: what a draft says comes in, what each of its paragraphs is goes out (`Draft` → `Document`)."""

from __future__ import annotations

import dataclasses
from collections.abc import Mapping, Sequence

from gwformat.model import HEAD_ROLES, Block, Change, Document, Draft, Fate, Kind, Role
from gwformat.recognise import assemble, exact, genre, overrides, required
from gwformat.recognise.above_order import above_order
from gwformat.recognise.attachments import attachments, is_unbound
from gwformat.recognise.body import body
from gwformat.recognise.captions import captions
from gwformat.recognise.foot import foot
from gwformat.recognise.frames import flatten
from gwformat.recognise.head import head
from gwformat.recognise.headers import head_in_header, head_on_every_page, with_head
from gwformat.recognise.imprint import imprint
from gwformat.recognise.old_layout import without_drawn_lines, without_page_numbers
from gwformat.recognise.one_cell import in_a_cell
from gwformat.recognise.overrides import NOTHING, Overrides
from gwformat.recognise.pieces import Piece, Verdict
from gwformat.recognise.residue import residue
from gwformat.recognise.rosters import arranged
from gwformat.recognise.title import title
from gwformat.recognise.wrapped import unwrapped

__all__ = ["Overrides", "head_in_header", "recognise"]

_SHOWN = 30  # characters of a header
_FROM_HEADER = Change("版式重排", Fate.RERENDERED, "", "", "版头排在首页的页眉里，移到正文之前，按要素重新排版")


def recognise(draft: Draft, given: Overrides = NOTHING) -> Document:
    """The draft with a role and a reason for every paragraph; what the user has `given` goes before all evidence."""
    document = _recognised(draft, given)
    header = head_in_header(draft)
    if header is None:
        return _told(document, draft)
    # Only what the whole is can be said: the paragraphs of the header are none of the text's.
    whole = _recognised(with_head(draft, header), given)
    found = tuple(dict.fromkeys(block.role for block in whole.blocks if block.role in HEAD_ROLES))
    lacking = tuple(role for role in whole.missing if role not in found)
    told = f"{_named(found)}排在首页的页眉里"
    return dataclasses.replace(
        document,
        kind=whole.kind,
        genre=whole.genre,
        direction=whole.direction,
        missing=lacking,
        in_header=found,
        notices=(*document.notices, told),
    )


def _told(document: Document, draft: Draft) -> Document:
    """The document, told that what every page shows above its text may be the head it lacks (7.2)."""
    words = head_on_every_page(draft) if document.first(Role.ISSUER_MARK) is None else ""
    if not words:
        return document
    shown = words if len(words) <= _SHOWN else words[:_SHOWN] + "…"
    told = f"页眉里的“{shown}”每页都印，没有当作版头；如果是版头，请移到正文之前"
    return dataclasses.replace(document, notices=(*document.notices, told))


def _named(roles: Sequence[Role]) -> str:
    return "、".join(role.value for role in roles)


def _recognised(draft: Draft, given: Overrides) -> Document:
    pieces, changes = flatten(draft)
    pieces, seals, pressed = exact.without_seals(pieces, draft) if draft.marks else (pieces, {}, [])
    pieces, joined, notices = unwrapped(pieces, draft)
    notices = (*notices, *in_a_cell(pieces))
    pieces, typed = without_page_numbers(pieces)
    verdicts = _verdicts(pieces, typed, draft, given)
    pieces, drawn = without_drawn_lines(pieces, verdicts)
    if drawn:
        verdicts = _verdicts(pieces, typed, draft, given)
    found, dropped = assemble.blocks(pieces, verdicts)
    found, replaced = overrides.apply(found, given)
    blocks, moved = assemble.in_order(arranged(found))
    kind, name, direction = genre.classify(blocks)
    kind = given.kind or draft.kind or kind
    moved_in = (_FROM_HEADER,) if draft.as_found is not None else ()
    all_changes: tuple[Change, ...] = (*moved_in, *changes, *pressed, *joined, *drawn, *dropped, *replaced, *moved)
    lacking = required.missing(blocks, kind, name, direction)
    told = (*notices, *residue(blocks), *_letter_under_a_mark(blocks, kind, name, given))
    document = Document(draft, kind, blocks, name, direction, lacking, all_changes, notices=told)
    return exact.with_seals(document, seals) if seals else document


def _letter_under_a_mark(blocks: Sequence[Block], kind: Kind, genre: str | None, given: Overrides) -> tuple[str, ...]:
    """That a 函 is set as a 文件 for the mark alone that the user gives to every document."""
    own = any(block.role is Role.ISSUER_MARK and block.source is not None for block in blocks)
    if (
        genre != "函"
        or kind is not Kind.GENERAL
        or given.kind is not None
        or own
        or Role.ISSUER_MARK not in given.values
    ):
        return ()
    return ("文种是函，按所给的发文机关标志排成了文件格式；要信函格式的红头，格式选信函（--kind letter）",)


def _verdicts(
    pieces: Sequence[Piece], typed: Mapping[int, Verdict], draft: Draft, given: Overrides
) -> Mapping[int, Verdict]:
    """The stages one after the other: none touches what an earlier one has decided."""
    verdicts: dict[int, Verdict] = {}
    numbers: dict[int, int] = {}
    if draft.marks:
        verdicts, numbers = exact.restore(pieces, draft.marks)
    written = len(verdicts)
    verdicts = {**typed, **verdicts, **overrides.pinned(pieces, given)}
    if written < sum(not piece.blank for piece in pieces):
        # An attachment by itself has a label, a title and text, and none of what a document has around them.
        for stage in (captions,) if is_unbound(pieces) else (captions, imprint, above_order, head, title, foot):
            verdicts = stage(pieces, verdicts) | verdicts
        if not numbers:
            labels, numbers = attachments(pieces, verdicts)
            verdicts = labels | verdicts
    return body(pieces, verdicts, numbers, minutes=_is_minutes(pieces, verdicts)) | verdicts


def _is_minutes(pieces: Sequence[Piece], verdicts: Mapping[int, Verdict]) -> bool:
    return any(
        verdict.role in (Role.TITLE, Role.ISSUER_MARK) and "纪要" in pieces[index].key
        for index, verdict in verdicts.items()
    )
