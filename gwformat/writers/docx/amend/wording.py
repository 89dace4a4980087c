"""A replacement of some characters of a paragraph comes in; its leaves are edited, their wrappers stay."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence

from gwformat.ooxml.inline import Atom, AtomKind, atoms_of
from gwformat.ooxml.trees import detach
from gwformat.writers.docx.amend.stretches import Placed, begin_of, in_place, placed
from gwformat.writers.docx.oxml import Element, set_text, text_leaves


def may_reword(leaves: Sequence[Placed], start: int, end: int) -> bool:
    """Whether the characters `start` to `end` are there and none is an object; for an insertion, whether words are.

    `leaves` are those of the paragraph, as `placed` has them.
    """
    touched = leaves[_reach(leaves, start, end)]
    if start == end:
        return _home(touched, start, end) is not None
    return bool(touched) and all(atom.kind is not AtomKind.OBJECT for _, _, atom in touched)


class Words:
    """The leaves of a paragraph while its words are replaced from the last to the first.

    A replacement so leaves the places before it as they were, and costs what it touches, not what the whole does.
    """

    def __init__(self, paragraph: Element) -> None:
        self._leaves = list(placed(paragraph))

    def may_reword(self, start: int, end: int) -> bool:
        """Whether `reword` can."""
        return may_reword(self._leaves, start, end)

    def reword(self, start: int, end: int, text: str) -> None:
        """Put `text` in the place of the characters `start` to `end`, which may be reworded.

        New text takes the look of the first character it replaces, or of the one before if nothing is replaced.
        """
        reach = _reach(self._leaves, start, end)
        touched = self._leaves[reach]
        home = _home(touched, start, end)
        said: list[Atom] = []
        for item in touched:
            begin, finish, atom = item
            low, high = max(start - begin, 0), max(min(end, finish) - begin, 0)
            own = text if item is home else ""
            changed = start < end or own
            said += _say(atom, atom.text[:low] + own + atom.text[max(high, low) :]) if changed else (atom,)
        # What follows is not looked at any more: where it stands now is nothing to those before.
        self._leaves[reach.start :] = in_place(said, touched[0][0])


def _reach(leaves: Sequence[Placed], start: int, end: int) -> slice:
    """The leaves with some of the characters, or at the place of an insertion."""
    if start < end:
        return slice(bisect_right(leaves, start, key=_finish), bisect_left(leaves, end, key=begin_of))
    return slice(bisect_left(leaves, start, key=_finish), bisect_right(leaves, start, key=begin_of))


def _finish(leaf: Placed) -> int:
    return leaf[1]


def _home(touched: Sequence[Placed], start: int, end: int) -> Placed | None:
    """The leaf that takes the new text: the first one that loses characters, or the last that holds text before."""
    if start < end:
        return next(iter(touched), None)
    return next((item for item in reversed(touched) if item[2].kind is AtomKind.TEXT), None)


def _say(atom: Atom, text: str) -> Sequence[Atom]:
    """Give a leaf new words, and say what it is now; tabs and line breaks among them become elements."""
    if atom.kind is AtomKind.TEXT and "\t" not in text and "\n" not in text:
        set_text(atom.node, text)
        return (atom._replace(text=text),)
    leaves = list(text_leaves(text))
    for leaf in leaves:
        atom.node.addprevious(leaf)
    detach(atom.node)
    return atoms_of(leaves, atom.run)
