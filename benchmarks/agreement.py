"""Drafts come in; where LibreOffice breaks lines and pages of the formatted docx otherwise than `layout` goes out.

    python benchmarks/agreement.py [DIR …] [--generated 40] [--every N] [--pages-only]

LibreOffice sees the stand-in fonts only. A body line agrees if LibreOffice has the same line; pages are counted. Where
`layout` itself says that places are estimated (tables, pictures, notes and sections of a docx), this is shown.
"""

from __future__ import annotations

import argparse
import difflib
import json
import re
import sys
import tempfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from pypdf import PdfReader

sys.path.insert(0, str(Path(__file__).parents[1]))

from benchmarks.pdf_content import read_page
from benchmarks.stress_drafts import draft
from benchmarks.text_lines import text_lines
from gwformat.api import FormatOptions, format_file
from gwformat.errors import GwError
from gwformat.layout import Pages
from gwformat.model import HEADINGS, OBJECT, Role
from tests.standin import office

SUFFIXES = (".docx", ".docm", ".txt", ".md")
BODY = (Role.BODY, *HEADINGS, Role.ATTACHMENT_BODY)
_NUMBER = re.compile(r"—\d+—")
_BATCH = 20


@dataclass(frozen=True, slots=True)
class Compared:
    """One document laid out twice."""

    path: Path
    pages: tuple[int, int]  # ours, LibreOffice's
    estimated: bool
    lines: int  # body lines
    same: int
    differences: tuple[str, ...]


def drafts(folders: Sequence[Path], generated: int, every: int, scratch: Path) -> Iterator[Path]:
    """The drafts of the folders, then generated ones."""
    for folder in folders:
        yield from sorted(path for path in folder.rglob("*") if path.suffix.lower() in SUFFIXES)
        for records in sorted(folder.rglob("*.jsonl")):
            yield from _from_records(records, every, scratch)
    for seed in range(generated):
        path = scratch / f"stress-{seed}.txt"
        path.write_text(draft(seed), encoding="utf-8")
        yield path


def _from_records(records: Path, every: int, scratch: Path) -> Iterator[Path]:
    """Text drafts of published documents: one JSON object a line, whose `paragraphs` are the words."""
    for number, line in enumerate(records.read_text(encoding="utf-8").splitlines()[::every]):
        path = scratch / f"{records.stem}-{number * every}.txt"
        path.write_text("\n".join(json.loads(line)["paragraphs"]), encoding="utf-8")
        yield path


def compare(path: Path, pages: Pages, pdf: Path) -> Compared:
    """Our pages beside those LibreOffice made."""
    ours: list[tuple[str, bool]] = []
    for page in pages.pages:
        rows: dict[int, list[tuple[int, str, bool]]] = {}
        for line in page.lines:
            if line.spans:
                rows.setdefault(round(line.top.mm * 10), []).append((line.x, _plain(line.text), line.role in BODY))
        for _, row in sorted(rows.items()):
            ours.append(("".join(text for _, text, _ in sorted(row)), row[0][2]))
    ours = [(text, body) for text, body in ours if text]
    reader = PdfReader(pdf)
    theirs = [
        text
        for number, page in enumerate(reader.pages, 1)
        for line in text_lines(number, read_page(page)[0])
        if (text := _plain(line.text)) and not _NUMBER.fullmatch(text)
    ]
    matcher = difflib.SequenceMatcher(None, theirs, [text for text, _ in ours], autojunk=False)
    same: set[int] = set()
    differences = []
    for kind, i, j, first, last in matcher.get_opcodes():
        if kind == "equal":
            same.update(range(first, last))
        elif any(body for _, body in ours[first:last]):
            differences.append(_difference(theirs[i:j], [text for text, _ in ours[first:last]]))
    body = [number for number, (_, is_body) in enumerate(ours) if is_body]
    counted = (len(pages.pages), len(reader.pages))
    agreed = sum(number in same for number in body)
    return Compared(path, counted, pages.estimated_from is not None, len(body), agreed, tuple(differences))


def _difference(theirs: Sequence[str], ours: Sequence[str]) -> str:
    return f"LibreOffice {' | '.join(theirs[:3])}\n      layout      {' | '.join(ours[:3])}"


def _plain(text: str) -> str:
    return "".join(text.replace(OBJECT, "").split())


def run(paths: Sequence[Path], scratch: Path) -> Iterator[Compared]:
    """Format, convert and compare, some documents at a time."""
    environment = office.install(scratch / "office")
    for begin in range(0, len(paths), _BATCH):
        made: list[tuple[Path, Path, Pages]] = []
        for number, path in enumerate(paths[begin : begin + _BATCH], begin):
            target = scratch / f"{number}.docx"
            try:
                made.append((path, target, format_file(path, target, FormatOptions(force=True)).pages))
            except GwError:
                continue  # what cannot be read is not the subject here
        pdfs = office.convert_all([target for _, target, _ in made], scratch, environment)
        for (path, _, pages), pdf in zip(made, pdfs, strict=True):
            yield compare(path, pages, pdf)


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folders", type=Path, nargs="*")
    parser.add_argument("--generated", type=int, default=40)
    parser.add_argument("--every", type=int, default=1, help="of records in JSON lines, take only every n-th")
    parser.add_argument("--pages-only", action="store_true", help="do not list the lines that differ")
    arguments = parser.parse_args()
    with tempfile.TemporaryDirectory() as name:
        scratch = Path(name)
        paths = list(drafts(arguments.folders, arguments.generated, arguments.every, scratch))
        results = []
        for result in run(paths, scratch):
            results.append(result)
            _report(result, lines=not arguments.pages_only)
    for title, chosen in (
        ("certain", [result for result in results if not result.estimated]),
        ("estimated", [result for result in results if result.estimated]),
    ):
        _summarise(title, chosen)
    return 0


def _report(result: Compared, *, lines: bool) -> None:
    mark = " (estimated)" if result.estimated else ""
    if result.pages[0] != result.pages[1]:
        print(f"{result.path.name}: {result.pages[0]} pages, LibreOffice {result.pages[1]}{mark}")
    for difference in result.differences if lines else ():
        print(f"{result.path.name}{mark}\n      {difference}")


def _summarise(title: str, results: Sequence[Compared]) -> None:
    lines, same = sum(result.lines for result in results), sum(result.same for result in results)
    paged = sum(result.pages[0] == result.pages[1] for result in results)
    share = f"{same / lines:.2%}" if lines else "–"
    print(f"{title}: {len(results)} documents, page count the same in {paged}; body lines {same} of {lines}, {share}")


if __name__ == "__main__":
    sys.exit(main())
