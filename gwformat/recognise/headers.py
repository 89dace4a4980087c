"""A draft in; the header of its first page out, where an office's template has put the red head there (7.2)."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterator, Sequence

from gwformat.model import GRAPHICS, OBJECT, Carrier, CarrierKind, Draft, Paragraph, Story, carriers_in
from gwformat.recognise.frames import is_head, key_lines
from gwformat.recognise.patterns import key


def head_in_header(draft: Draft) -> Story | None:
    """The header that only the first page has, if every line in it is of a head and one of them certainly so."""
    if draft.marks or not draft.sections:
        return None
    story = _story(draft, draft.sections[0].headers.first) if draft.sections[0].titled else None
    if story is None or any(_stays(carrier) for carrier in carriers_in(story.blocks)):
        return None
    return story if _lines_of_head(story) else None


def head_on_every_page(draft: Draft) -> str:
    """The words of a header that more than the first page shows, if they are those of a head; else nothing."""
    story = _story(draft, draft.sections[0].headers.odd) if draft.sections else None
    return "".join(_lines_of_head(story)) if story is not None else ""


def with_head(draft: Draft, story: Story) -> Draft:
    """The draft as if the head stood in its text; its paragraphs are of another part, and only to be recognised."""
    return dataclasses.replace(draft, blocks=(*story.blocks, *draft.blocks), stories=(), sections=())


def _story(draft: Draft, part: str | None) -> Story | None:
    return next((story for story in draft.stories if part is not None and story.part == part), None)


def _lines_of_head(story: Story) -> list[str]:
    """The lines of a header, as keys, if they are those of a head; else none."""
    words = tuple(_words(story.blocks))
    lines = [line for one in words for line in key_lines(one)]
    return lines if is_head(words, lines) else []


def _stays(carrier: Carrier) -> bool:
    """Whether something is not of a head: words drawn across the page."""
    return carrier.kind is CarrierKind.SHAPE and bool(key(carrier.text)) and not carrier.paragraphs


def _words(blocks: Sequence[Paragraph | Carrier]) -> Iterator[Paragraph]:
    """The paragraphs, those in boxes and cells too, without what else stands in them."""
    for block in blocks:
        if isinstance(block, Carrier):
            yield from _words(block.paragraphs)
            continue
        inner = [run.carrier for run in block.runs if run.carrier is not None and run.carrier.kind in GRAPHICS]
        yield from _words(inner)
        yield dataclasses.replace(block, runs=tuple(run for run in block.runs if run.text != OBJECT))
