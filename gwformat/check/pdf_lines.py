"""A PDF in; the words on its pages with their places and faces out, in the order in which they were drawn."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from gwformat.errors import ComponentMissing
from gwformat.units import Emu, Pt
from gwformat.values import dataclass


@dataclass(frozen=True, slots=True)
class Word:
    """Words drawn in one go; `baseline` is measured from the upper edge of the page, `face` its PostScript name."""

    page: int
    text: str
    x: Emu
    baseline: Emu
    size: Emu
    face: str


def words_of(pdf: Path) -> Iterator[Word]:
    """All words of a PDF; `ComponentMissing` if pypdf is not installed."""
    try:
        from pypdf import PdfReader
    except ImportError:
        raise ComponentMissing("量位置", "pypdf", "measure") from None
    with PdfReader(pdf) as reader:
        for number, page in enumerate(reader.pages, 1):
            found: list[Word] = []
            height = float(page.mediabox.height)

            def see(text: str, user: Any, matrix: Any, font: Any, size: float, found: list[Word] = found) -> None:
                if text.strip():
                    found.append(_word(text, user, matrix, font, size, number, height))  # noqa: B023 - called at once

            page.extract_text(visitor_text=see)
            yield from found


def _word(text: str, user: Any, matrix: Any, font: Any, size: float, page: int, height: float) -> Word:
    x = matrix[4] * user[0] + matrix[5] * user[2] + user[4]
    y = matrix[4] * user[1] + matrix[5] * user[3] + user[5]
    scale = abs(matrix[3] * user[3]) or 1.0
    name = str(font.get("/BaseFont", "")).lstrip("/").rpartition("+")[2] if font else ""
    return Word(page, text, Pt(x), Pt(height - y), Pt(size * scale), name)
