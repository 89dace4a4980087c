"""A page comes in; what it shows goes out in the order in which it is drawn, and in which its words are read."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from gwformat.layout.boxes import Fill, Layer, Page, Placed, Stroke
from gwformat.values import dataclass
from gwformat.writers.drawn.paragraphs import Paragraph, paragraphs


@dataclass(frozen=True, slots=True)
class Turned:
    """What is set on the sheet upright, as it is bound: turned to the right, from the page's upper right corner."""

    paragraphs: tuple[Paragraph, ...]


Shown = Fill | Stroke | Placed | Paragraph | Turned


def shown(page: Page) -> Iterator[Shown]:
    """Everything the page shows; what comes later covers what came before."""
    yield from page.fills
    yield from (placed for placed in page.carriers if placed.layer is Layer.BEHIND)
    waiting = sorted((placed for placed in page.carriers if placed.layer is Layer.TEXT), key=lambda placed: placed.y)
    for paragraph in paragraphs(page):
        while waiting and waiting[0].y <= paragraph.lines[0].top:
            yield waiting.pop(0)
        yield paragraph
    if page.turned:
        yield Turned(tuple(paragraphs(replace(page, lines=page.turned))))
    yield from waiting
    yield from page.strokes
    yield from (placed for placed in page.carriers if placed.layer is Layer.BEFORE)
