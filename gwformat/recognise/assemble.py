"""From verdicts to blocks: pieces and what is said of them in; blocks in target order and the changes they cost out."""

from __future__ import annotations

import dataclasses
import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby

from gwformat.model import (
    HEAD_ROLES,
    IMPRINT_ROLES,
    PROSE_ROLES,
    SIGN_OFF_ROLES,
    TITLES,
    Block,
    Change,
    Fate,
    Role,
    Run,
)
from gwformat.recognise import joint
from gwformat.recognise.patterns import has_words
from gwformat.recognise.pieces import Part, Piece, Verdict, Verdicts, cut, has_object, parts_words, spanning
from gwformat.text.characters import count_han

_CUT_AT = 20  # characters; text pasted from elsewhere is cut at about this length or later
_ENDS = frozenset("。！？；：…”）")
_BEGINS = re.compile(  # an indent, a bullet or a number
    r"　|\s{2}|\s*(?:[-–—•●○■◆]|[一二三四五六七八九十]+[、.．是]|[（(][一二三四五六七八九十\d]+[）)]|\d+[.．、])"
)
_PLAIN = (*PROSE_ROLES, Role.OTHER)


def blocks(pieces: Sequence[Piece], verdicts: Verdicts) -> tuple[list[Block], list[Change]]:
    """The blocks in source order, and the changes for characters that are in none of them."""
    made: list[Block] = []
    changes: list[Change] = []
    for _, group in groupby(pieces, key=lambda piece: piece.group):
        lines = list(group)
        if len(lines) > 1 and (text := _text_of(lines, verdicts)) is not None:
            made += _paragraphs(lines, text, changes)
            continue
        for piece in lines:
            _add(made, changes, piece, verdicts[piece.index], alone=len(lines) == 1)
    return [_settled(block) for block in made], changes


def _text_of(lines: Sequence[Piece], verdicts: Verdicts) -> Verdict | None:
    """The verdict on a paragraph whose lines are all plain text."""
    if any(verdicts[piece.index].dropped for piece in lines):
        return None
    said = [verdicts[piece.index] for piece in lines if not piece.blank] or [verdicts[lines[0].index]]
    first = said[0]
    if any(
        len(verdict.parts) != 1 or verdict.role is not first.role or verdict.attachment != first.attachment
        for verdict in said
    ):
        return None
    return first if first.role in _PLAIN else None


def _paragraphs(lines: Sequence[Piece], text: Verdict, changes: list[Change]) -> Iterator[Block]:
    """The blocks of such a paragraph: a manual line break that ends one Chinese line of text begins a paragraph."""
    chunk: list[Piece] = []
    for piece, after in zip(lines, (*lines[1:], None), strict=True):
        chunk.append(piece)
        if after is not None and not _ends_paragraph(piece, after, text.role):
            continue
        runs = tuple(run for part in chunk for run in part.runs)
        length = sum(len(run.text) for run in runs)
        if after is not None and piece.text.endswith("\n"):
            length -= 1
            changes.append(
                Change("要素识别", Fate.RERENDERED, "\n", "", "正文各段自成一段，不用手动换行", piece.source)
            )
        yield Block(
            text.role, cut(runs, 0, length), source=piece.source, reason=text.parts[0].reason,
            attachment=text.attachment, look=piece.look,
        )  # fmt: skip
        chunk = []


def _ends_paragraph(piece: Piece, after: Piece, role: Role) -> bool:
    """Whether a manual line break was meant as the end of a paragraph: not where it only cuts a long line."""
    if role is Role.OTHER or not piece.key or not after.key:
        return False
    cut_by_hand = len(piece.key) >= _CUT_AT and piece.key[-1] not in _ENDS and not _BEGINS.match(after.text)
    return not cut_by_hand and count_han(piece.key) > 0 and count_han(after.key) > 0


def _add(made: list[Block], changes: list[Change], piece: Piece, verdict: Verdict, *, alone: bool) -> None:
    """The blocks of one piece; what lies between its parts goes with a change, unless it carries an object."""
    if piece.carrier is not None:
        part = verdict.parts[0]
        block = Block(
            part.role, carrier=piece.carrier, source=piece.source, reason=part.reason, attachment=verdict.attachment
        )
        made.append(block)
        return
    if (verdict.dropped or (piece.blank and not alone)) and not has_object(piece.runs):
        reason = verdict.dropped or "换行之间没有文字"
        _drop(changes, piece, 0, len(piece.text), Fate.RERENDERED, reason)
        return
    parts = verdict.parts or (Part(Role.OTHER, "其中有对象，保留"),)
    if len(parts) == 1 and _is_all(parts[0], piece, alone=alone):
        made.append(_block(piece, parts[0], 0, len(piece.text), verdict.attachment))
        return
    position = 0
    for order, (start, end) in enumerate(_spans(piece, parts, alone=alone)):
        part = parts[order]
        _drop(changes, piece, position, start, Fate.RERENDERED, "要素各自成行，其间的空白和引导词由版式代替")
        block = _block(piece, part, start, end, verdict.attachment)
        if part.joined and made:
            _join(made, changes, block)
        else:
            made.append(block)
        position = end
    _drop(changes, piece, position, len(piece.text), Fate.RERENDERED, "要素各自成段，换行由版式代替")


def _is_all(part: Part, piece: Piece, *, alone: bool) -> bool:
    """Whether a part takes the whole of a piece, as most do, and stands for itself."""
    ends = part.end == len(piece.text) or (part.end is None and (alone or not piece.text.endswith("\n")))
    return part.start == 0 and ends and not part.joined


def _block(piece: Piece, part: Part, start: int, end: int, attachment: int) -> Block:
    return Block(
        part.role, cut(piece.runs, start, end), source=piece.source, reason=part.reason,
        run_in=part.run_in, attachment=attachment, look=piece.look,
    )  # fmt: skip


def _spans(piece: Piece, parts: Sequence[Part], *, alone: bool) -> list[tuple[int, int]]:
    """Where the parts begin and end, gaps with an object given to the part before (or the first after) them."""
    length, holds = len(piece.text), has_object(piece.runs)
    spans: list[tuple[int, int]] = []
    previous = 0
    for order, part in enumerate(parts):
        last = length if alone or not piece.text.endswith("\n") else length - 1
        start, end = part.start, last if part.end is None else part.end
        if holds and order == 0 and has_object(cut(piece.runs, 0, start)):
            start = 0
        elif holds and order and has_object(cut(piece.runs, previous, start)):
            spans[-1] = (spans[-1][0], start)
        if holds and order == len(parts) - 1 and has_object(cut(piece.runs, end, length)):
            end = length
        spans.append((start, end))
        previous = end
    return spans


def _drop(changes: list[Change], piece: Piece, start: int, end: int, fate: Fate, reason: str) -> None:
    if start < end:
        changes.append(Change("要素识别", fate, piece.text[start:end], "", reason, piece.source))


def _join(made: list[Block], changes: list[Change], block: Block) -> None:
    """Lengthen the block of the same element; lines of a title stay apart by a line break."""
    at = next((i for i in range(len(made) - 1, -1, -1) if made[i].role is block.role), None)
    if at is None:
        made.append(block)
        return
    before = made[at]
    between: tuple[Run, ...] = ()
    if block.role in TITLES and not before.text.endswith("\n"):
        between = (Run("\n"),)
        changes.append(Change("要素识别", Fate.RERENDERED, "", "\n", "标题的几行合为一个标题", block.source))
    if block.role is Role.SUBTITLE and before.text.endswith(("；", ";")):  # each says of itself when it was revised
        between = (Run("\n"),)
        changes.append(Change("要素识别", Fate.RERENDERED, "", "\n", "题注的几行合为一个题注", block.source))
    if block.role in _PLAIN:
        space = " " if parts_words(before.text, block.text) else ""
        between = (Run(space),) if space else ()
        changes.append(Change("要素识别", Fate.RERENDERED, "", space, "按固定宽度折断的行接成一段", block.source))
    made[at] = dataclasses.replace(
        before, runs=(*before.runs, *between, *block.runs), source=spanning(before.source, block.source)
    )


def in_order(found: Iterable[Block]) -> tuple[tuple[Block, ...], tuple[Change, ...]]:
    """The blocks in target order: head, everything else as it stands, imprint; and a change for each that moved."""
    source = list(found)
    places = [_place(block) for block in source]
    stands = list(_stands(source))
    order = sorted(range(len(source)), key=lambda number: (places[number], _rank(source[number]), *stands[number]))
    moved = [*_moved(source, places), *(block for n, block in enumerate(source) if stands[n][0] != n)]
    return tuple(source[number] for number in order), tuple(
        Change("要素归位", Fate.MOVED, block.text, block.text, f"{block.role.value}移至标准规定的位置", block.source)
        for block in moved
    )


def _settled(block: Block) -> Block:
    """“主送：…” in the imprint names the 主送机关 (7.3.2), set like 抄送机关."""
    if block.role is Role.COPY_TO and block.text.lstrip().startswith("主送"):
        return dataclasses.replace(block, role=Role.ADDRESSEE, moved=True)
    return block


def _place(block: Block) -> int:
    if block.attachment == 0 and block.role in HEAD_ROLES:
        return 0
    return 2 if block.in_imprint else 1


def _rank(block: Block) -> float:
    """The order inside head and imprint; everything else keeps its own."""
    if block.attachment == 0 and block.role in HEAD_ROLES:
        beside = block.role is Role.ISSUER_MARK and block.text.strip() == joint.SUFFIX  # 置于机关名称右侧
        return HEAD_ROLES.index(block.role) + beside / 2
    if block.in_imprint:
        return IMPRINT_ROLES.index(block.set_as) + 1 - block.moved  # 主送 above 抄送
    return 0


def _stands(source: Sequence[Block]) -> Iterator[tuple[int, int]]:
    """Where each block stands among the others.

    A note typed above the sign-off stands below it (7.3.6), and so does a date below the name that it was parted from.
    """
    strayed = _strayed_date(source)
    ends = {  # attachment (0 for the main text) → the number of the last block of its sign-off
        block.attachment: number
        for number, block in enumerate(source)
        if block.role in SIGN_OFF_ROLES and not block.in_imprint and number != strayed
    }
    for number, block in enumerate(source):
        end = ends.get(block.attachment, -1) if block.role is Role.ANNOTATION else -1
        if number == strayed:
            yield ends[0], 0
        else:
            yield (end, number) if end > number else (number, -1)


def _strayed_date(source: Sequence[Block]) -> int | None:
    """The number of the only date of the main text, if it stands in the imprint and a name without date above."""
    dates = [number for number, block in enumerate(source) if block.role is Role.DATE and not block.attachment]
    imprint = next((number for number, block in enumerate(source) if block.in_imprint), len(source))
    if len(dates) != 1 or dates[0] < imprint:
        return None
    signed = any(block.role is Role.SIGNATURE and not block.attachment for block in source[:imprint])
    return dates[0] if signed else None


def _moved(source: Sequence[Block], places: Sequence[int]) -> list[Block]:
    """The head blocks that stood after, and the imprint blocks that stood before, other words."""
    moved = []
    words_seen = False
    wordy = [place == 1 and has_words(block.text) for block, place in zip(source, places, strict=True)]
    words_left = sum(wordy)
    for block, place, has_text in zip(source, places, wordy, strict=True):
        if has_text:
            words_seen = True
            words_left -= 1
        elif (place == 0 and words_seen) or (place == 2 and words_left):
            moved.append(block)
    return moved
