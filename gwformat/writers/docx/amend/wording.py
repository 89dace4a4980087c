"""A replacement of some characters of a paragraph comes in; its leaves are edited, their wrappers stay."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence

from gwformat.ooxml.inline import Atom, AtomKind
from gwformat.ooxml.trees import detach
from gwformat.writers.docx.amend.stretches import Placed, begin_of, placed
from gwformat.writers.docx.oxml import Element, set_text, text_leaves


def may_reword(leaves: Sequence[Placed], start: int, end: int) -> bool:
    """Whether the characters `start` to `end` are there and none is an object; for an insertion, whether words are.

    `leaves` are those of the paragraph, as `placed` has them.
    """
    touched = _touched(leaves, start, end)
    if start == end:
        return _home(touched, start, end) is not None
    return bool(touched) and all(atom.kind is not AtomKind.OBJECT for _, _, atom in touched)


def reword(paragraph: Element, start: int, end: int, text: str) -> None:
    """Put `text` in the place of the characters `start` to `end`, which may be reworded.

    New text takes the look of the first character it replaces, or of the one before if nothing is replaced.
    """
    touched = _touched(list(placed(paragraph)), start, end)
    home = _home(touched, start, end)
    for item in touched:
        begin, finish, atom = item
        low, high = max(start - begin, 0), max(min(end, finish) - begin, 0)
        own = text if item is home else ""
        if start < end or own:
            _say(atom, atom.text[:low] + own + atom.text[max(high, low) :])


def _touched(leaves: Sequence[Placed], start: int, end: int) -> Sequence[Placed]:
    """The leaves with some of the characters, or at the place of an insertion."""
    if start < end:
        return leaves[bisect_right(leaves, start, key=_finish) : bisect_left(leaves, end, key=begin_of)]
    return leaves[bisect_left(leaves, start, key=_finish) : bisect_right(leaves, start, key=begin_of)]


def _finish(leaf: Placed) -> int:
    return leaf[1]


def _home(touched: Sequence[Placed], start: int, end: int) -> Placed | None:
    """The leaf that takes the new text: the first one that loses characters, or the last that holds text before."""
    if start < end:
        return next(iter(touched), None)
    return next((item for item in reversed(touched) if item[2].kind is AtomKind.TEXT), None)


def _say(atom: Atom, text: str) -> None:
    """Give a leaf new words; tabs and line breaks among them become elements."""
    if atom.kind is AtomKind.TEXT and "\t" not in text and "\n" not in text:
        set_text(atom.node, text)
        return
    for leaf in text_leaves(text):
        atom.node.addprevious(leaf)
    detach(atom.node)
