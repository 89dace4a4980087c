"""Faults planted in finished files and good files of other programs come in; what the preflight says of them goes out.

    python benchmarks/preflight.py [--only faults|good|cost] [--pages 100] [--rounds 3]

Every planted fault must be found by its rule, no good file may be reported, and looking at a long PDF may cost at most
three times what pypdf needs to read the words of all its pages (processor time, both in turns in one run); the same
pages as an OFD may cost no more than as a PDF.
"""

from __future__ import annotations

import argparse
import io
import os
import sys
import tempfile
import time
from collections.abc import Callable
from datetime import date
from pathlib import Path

from pypdf import PdfReader

sys.path.insert(0, str(Path(__file__).parents[1]))

from benchmarks.preflight_files import TODAY, good_files
from gwformat import api
from gwformat.check.preflight import preflight
from gwformat.check.printable import Printable
from gwformat.findings import Finding, Severity
from gwformat.ofd.reading import read_ofd
from gwformat.pdf import read_pdf
from gwformat.writers.ofd import write_ofd
from tests.printing import ground
from tests.printing.plants import plants
from tests.standin.fonts import build_all
from tests.standin.office import install

GOAL = 3.0
_GRAVE = (Severity.ERROR, Severity.WARNING)


def main() -> int:
    """Run what is asked for; 1 if anything fell short."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--only", choices=["faults", "good", "cost"])
    parser.add_argument("--pages", type=int, default=100)
    parser.add_argument("--rounds", type=int, default=3)
    asked = parser.parse_args()
    jobs = {"faults": faults, "good": good, "cost": lambda folder: cost(asked.pages, asked.rounds)}
    with tempfile.TemporaryDirectory() as folder:
        os.environ.update(install(Path(folder) / "standin"))
        done = [job(Path(folder)) for name, job in jobs.items() if asked.only in (None, name)]
    return 0 if all(done) else 1


def looked_at(path: Path, today: date) -> tuple[Finding, ...]:
    """What the preflight says on that day."""
    return api.preflight_file(path, api.PreflightOptions(today=today)).findings


def faults(folder: Path) -> bool:
    """Every fault that is planted: whether another program sees it, and whether its rule finds it."""
    chosen = [planted for planted in plants().values() if planted.rule]
    missed = []
    for planted in chosen:
        path = folder / f"印件.{planted.form}"
        path.write_bytes(planted.make())
        if not planted.proof(path):
            missed.append(f"{planted.name}: no other program sees it")
        elif planted.rule not in {finding.code for finding in looked_at(path, ground.TODAY)}:
            missed.append(f"{planted.name}: not found by {planted.rule}")
    rules = {planted.rule for planted in chosen}
    print(f"faults: {len(chosen) - len(missed)} of {len(chosen)} kinds found, by {len(rules)} rules")
    print("".join(f"  {line}\n" for line in missed), end="")
    return not missed


def good(folder: Path) -> bool:
    """Good files of every source at hand, and what is reported of them all the same."""
    counted: dict[str, int] = {}
    reported = []
    for source, path in good_files(folder):
        counted[source] = counted.get(source, 0) + 1
        grave = [finding for finding in looked_at(path, TODAY) if finding.severity in _GRAVE]
        reported.extend(f"{path.name}: {found.code} {found.message} ({found.measured})" for found in grave)
    sources = ", ".join(f"{source} {count}" for source, count in counted.items())
    print(f"good files: {sum(counted.values())} ({sources}), {len(reported)} reports")
    print("".join(f"  {line}\n" for line in reported), end="")
    return not reported


def cost(pages: int, rounds: int) -> bool:
    """The time of a preflight as a multiple of reading all words by pypdf, and of an OFD as one of a PDF."""
    two = ground.laid().pages.pages[1:3]  # the text pages of the ground, over and over
    laid = ground.Pages(tuple(two[number % 2] for number in range(pages)))
    data = ground.drawn(laid)
    other_form = write_ofd(laid, ground.laid().setting.fonts, font_dirs=[build_all()]).data

    def ours() -> None:
        preflight(Printable(read_pdf(data), today=TODAY))

    def as_ofd() -> None:
        preflight(Printable(read_ofd(other_form), today=TODAY))

    def theirs() -> None:
        for page in PdfReader(io.BytesIO(data)).pages:
            page.extract_text()

    ours()
    as_ofd()
    taken = [(seconds(ours), seconds(theirs), seconds(as_ofd)) for _ in range(rounds)]
    one, other, ofd = (min(times[side] for times in taken) for side in (0, 1, 2))
    print(f"cost: {pages} pages, {one:.2f} s, pypdf {other:.2f} s: {one / other:.2f} times (goal {GOAL})")
    print(f"  as OFD {ofd:.2f} s: {ofd / one:.2f} times as PDF (goal 1)")
    return one / other <= GOAL and ofd <= one


def seconds(job: Callable[[], None]) -> float:
    """Processor time of one run."""
    started = time.process_time()
    job()
    return time.process_time() - started


if __name__ == "__main__":
    sys.exit(main())
