"""Files this program has written: the marks they carry say exactly what each paragraph is.

Pieces and marks in; verdicts out for the pieces whose words are still those that were written.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from gwformat.model import Role
from gwformat.ooxml.marks import Mark, fingerprint
from gwformat.recognise.pieces import Part, Piece, Verdict

_REASON = "本程序写出的文件，按其中的标记"
_ROLES = {role.key: role for role in Role}
_AHEAD = 400  # so many marks may have been deleted between two paragraphs that are still there
_BORDERS = re.compile(r"(?<=[。：！？；）.、])|(?=[\t\n])|(?<=[\t\n])")


def restore(pieces: Sequence[Piece], marks: Sequence[Mark]) -> tuple[dict[int, Verdict], dict[int, int]]:
    """Verdicts for the pieces that match the marks in order, and piece → number of its attachment."""
    verdicts: dict[int, Verdict] = {}
    numbers: dict[int, int] = {}
    position = 0
    number = 0
    groups: dict[int, list[Piece]] = {}
    for piece in pieces:
        groups.setdefault(piece.group, []).append(piece)
    for lines in groups.values():
        found = _match(lines, marks, position)
        if found is not None:
            position, said, number = found
            verdicts |= said
        numbers |= {piece.index: number for piece in lines if number}
    return verdicts, numbers


def _match(lines: Sequence[Piece], marks: Sequence[Mark], position: int) -> tuple[int, dict[int, Verdict], int] | None:
    """The marks that say what a paragraph is: the next one that fits, with those that share the paragraph."""
    text = lines[0].carrier.text if lines[0].carrier else "".join(piece.text for piece in lines)
    if not text.strip() and lines[0].carrier is None:
        return None
    for at in range(position, min(len(marks), position + _AHEAD)):
        spans = _spans(text, marks, at)
        if spans is None:
            continue
        used = marks[at : at + len(spans)]
        if any(mark.role not in _ROLES for mark in used):
            return None
        return at + len(spans), _verdicts(lines, used, spans), used[-1].attachment
    return None


def _spans(text: str, marks: Sequence[Mark], at: int) -> list[tuple[int, int]] | None:
    """Where the elements of the marks from `at` stand in the paragraph; None if the first does not fit."""
    if _same(text, marks[at]):
        return [(0, len(text))]
    for border in _borders(text):
        if not _same(text[:border], marks[at]) or at + 1 >= len(marks):
            continue
        start = border + len(text[border:]) - len(text[border:].lstrip("\t"))
        rest = _spans(text[start:], marks, at + 1)
        if rest is not None:
            return [(0, border), *((a + start, b + start) for a, b in rest)]
    return None


def _borders(text: str) -> list[int]:
    return [found.start() for found in _BORDERS.finditer(text) if 0 < found.start() < len(text)]


def _same(text: str, mark: Mark) -> bool:
    return fingerprint(text) == mark.fingerprint


def _verdicts(lines: Sequence[Piece], marks: Sequence[Mark], spans: Sequence[tuple[int, int]]) -> dict[int, Verdict]:
    """The verdicts on the lines of a paragraph: parts of the first, the other lines joined to it."""
    verdicts: dict[int, Verdict] = {}
    begin = 0
    for piece in lines:
        end = begin + len(piece.text)
        parts = []
        for mark, (start, stop) in zip(marks, spans, strict=True):
            if max(start, begin) < min(stop, end) or piece.carrier is not None:
                joined = start < begin
                last = min(stop, end) - begin
                part = Part(
                    _ROLES[mark.role], _REASON, max(start, begin) - begin, last,
                    run_in=mark.run_in and stop <= end, joined=joined,
                )  # fmt: skip
                parts.append(part)
        verdicts[piece.index] = Verdict(tuple(parts), marks[0].attachment)
        begin = end
    return verdicts
