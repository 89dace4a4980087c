"""Lines cut at a fixed width, as from a mail or a PDF: pieces in; pieces that are whole paragraphs, changes, out."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterator, Mapping, Sequence

from gwformat.model import Change, Draft, Fate, Run
from gwformat.recognise.line_width import Cut, cut_of, suspicion
from gwformat.recognise.patterns import key
from gwformat.recognise.pieces import Piece, cut, parts_words, spanning
from gwformat.recognise.text_lines import Line, lines_of

_STEP, _REASON = "要素识别", "按固定宽度折断的行接成一段"
_LINES_OF_HEADING = 2
_MOST_NAMED = 6  # places in a notice


def unwrapped(pieces: Sequence[Piece], draft: Draft) -> tuple[tuple[Piece, ...], tuple[Change, ...], tuple[str, ...]]:
    """The pieces with the lines of each paragraph joined, a change for every joint, and what the user should look at.

    Nothing is joined where lines are not plainly cut at one width, nor in a file this program has written.
    """
    lines = [] if draft.marks else lines_of(pieces)
    cut_at = cut_of(lines)
    joints, doubts = ({}, []) if cut_at is None else _joints(lines, cut_at)
    unit = "段" if draft.format == "docx" else "行"
    if not joints:
        first = suspicion(lines)
        return tuple(pieces), (), () if first is None else (_unsure(first, unit),)
    made: list[Piece] = []
    places: dict[int, int] = {}
    changes: list[Change] = []
    for piece in pieces:
        place = places[joints[piece.index]] if piece.index in joints else len(made)
        places[piece.index] = place
        if piece.index in joints:
            made[place] = _joined(made[place], piece, changes)
        else:
            made.append(piece if piece.index == place else dataclasses.replace(piece, index=place))
    return tuple(made), tuple(changes), (_said(joints, doubts, pieces, unit),)


def _joints(lines: Sequence[Line], cut_at: Cut) -> tuple[dict[int, int], list[int]]:
    """The pieces that go on another, each with the first line of its paragraph; those of which it is not certain."""
    joints: dict[int, int] = {}
    doubts: list[int] = []
    for chain, doubt in _chains(lines, cut_at):
        if len(chain) > 1 and (chain[-1].ends or (cut_at.certain and _is_text(chain))):
            joints |= dict.fromkeys((line.piece.index for line in chain[1:]), chain[0].piece.index)
        doubts += [] if doubt is None else [doubt.piece.index]
    return joints, doubts


def _chains(lines: Sequence[Line], cut_at: Cut) -> Iterator[tuple[list[Line], Line | None]]:
    """The lines of each paragraph, and the one below it that may belong to it as well."""
    chain: list[Line] = []
    for line in lines:
        certain: bool | None = False
        if chain and _alike(chain[-1].piece, line.piece):
            certain = cut_at.goes_on(chain[-1], line, first=len(chain) == 1)
        if certain:
            chain.append(line)
            continue
        if chain:
            yield chain, line if certain is None else None
        chain = [line]
    if chain:
        yield chain, None


def _is_text(chain: Sequence[Line]) -> bool:
    """Whether lines that end no sentence are text, or a heading in two lines, rather than a list of names."""
    return len(chain) == _LINES_OF_HEADING or any(line.reads for line in chain)


def _alike(above: Piece, below: Piece) -> bool:
    """Whether two pieces can belong to one paragraph by their looks."""
    a, b = above.look, below.look
    return (a.size, a.bold, a.color, a.style_id) == (b.size, b.bold, b.color, b.style_id) and not below.new_page


def _joined(above: Piece, below: Piece, changes: list[Change]) -> Piece:
    """One piece of two lines; the blanks and the line break between them go."""
    end = len(above.text.rstrip())
    start = len(below.text) - len(below.text.lstrip())
    space = " " if parts_words(above.text[:end], below.text[start:]) else ""
    changes.append(Change(_STEP, Fate.RERENDERED, above.text[end:] + below.text[:start], space, _REASON, below.source))
    runs = (*cut(above.runs, 0, end), *((Run(space),) if space else ()), *cut(below.runs, start, len(below.text)))
    text = "".join(run.text for run in runs)
    source = spanning(above.source, below.source)
    return dataclasses.replace(above, runs=runs, text=text, key=key(text), source=source)


def _said(joints: Mapping[int, int], doubts: Sequence[int], pieces: Sequence[Piece], unit: str) -> str:
    said = (
        f"{_place(pieces[min(joints.values())], unit)}起是按固定宽度折行的文本：{len(joints)} 处折行接成了段，"
        "逐处列在改动里，请核对"
    )
    places = [str(source.first) for index in doubts if (source := pieces[index].source) is not None]
    if not places:
        return said
    named = "、".join(places[:_MOST_NAMED]) + ("等" if len(places) > _MOST_NAMED else "")
    return f"{said}；第 {named} {unit}之前恰好句子完了，不能确定是不是另起一段，没有接"


def _unsure(first: Line, unit: str) -> str:
    return f"{_place(first.piece, unit)}起像是按固定宽度折行的文本，但不能确定，各{unit}仍各作一段，请核对"


def _place(piece: Piece, unit: str) -> str:
    return "文中" if piece.source is None else f"第 {piece.source.first} {unit}"
