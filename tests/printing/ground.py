"""The finished file that faults are planted in: four pages with an imprint, set in the stand-in fonts."""

from __future__ import annotations

import tempfile
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from functools import cache
from pathlib import Path

from gwformat import api
from gwformat.layout.boxes import Line, Page, Pages, Stroke
from gwformat.units import Emu, Mm
from gwformat.writers.typst import write_pdf
from tests.check.specimen import docx_of
from tests.standin.fonts import build_all

TODAY = date(2026, 3, 18)  # the 印发日期 of the ground
_SENTENCE = "各单位要加强领导，落实责任，把各项任务分解到岗位、到人员，明确时限和要求，定期检查，按时报告办理情况。"
SPECIMEN = f"［重复］24\n{_SENTENCE}"


@cache
def docx() -> bytes:
    """The ground as the docx that was formatted."""
    return docx_of(SPECIMEN)


@cache
def laid() -> api.LaidOut:
    """The ground laid out."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "印件.docx"
        path.write_bytes(docx())
        return api.lay_out_file(path)


def drawn(pages: Pages) -> bytes:
    """Pages as a PDF."""
    return write_pdf(pages, laid().setting.fonts, font_dirs=[build_all()]).files[0]


@cache
def good() -> bytes:
    """The ground as a PDF."""
    return drawn(laid().pages)


def changed(change: Callable[[Page], Page]) -> bytes:
    """The ground with every page changed before it was drawn."""
    pages = laid().pages
    return drawn(replace(pages, pages=tuple(change(page) for page in pages.pages)))


def moved(line: Line, x: float = 0, y: float = 0) -> Line:
    """A line in another place; mm."""
    right, down = Mm(x), Mm(y)
    glyphs = tuple(replace(piece, x=Emu(piece.x + right)) for piece in line.glyphs)
    return replace(line, glyphs=glyphs, x=Emu(line.x + right), top=Emu(line.top + down), bottom=Emu(line.bottom + down))


def is_number(line: Line) -> bool:
    """Whether a line is the page number."""
    return line.text.startswith("— ") and line.text.endswith(" —")


def coloured(line: Line, color: str) -> Line:
    """A line in another colour."""
    return replace(line, glyphs=tuple(replace(piece, color=color) for piece in line.glyphs))


def saying(line: Line, text: str) -> Line:
    """A line that says something else, as wide as it was."""
    first = line.glyphs[0]
    return replace(line, glyphs=(replace(first, text=text, width=line.width),))


def ruled(page: Page, *strokes: Stroke) -> Page:
    """A page with more lines drawn on it."""
    return replace(page, strokes=(*page.strokes, *strokes))


def rule(x: float, y: float, width: float, color: str = "000000", weight: float = 0.3) -> Stroke:
    """A level line; mm."""
    return Stroke(Mm(x), Mm(y), Mm(width), Mm(weight), color)
