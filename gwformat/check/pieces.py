"""An element comes in, its visible characters in pieces of one look go out, however the file cuts them into runs."""

from __future__ import annotations

import functools
from collections.abc import Iterable, Iterator

from gwformat.check.context import Context
from gwformat.check.elements import Element
from gwformat.expressions import expression
from gwformat.findings import Span
from gwformat.model import OBJECT, Run
from gwformat.ooxml.effective import Font, RunLook, Slot, is_eastern
from gwformat.text.width import is_wide
from gwformat.values import dataclass


@dataclass(frozen=True, slots=True)
class Styled:
    """Characters of an element in one look; `where` is their place."""

    text: str
    where: Span
    look: RunLook
    han: str  # the full-width characters among them, which the East Asian font sets
    font: Font | None  # of the first of these that the East Asian font sets, whether or not the run asks for it


_NARROW = expression(r"[\s -~]+")


def styled(context: Context, element: Element) -> tuple[Styled, ...]:
    """The visible characters of an element by look; text that stands in no leaf of the file has none."""
    found = context.styled.get(element.number)
    if found is None:
        found = context.styled[element.number] = tuple(_styled(context, element))
    return found


def _styled(context: Context, element: Element) -> Iterator[Styled]:
    """Neighbours in one look are one piece: where an editor has cut the words into runs says nothing of them."""
    texts: list[str] = []
    look: RunLook | None = None
    paragraph = begun = 0
    for position, run, number, own in _leaves(context, element):
        if own is not None and number == paragraph and (own is look or own == look):
            texts.append(run.text)
            continue
        if look is not None:
            yield from _piece(element, begun, "".join(texts), look)
        texts, look, paragraph, begun = [run.text], own, number, position
    if look is not None:
        yield from _piece(element, begun, "".join(texts), look)


def _leaves(context: Context, element: Element) -> Iterator[tuple[int, Run, int, RunLook | None]]:
    """Each run with its place in the element, its paragraph and its look; None for what is no visible text."""
    formatting, source = context.formatting, element.block.source
    assert formatting is not None
    if source is None:
        return
    position = 0
    for run in element.block.runs:
        number = run.paragraph or source.first
        looks = formatting.runs(number) if run.carrier is None and run.atom is not None else ()
        look = looks[run.atom] if run.atom is not None and run.atom < len(looks) else None
        yield position, run, number, None if look is None or look.vanish else look
        position += len(run.text)


def _piece(element: Element, start: int, text: str, look: RunLook) -> Iterator[Styled]:
    if text.strip():
        yield _made(text.replace(OBJECT, ""), element.span(start, start + len(text)), look)


def _made(text: str, where: Span, look: RunLook) -> Styled:
    han = _wide(text)
    first = next((char for char in han if is_eastern(char) or look.slot_of(char) is Slot.EAST_ASIA), None)
    return Styled(text, where, look, han, None if first is None else look.font_of(first))


def parted(piece: Styled, at: int) -> tuple[Styled, ...]:
    """A piece in two at a place in the text of its element; whole if the place is not within it."""
    cut = at - piece.where.start
    if not 0 < cut < len(piece.text):
        return (piece,)
    block, begun = piece.where.block, piece.where.start
    return tuple(
        _made(piece.text[start:end], Span(block, begun + start, begun + end), piece.look)
        for start, end in ((0, cut), (cut, len(piece.text)))
    )


@functools.lru_cache(maxsize=4096)
def _wide(text: str) -> str:
    """The full-width characters of a text; most of what is not is plain ASCII."""
    rest = _NARROW.sub("", text)
    return rest if rest.isalpha() and min(rest) >= "\u4e00" else "".join(char for char in rest if is_wide(char))


def joined(pieces: Iterable[tuple[Styled, str]]) -> Iterator[tuple[Span, str]]:
    """Neighbouring pieces with the same fault as one stretch."""
    open_: tuple[Span, str] | None = None
    for piece, fault in pieces:
        where = piece.where
        if open_ is not None and open_[1] == fault and open_[0].block == where.block:
            open_ = (Span(where.block, open_[0].start, where.end), fault)
            continue
        if open_ is not None:
            yield open_
        open_ = (where, fault)
    if open_ is not None:
        yield open_
