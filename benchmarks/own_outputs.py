"""A directory of drafts in; what the layout rules say of them once this program has formatted them, counted, out.

    python benchmarks/own_outputs.py DIR [--every 1]

Prints each error of L2xx, L3xx and F3xx rules, and the share of paragraphs whose places on paper were computed.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
from collections import Counter
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1]))

from benchmarks.corpus import drafts
from gwformat import api
from gwformat.check.geometry import Known
from gwformat.errors import GwError
from gwformat.findings import Severity

LAYOUT = ("L", "F")


def judge(draft: Path, target: Path, known: Counter[str], found: Counter[str]) -> None:
    """Format one draft and check what came of it."""
    api.format_file(draft, target, api.FormatOptions(force=True))
    result = api.check_file(target)
    geometry = result.context.geometry
    assert geometry is not None
    for paragraph in result.document.draft.paragraphs():
        stand = geometry.of(paragraph.source.first)
        known["computed" if stand.known is Known.COMPUTED else "on an unknown page" if stand.whole else "unknown"] += 1
    errors = {f.code: f for f in result.findings if f.severity is Severity.ERROR and f.code.startswith(LAYOUT)}
    for finding in errors.values():
        print(draft.name, finding.code, finding.message, finding.words[:20])
    found.update(errors)


def main() -> int:
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("directory", type=Path)
    parser.add_argument("--every", type=int, default=1, help="take every n-th draft (default 1)")
    options = parser.parse_args()
    known: Counter[str] = Counter()
    found: Counter[str] = Counter()
    files = 0
    with tempfile.TemporaryDirectory() as folder:
        for draft in drafts(options.directory, options.every):
            try:
                judge(draft, Path(folder, "out.docx"), known, found)
            except GwError:
                continue
            files += 1
    total = sum(known.values()) or 1
    print(f"{files} files; files with errors by rule: {dict(sorted(found.items()))}")
    print("places of paragraphs:", ", ".join(f"{name} {count} ({count / total:.1%})" for name, count in known.items()))
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
