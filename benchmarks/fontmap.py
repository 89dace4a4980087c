"""Drafts come in; what mapping their fonts moves, changes or loses goes out.

    python benchmarks/fontmap.py DIR [--generated 30] [--slice K/N] [--seconds N] [--xsd DIR] [--no-lines] [--no-files]

Two things are measured. *Lines*: every draft of DIR, published documents in JSON lines too, and 30 generated ones are
formatted in the party system and mapped to the government one with their lines kept; LibreOffice, which sees the
stand-in fonts only, sets both. A line that ends elsewhere must be on the list of changes or in a paragraph on the list
of those whose lines are not certain; where neither list has anything, the pages must be the same. *Files*: every docx
of DIR is mapped from party to government and back, which must give the same fonts and words everywhere; between the two
nothing but fonts may differ, and no error against the schemas may be new. Last comes the time beside that of
python-docx, which is processor time, in turns, the best of each.
"""

from __future__ import annotations

import argparse
import os
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from pathlib import Path

import docx

sys.path.insert(0, str(Path(__file__).parents[1]))

from benchmarks.agreement import slice_of
from benchmarks.agreement_drafts import drafts
from benchmarks.fontmap_lines import Lines, compared
from benchmarks.mixed_drafts import draft
from benchmarks.validation import Validator
from gwformat import ledger
from gwformat.api import FormatOptions, format_file, map_fonts_file
from gwformat.errors import GwError
from gwformat.fonts import load_system
from gwformat.ooxml.package import Package
from gwformat.writers.docx.mapping import map_fonts
from tests.standin import office
from tests.standin.fonts import build_all
from tests.writers.font_differences import fonts_of, without_fonts

_TOLD = 20  # documents
_SYSTEMS = ("party", "government")


def measured(paths: Sequence[Path], scratch: Path, seconds: float) -> Iterator[Lines]:
    """Format, map, set both and compare, one document after the other.

    One for which LibreOffice takes longer than so many `seconds` is not compared.
    """
    os.environ.update(office.install(scratch / "office", fallback=True))  # else what no font has is not to be read
    fonts = build_all()
    for number, path in enumerate(paths, 1):
        try:
            # The same name, which a field may show, in two folders.
            before, after = (scratch / name / "draft.docx" for name in _SYSTEMS)
            format_file(path, before, FormatOptions(system="party", force=True))
            result = map_fonts_file(before, after, "government", keep_lines=True, font_dirs=[fonts], force=True)
            pdfs = [scratch / f"{name}.pdf" for name in _SYSTEMS]
            for made, pdf in zip((before, after), pdfs, strict=True):
                office.print_warm(made, pdf, seconds, line_ends=False)  # as its users see it
        except GwError as error:
            print(f"{path.name}: not compared, {error.message}")
            continue
        yield compared(path, result, *pdfs)
        if not number % _TOLD:
            print(f"{number} of {len(paths)}", file=sys.stderr)


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
    source, target, words = scratch / "speed.txt", scratch / "speed.docx", scratch / "word.docx"
    lines = draft(4).splitlines()[:24]
    source.write_text("\n".join(lines), encoding="utf-8")
    format_file(source, target, FormatOptions(system="party", force=True))
    document = docx.Document()  # with all the styles of Word
    for line in lines:
        document.add_paragraph().add_run(line.strip()).font.name = "仿宋_GB2312"
    document.save(str(words))
    for what, path in (("of ours", target), ("with all styles of Word", words)):
        _speed(what, path, scratch / "speed-out.docx")


def _speed(what: str, target: Path, out: Path) -> None:
    ours, theirs = [], []
    for _ in range(40):
        start = time.process_time()
        package = Package.open(target)
        data = map_fonts(package, load_system("government")).package.to_bytes()
        assert not ledger.check_amended(package.parts, data, {})
        out.write_bytes(data)
        ours.append(time.process_time() - start)
        start = time.process_time()
        docx.Document(str(target)).save(str(out))
        theirs.append(time.process_time() - start)
    mine, other = min(ours), min(theirs)
    print(f"three pages {what}: {mine * 1000:.1f} ms, python-docx {other * 1000:.1f} ms: {mine / other:.2f} ×")


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path, nargs="?")
    parser.add_argument("--generated", type=int, default=30)
    parser.add_argument(
        "--slice", type=slice_of, default=(0, 1), metavar="K/N", help="only every N-th draft, from K on"
    )
    parser.add_argument("--xsd", type=Path, help="directory of the ECMA-376 transitional schemas")
    parser.add_argument("--seconds", type=float, default=120, help="of LibreOffice for one file at most (default 120)")
    parser.add_argument("--no-lines", action="store_true")
    parser.add_argument("--no-files", action="store_true")
    arguments = parser.parse_args()
    sys.stdout.reconfigure(line_buffering=True)  # what was found stays if the time is up
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
    begin, step = arguments.slice
    for name in _SYSTEMS:
        (scratch / name).mkdir()
    every = drafts([arguments.folder], 0, 0, 1, scratch) if arguments.folder else {}
    for title, paths in (("drafts", list(every.values())[begin::step]), ("generated", generated)):
        found = list(measured(paths, scratch, arguments.seconds))
        for one in found:
            if not one.page_ends:
                told = "as was said" if one.warned else "UNSAID"
                print(f"{one.path.name}: pages end elsewhere, {one.pages[0]} and {one.pages[1]} pages, {told}")
            for difference in one.unlisted:
                print(f"{one.path.name}: not on the list\n      {difference}")
        lines, moved = sum(one.lines for one in found), sum(one.moved for one in found)
        unlisted = sum(len(one.unlisted) for one in found)
        tracked = sum(len(one.result.mapped.kept.tracked) for one in found if one.result.mapped.kept)
        paged, unsaid = sum(one.page_ends for one in found), sum(not one.page_ends and not one.warned for one in found)
        doubted = sum(one.uncertain for one in found)
        share = 1 - moved / lines if lines else 1
        print(
            f"{title}: {len(found)} documents, {lines} lines, {lines - moved} end where they did ({share:.2%}), "
            f"{doubted} moved in paragraphs said to be uncertain, {unlisted} moves not on a list, "
            f"{tracked} words tracked, same pages in {paged}, other pages unsaid in {unsaid}"
        )
        wrong += unlisted + unsaid
    return wrong


if __name__ == "__main__":
    sys.exit(main())
