"""Drafts come in; where LibreOffice breaks lines and pages of the formatted docx otherwise than `layout` goes out.

    python benchmarks/agreement.py [DIR …] [--generated 40] [--pictures 12] [--every N] [--only PATTERN] [--pages-only]
                                   [--slice K/N] [--keep FILE] [--seconds 60]
    python benchmarks/agreement.py --summary FILE …

LibreOffice sees the stand-in fonts only and stays open from file to file; one that hangs is ended, and that is said. A
body line agrees if LibreOffice has the same line; pages are counted. Lines of paragraphs with a character in none of
these fonts (Hangul, Arabic, emoji) break where the fonts of the machine have it: they are counted in a column of their
own and not in the share. Each difference is given with the rule of LibreOffice's own that foretells it, if any does.
Generated drafts, far denser in traps than documents are, have rows of their own. Where `layout` itself says that places
are estimated, this is shown. What `format` refuses or LibreOffice cannot open is said in a line and not compared.

`--keep` writes each result to a file as it comes; what it has already of this commit is not measured again, so that a
run can be done in slices (every N-th draft from the K-th on), ended and gone on with. `--summary` adds such files up.
Progress goes to stderr. `PATTERN` is a regular expression found in the name.
"""

from __future__ import annotations

import argparse
import os
import re
import signal
import sys
import tempfile
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1]))

from benchmarks.agreement_causes import CAUSES
from benchmarks.agreement_drafts import drafts, generated_class
from benchmarks.agreement_lines import CLASSES, Compared, Left, compare
from benchmarks.agreement_log import Log, commit, read
from gwformat import office as running
from gwformat.api import FormatOptions, format_file
from gwformat.errors import GwError
from gwformat.fonts.advances import Advances
from gwformat.fonts.installed import installed_fonts
from tests.standin import office

_GENERATED = ("stress", "objects")


def run(paths: Mapping[str, Path], scratch: Path, seconds: float) -> Iterator[Compared | Left]:
    """Format, convert and compare, one document after the other."""
    os.environ.update(office.install(scratch / "office", fallback=True))
    advances = Advances(installed_fonts())
    target, pdf = scratch / "out.docx", scratch / "out.pdf"
    for count, (name, path) in enumerate(paths.items(), 1):
        try:
            result = format_file(path, target, FormatOptions(force=True))
        except GwError as error:
            yield Left(name, f"format: {error.message}")
            continue
        try:
            office.print_warm(result.output, pdf, seconds)
        except GwError as error:
            yield Left(name, f"{error.message}; {_also_the_draft(path, pdf, seconds)}")
            continue
        yield compare(name, result, pdf, advances)
        print(f"{count} of {len(paths)}: {name}", file=sys.stderr)


def _also_the_draft(source: Path, pdf: Path, seconds: float) -> str:
    """Whether LibreOffice fails on the draft too, or on our file only."""
    try:
        running.convert(source, "pdf", pdf, time_limit=seconds)
    except GwError:
        return "nor does LibreOffice open the draft"
    return "LibreOffice opens the draft, NOT THE RESULT"


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folders", type=Path, nargs="*")
    parser.add_argument("--generated", type=int, default=40)
    parser.add_argument("--pictures", type=int, default=12, help="generated drafts with pictures and other objects")
    parser.add_argument("--every", type=int, default=1, help="of records in JSON lines, take only every n-th")
    parser.add_argument("--only", type=re.compile, default=re.compile(""), metavar="PATTERN")
    parser.add_argument("--pages-only", action="store_true", help="do not list the lines that differ")
    parser.add_argument("--slice", type=slice_of, default=(0, 1), metavar="K/N", help="only every N-th, K from 1 to N")
    parser.add_argument("--keep", type=Path, metavar="FILE", help="where results are kept")
    parser.add_argument("--seconds", type=float, default=60, help="that LibreOffice may take for one file")
    parser.add_argument("--summary", type=Path, nargs="+", metavar="FILE", help="of results kept, and measure nothing")
    arguments = parser.parse_args()
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(1))  # so that LibreOffice ends too
    if arguments.summary:
        results = read(arguments.summary)
    else:
        with tempfile.TemporaryDirectory() as name:
            results = _measured(arguments, Path(name))
    for result in results:
        _report(result, lines=not arguments.pages_only)
    _summarise(results)
    return 0


def _measured(arguments: argparse.Namespace, scratch: Path) -> list[Compared | Left]:
    """The results asked for, those kept of earlier runs among them."""
    begin, step = arguments.slice
    every = drafts(arguments.folders, arguments.generated, arguments.pictures, arguments.every, scratch)
    chosen = [name for name in list(every)[begin::step] if arguments.only.search(name)]
    log = Log(arguments.keep, commit())
    for result in run({name: every[name] for name in chosen if name not in log.known}, scratch, arguments.seconds):
        log.add(result)
    return [log.known[name] for name in chosen]


def slice_of(said: str) -> tuple[int, int]:
    """`K/N` as where to begin, from 0, and the step."""
    number, _, count = said.partition("/")
    return int(number) - 1, int(count)


def _report(result: Compared | Left, *, lines: bool) -> None:
    if isinstance(result, Left):
        print(f"{result.name}: not compared, {result.why}")
        return
    mark = " (estimated)" if result.estimated else ""
    if not result.same_pages:
        print(f"{result.name}: {result.pages[0]} pages, LibreOffice {result.pages[1]}{mark}")
    for one in result.differences if lines else ():
        print(f"{result.name}{mark}: {one.cause}")
        print(f"      LibreOffice {' | '.join(one.theirs)}\n      layout      {' | '.join(one.ours)}")


def _summarise(results: Sequence[Compared | Left]) -> None:
    """A row for each class, in which a document with tables and notes counts in both; then the causes."""
    compared = [result for result in results if isinstance(result, Compared)]
    heads = f"{'body lines':>12}{'same':>9}{'share':>9}{'foretold':>10}{'字库没有的字':>10}"
    print(f"\n{'':12}{'documents':>10}{'same pages':>11}{heads}")
    real = [result for result in compared if not generated_class(result.name)]
    for name in ("plain", *CLASSES):
        _row(name, [result for result in real if name in result.classes])
    _row("certain", [result for result in real if not result.estimated])
    _row("estimated", [result for result in real if result.estimated])
    _row("documents", real)
    made = {name: [result for result in compared if name in result.classes] for name in _GENERATED}
    for name, members in made.items():
        _row(name, members)
    _row("all", compared)
    print(f"not compared: {len(results) - len(compared)}\n\n{'differences':12}{'documents':>10}{'generated':>11}")
    found, others = _causes(real), _causes([one for members in made.values() for one in members])
    for name, what in CAUSES.items():
        print(f"{name:12}{found[name]:10}{others[name]:11}  {what}")


def _causes(results: Sequence[Compared]) -> Counter[str]:
    return Counter(one.cause for result in results for one in result.differences)


def _row(title: str, results: Sequence[Compared]) -> None:
    lines, same = sum(result.lines for result in results), sum(result.same for result in results)
    paged = sum(result.same_pages for result in results)
    share = f"{same / lines:.2%}" if lines else "–"
    fontless = sum(result.fontless for result in results)
    foretold = sum(result.foretold for result in results)
    print(f"{title:12}{len(results):10}{paged:11}{lines:12}{same:9}{share:>9}{foretold:10}{fontless:16}")


if __name__ == "__main__":
    sys.exit(main())
