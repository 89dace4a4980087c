"""Files this program has written: the marks they carry say exactly what each paragraph is.

Pieces and marks in; verdicts out for the pieces whose words are still those that were written, and, by their style,
for edited ones. What was typed anew is left to the other stages.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from itertools import groupby

from gwformat.expressions import expression
from gwformat.model import (
    HEAD_ROLES,
    IMPRINT_ROLES,
    RECURRING_ROLES,
    TITLES,
    Carrier,
    Change,
    Document,
    Draft,
    Fate,
    Look,
    Role,
    Run,
    SealPicture,
    seal_name,
)
from gwformat.ooxml.marks import Mark, fingerprint
from gwformat.recognise import patterns
from gwformat.recognise.imprint import is_of
from gwformat.recognise.pieces import Part, Piece, Verdict, whole

_WRITTEN = "本程序写出的文件，按其中的标记"
_STYLED = "本程序写出的文件，文字已改动，按段落样式"
_ROLES = {role.key: role for role in Role}
_AHEAD = 400  # so many elements may have been deleted between two paragraphs that are still there
_LONGEST_HEADING = 40  # characters
_BORDER = expression(r"(?<=[。：:！？；.、）)\s])")
_FRAMED = (*HEAD_ROLES, *IMPRINT_ROLES, Role.SIGNATURE)  # what the writer sets in tables


def opens(carrier: Carrier, marks: Sequence[Mark]) -> bool | None:
    """Whether a table is one the writer sets elements in; None if the marks do not know."""
    prints = {mark.fingerprint: mark.role for mark in marks}
    framed = {role.key for role in _FRAMED}
    said = [paragraph for paragraph in carrier.paragraphs if paragraph.text.strip()]
    known = [
        prints.get(fingerprint(paragraph.text)) in framed or _styled(paragraph.look) in _FRAMED for paragraph in said
    ]
    if known and all(known):  # a table of one cell has the words of its only paragraph
        return True
    return False if fingerprint(carrier.text) in prints else None


def restore(pieces: Sequence[Piece], marks: Sequence[Mark]) -> tuple[dict[int, Verdict], dict[int, int]]:
    """Verdicts by mark or style, and piece → number of its attachment."""
    verdicts: dict[int, Verdict] = {}
    numbers: dict[int, int] = {}
    position = 0
    number = 0
    for _, group in groupby(pieces, key=lambda piece: piece.group):
        lines = list(group)
        text = lines[0].carrier.text if lines[0].carrier else "".join(piece.text for piece in lines)
        found = _find(text, marks, position) if text.strip() or lines[0].carrier else None
        if found is not None:
            at, spans = found
            position = at + len(spans)
            used = marks[at:position]
            number = used[-1].attachment
            verdicts |= _by_marks(lines, used, spans)
        else:
            number = _begun(lines[0], marks[position:], number)
            verdicts |= _by_style(lines, number)
        if number:
            numbers |= {piece.index: number for piece in lines}
    return verdicts, numbers


def _begun(piece: Piece, marks: Sequence[Mark], number: int) -> int:
    """The number of the attachment that an edited label or title begins, by the marks after it; else `number`."""
    role = _styled(piece.look)
    if role not in (Role.ATTACHMENT_LABEL, Role.ATTACHMENT_TITLE):
        return number
    return next((mark.attachment for mark in marks if mark.role == role.key), number)


def _find(text: str, marks: Sequence[Mark], position: int) -> tuple[int, list[tuple[int, int]]] | None:
    """The first mark from `position` that fits the paragraph, and where its elements stand in the text."""
    print_of_all = fingerprint(text)
    prefixes: dict[str, int] = {}
    for at in range(position, min(len(marks), position + _AHEAD)):
        mark = marks[at]
        if mark.role not in _ROLES:
            continue
        if mark.fingerprint == print_of_all:
            return at, [(0, len(text))]
        if not mark.run_in or at + 1 == len(marks):
            continue
        if not prefixes:
            borders = [found.start() for found in _BORDER.finditer(text)][:_AHEAD]
            prefixes = {fingerprint(text[:border]): border for border in borders}
        border = prefixes.get(mark.fingerprint)
        if border and marks[at + 1].fingerprint == fingerprint(text[border:]) and marks[at + 1].role in _ROLES:
            return at, [(0, border), (border, len(text))]
    return None


def _by_marks(lines: Sequence[Piece], marks: Sequence[Mark], spans: Sequence[tuple[int, int]]) -> dict[int, Verdict]:
    """The verdicts on the lines of a paragraph: what spans several lines is joined."""
    verdicts: dict[int, Verdict] = {}
    begin = 0
    for piece in lines:
        end = begin + len(piece.text)
        parts = [
            Part(
                _ROLES[mark.role],
                _WRITTEN,
                max(start, begin) - begin,
                min(stop, end) - begin,
                run_in=mark.run_in and stop <= end,
                joined=start < begin,
            )
            for mark, (start, stop) in zip(marks, spans, strict=True)
            if max(start, begin) < min(stop, end)
        ]
        if piece.carrier is not None or not parts:
            parts = [Part(_ROLES[marks[0].role], _WRITTEN, joined=begin > 0)]
        verdicts[piece.index] = Verdict(tuple(parts), marks[0].attachment)
        begin = end
    return verdicts


def _by_style(lines: Sequence[Piece], number: int) -> dict[int, Verdict]:
    """The verdict on an edited paragraph that still has the style of its element."""
    role = _styled(lines[0].look)
    # Text may have become a heading, or a heading text, when it was edited: these are recognised anew.
    again = role in RECURRING_ROLES and not _is_still_heading(role, lines)
    if role is None or again or any(piece.blank or piece.carrier is not None for piece in lines):
        return {}
    if (len(lines) > 1 and role not in TITLES) or (role in IMPRINT_ROLES and not is_of(role, lines[0])):
        return {}
    number = 0 if role in IMPRINT_ROLES else number
    return {piece.index: whole(role, _STYLED, attachment=number, joined=order > 0) for order, piece in enumerate(lines)}


def _is_still_heading(role: Role, lines: Sequence[Piece]) -> bool:
    """Whether what was a heading still is one short sentence under the number of its level."""
    text = lines[0].text.strip()
    short = len(lines) == 1 and len(text) <= _LONGEST_HEADING and "。" not in text[:-1]
    return short and patterns.level_of(text) is role


def _styled(look: Look) -> Role | None:
    """The element whose style a paragraph has."""
    style = look.style_id or ""
    name = style.removeprefix("gw-").removesuffix("-picture")
    return _ROLES.get(name.replace("-", "_")) if style.startswith("gw-") else None


def without_seals(
    pieces: Sequence[Piece], draft: Draft
) -> tuple[tuple[Piece, ...], dict[str, SealPicture], list[Change]]:
    """The pieces without the pictures of seals that an earlier run has drawn, these by their names, and the changes."""
    found: dict[str, SealPicture] = {}
    changes: list[Change] = []
    return tuple(_without_seals(piece, draft, found, changes) for piece in pieces), found, changes


def with_seals(document: Document, seals: Mapping[str, SealPicture]) -> Document:
    """The document with the seals found in it, each with the organ it is named after."""
    return replace(document, seals=tuple(seals.get(seal_name(organ)) for organ in document.signatories))


def _without_seals(piece: Piece, draft: Draft, found: dict[str, SealPicture], changes: list[Change]) -> Piece:
    runs: list[Run] = []
    for run in piece.runs:
        picture = None if run.carrier is None else _seal(run.carrier, draft)
        if picture is None or run.carrier is None:
            runs.append(run)
            continue
        found[run.carrier.alt] = picture
        changes.append(Change("印章", Fate.RERENDERED, run.text, "", "印章图片按版式重新放置", piece.source))
    if len(runs) == len(piece.runs):
        return piece
    text = "".join(run.text for run in runs)
    return replace(piece, runs=tuple(runs), text=text, key=patterns.key(text))


def _seal(carrier: Carrier, draft: Draft) -> SealPicture | None:
    """The picture of a seal; the writer puts nothing else behind the words."""
    floating, image = carrier.floating, carrier.image
    named = carrier.alt.endswith(seal_name("")) and floating is not None and floating.behind
    if not named or image is None or draft.package is None or carrier.size is None:
        return None
    data = draft.package.parts.get(image.part)
    return None if data is None else SealPicture(data, carrier.size)
