"""What an old layout left in the text goes, because the new one makes its own: drawn lines and typed page numbers."""

from __future__ import annotations

import dataclasses
from collections.abc import Sequence

from gwformat.expressions import expression
from gwformat.model import HEAD_ROLES, IMPRINT_ROLES, Carrier, CarrierKind, Change, Fate, Role
from gwformat.recognise import patterns
from gwformat.recognise.patterns import key
from gwformat.recognise.pieces import Piece, Verdict, Verdicts, following
from gwformat.units import Mm

_LINE_KINDS = (CarrierKind.SHAPE, CarrierKind.HORIZONTAL_RULE, CarrierKind.IMAGE)
_THICKEST = Mm(3)
_SHORTEST = Mm(80)
_PAGE_OF_ALL = expression(r"(\d{1,4})/(\d{1,4})")


def without_page_numbers(pieces: Sequence[Piece]) -> tuple[tuple[Piece, ...], dict[int, Verdict]]:
    """The pieces with page numbers made blank, so that no stage stumbles over them, and the verdicts that drop them."""
    words = [piece for piece in pieces if piece.carrier is None and piece.key]
    numbers = [piece for piece in words if patterns.PAGE_NUMBER.fullmatch(piece.key)]
    typed = {
        piece.index: Verdict(dropped="键入的旧页码，由页脚重新生成") for piece in (*numbers, *_counted_pages(words))
    }
    return tuple(dataclasses.replace(p, key="") if p.index in typed else p for p in pieces), typed


def _counted_pages(pieces: Sequence[Piece]) -> Sequence[Piece]:
    """The lines 1/25, 2/25… that number pages; alone, or out of their order, they may be fractions."""
    found = [(piece, match) for piece in pieces if (match := _PAGE_OF_ALL.fullmatch(piece.key))]
    pages = [(int(match[1]), int(match[2])) for _, match in found]
    first, of = pages[0] if pages else (0, 0)
    in_order = pages == [(first + number, of) for number in range(len(pages))] and first + len(pages) - 1 <= of
    return [piece for piece, _ in found] if len(pages) > 1 and in_order else []


def without_drawn_lines(pieces: Sequence[Piece], verdicts: Verdicts) -> tuple[tuple[Piece, ...], tuple[Change, ...]]:
    """The pieces without drawn lines between head and title and around the imprint, and the changes for them."""
    zones = _zones(pieces, verdicts)
    changes: list[Change] = []
    result = [
        _without(piece, changes) if any(first <= piece.index <= last for first, last in zones) else piece
        for piece in pieces
    ]
    return tuple(result), tuple(changes)


def _zones(pieces: Sequence[Piece], verdicts: Verdicts) -> list[tuple[int, int]]:
    """From the first head element to the title or the text, and from the last element above the imprint to the end."""
    heads = [i for i, v in verdicts.items() if v.parts and v.role in HEAD_ROLES]
    titles = [i for i, v in verdicts.items() if v.parts and v.role in (Role.TITLE, Role.ADDRESSEE)]
    ends = [i for i, v in verdicts.items() if v.parts and v.role in IMPRINT_ROLES]
    zones = []
    if heads:
        below = following(pieces, max(heads))
        zones.append((0, max(max(heads) + 1, min(titles, default=-1) + 1, below.index if below is not None else 0)))
    if ends:
        zones.append((min(ends) - 2, max(ends) + 2))
    return zones


def _without(piece: Piece, changes: list[Change]) -> Piece:
    lines = [run for run in piece.runs if run.carrier is not None and is_line(run.carrier)]
    if not lines:
        return piece
    changes.extend(
        Change("版式重排", Fate.RERENDERED, run.text, "", "版头、版记中画出的线，由版式重新画出", piece.source)
        for run in lines
    )
    runs = tuple(run for run in piece.runs if run not in lines)
    text = "".join(run.text for run in runs)
    return dataclasses.replace(piece, runs=runs, text=text, key=key(text))


def is_line(carrier: Carrier) -> bool:
    """Whether the carrier is a drawn line: no words, flat and long, or a shape of unknown size."""
    if carrier.kind not in _LINE_KINDS or carrier.text or carrier.paragraphs:
        return False
    if carrier.size is None:
        return carrier.kind is not CarrierKind.IMAGE
    width, height = carrier.size
    return height <= _THICKEST and width >= _SHORTEST
