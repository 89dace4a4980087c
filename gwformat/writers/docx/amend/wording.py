"""A replacement of some characters of a paragraph comes in; its leaves are edited, their wrappers stay."""

from __future__ import annotations

from gwformat.ooxml.inline import Atom, AtomKind
from gwformat.ooxml.trees import detach
from gwformat.writers.docx.amend.stretches import placed
from gwformat.writers.docx.oxml import Element, set_text, text_leaves


def may_reword(paragraph: Element, start: int, end: int) -> bool:
    """Whether the characters `start` to `end` are there and none is an object; for an insertion, whether words are."""
    touched = _touched(paragraph, start, end)
    if start == end:
        return _home(touched, start, end) is not None
    return bool(touched) and all(atom.kind is not AtomKind.OBJECT for _, _, atom in touched)


def reword(paragraph: Element, start: int, end: int, text: str) -> None:
    """Put `text` in the place of the characters `start` to `end`, which may be reworded.

    New text takes the look of the first character it replaces, or of the one before if nothing is replaced.
    """
    touched = _touched(paragraph, start, end)
    home = _home(touched, start, end)
    for item in touched:
        begin, finish, atom = item
        low, high = max(start - begin, 0), max(min(end, finish) - begin, 0)
        own = text if item is home else ""
        if start < end or own:
            _say(atom, atom.text[:low] + own + atom.text[max(high, low) :])


def _touched(paragraph: Element, start: int, end: int) -> list[tuple[int, int, Atom]]:
    """The leaves with some of the characters, or at the place of an insertion."""
    return [item for item in placed(paragraph) if _touches(item, start, end)]


def _home(touched: list[tuple[int, int, Atom]], start: int, end: int) -> tuple[int, int, Atom] | None:
    """The leaf that takes the new text: the first one that loses characters, or the last that holds text before."""
    if start < end:
        return next(iter(touched), None)
    return next((item for item in reversed(touched) if item[2].kind is AtomKind.TEXT), None)


def _touches(item: tuple[int, int, Atom], start: int, end: int) -> bool:
    """Whether a leaf holds some of the characters, or touches the place of an insertion."""
    begin, finish, _ = item
    return begin < end and finish > start if start < end else begin <= start <= finish


def _say(atom: Atom, text: str) -> None:
    """Give a leaf new words; tabs and line breaks among them become elements."""
    if atom.kind is AtomKind.TEXT and "\t" not in text and "\n" not in text:
        set_text(atom.node, text)
        return
    for leaf in text_leaves(text):
        atom.node.addprevious(leaf)
    detach(atom.node)
