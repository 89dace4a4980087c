"""A package in; the same one out with what Word shows in place of alternatives that stand around whole paragraphs."""

from __future__ import annotations

import copy
from collections import deque
from collections.abc import Iterable, Iterator

from lxml import etree

from gwformat.model import OBJECT
from gwformat.ooxml.alternatives import ALTERNATE, CHOICE, FALLBACK, chosen, is_seen
from gwformat.ooxml.inline import atoms, paragraphs
from gwformat.ooxml.names import w
from gwformat.ooxml.package import Package
from gwformat.ooxml.safexml import mentions
from gwformat.ooxml.tables import WRAPPERS
from gwformat.ooxml.trees import detach, part_bytes

_SHOWN = 20  # characters
_OBJECT = "［图形等］"


def shown_said(package: Package) -> tuple[Package, tuple[str, ...]]:
    """The package with such alternatives dissolved, and the words of theirs that only other programs show.

    `Package.as_said` of the result is the one that came in.
    """
    main = package.main_part
    body = package.tree(main).find(w("body")) if mentions(package.parts[main], b"AlternateContent") else None
    if body is None or next(_around_blocks(body), None) is None:
        return package, ()
    root = copy.deepcopy(package.tree(main))
    losses: list[str] = []
    waiting = deque(_around_blocks(next(root.iterchildren(w("body")))))
    while waiting:
        alternate = waiting.popleft()
        shown = chosen(alternate)
        assert shown is not None
        losses += _lost(alternate, shown)
        blocks = list(shown)
        for block in blocks:
            alternate.addprevious(block)
        detach(alternate)
        # Alternatives may stand in alternatives: those that come out of others are dissolved in their turn.
        waiting.extendleft(reversed([*_around_blocks(blocks)]))
    return package.restated({main: part_bytes(root)}), tuple(losses)


def _around_blocks(blocks: Iterable[etree._Element]) -> Iterator[etree._Element]:
    """The alternatives between the paragraphs of a body, or of some of it, of which Word shows something."""
    for child in blocks:
        if child.tag == ALTERNATE:
            if is_seen(child):
                yield child
        elif child.tag in WRAPPERS:
            yield from _around_blocks(child)


def _lost(alternate: etree._Element, shown: etree._Element) -> Iterator[str]:
    """What is said elsewhere than in the branch that Word shows, and nowhere in it."""
    lines = set(_lines(shown))
    for branch in alternate.iterchildren(CHOICE, FALLBACK):
        other = "".join(line for line in _lines(branch) if line not in lines)
        if branch is not shown and other:
            words = other[:_SHOWN] + ("…" if len(other) > _SHOWN else "")
            yield f"只给不认识新功能的软件看的另一种内容，Word 不显示，没有带入：“{words}”"


def _lines(branch: etree._Element) -> Iterator[str]:
    for paragraph in paragraphs(branch):
        yield "".join(atom.text for atom in atoms(paragraph)).replace(OBJECT, _OBJECT)
