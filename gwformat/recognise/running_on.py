"""The blocks of a draft in; the same blocks out, paragraphs that run on joined to the ones they are seen in.

A dropped capital is a paragraph of its own in the file, and so is a heading whose mark a style separator hides
(ECMA-376 17.3.2.36): on the page both stand in the paragraph below.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from gwformat.model import Carrier, Change, Fate, Paragraph, RunsOn
from gwformat.recognise.pieces import spanning

_STEP = "要素识别"


def run_on(blocks: Sequence[Paragraph | Carrier], changes: list[Change]) -> Sequence[Paragraph | Carrier]:
    """The blocks as they are seen, with a change for every joint."""
    if not any(isinstance(block, Paragraph) and block.runs_on for block in blocks):
        return blocks
    made: list[Paragraph | Carrier] = []
    for block in blocks:
        before = made[-1] if made else None
        if isinstance(before, Paragraph) and isinstance(block, Paragraph) and before.runs_on and not block.label:
            changes.append(Change(_STEP, Fate.RERENDERED, "", "", before.runs_on.value, block.source))
            made[-1] = _joined(before, block)
        else:
            made.append(block)
    return made


def _joined(first: Paragraph, second: Paragraph) -> Paragraph:
    """Both as one; it looks like the words below a dropped capital, and like the heading before a separator."""
    look = second.look if first.runs_on is RunsOn.DROP_CAP else first.look
    source = spanning(first.source, second.source) or first.source
    return replace(first, runs=(*first.runs, *second.runs), source=source, look=look, runs_on=second.runs_on)
