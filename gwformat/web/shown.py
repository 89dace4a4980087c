"""What a job was done with comes in; the pictures of its pages go out, each drawn when it is looked at."""

from __future__ import annotations

import dataclasses
from collections.abc import Sequence
from functools import cached_property
from pathlib import Path
from typing import Protocol

from gwformat import api, drawing
from gwformat.errors import GwError
from gwformat.finished.values import Page
from gwformat.report.printed.pictures import svg
from gwformat.units import Emu

_DPI = 110
_LONGEST = 1700  # pixels of a large sheet
_PNG, _SVG = "image/png", "image/svg+xml"


class ShownPages(Protocol):
    """Pages that can be looked at."""

    @property
    def note(self) -> str:
        """What is not in their pictures as it is in the file."""

    @property
    def sizes(self) -> Sequence[tuple[float, float]]:
        """Width and height of each page in mm; none where they cannot be drawn here."""

    def picture(self, page: int) -> tuple[bytes, str]:
        """The picture of a page, from 0, and its media type."""


class LaidPages:
    """The pages of a formatted draft, worked out when they are first looked at."""

    note = ""

    def __init__(self, result: api.FormatResult) -> None:
        self._result = result

    @cached_property
    def _laid(self) -> api.LaidOut:
        return dataclasses.replace(self._result.laid, pages=self._result.pages)

    @cached_property
    def sizes(self) -> Sequence[tuple[float, float]]:
        """Those of the pages as they were laid out."""
        if not _can_draw():
            return ()
        return [(Emu(page.width).mm, Emu(page.height).mm) for page in self._laid.pages.pages]

    def picture(self, page: int) -> tuple[bytes, str]:
        """Drawn as the result will be printed."""
        one = dataclasses.replace(self._laid.pages, pages=(self._laid.pages.pages[page],))
        drawn = drawing.draw(one, self._laid.setting, "png", dpi=_DPI, media=self._laid.media)
        return drawn.files[0], _PNG


class FinishedPages:
    """The pages of a finished file as they were read."""

    note = "各页照读出的文字和线条画：字形是本机的，图片只画灰框。"

    def __init__(self, pages: Sequence[Page]) -> None:
        self._pages = pages
        self.sizes = [(page.width, page.height) for page in pages]

    def picture(self, page: int) -> tuple[bytes, str]:
        """Drawn from what was read."""
        return svg(self._pages[page]).encode(), _SVG


class PdfPages:
    """The pages of a PDF, drawn from the file itself."""

    note = ""

    def __init__(self, path: Path, sizes: Sequence[tuple[float, float]]) -> None:
        self._path = path
        self.sizes = sizes

    def picture(self, page: int) -> tuple[bytes, str]:
        """Drawn with the fonts and pictures of the file."""
        longest = max(self.sizes[page]) / 25.4
        return drawing.page_of_pdf(self._path, page + 1, dpi=min(_DPI, _LONGEST / longest)), _PNG


class ReadPdfPages:
    """The pages of a PDF that was read: drawn from the file itself, or as they were read where that fails."""

    def __init__(self, path: Path, pages: Sequence[Page]) -> None:
        self._read = FinishedPages(pages)
        self._file = PdfPages(path, self._read.sizes)
        self.sizes = self._read.sizes
        self.note = "" if _can_draw() else self._read.note

    def picture(self, page: int) -> tuple[bytes, str]:
        """Drawn from the file, if it can be."""
        try:
            return self._file.picture(page)
        except GwError:
            return self._read.picture(page)


def pages_of_pdf(path: Path) -> PdfPages:
    """The pages of a PDF that this program has written."""
    from gwformat.printing.pdf_forms import leaves_of, open_pdf, size_of  # need what is installed for printing only

    leaves = leaves_of(open_pdf(path.read_bytes(), path.name))
    width_and_height = [size_of(leaf.page).edges for leaf in leaves] if _can_draw() else []
    return PdfPages(path, [(Emu(width).mm, Emu(height).mm) for width, height in width_and_height])


def _can_draw() -> bool:
    try:
        drawing.demand("png")
    except GwError:
        return False
    return True
