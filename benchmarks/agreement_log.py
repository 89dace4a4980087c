"""Results of single documents come in and are kept, one JSON object a line, so that a run can be gone on with.

What was kept is of one commit of the program: a result of another one is not taken for that of this.
"""

from __future__ import annotations

import dataclasses
import json
import subprocess
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from benchmarks.agreement_lines import Compared, Difference, Left


def commit() -> str:
    """The commit of the program that is measured, marked if files differ from it."""
    here = Path(__file__).parent
    said = subprocess.run(
        ["git", "describe", "--always", "--abbrev=7", "--dirty", "--exclude=*"],
        cwd=here,
        capture_output=True,
        text=True,
        check=True,
    )
    return said.stdout.strip()


class Log:
    """The results in one file, or nowhere."""

    def __init__(self, path: Path | None, of: str) -> None:
        self._path, self._of = path, of
        self.known = {} if path is None else {one.name: one for one in read([path], of)}

    def add(self, result: Compared | Left) -> None:
        """Keep a result; it is on the disk when this returns."""
        self.known[result.name] = result
        if self._path is None:
            return
        kind = "compared" if isinstance(result, Compared) else "left"
        with self._path.open("a", encoding="utf-8") as out:
            out.write(json.dumps({"commit": self._of, kind: dataclasses.asdict(result)}, ensure_ascii=False) + "\n")


def read(paths: Iterable[Path], of: str | None = None) -> list[Compared | Left]:
    """The results kept in files, by default those of every commit; the last one of a document counts."""
    found: dict[str, Compared | Left] = {}
    for path in paths:
        for line in path.read_text(encoding="utf-8").splitlines() if path.exists() else ():
            said = json.loads(line)
            if of in (None, said["commit"]):
                result = _compared(said["compared"]) if "compared" in said else Left(**said["left"])
                found[result.name] = result
    return list(found.values())


def _compared(said: dict[str, Any]) -> Compared:
    differences = tuple(
        Difference(tuple(one["theirs"]), tuple(one["ours"]), one["cause"]) for one in said.pop("differences")
    )
    pages, classes = tuple(said.pop("pages")), tuple(said.pop("classes"))
    return Compared(**said, pages=pages, differences=differences, classes=classes)
