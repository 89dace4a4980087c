"""Drafts come in; what mapping their fonts moves, changes or loses goes out.

    python benchmarks/fontmap.py DIR [--generated 30] [--every N] [--xsd DIR] [--no-lines] [--no-files]

Two things are measured. *Lines*: every draft of DIR and 30 generated ones are formatted in the party system and mapped
to the government one with their lines kept; LibreOffice, which sees the stand-in fonts only, sets both. A line that
ends elsewhere must be on the list of changes, and the pages must be the same. *Files*: every docx of DIR is mapped from
party to government and back, which must give the same fonts and words everywhere; between the two nothing but fonts may
differ, and no error against the schemas may be new. Last comes the time beside that of python-docx.
"""

from __future__ import annotations

import argparse
import difflib
import re
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import docx
from pypdf import PdfReader

sys.path.insert(0, str(Path(__file__).parents[1]))

from benchmarks.agreement_drafts import SUFFIXES
from benchmarks.mixed_drafts import draft
from benchmarks.pdf_content import read_page
from benchmarks.text_lines import text_lines
from benchmarks.validation import Validator
from gwformat import ledger
from gwformat.api import FormatOptions, MapResult, format_file, map_fonts_file
from gwformat.errors import GwError
from gwformat.fonts import load_system
from gwformat.ooxml.package import Package
from gwformat.writers.docx.mapping import map_fonts
from tests.standin import office
from tests.standin.fonts import build_all
from tests.writers.font_differences import fonts_of, without_fonts

_BATCH = 20
_SPACE = re.compile(r"\s+")


@dataclass(frozen=True, slots=True)
class Lines:
    """One document set by LibreOffice before and after."""

    path: Path
    result: MapResult
    pages: tuple[int, int]
    lines: int
    unlisted: tuple[str, ...]
    moved: int
    page_ends: bool


def drafts(folder: Path | None, every: int) -> list[Path]:
    """The drafts of a folder."""
    found = sorted(path for path in (folder or Path()).rglob("*") if path.suffix.lower() in SUFFIXES) if folder else []
    return found[::every]


def measured(paths: Sequence[Path], scratch: Path) -> Iterator[Lines]:
    """Format, map, set both and compare, some documents at a time."""
    environment = office.install(scratch / "office")
    fonts = build_all()
    for begin in range(0, len(paths), _BATCH):
        made: list[tuple[Path, Path, MapResult]] = []
        for number, path in enumerate(paths[begin : begin + _BATCH], begin):
            before, after = scratch / f"{number}-party.docx", scratch / f"{number}-government.docx"
            try:
                format_file(path, before, FormatOptions(system="party", force=True))
                result = map_fonts_file(before, after, "government", keep_lines=True, font_dirs=[fonts], force=True)
            except GwError as error:
                print(f"{path.name}: not compared, {error.message}")
                continue
            made.append((path, before, result))
        both = [name for _, before, result in made for name in (before, result.output)]
        pdfs = office.convert_all(both, scratch, environment, timeout=600, line_ends=False)  # as its users see them
        for (path, _, result), old, new in zip(made, pdfs[::2], pdfs[1::2], strict=True):
            if old is None or new is None:
                print(f"{path.name}: not compared, LibreOffice does not open it")
                continue
            yield compared(path, result, old, new)
        print(f"{min(begin + _BATCH, len(paths))} of {len(paths)}", file=sys.stderr)


def compared(path: Path, result: MapResult, before: Path, after: Path) -> Lines:
    """What LibreOffice shows before beside what it shows after."""
    was, now = _pages(before), _pages(after)
    old, new = [line for page in was for line in page], [line for page in now for line in page]
    kept = result.mapped.kept
    listed = {
        _plain(line)
        for moved in (kept.moved if kept else ())
        if "LibreOffice" in moved.programs
        for line in (*moved.before, *moved.after)
    }
    unlisted = []
    moved = 0
    for kind, i, j, first, last in difflib.SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if kind == "equal":
            continue
        moved += j - i
        if not all(any(line in known or known in line for known in listed) for line in old[i:j]):
            unlisted.append(f"before {' | '.join(old[i:j][:3])}\n      after  {' | '.join(new[first:last][:3])}")
    same = [len(page) for page in was] == [len(page) for page in now]
    return Lines(path, result, (len(was), len(now)), len(old), tuple(unlisted), moved, same)


def _pages(pdf: Path) -> list[list[str]]:
    pages = enumerate(PdfReader(pdf).pages, 1)
    return [[_plain(line.text) for line in text_lines(number, read_page(page)[0])] for number, page in pages]


def _plain(text: str) -> str:
    return _SPACE.sub("", text)


def files(folder: Path, scratch: Path, validator: Validator | None) -> Iterator[str]:
    """What is wrong with the docx of a folder after they were mapped there and back."""
    counted = 0
    for path in sorted(folder.rglob("*.docx")):
        party, government, back = (scratch / f"{name}.docx" for name in ("party", "government", "back"))
        try:
            map_fonts_file(path, party, "party", force=True)
            map_fonts_file(party, government, "government", keep_lines=True, force=True)
            map_fonts_file(government, back, "party", force=True)
        except GwError as error:
            if error.exit_code != 3:
                yield f"{path.name}: {error}"
            continue
        counted += 1
        if fonts_of(back) != fonts_of(party):
            yield f"{path.name}: other fonts after the way back"
        for one, other, what in ((party, government, "there"), (party, back, "and back")):
            if different := without_fonts(one, other):
                yield f"{path.name}: {what}, more than fonts differs: {different}"
        if validator is not None:
            old = set(validator.errors(path.read_bytes()))
            yield from (
                f"{path.name}: {error}" for error in validator.errors(government.read_bytes()) if error not in old
            )
    print(f"{counted} docx mapped there and back")


def speed(scratch: Path) -> None:
    """Mapping and checking a three-page file beside opening and saving it with python-docx.

    Both write without waiting for the disk, which `gwformat` does besides. Processor time, in turns, the best of each.
    """
    source, target = scratch / "speed.txt", scratch / "speed.docx"
    source.write_text("\n".join(draft(4).splitlines()[:24]), encoding="utf-8")
    format_file(source, target, FormatOptions(system="party", force=True))
    out = scratch / "speed-out.docx"
    ours, theirs = [], []
    for _ in range(15):
        start = time.process_time()
        package = Package.open(target)
        data = map_fonts(package, load_system("government")).package.to_bytes()
        assert not ledger.check_amended(package.parts, data, {})
        out.write_bytes(data)
        ours.append(time.process_time() - start)
        start = time.process_time()
        docx.Document(str(target)).save(str(out))
        theirs.append(time.process_time() - start)
    print(
        f"mapping {min(ours) * 1000:.0f} ms, python-docx {min(theirs) * 1000:.0f} ms: {min(ours) / min(theirs):.2f} ×"
    )


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path, nargs="?")
    parser.add_argument("--generated", type=int, default=30)
    parser.add_argument("--every", type=int, default=1, help="take only every n-th draft")
    parser.add_argument("--xsd", type=Path, help="directory of the ECMA-376 transitional schemas")
    parser.add_argument("--no-lines", action="store_true")
    parser.add_argument("--no-files", action="store_true")
    arguments = parser.parse_args()
    wrong = 0
    with tempfile.TemporaryDirectory() as name:
        scratch = Path(name)
        if not arguments.no_lines:
            wrong += _lines(arguments, scratch)
        if arguments.folder and not arguments.no_files:
            validator = Validator(arguments.xsd) if arguments.xsd else None
            for problem in files(arguments.folder, scratch, validator):
                wrong += 1
                print(problem)
        speed(scratch)
    return 1 if wrong else 0


def _lines(arguments: argparse.Namespace, scratch: Path) -> int:
    generated = []
    for seed in range(arguments.generated):
        path = scratch / f"mixed-{seed}.txt"
        path.write_text(draft(seed), encoding="utf-8")
        generated.append(path)
    wrong = 0
    for title, paths in (("drafts", drafts(arguments.folder, arguments.every)), ("generated", generated)):
        found = list(measured(paths, scratch))
        for one in found:
            if not one.page_ends:
                print(f"{one.path.name}: pages end elsewhere, {one.pages[0]} and {one.pages[1]} pages")
            for difference in one.unlisted:
                print(f"{one.path.name}: not on the list\n      {difference}")
        lines, moved = sum(one.lines for one in found), sum(one.moved for one in found)
        unlisted = sum(len(one.unlisted) for one in found)
        tracked = sum(len(one.result.mapped.kept.tracked) for one in found if one.result.mapped.kept)
        paged = sum(one.page_ends for one in found)
        share = 1 - moved / lines if lines else 1
        print(
            f"{title}: {len(found)} documents, {lines} lines, {lines - moved} end where they did ({share:.2%}), "
            f"{unlisted} moves not on the list, {tracked} words tracked, same pages in {paged}"
        )
        wrong += unlisted + len(found) - paged
    return wrong


if __name__ == "__main__":
    sys.exit(main())
