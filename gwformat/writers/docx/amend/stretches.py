"""A paragraph and a range of its characters come in; the runs that hold just these characters go out."""

from __future__ import annotations

from collections.abc import Iterator

from gwformat.ooxml.inline import Atom, AtomKind, atoms
from gwformat.writers.docx.oxml import RPR, Element, child, clone, el, set_text


def placed(paragraph: Element) -> Iterator[tuple[int, int, Atom]]:
    """The visible leaves of a paragraph with the characters each holds: start, end, leaf."""
    position = 0
    for atom in atoms(paragraph):
        end = position + len(atom.text)
        yield position, end, atom
        position = end


def isolate(paragraph: Element, start: int, end: int) -> list[Element]:
    """The nodes that hold the characters `start` to `end` and no others, runs being split where needed.

    They are runs, except that a formula outside of any run stands for itself.
    """
    for offset in (start, end):
        _part(paragraph, offset)
    found = [
        atom.run if atom.run is not None else atom.node
        for begin, finish, atom in placed(paragraph)
        if start <= begin and finish <= end and begin < finish
    ]
    return list(dict.fromkeys(found))


def _part(paragraph: Element, offset: int) -> None:
    """Make a run begin with the character at `offset`."""
    for begin, end, atom in placed(paragraph):
        if not begin <= offset < end or atom.run is None or atom.node is atom.run:
            continue
        leaf = atom.node
        if begin < offset and atom.kind is AtomKind.TEXT:
            leaf = clone(atom.node)
            set_text(leaf, atom.text[offset - begin :])
            set_text(atom.node, atom.text[: offset - begin])
            atom.node.addnext(leaf)
        _split_before(atom.run, leaf)
        return


def _split_before(run: Element, leaf: Element) -> None:
    """Move `leaf` and what follows it to a run of its own, unless the run begins with it."""
    content = [node for node in run if node.tag != RPR]
    at = content.index(leaf)
    if at == 0:
        return
    properties = child(run, RPR)
    rest = el("r") if properties is None else el("r", clone(properties))
    rest.extend(content[at:])
    run.addnext(rest)
