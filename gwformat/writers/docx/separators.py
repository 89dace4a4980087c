"""Two tables without a paragraph between them are one to Word: where the draft had one between, a thin one stays."""

from __future__ import annotations

from gwformat.writers.docx.oxml import SECTPR, TBL, Element, thin_paragraph


def neighbours(body: Element) -> frozenset[tuple[Element, Element]]:
    """The tables that follow each other at once."""
    pairs = ((table, table.getnext()) for table in body.iter(TBL))
    return frozenset((table, after) for table, after in pairs if after is not None and after.tag == TBL)


def keep_apart(body: Element, before: frozenset[tuple[Element, Element]]) -> None:
    """Part the tables that were not neighbours before; no table ends the body."""
    for table, _ in neighbours(body) - before:
        table.addnext(thin_paragraph())
    last = next((node for node in reversed(body) if node.tag != SECTPR), None)
    if last is not None and last.tag == TBL:
        last.addnext(thin_paragraph())
