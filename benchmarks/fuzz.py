"""Real docx files with something wrong in each go through `format` and `check`; every bad ending comes out.

    python benchmarks/fuzz.py DIR [--inputs 50000] [--seed 1] [--jobs 2] [--keep FOLDER]

A bad ending is an internal error, a rule that breaks down, more than 20 s, more than 1 GB, or a result that is no
complete docx; everything else – a result, or a documented error – is good. The work is done by the processes of a
batch, so that a crash of one is told and the rest goes on. Inputs that ended badly are kept in FOLDER, those whose
account did not balance in FOLDER/refused.
"""

from __future__ import annotations

import argparse
import os
import random
import sys
import tempfile
import time
import zipfile
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1]))

from gwformat import api
from gwformat.batch import Job, Limits, Outcome, State, Task
from gwformat.batch.outcomes import INTERNAL
from gwformat.batch.workers import Workers
from gwformat.check.runner import CRASHED
from gwformat.errors import Refused
from tests.hostile.mutations import mutated

LIMITS = Limits(seconds=20, megabytes=1024)
_LARGEST = 300_000  # bytes of a source: thousands of large ones would only take longer
_ROUND = 400
_CHECK = {"style": "json", "fail_on": "error"}


def sources(folder: Path) -> list[bytes]:
    """Every docx below `folder` that is one and not too large."""
    found = (path for path in sorted(folder.rglob("*.docx")) if path.stat().st_size <= _LARGEST)
    return [path.read_bytes() for path in found if zipfile.is_zipfile(path)]


def tasks(place: Path, originals: list[bytes], count: int, chance: random.Random) -> Iterator[Task]:
    """`count` mutated files, written into `place`."""
    for number in range(count):
        try:
            name, data = mutated(chance.choice(originals), chance)
        except (ValueError, SyntaxError, zipfile.BadZipFile):  # an original that is damaged itself
            name, data = "none", chance.choice(originals)
        source = place / f"{number:05}-{name}.docx"
        source.write_bytes(data)
        yield Task(source.name, source, place / f"{number:05}.out", overwrite=True)


def bad(outcome: Outcome, target: Path, do: str) -> str:
    """What is wrong with how a file ended; "" if nothing is."""
    if outcome.state is State.FAILED and outcome.code == INTERNAL:
        return outcome.message
    if outcome.state is State.FAILED:
        return "没有完成，却有结果" if target.exists() else ""
    if do == "check" and CRASHED.encode() in target.read_bytes():
        return "规则运行时出错"
    return "" if do != "format" or zipfile.is_zipfile(target) else "结果不完整"


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--inputs", type=int, default=50_000)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--jobs", type=int, default=os.cpu_count() or 1, help="processes at work")
    parser.add_argument("--keep", type=Path)
    asked = parser.parse_args()
    originals, chance = sources(asked.folder), random.Random(asked.seed)
    endings: Counter[str] = Counter()
    worst: Counter[str] = Counter()
    started, slowest, done = time.monotonic(), 0.0, 0
    jobs = (Job("format", ".docx", api.FormatOptions()), Job("check", ".json", api.CheckOptions(), _CHECK))
    while done < asked.inputs:
        with tempfile.TemporaryDirectory(prefix="gwformat-") as folder:
            place = Path(folder)
            made = list(tasks(place, originals, min(_ROUND, asked.inputs - done), chance))
            for job in jobs:
                for outcome in Workers(job, place, asked.jobs, LIMITS).run(made):
                    target = place / f"{outcome.name[:5]}.out"
                    slowest = max(slowest, outcome.seconds)
                    endings[f"{job.do} {outcome.state.value} {outcome.code}"] += 1
                    if outcome.code == Refused.exit_code:
                        _keep(asked.keep and asked.keep / "refused", place / outcome.name, asked.seed, done)
                    if wrong := bad(outcome, target, job.do):
                        worst[f"{job.do}: {wrong}"] += 1
                        _keep(asked.keep, place / outcome.name, asked.seed, done)
                    target.unlink(missing_ok=True)
            done += len(made)
        print(f"{done} inputs, {time.monotonic() - started:.0f} s, bad: {worst.total()}", file=sys.stderr)
    for name, count in sorted(endings.items()):
        print(f"{name:<24} {count}")
    print(f"slowest {slowest:.1f} s; bad endings: {dict(worst)}")
    return 1 if worst else 0


def _keep(folder: Path | None, path: Path, seed: int, done: int) -> None:
    if folder is not None:
        folder.mkdir(parents=True, exist_ok=True)
        (folder / f"{seed}-{done:06}-{path.name}").write_bytes(path.read_bytes())


if __name__ == "__main__":
    sys.exit(main())
