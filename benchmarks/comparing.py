"""A number of edits comes in; how many of them `compare` finds, and what it invents, goes out.

    python benchmarks/comparing.py [--edits 500] [--office]

Generated notices are formatted, the docx are edited at random – a character put in, taken out or replaced, digits
swapped, a paragraph moved, a cell changed – and each is compared with its original as docx and as PDF: drawn by the
program, with `--office` by LibreOffice too.
"""

from __future__ import annotations

import argparse
import os
import random
import sys
import tempfile
import time
from collections import Counter
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1]))

from gwformat import api
from tests.comparing.edits import KINDS, draft, plant, unfound
from tests.standin import office

_EACH = 24  # edits in a document


def main() -> int:
    """0 if every edit was found and nothing was invented."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--edits", type=int, default=500)
    parser.add_argument("--office", action="store_true", help="compare with the PDF of LibreOffice too")
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory() as scratch:
        os.environ.update(office.install(Path(scratch) / "office"))
        problems = run(Path(scratch), asked.edits, with_office=asked.office)
    for problem in problems:
        print(problem)
    return 1 if problems else 0


def run(folder: Path, edits: int, *, with_office: bool) -> list[str]:
    """Plant the edits, compare, and say what was not found or invented."""
    rng = random.Random(edits)
    problems: list[str] = []
    counts: Counter[str] = Counter()
    spent = 0.0
    edited: list[tuple[Path, Path, list]] = []
    for number in range(-(-edits // _EACH)):
        kinds = [KINDS[(number * _EACH + place) % len(KINDS)] for place in range(min(_EACH, edits - number * _EACH))]
        source, approved, changed = (folder / f"{number}{suffix}" for suffix in (".md", ".docx", "-清样.docx"))
        source.write_text(draft(rng, 60), encoding="utf-8")
        api.format_file(source, approved)
        planted = plant(approved, changed, rng, kinds)
        counts.update(one.kind for one in planted)
        edited.append((approved, changed, planted))
    pairs = [(approved, changed, planted) for approved, changed, planted in edited]
    for approved, changed, planted in edited:
        drawn = changed.with_suffix(".pdf")
        api.render_file(changed, drawn)
        pairs.append((approved, drawn, planted))
    if with_office:
        (folder / "printed").mkdir()
        made = office.convert_all([changed for _, changed, _ in edited], folder / "printed", os.environ)
        pairs += [(approved, pdf, planted) for (approved, _, planted), pdf in zip(edited, made, strict=True) if pdf]
    compared: Counter[str] = Counter()
    for approved, other, planted in pairs:
        start = time.process_time()
        found = api.compare_files(approved, other).differences
        spent += time.process_time() - start
        kind = "LibreOffice" if other.parent != folder else other.suffix
        compared[kind] += len(planted)
        problems += [f"{kind} {other.name}: {problem}" for problem in unfound(planted, found)]
    print("edits:", dict(counts), "compared:", dict(compared), f"problems: {len(problems)}", f"{spent:.1f} s")
    return problems


if __name__ == "__main__":
    sys.exit(main())
