"""Drafts with tables come in; which lines in cells LibreOffice sets otherwise than `layout` goes out.

    python benchmarks/tables.py [DIR …] [--generated 40] [--list]

LibreOffice sees the stand-in fonts only. A line in a cell agrees if LibreOffice shows the same characters on the same
page at the same place.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from pypdf import PdfReader

sys.path.insert(0, str(Path(__file__).parents[1]))

from benchmarks.page_content import Glyph
from benchmarks.pdf_content import read_page
from benchmarks.stress_tables import table_draft
from gwformat.api import FormatOptions, format_file
from gwformat.errors import GwError
from gwformat.layout import Pages
from gwformat.layout.boxes import Line, Page
from gwformat.model import OBJECT, Role
from tests.standin import office

_NEAR = 2.6  # mm: programs place the characters differently within the same pitch
_BATCH = 20


@dataclass(frozen=True, slots=True)
class Compared:
    """The lines in cells of one document."""

    path: Path
    pages: tuple[int, int]  # ours, LibreOffice's
    estimated: bool
    lines: int
    missed: tuple[str, ...]


def compare(path: Path, pages: Pages, pdf: Path) -> Compared:
    """Our lines in cells beside what LibreOffice shows in their places."""
    sheets = [read_page(sheet)[0] for sheet in PdfReader(pdf).pages]
    lines, missed = 0, []
    for page in pages.pages:
        glyphs = sheets[page.number - 1] if page.number <= len(sheets) else []
        for line in _in_cells(page):
            lines += 1
            if not _is_shown(line, glyphs):
                missed.append(f"page {page.number}, {line.x.mm:.1f}/{line.top.mm:.1f} mm: {line.text}")
    return Compared(path, (len(pages.pages), len(sheets)), pages.estimated_from is not None, lines, tuple(missed))


def _in_cells(page: Page) -> Iterator[Line]:
    return (line for line in page.lines if line.role is Role.OTHER and line.spans and _plain(line.text))


def _is_shown(line: Line, glyphs: Sequence[Glyph]) -> bool:
    """Whether the characters in the place of the line are those of the line."""
    left, right = line.x.mm - 0.6, line.x.mm + line.width.mm + 0.6
    middle = (line.top.mm + line.bottom.mm) / 2
    rows: dict[float, list[Glyph]] = {}
    for glyph in glyphs:
        at = glyph.baseline - 0.36 * glyph.size * 25.4 / 72
        if left <= glyph.x < right and abs(at - middle) < _NEAR:
            rows.setdefault(round(glyph.baseline, 1), []).append(glyph)
    wanted = _plain(line.text)
    texts = ("".join(glyph.text for glyph in sorted(row, key=lambda glyph: glyph.x)) for row in rows.values())
    return any(_plain(text) == wanted for text in texts)


def _plain(text: str) -> str:
    return "".join(text.replace(OBJECT, "").split())


def run(paths: Sequence[Path], scratch: Path) -> Iterator[Compared]:
    """Format, convert and compare, some documents at a time."""
    environment = office.install(scratch / "office")
    for begin in range(0, len(paths), _BATCH):
        made: list[tuple[Path, Path, Pages]] = []
        for number, path in enumerate(paths[begin : begin + _BATCH], begin):
            target = scratch / f"out-{number}.docx"
            try:
                made.append((path, target, format_file(path, target, FormatOptions(force=True)).pages))
            except GwError:
                continue  # what cannot be read is not the subject here
        pdfs = office.convert_all([target for _, target, _ in made], scratch, environment)
        for (path, _, pages), pdf in zip(made, pdfs, strict=True):
            if pdf is not None:
                yield compare(path, pages, pdf)


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folders", type=Path, nargs="*")
    parser.add_argument("--generated", type=int, default=40)
    parser.add_argument("--list", action="store_true", help="name every line that differs")
    arguments = parser.parse_args()
    with tempfile.TemporaryDirectory() as name:
        scratch = Path(name)
        paths = [path for folder in arguments.folders for path in sorted(folder.rglob("*.docx"))]
        for seed in range(arguments.generated):
            paths.append(scratch / f"tables-{seed}.docx")
            paths[-1].write_bytes(table_draft(seed))
        results = list(run(paths, scratch))
    for result in results:
        differs = result.pages[0] != result.pages[1]
        if differs or result.missed:
            mark = " (estimated)" if result.estimated else ""
            pages = f"pages {result.pages[0]}, LibreOffice {result.pages[1]}"
            print(f"{result.path.name}: {pages}; {len(result.missed)} of {result.lines} lines differ{mark}")
        for missed in result.missed if arguments.list else ():
            print(f"      {missed}")
    lines, missed = sum(result.lines for result in results), sum(len(result.missed) for result in results)
    paged = sum(result.pages[0] == result.pages[1] for result in results)
    share = f"{1 - missed / lines:.2%}" if lines else "–"
    print(
        f"{len(results)} documents, page count the same in {paged}; lines in cells {lines - missed} of {lines}, {share}"
    )
    return 0


if __name__ == "__main__":
    sys.exit(main())
