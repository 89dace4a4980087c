"""Laid out pages come in; pages that fill whole sheets go out, the imprint last, blank ones before it (7.4, 7.5).

Where text stands on the imprint's page, the imprint moves to a page of its own: a blank page may not part the text.
"""

from __future__ import annotations

from dataclasses import replace

from gwformat.layout.boxes import Page, Pages, Stroke
from gwformat.model import IMPRINT_ROLES
from gwformat.units import Emu, Mm

_RULES_ABOVE = Mm(5)  # of the first words of the imprint: its upper line


def filled(pages: Pages, multiple: int) -> Pages:
    """The pages made up to a multiple; neither blank pages nor an imprint page behind them have numbers (7.5)."""
    last = pages.pages[-1]
    top = _imprint_top(last)
    lacking = -len(pages.pages) % multiple
    if not lacking:
        return pages
    if top is None:
        body, end = list(pages.pages), None
    elif any(line.top < top for line in last.lines) or last.carriers:
        body, end = [*pages.pages[:-1], _without(last, top)], _only(last, top)
        lacking -= 1
    else:
        body, end = list(pages.pages[:-1]), _only(last, top)
    blank = Page(0, None, last.width, last.height, ())
    found = [*body, *[blank] * lacking, *([end] if end else [])]
    return replace(pages, pages=tuple(replace(page, number=number) for number, page in enumerate(found, 1)))


def _imprint_top(page: Page) -> Emu | None:
    tops = [line.top for line in page.lines if line.role in IMPRINT_ROLES]
    return Emu(min(tops) - _RULES_ABOVE) if tops else None


def _without(page: Page, top: Emu) -> Page:
    """What stands above the imprint, and headers and footers."""
    lines = tuple(line for line in page.lines if line.top < top or line.margin)
    return replace(page, lines=lines, strokes=_strokes(page, top, below=False))


def _only(page: Page, top: Emu) -> Page:
    lines = tuple(line for line in page.lines if line.top >= top and not line.margin)
    return Page(page.number, None, page.width, page.height, lines, _strokes(page, top, below=True))


def _strokes(page: Page, top: Emu, *, below: bool) -> tuple[Stroke, ...]:
    return tuple(stroke for stroke in page.strokes if (stroke.y >= top) is below)
