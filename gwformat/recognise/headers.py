"""A draft in; the header of its first page out, where an office's template has put the red head there (7.2)."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterator, Sequence

from gwformat.model import GRAPHICS, OBJECT, Carrier, CarrierKind, Draft, Paragraph, Story
from gwformat.recognise.frames import is_head, key_lines
from gwformat.recognise.patterns import key


def head_in_header(draft: Draft) -> Story | None:
    """The header that only the first page has, if every line in it is of a head and one of them certainly so."""
    if draft.marks or not draft.sections:
        return None
    part = draft.sections[0].headers.first if draft.sections[0].titled else None
    story = next((story for story in draft.stories if part is not None and story.part == part), None)
    if story is None or any(_stays(carrier) for carrier in _carriers(story.blocks)):
        return None
    words = tuple(_words(story.blocks))
    return story if is_head(words, [line for one in words for line in key_lines(one)]) else None


def head_on_every_page(draft: Draft) -> str:
    """The words of a header that more than the first page shows, if they are those of a head; else nothing."""
    part = draft.sections[0].headers.odd if draft.sections else None
    for story in draft.stories:
        words = tuple(_words(story.blocks)) if part is not None and story.part == part else ()
        lines = [line for one in words for line in key_lines(one)]
        if is_head(words, lines):
            return "".join(lines)
    return ""


def with_head(draft: Draft, story: Story) -> Draft:
    """The draft as if the head stood in its text; its paragraphs are of another part, and only to be recognised."""
    return dataclasses.replace(draft, blocks=(*story.blocks, *draft.blocks), stories=(), sections=())


def _stays(carrier: Carrier) -> bool:
    """Whether something is not of a head: words drawn across the page."""
    return carrier.kind is CarrierKind.SHAPE and bool(key(carrier.text)) and not carrier.paragraphs


def _carriers(blocks: Sequence[Paragraph | Carrier]) -> Iterator[Carrier]:
    for block in blocks:
        found = [block] if isinstance(block, Carrier) else [run.carrier for run in block.runs if run.carrier]
        for carrier in found:
            yield carrier
            yield from _carriers(carrier.paragraphs)


def _words(blocks: Sequence[Paragraph | Carrier]) -> Iterator[Paragraph]:
    """The paragraphs, those in boxes and cells too, without what else stands in them."""
    for block in blocks:
        if isinstance(block, Carrier):
            yield from _words(block.paragraphs)
            continue
        inner = [run.carrier for run in block.runs if run.carrier is not None and run.carrier.kind in GRAPHICS]
        yield from _words(inner)
        yield dataclasses.replace(block, runs=tuple(run for run in block.runs if run.text != OBJECT))
