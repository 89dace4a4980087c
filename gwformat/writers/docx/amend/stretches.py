"""A paragraph and ranges of its characters come in; the runs that hold just these characters go out."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator
from itertools import islice

from gwformat.ooxml.inline import Atom, AtomKind, atoms
from gwformat.values import dataclass
from gwformat.writers.docx.oxml import RPR, Element, child, clone, el, set_text

Placed = tuple[int, int, Atom]
"""A visible leaf of a paragraph with the first of its characters and the one after the last."""


def placed(paragraph: Element) -> Iterator[Placed]:
    """The visible leaves of a paragraph with the characters each holds: start, end, leaf."""
    return in_place(atoms(paragraph), 0)


def in_place(leaves: Iterable[Atom], position: int) -> Iterator[Placed]:
    """Leaves that follow one another, the first of which begins at `position`."""
    for atom in leaves:
        end = position + len(atom.text)
        yield position, end, atom
        position = end


def isolate(paragraph: Element, start: int, end: int) -> list[Element]:
    """The nodes that hold the characters `start` to `end` and no others, runs being split where needed.

    They are runs, except that a formula outside of any run stands for itself.
    """
    return list(Divided(paragraph).isolate(start, end).begins)


@dataclass(frozen=True, slots=True)
class Isolated:
    """The nodes that hold a range, each with its first character; which of the paragraph's runs were split off."""

    begins: dict[Element, int]
    new: tuple[Element, ...]


class Divided:
    """The leaves of a paragraph while its runs are split; each range costs what it holds, not what the whole does."""

    def __init__(self, paragraph: Element) -> None:
        self._leaves = list(placed(paragraph))

    def isolate(self, start: int, end: int) -> Isolated:
        """The nodes that hold the characters `start` to `end` and no others."""
        new = [run for run in (self._part(start, after_mark=True), self._part(end)) if run is not None]
        begins: dict[Element, int] = {}
        for begin, finish, atom in islice(self._leaves, bisect_left(self._leaves, start, key=begin_of), None):
            if begin >= end:
                break
            if begin < finish <= end:
                begins.setdefault(atom.node if atom.run is None else atom.run, begin)
        return Isolated(begins, tuple(new))

    def _part(self, offset: int, *, after_mark: bool = False) -> Element | None:
        """Make a run begin with the character at `offset`; the run that is new for that.

        Where nothing but a mark of no width stands before it in its run, that is only done `after_mark`.
        """
        at = bisect_right(self._leaves, offset, key=begin_of) - 1
        if at < 0:
            return None
        begin, end, atom = self._leaves[at]
        if not begin <= offset < end or atom.run is None or atom.node is atom.run:
            return None
        if begin == offset and not after_mark and (not at or self._leaves[at - 1][2].run is not atom.run):
            return None
        if begin < offset and atom.kind is AtomKind.TEXT:
            self._leaves[at : at + 1] = _halves(begin, end, atom, offset)
            at += 1
        return self._split_before(at)

    def _split_before(self, at: int) -> Element | None:
        """Move a leaf and what follows it to a run of its own, unless the run begins with it."""
        leaf, run = self._leaves[at][2].node, self._leaves[at][2].run
        assert run is not None
        content = [node for node in run if node.tag != RPR]
        first = content.index(leaf)
        if first == 0:
            return None
        properties = child(run, RPR)
        rest = el("r") if properties is None else el("r", clone(properties))
        rest.extend(content[first:])
        run.addnext(rest)
        while at < len(self._leaves) and self._leaves[at][2].run is run:
            begin, end, atom = self._leaves[at]
            self._leaves[at] = begin, end, Atom(atom.node, rest, atom.kind, atom.text)
            at += 1
        return rest


def begin_of(leaf: Placed) -> int:
    """The first of the characters of a leaf."""
    return leaf[0]


def _halves(begin: int, end: int, atom: Atom, offset: int) -> tuple[Placed, Placed]:
    """A leaf of text as two that meet at `offset`."""
    former, latter = atom.text[: offset - begin], atom.text[offset - begin :]
    leaf = clone(atom.node)
    set_text(leaf, latter)
    set_text(atom.node, former)
    atom.node.addnext(leaf)
    return (
        (begin, offset, Atom(atom.node, atom.run, atom.kind, former)),
        (offset, end, Atom(leaf, atom.run, atom.kind, latter)),
    )
