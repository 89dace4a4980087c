"""PDFs of 公文 come in; where their elements stand on the sheet goes out, measured without any code of gwformat.

    python -m benchmarks.geometry [--docx]
    python -m benchmarks.geometry [--expect general] [--seal none|round|signature] FILE.pdf …

Without a file our own fictional drafts are rendered in both grids and every figure of the standard is judged, on our
PDF (± 0.3 mm), or with `--docx` on what LibreOffice makes of our docx (± 1 mm); the exit code is 1 if one is off.
Positions are mm from the sheet's top left. Ink is measured on a raster, everything else on glyph origins and paths.
"""

from __future__ import annotations

import argparse
import re
import subprocess
import sys
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from pypdf import PdfReader

from benchmarks.ink import Box, ink
from benchmarks.page_content import Glyph, Picture, Stroke
from benchmarks.pdf_content import read_page, read_pictures
from benchmarks.text_lines import MM_PER_PT, TextLine, text_lines

LEFT, RIGHT, TOP, BOTTOM = 28.0, 184.0, 37.0, 262.0  # 版心 (GB/T 9704-2012 5.2.1)
COLUMN = 156 / 28

_DOC_NUMBER = re.compile(r"〔\d{4}〕\d+号")
PAGE_NUMBER = re.compile(r"—\s*\d+\s*—")
_DATE = re.compile(r"(?:19|20)\d{2}年\d{1,2}月\d{1,2}日")
_HEADINGS = (
    ("一级标题", re.compile(r"[一二三四五六七八九十]+、")),
    ("二级标题", re.compile(r"（[一二三四五六七八九十]+）")),
    ("三级标题", re.compile(r"\d+\.")),
    ("四级标题", re.compile(r"（\d+）")),
)


@dataclass(frozen=True, slots=True)
class PageNumber:
    """— 1 — as printed."""

    text: str
    dash_y: float
    x0: float
    x1: float
    font: str
    size: float

    @property
    def side(self) -> str:
        """The half of the sheet it stands in."""
        return "right" if self.x0 + self.x1 > 210 else "left"

    @property
    def inset(self) -> float:
        """From the outer edge of the 版心, in characters of its own size."""
        outer = RIGHT - self.x1 if self.side == "right" else self.x0 - LEFT
        return outer / (self.size * MM_PER_PT)


@dataclass(frozen=True, slots=True)
class SignOff:
    """署名 (lines above the date) and 成文日期."""

    names: tuple[TextLine, ...]
    date: TextLine
    rows_above: float | None  # from the line above on that page to the first name, in lines of 10.39 mm

    @staticmethod
    def right_gap(line: TextLine) -> float:
        """From the line's right edge to that of the 版心, in 字."""
        return (RIGHT - line.x1) / COLUMN


@dataclass(frozen=True, slots=True)
class Lying:
    """A page that lies on its side; places are those on the sheet as it is bound, upright, the upper edge at its left.

    `above` and `below` are the ends of its ruled lines along the sheet, `left` and `right` those across.
    """

    page: int
    heads: tuple[float, ...]  # the middle of each line of words, from left to right
    above: float
    below: float
    left: float
    right: float


@dataclass(frozen=True, slots=True)
class Measured:
    """What was found on the pages."""

    pages: int
    lines: tuple[TextLine, ...]
    rows: tuple[int, ...]  # text lines in the 版心, per page
    full_lines: Counter[float]  # cells of the lines that reach the right edge → how many
    mark: Box | None  # ink
    doc_number: TextLine | None
    red_line: Stroke | None
    red_lines: tuple[Stroke, ...]  # all of the first page
    imprint_lines: tuple[Stroke, ...]  # from top to bottom
    page_numbers: tuple[PageNumber | None, ...]
    sign_off: SignOff | None
    fonts: dict[str, frozenset[tuple[str, float]]]  # element → fonts and sizes
    embedded: bool
    pictures: tuple[Picture, ...] = ()
    landscape: tuple[Lying, ...] = ()

    @property
    def red_gap(self) -> float | None:
        """From the document number's em box to the middle of the red line."""
        if self.red_line is None or self.doc_number is None:
            return None
        return self.red_line.y - self.doc_number.bottom


def measure(pdf: Path) -> Measured:
    """Measure one PDF."""
    reader = PdfReader(pdf)
    contents = [read_page(page) for page in reader.pages]
    lying = {n for n, page in enumerate(reader.pages, 1) if page.mediabox.width > page.mediabox.height}
    found = [text_lines(number, glyphs) for number, (glyphs, _) in enumerate(contents, 1) if number not in lying]
    bound = [line for n in lying for line in text_lines(n, _as_bound(contents[n - 1][0]), _TURNED_APART)]
    lines = [line for page in found for line in page]
    numbers = [
        _page_number(pdf, page, lines, lying=False) or _page_number(pdf, page, bound, lying=True)
        for page in range(1, len(contents) + 1)
    ]
    body = [line for line in lines if line.top < BOTTOM and not PAGE_NUMBER.fullmatch(line.text)]
    red = [stroke for stroke in _across(contents[0][1]) if stroke.color != "000000"]
    red_lines = _merged(red)
    red_line = next(iter(red_lines), None)
    above = [line for line in body if line.page == 1 and red_line is not None and line.baseline < red_line.y]
    last = [] if len(contents) in lying else contents[-1][1]
    imprint = _merged([stroke for stroke in _across(last) if stroke not in red])
    text = _without_imprint(body, imprint, len(contents))
    return Measured(
        pages=len(contents),
        lines=tuple(lines),
        rows=tuple(
            len(glyphs) if page in lying else sum(line.page == page for line in body)
            for page, (glyphs, _) in enumerate(contents, 1)
        ),
        full_lines=Counter(round(line.cells, 1) for line in text if line.x1 > RIGHT - COLUMN and line.size == 16),
        mark=_mark(pdf, above),
        doc_number=next((line for line in above if _DOC_NUMBER.search(line.text)), None),
        red_line=red_line,
        red_lines=red_lines,
        imprint_lines=imprint,
        page_numbers=tuple(numbers),
        sign_off=_sign_off([line for line in text if line not in above]),
        fonts=_fonts(above, text, [line for line in body if line not in text], numbers),
        embedded=_all_embedded(pdf),
        landscape=tuple(_lying(number, *contents[number - 1]) for number in sorted(lying)),
        pictures=tuple(box for number, page in enumerate(reader.pages, 1) for box in read_pictures(number, page)),
    )


_LENGTH = 297.0
_TURNED_APART = 1.0  # LibreOffice 26.8 sets Chinese and Latin characters of turned words 0.6 mm apart


def _as_bound(glyphs: Sequence[Glyph]) -> list[Glyph]:
    """The turned glyphs of a page on its side, where they stand when it is bound."""
    return [replace(glyph, x=glyph.baseline, baseline=_LENGTH - glyph.x) for glyph in glyphs if glyph.turned]


def _lying(page: int, glyphs: Sequence[Glyph], strokes: Sequence[Stroke]) -> Lying:
    words = text_lines(page, [glyph for glyph in glyphs if not glyph.turned])
    ends = [(stroke.x0, stroke.y0, stroke.x1, stroke.y1) for stroke in strokes]
    x0, y0, x1, y1 = (pick(places) for pick, places in zip((min, min, max, max), zip(*ends, strict=True), strict=True))
    heads = tuple((line.top + line.bottom) / 2 for line in words)
    return Lying(page, heads, _LENGTH - x1, _LENGTH - x0, y0, y1)


def _across(strokes: Sequence[Stroke]) -> list[Stroke]:
    """The lines long enough to part a page, from top to bottom."""
    return sorted((stroke for stroke in strokes if stroke.length > 100), key=lambda stroke: stroke.y)


def _merged(strokes: Sequence[Stroke]) -> tuple[Stroke, ...]:
    """Lines drawn twice in one place count once."""
    kept: list[Stroke] = []
    for stroke in strokes:
        if not kept or stroke.y - kept[-1].y > 0.6:
            kept.append(stroke)
    return tuple(kept)


def _without_imprint(lines: list[TextLine], imprint: Sequence[Stroke], last: int) -> list[TextLine]:
    if len(imprint) < 2:
        return lines
    return [line for line in lines if line.page != last or not imprint[0].y < line.baseline < imprint[-1].y]


def _mark(pdf: Path, above: Sequence[TextLine]) -> Box | None:
    """Ink of the red text above the red line."""
    red = [line for line in above if line.red]
    if not red:
        return None
    x0, x1 = min(line.x0 for line in red), max(line.x1 for line in red)
    return ink(pdf, 1, Box(x0 - 1, red[0].top - 5, x1 + 1, red[-1].bottom + 2))


def _page_number(pdf: Path, page: int, lines: Sequence[TextLine], *, lying: bool) -> PageNumber | None:
    line = next((line for line in lines if line.page == page and PAGE_NUMBER.fullmatch(line.text)), None)
    if line is None:
        return None
    dash = line.glyphs[0]
    area = Box(dash.x, line.top - 1, dash.x + dash.width, line.bottom + 1)
    if lying:
        area = Box(_LENGTH - area.y1, area.x0, _LENGTH - area.y0, area.x1)
    drawn = ink(pdf, page, area)
    if drawn is None:
        dash_y = float("nan")
    else:
        dash_y = _LENGTH - (drawn.x0 + drawn.x1) / 2 if lying else (drawn.y0 + drawn.y1) / 2
    digit = next(glyph for glyph in line.glyphs if glyph.text.isdigit())
    return PageNumber(line.text, dash_y, line.x0, line.x1, digit.font, digit.size)


def _sign_off(lines: Sequence[TextLine]) -> SignOff | None:
    """The last line that is nothing but a date, with the short lines just above it."""
    dates = [i for i, line in enumerate(lines) if _DATE.fullmatch(line.text)]
    if not dates:
        return None
    index = dates[-1]
    first = index
    while first > 0 and lines[first - 1].x0 > LEFT + 4 * COLUMN and lines[first - 1].page == lines[index].page:
        first -= 1
    above = lines[first - 1] if first and lines[first - 1].page == lines[first].page else None
    rows = (lines[first].baseline - above.baseline) / 10.39 if above else None
    return SignOff(tuple(lines[first:index]), lines[index], rows)


def _fonts(
    above: Sequence[TextLine],
    text: Sequence[TextLine],
    imprint: Sequence[TextLine],
    numbers: Sequence[PageNumber | None],
) -> dict[str, frozenset[tuple[str, float]]]:
    found: dict[str, set[tuple[str, float]]] = {}

    def note(element: str, font: str, size: float) -> None:
        found.setdefault(element, set()).add((font, size))

    for line in above:
        element = "发文机关标志" if line.red else "发文字号" if _DOC_NUMBER.search(line.text) else "版头其他"
        note(element, line.font, line.size)
    for line in text:
        if line in above:
            continue
        element = _element(line)
        note(element, line.font if element == "正文" else line.lead_font, line.size)
    for line in imprint:
        note("版记", line.font, line.size)
    for number in numbers:
        if number is not None:
            note("页码", number.font, number.size)
    return {element: frozenset(fonts) for element, fonts in found.items()}


def _element(line: TextLine) -> str:
    if line.size == 22:
        return "标题"
    indented = abs(line.x0 - LEFT - 2 * COLUMN) < 1
    return next((name for name, marker in _HEADINGS if indented and marker.match(line.text)), "正文")


def _all_embedded(pdf: Path) -> bool:
    listed = subprocess.run(["pdffonts", str(pdf)], capture_output=True, text=True, check=True).stdout
    return all(re.search(r"\byes (yes|no) +(yes|no) +\d+ +\d+$", line) for line in listed.splitlines()[2:])


def main(arguments: Sequence[str] | None = None) -> int:
    """Print what is measured; with `--expect`, 1 if anything is out of tolerance."""
    from benchmarks.geometry_report import checks, sign_off_checks, table

    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("files", nargs="*", type=Path, metavar="FILE.pdf")
    parser.add_argument("--docx", action="store_true", help="without files: LibreOffice renders our docx")
    parser.add_argument("--expect", choices=["general"], help="compare with the figures of the standard")
    parser.add_argument("--seal", choices=["none", "round", "signature"], help="also judge the sign-off")
    options = parser.parse_args(arguments)
    if not options.files:
        return _judge_own(options.docx)
    failed = False
    for file in options.files:
        measured = measure(file)
        print(f"{file}\n{table(measured)}")
        results = checks(measured) if options.expect else []
        results += sign_off_checks(measured, options.seal) if options.seal else []
        print("\n".join(map(str, results)))
        failed |= any(result.passed is False for result in results)
    return int(failed)


def _judge_own(docx: bool) -> int:
    """The table of all figures on our own drafts."""
    from benchmarks import geometry_run  # renders, which measuring a file does not need

    tolerance = geometry_run.OFFICE_TOLERANCE if docx else geometry_run.PDF_TOLERANCE
    results = geometry_run.found(docx)
    print("\n".join(geometry_run.report(results, tolerance)))
    failed = [item for item in results if not geometry_run.passes(item, tolerance)]
    print(f"{len(results)} 处，不合格 {len(failed)} 处")
    return int(bool(failed))


if __name__ == "__main__":
    sys.exit(main())
