"""Items of one level are set alike: headings and numbered text of a list in; the same list without odd ones out."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise

from gwformat.expressions import expression
from gwformat.model import HEADINGS, PROSE_ROLES, Role
from gwformat.recognise import patterns
from gwformat.recognise.pieces import Piece, Verdict, whole

_AGREED = expression(  # 一、同意撤销某某县，设立县级某某市。 or 一、为方便群众就医，原则同意建设某某医院。
    r"[一1][、.](?:[^。；，]{2,40}，){0,2}(?:原则上?)?不?同意[^。；]*[。；]"
)
_MARK = expression("[。；！？：]|[，、]$")  # a sentence, or one that goes on
_LONGEST_NAME = 90
_CLOSING = 12  # 特此通知。
_FEWEST = 2  # so many items of text make the only other one text, though its full stop is missing,
_LONG = 25  # if it is a sentence by its length and its commas,
_LONG_ALONE = 10  # or if nothing belongs to it
_STOPS = ("。", ".")  # the second one typed for the first
_MOST_TEXT = 1 / 3  # from this share of plain text on, short first sentences are text as well
_MOST_SENTENCES = 1 / 2  # and from this share of plain text and sentences that nothing belongs to


def alike(words: Sequence[Piece], verdicts: Mapping[int, Verdict]) -> dict[int, Verdict]:
    """New verdicts for sentences taken for headings in lists whose items are text: mostly whole paragraphs, or bare.

    And for names too long for headings in lists whose other items are names alone on their lines: 议程 of a congress.
    """
    changed: dict[int, Verdict] = {}
    following = {piece.index: after for piece, after in pairwise(words)}
    for items in _groups(words, verdicts):
        text = [piece for piece in items if verdicts[piece.index].role in PROSE_ROLES]
        if _are_names(items, text, verdicts):
            changed |= {piece.index: _named(piece, verdicts[piece.index]) for piece in text}
            continue
        bare = [piece for piece in items if _is_bare(piece, following.get(piece.index), verdicts)]
        reason = _why_text(items, text, bare, verdicts)
        group = items if reason else bare  # 三、本通知自印发之日起施行。
        reason = reason or "有编号，但只有一句话，其下没有内容"
        leads = any(piece.key.endswith("：") for piece in text)  # 1.下列人员由省长提请任免：
        for piece in group:
            verdict = verdicts[piece.index]
            ends = piece.key.endswith((*_STOPS, "：") if leads else _STOPS)
            if verdict.role in HEADINGS and (len(verdict.parts) > 1 or ends):
                role = Role.ATTACHMENT_BODY if verdict.attachment else Role.BODY
                changed[piece.index] = whole(role, reason, attachment=verdict.attachment)
        left = [piece for piece in items if changed.get(piece.index, verdicts[piece.index]).role in HEADINGS]
        if len(left) == 1 < len(items) and _is_sentence(left[0], len(items), following.get(left[0].index), verdicts):
            role = Role.ATTACHMENT_BODY if verdicts[left[0].index].attachment else Role.BODY
            reason = "有编号，但同级其他各项都是一段话"
            changed[left[0].index] = whole(role, reason, attachment=verdicts[left[0].index].attachment)
    return changed


def _are_names(items: Sequence[Piece], text: Sequence[Piece], verdicts: Mapping[int, Verdict]) -> bool:
    """Whether no item has a mark, and more are headings than text."""
    return len(items) > 2 * len(text) > 0 and not any(
        _MARK.search(piece.key) or len(piece.key) > _LONGEST_NAME or len(verdicts[piece.index].parts) != 1
        for piece in items
    )


def _named(piece: Piece, verdict: Verdict) -> Verdict:
    level = patterns.level_of(piece.key)
    assert level is not None  # all items of a group have a number
    return whole(level, "编号，没有标点，同级其他各项都单独成行", attachment=verdict.attachment)


def _why_text(
    items: Sequence[Piece], text: Sequence[Piece], bare: Sequence[Piece], verdicts: Mapping[int, Verdict]
) -> str:
    """Why all items are text, of which some are `text` and some `bare` sentences; "" if they need not be."""
    if _AGREED.match(items[0].key):
        return "有编号，但各项是批复的意见"
    if text and len(text) >= len(items) * _MOST_TEXT:
        return "有编号，但同级各项多是整段文字"
    if (text or bare) and all(_is_text(verdicts[piece.index]) or piece in bare for piece in items):
        return "有编号，但同级各项都是一段话"
    if len(bare) == len(items):
        return "有编号，但各项只有一句话，其下没有内容"
    if len(text) + len(bare) >= len(items) * _MOST_SENTENCES:
        return "有编号，但同级各项多是整段文字，或只有一句话"
    return ""


def _is_text(verdict: Verdict) -> bool:
    """Whether a numbered piece is text, perhaps with a label of its own (三、火警电话：12119)."""
    return verdict.role in PROSE_ROLES or (len(verdict.parts) > 1 and "冒号" in verdict.parts[0].reason)


def _is_sentence(piece: Piece, items: int, after: Piece | None, verdicts: Mapping[int, Verdict]) -> bool:
    """Whether the only heading among items of text is one more of them, though its full stop is missing."""
    if items > _FEWEST and len(piece.key) >= _LONG and "，" in piece.key:
        return True
    return len(piece.key) >= _LONG_ALONE and len(verdicts[piece.index].parts) == 1 and _is_alone(piece, after, verdicts)


def _is_bare(piece: Piece, after: Piece | None, verdicts: Mapping[int, Verdict]) -> bool:
    """Whether a piece taken for a heading is one whole sentence that nothing belongs to."""
    verdict = verdicts[piece.index]
    if verdict.role not in HEADINGS or len(verdict.parts) > 1 or not piece.key.endswith(_STOPS):
        return False
    return _is_alone(piece, after, verdicts)


def _is_alone(piece: Piece, after: Piece | None, verdicts: Mapping[int, Verdict]) -> bool:
    """Whether nothing belongs to a numbered piece."""
    if after is None:
        return True
    level, deeper = _level(piece), _level(after)
    if after.carrier is not None:
        return False
    if deeper is None:  # plain text below a heading belongs to it, but a closing sentence does not
        return verdicts[after.index].role not in PROSE_ROLES or len(after.key) <= _CLOSING
    return level is not None and deeper <= level


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
