"""A package in; the same one out with what Word shows in place of alternatives that stand around whole paragraphs."""

from __future__ import annotations

import copy
from collections.abc import Iterator

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
    # Alternatives may stand in alternatives: those that come out of others are dissolved in their turn.
    while (alternate := next(_around_blocks(root.find(w("body"))), None)) is not None:
        losses += _dissolve(alternate)
    return package.restated({main: part_bytes(root)}), tuple(losses)


def _around_blocks(container: etree._Element | None) -> Iterator[etree._Element]:
    """The alternatives between the paragraphs of a body of which Word shows something."""
    for child in () if container is None else container:
        if child.tag == ALTERNATE:
            if is_seen(child):
                yield child
        elif child.tag in WRAPPERS:
            yield from _around_blocks(child)


def _dissolve(alternate: etree._Element) -> Iterator[str]:
    """Put what Word shows in the place of all; yields what was said elsewhere and nowhere in it."""
    shown = chosen(alternate)
    assert shown is not None
    lines = set(_lines(shown))
    for branch in alternate.iterchildren(CHOICE, FALLBACK):
        other = "".join(line for line in _lines(branch) if line not in lines)
        if branch is not shown and other:
            words = other[:_SHOWN] + ("…" if len(other) > _SHOWN else "")
            yield f"只给不认识新功能的软件看的另一种内容，Word 不显示，没有带入：“{words}”"
    for block in list(shown):
        alternate.addprevious(block)
    detach(alternate)


def _lines(branch: etree._Element) -> Iterator[str]:
    for paragraph in paragraphs(branch):
        yield "".join(atom.text for atom in atoms(paragraph)).replace(OBJECT, _OBJECT)
