"""Normalisation: a recognised document comes in, the same words in the set typographic forms come out."""

from __future__ import annotations

import dataclasses
from collections.abc import Collection
from itertools import groupby

from gwformat.errors import UsageError
from gwformat.model import Change, Document
from gwformat.normalise import (
    attachments,
    cells,
    characters,
    contents,
    elements,
    marks,
    numbering,
    pictures,
    rosters,
    spacing,
    tab_rows,
)
from gwformat.normalise.format import fitted
from gwformat.normalise.passes import Local, Localities, Pass

# The order matters: characters first; then what is empty, for elements look at their neighbours; markers, elements
# and entries while their gaps still part them; then punctuation, which looks through gaps; last the gaps.
PASSES: tuple[Pass, ...] = (
    *characters.PASSES,
    spacing.INDENTS,
    spacing.BREAKS,
    spacing.PAGE_BREAKS,
    pictures.PICTURES,
    spacing.EMPTY,
    attachments.LINES,
    numbering.NUMBERING,
    *elements.PASSES,
    *attachments.PASSES,
    *marks.PASSES,
    *marks.OPTIONAL,
    *elements.OPTIONAL,
    contents.CONTENTS,
    rosters.ROSTERS,
    tab_rows.TAB_ROWS,
    spacing.SPACES,
    spacing.TABS,
)
# One mark may wait for its neighbour: in ("甲"), the brackets turn full width first, the comma beside them next.
_ROUNDS = 5
KEYS = frozenset(step.key for step in PASSES)


def normalise(document: Document, *, disabled: Collection[str] = (), enabled: Collection[str] = ()) -> Document:
    """The document after all passes but the `disabled` ones; optional passes run if `enabled`, else they suggest."""
    unknown = sorted({*disabled, *enabled} - KEYS)
    if unknown:
        raise UsageError(f"没有名为“{'、'.join(unknown)}”的整理", f"可用：{'、'.join(step.key for step in PASSES)}")
    chosen = [step for step in PASSES if step.key not in disabled]
    steps = [step for step in chosen if step.default or step.key in enabled]
    groups = [(tuple(group), local) for local, group in groupby(steps, key=lambda step: isinstance(step.run, Local))]
    paragraphs = Localities()
    for _ in range(_ROUNDS):
        before = len(document.changes)
        for number, (group, local) in enumerate(groups):
            if local:
                document = paragraphs.run(document, group, number)
            else:
                for step in group:
                    document = step(document)
        if len(document.changes) == before:
            break
    document = cells.told(document)
    others = [step for step in chosen if not (step.default or step.key in enabled)]
    return _with_suggestions(document, others, paragraphs)


def _with_suggestions(document: Document, steps: Collection[Pass], paragraphs: Localities) -> Document:
    count = len(document.changes)
    found: list[Change] = []
    for step in steps:
        if isinstance(step.run, Local):
            found += paragraphs.suggested(document, step, step.run)
        else:
            found += step(document).changes[count:]
    new = [change for change in found if change not in document.suggestions]
    return dataclasses.replace(document, suggestions=(*document.suggestions, *new)) if new else document


__all__ = ["KEYS", "PASSES", "Pass", "fitted", "normalise"]
