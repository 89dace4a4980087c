"""Nothing comes in; a table of every figure of the standard over all fictional drafts, in both grids, goes out.

The drafts are rendered with the stand-in fonts, by our own PDF writer or, as docx, by LibreOffice.
"""

from __future__ import annotations

import os
import tempfile
import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path

from benchmarks.geometry import Measured, measure
from benchmarks.geometry_document import GRIDS, Figure, counted
from benchmarks.geometry_drafts import Case, cases
from benchmarks.geometry_figures import figures
from benchmarks.geometry_format_drafts import format_cases
from benchmarks.geometry_formats import TIGHT, format_figures
from benchmarks.geometry_joint import joint_cases
from benchmarks.geometry_landscape import landscape_cases
from benchmarks.text_lines import ASCENT, MM_PER_PT, TextLine
from gwformat.api import FormatOptions, format_file, render_file
from gwformat.model import Kind, Seal
from tests.standin import office

PDF_TOLERANCE, OFFICE_TOLERANCE = 0.3, 1.0
_COPIES = "抄送："
_PITCHES = {22: 12.6, 14: 28 * MM_PER_PT}  # of titles and of the imprint


@dataclass(frozen=True, slots=True)
class Found:
    """A figure with the draft it was measured on."""

    figure: Figure
    grid: str
    case: str


def found(docx: bool, drafts: Sequence[Case] = ()) -> list[Found]:
    """All figures of the drafts, by default of all, in both grids."""
    with tempfile.TemporaryDirectory() as folder, _environment(office.install(Path(folder, "office"))) as env:
        jobs = [(grid, case) for grid in GRIDS for case in drafts or every_case()]
        pdfs = _converted(jobs, Path(folder), env) if docx else [_rendered(*job, Path(folder)) for job in jobs]
        return [
            Found(figure, grid, case.name)
            for (grid, case), pdf in zip(jobs, pdfs, strict=True)
            for figure in _figures(_as_word_sets(measure(pdf), grid, case.kind) if docx else measure(pdf), grid, case)
        ]


def every_case() -> tuple[Case, ...]:
    """The drafts of all formats."""
    return (*cases(), *joint_cases(), *landscape_cases(), *format_cases())


def _figures(measured: Measured, grid: str, case: Case) -> Iterator[Figure]:
    shown = sum(line.text.startswith(_COPIES) for line in measured.lines)
    yield counted("7.4.2", "抄送：显示出来", case.text.count(f"\n{_COPIES}"), shown)
    if case.kind == "general":
        yield from figures(measured, grid, case)
    else:
        yield from format_figures(measured, grid, case.seal, case.kind)


def _as_word_sets(measured: Measured, grid: str, kind: str) -> Measured:
    """The lines where Word puts them: in the middle of an exact pitch.

    LibreOffice, 7.4 to 26.8, puts every baseline at four fifths of the pitch, up to 1.3 mm above or below that.
    """
    lines = tuple(_moved(line, _pitch(line, measured, grid, kind)) for line in measured.lines)
    return replace(measured, lines=lines)


def _moved(line: TextLine, pitch: float) -> TextLine:
    size = line.size * MM_PER_PT
    down = 0.8 * pitch - ((pitch - size) / 2 + ASCENT * size)
    glyphs = tuple(replace(glyph, baseline=glyph.baseline - down) for glyph in line.glyphs)
    return replace(line, glyphs=glyphs)


def _pitch(line: TextLine, measured: Measured, grid: str, kind: str) -> float:
    """The exact pitch of a line in our docx, told from its size; beside one line of 签发人 the number has its own."""
    number = measured.doc_number
    signers = sum("签发人" in other.text or "欧阳" in other.text for other in measured.lines)
    if line.red:  # a mark, however small the names of many organs have to be
        return line.size * MM_PER_PT
    if line.size in _PITCHES:
        return _PITCHES[line.size]
    alone = number is not None and line.page == number.page and line.baseline == number.baseline and signers < 2
    alone = alone if kind == "general" else line.page == 1 and TIGHT[kind].search(line.text) is not None
    return line.size * MM_PER_PT if alone else GRIDS[grid].pitch


def draft_of(grid: str, case: Case, folder: Path) -> tuple[Path, FormatOptions]:
    """The draft of a case in `folder`, and how it is to be formatted."""
    path = folder / f"{grid}-{case.name}.txt"
    path.write_text(case.text, encoding="utf-8")
    if case.docx:
        (folder / "草稿").mkdir(exist_ok=True)
        path = folder / "草稿" / f"{grid}-{case.name}.docx"
        path.write_bytes(case.docx)
    pictures = [folder / f"{path.stem}-{number}.png" for number in range(len(case.pictures))]
    for picture, content in zip(pictures, case.pictures, strict=True):
        picture.write_bytes(content)
    return path, FormatOptions(kind=Kind(case.kind), grid=grid, seal=Seal(case.seal), seal_pictures=tuple(pictures))


def _rendered(grid: str, case: Case, folder: Path) -> Path:
    path, options = draft_of(grid, case, folder)
    return render_file(path, folder / f"{path.stem}.pdf", options).files[0]


def _converted(jobs: Sequence[tuple[str, Case]], folder: Path, env: Mapping[str, str]) -> list[Path]:
    written = []
    for job in jobs:
        path, options = draft_of(*job, folder)
        written.append(format_file(path, folder / f"{path.stem}.docx", options).output)
    return office.convert_all(written, folder, env, timeout=900)


@contextmanager
def _environment(wanted: Mapping[str, str]) -> Iterator[Mapping[str, str]]:
    """Typst and LibreOffice both see the stand-in fonts only."""
    kept = dict(os.environ)
    os.environ.update(wanted)
    try:
        yield wanted
    finally:
        os.environ.clear()
        os.environ.update(kept)


def report(results: Sequence[Found], tolerance: float) -> Iterator[str]:
    """One line per element and grid: where it should be, the farthest from it that was measured, and the verdict."""
    yield _row("条", "要素", "网格", "应为", "测得", "偏差", "允许", "处数", "结论")
    groups: dict[tuple[str, str, str], list[Found]] = {}
    for item in results:
        groups.setdefault((item.figure.clause, item.figure.element, item.grid), []).append(item)
    for (clause, element, grid), items in sorted(groups.items(), key=lambda group: _order(group[0][0])):
        worst = max(items, key=lambda item: abs(item.figure.difference))
        figure = worst.figure
        expected = f"{figure.least:.2f}" + (f"–{figure.most:.2f}" if figure.most > figure.least else "")
        verdict = "合格" if passes(worst, tolerance) else f"不合格：{worst.case}"
        allowed = f"±{tolerance_of(figure, tolerance):g}"
        numbers = (expected, f"{figure.measured:.2f}", f"{figure.difference:+.2f}", allowed, str(len(items)))
        yield _row(clause, element, grid, *numbers, verdict)


def passes(item: Found, tolerance: float) -> bool:
    """Whether the figure is within `tolerance`."""
    return abs(item.figure.difference) <= tolerance_of(item.figure, tolerance)


def tolerance_of(figure: Figure, tolerance: float) -> float:
    """The tolerance of one figure, where that of places is `tolerance`."""
    return tolerance if figure.tolerance is None else figure.tolerance


def _order(clause: str) -> tuple[bool, list[int]]:
    known = clause[0].isdigit()
    return not known, [int(part) for part in clause.split(".")] if known else []


_WIDTHS = (9, 40, 10, 15, 9, 8, 7, 6, 0)


def _row(*cells: str) -> str:
    return "".join(cell + " " * max(width - _width(cell), 1) for cell, width in zip(cells, _WIDTHS, strict=True))


def _width(text: str) -> int:
    return sum(2 if unicodedata.east_asian_width(char) in "WF" else 1 for char in text)
