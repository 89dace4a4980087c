"""A draft and a document in, their leaves and what the document's runs show of them out."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

from gwformat.model import HEAD_ROLES, IMPRINT_ROLES, Block, Carrier, Document, Paragraph, Role, Run

Leaf = tuple[int, int]
"""A visible leaf of the draft: paragraph number, atom index."""

SET_ANEW = frozenset((*HEAD_ROLES, *IMPRINT_ROLES))
"""Roles that the writer lays out anew and whose blocks may leave their place."""


class Use(NamedTuple):
    """A run of the document: the leaf it shows (None for new text), its words, and the block it is in."""

    leaf: Leaf | None
    text: str
    role: Role
    block: int


def inner_paragraphs(paragraph: Paragraph | Block) -> Iterator[Paragraph]:
    """The paragraphs inside the inline pieces of a paragraph or block."""
    for run in paragraph.runs:
        if run.carrier is not None:
            yield from within(run.carrier)


def within(carrier: Carrier) -> Iterator[Paragraph]:
    """The paragraphs of an opaque piece, those of pieces inside it included."""
    for paragraph in carrier.paragraphs:
        yield paragraph
        yield from inner_paragraphs(paragraph)


def leaf_of(run: Run) -> Leaf | None:
    """The leaf a run shows; None if it is new text."""
    return None if run.atom is None or run.paragraph is None else (run.paragraph, run.atom)


def leaves_of(paragraphs: Iterable[Paragraph]) -> Iterator[tuple[Leaf, str]]:
    """Every leaf of the draft with its words, in order."""
    for paragraph in paragraphs:
        for run in paragraph.runs:
            leaf = leaf_of(run)
            if leaf is not None:
                yield leaf, run.text


def labels_spelled(document: Document) -> dict[int, str]:
    """Labels of automatic lists that became words inside an opaque piece, by the number of their paragraph.

    A list that runs through text and tables is numbered on in the tables by words, and a change says so.
    """
    said = {change.source.first: change.after for change in document.changes if change.source and not change.before}
    carriers = (carrier for block in document.blocks for carrier in (block.carrier, *_inline(block)) if carrier)
    return {
        paragraph.source.first: paragraph.label
        for carrier in carriers
        for paragraph in within(carrier)
        if paragraph.label and said.get(paragraph.source.first) == paragraph.label
    }


def _inline(block: Block) -> Iterator[Carrier | None]:
    return (run.carrier for run in block.runs)


def uses_of(document: Document, spelled: Mapping[int, str]) -> Iterator[Use]:
    """Every run of the document, those inside carriers included, in order; `spelled` are its `labels_spelled`."""
    for index, block in enumerate(document.blocks):
        paragraphs = within(block.carrier) if block.carrier is not None else inner_paragraphs(block)
        for run in block.runs:
            yield Use(leaf_of(run), run.text, block.set_as, index)
        for paragraph in paragraphs:
            if paragraph.source.first in spelled:
                yield Use(None, spelled[paragraph.source.first], block.set_as, index)
            for run in paragraph.runs:
                yield Use(leaf_of(run), run.text, block.set_as, index)
