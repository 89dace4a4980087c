"""Items of one level are set alike: headings and numbered text of a list in; the same list without odd ones out."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from gwformat.model import HEADINGS, Role
from gwformat.recognise import patterns
from gwformat.recognise.pieces import Piece, Verdict, whole

_TEXT = (Role.BODY, Role.ATTACHMENT_BODY)
_MOST_TEXT = 1 / 3  # from this share of plain text on, short first sentences are text as well


def alike(words: Sequence[Piece], verdicts: Mapping[int, Verdict]) -> dict[int, Verdict]:
    """New verdicts for sentences taken for headings in lists whose items are mostly whole paragraphs of text."""
    changed: dict[int, Verdict] = {}
    for group in _groups(words, verdicts):
        text = [piece for piece in group if verdicts[piece.index].role in _TEXT]
        if len(text) < len(group) * _MOST_TEXT or not text:
            continue
        for piece in group:
            verdict = verdicts[piece.index]
            if verdict.role in HEADINGS and (len(verdict.parts) > 1 or piece.key.endswith("。")):
                role = Role.ATTACHMENT_BODY if verdict.attachment else Role.BODY
                reason = "有编号，但同级各项多是整段文字"
                changed[piece.index] = whole(role, reason, attachment=verdict.attachment)
    return changed


def _groups(words: Sequence[Piece], verdicts: Mapping[int, Verdict]) -> Iterator[list[Piece]]:
    """The numbered pieces of one level under one heading, for every level and heading."""
    open_groups: dict[int, list[Piece]] = {}
    attachment = 0
    for piece in words:
        verdict = verdicts[piece.index]
        level = _level(piece)
        if verdict.attachment != attachment or (level is None and verdict.role in HEADINGS):
            yield from open_groups.values()
            open_groups = {}
            attachment = verdict.attachment
        if level is None:
            continue
        for deeper in [other for other in open_groups if other > level]:
            yield open_groups.pop(deeper)
        open_groups.setdefault(level, []).append(piece)
    yield from open_groups.values()


def _level(piece: Piece) -> int | None:
    """The level of the number a piece begins with."""
    return next((index for index, role in enumerate(HEADINGS) if patterns.MARKERS[role].match(piece.key)), None)
