"""A context comes in; the few ways in which its words and the paragraphs of its text are set, each once, go out.

A document has hundreds of stretches and a dozen ways of setting them. A rule that asks these first need not look at
the stretches where none of them is wrong.
"""

from __future__ import annotations

from gwformat.check.context import Context
from gwformat.check.looks import text_paragraphs
from gwformat.check.once import once
from gwformat.check.pieces import Styled, styled
from gwformat.model import Role
from gwformat.ooxml.effective import Font, ParagraphLook, RunLook
from gwformat.values import dataclass


@dataclass(slots=True)
class Kind:
    """A way in which words of elements of a role are set; `font` is that of the full-width ones among them."""

    role: Role
    look: RunLook
    font: Font | None
    first: Styled
    wide: int = 0  # how many characters are full-width


@once
def kinds(context: Context) -> tuple[Kind, ...]:
    """The ways in which the words of the document are set, in the order in which they first appear."""
    found: dict[tuple[Role, int, int], Kind] = {}
    for element in context.words:
        role = element.role
        for piece in styled(context, element):
            key = role, id(piece.look), id(piece.font)  # the context keeps the pieces
            kind = found.get(key)
            if kind is None:
                kind = found[key] = Kind(role, piece.look, piece.font, piece)
            kind.wide += len(piece.han)
    return tuple(found.values())


@once
def text_looks(context: Context) -> tuple[ParagraphLook, ...]:
    """The looks of the paragraphs of the text."""
    return tuple({id(look): look for _, look in text_paragraphs(context)}.values())
