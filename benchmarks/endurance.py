"""Thousands of drafts go through `gwformat batch` while its processes are killed; what became of every file comes out.

    python benchmarks/endurance.py [--files 20000] [--kills 40] [--small 8] [--scaling-only]

The same drafts are formatted twice: undisturbed, and with kill -9 of random workers and of the program itself, resumed
until it ends; with --small N the second run begins on a disk of N MB (a tmpfs, needs root) that runs full. In the end
every file must have exactly one state, and both folders must hold the same bytes. Printed as well: the time of each
tenth of the files, the memory of the program and its workers, and how much faster two workers are than one, beside two
programs that know nothing of each other; with --scaling-only nothing but that, for which the machine should be idle.
"""

from __future__ import annotations

import argparse
import contextlib
import hashlib
import json
import os
import random
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path

import psutil

sys.path.insert(0, str(Path(__file__).parents[1]))

from benchmarks.endurance_drafts import build
from benchmarks.endurance_figures import Figures, spread

_ENDED = (0, 7)  # all done; some failed, as the bad drafts must


def _started(source: Path, output: Path, jobs: int, *more: str) -> subprocess.Popen[bytes]:
    command = [sys.executable, "-m", "gwformat", "batch", str(source), "-o", str(output), "--jobs", str(jobs), *more]
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(filter(None, sys.path))}
    return subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, env=environment)


def undisturbed(source: Path, output: Path, jobs: int, files: int) -> tuple[float, Figures]:
    """One run to its end: seconds, and what it took."""
    started = time.monotonic()
    process = _started(source, output, jobs)
    figures = Figures(process, output / "_gwformat" / "journal.jsonl", files)
    assert process.wait() in _ENDED, process.returncode
    return time.monotonic() - started, figures


def disturbed(source: Path, output: Path, jobs: int, kills: int, pause: float) -> Counter[str]:
    """Runs that are killed and resumed until one ends; what was killed how often."""
    chance = random.Random(2)
    killed: Counter[str] = Counter()
    while True:
        process = _started(source, output, jobs, "--resume")
        while process.poll() is None:
            with contextlib.suppress(subprocess.TimeoutExpired):
                process.wait(chance.uniform(0.1, 1.4) * pause)
            if process.poll() is None and killed.total() < kills:
                killed[_kill_one(process, chance)] += 1
        if process.returncode in _ENDED:
            return killed


def _kill_one(process: subprocess.Popen[bytes], chance: random.Random) -> str:
    with contextlib.suppress(psutil.Error):
        workers = psutil.Process(process.pid).children()
        if workers and chance.random() < 0.6:
            chance.choice(workers).kill()
            return "worker"
    process.kill()
    process.wait()
    return "program"


@contextlib.contextmanager
def small_disk(folder: Path, megabytes: int) -> Iterator[None]:
    """A folder that holds only so much."""
    folder.mkdir()
    subprocess.run(["mount", "-t", "tmpfs", "-o", f"size={megabytes}m", "tmpfs", str(folder)], check=True)
    try:
        yield
    finally:
        subprocess.run(["umount", "-l", str(folder)], check=True)


def run_full(source: Path, output: Path, jobs: int, megabytes: int) -> None:
    """Run into a disk that is too small; what was written is moved to a large one, as a clerk would do."""
    small = output.with_name("small")
    with small_disk(small, megabytes):
        code = _started(source, small, jobs).wait()
        states = Counter(one["state"] for one in _summary(small)) if (small / "_gwformat/summary.json").exists() else {}
        print(f"disk of {megabytes} MB: exit code {code}, {dict(states)}, left half written: {_unfinished(small)}")
        shutil.copytree(small, output)
    small.rmdir()


def _summary(output: Path) -> list[dict[str, object]]:
    files: list[dict[str, object]] = json.loads((output / "_gwformat" / "summary.json").read_bytes())["files"]
    return files


def _unfinished(output: Path) -> int:
    return len([*output.rglob(".gw-*")])


def bytes_of(output: Path) -> dict[str, str]:
    """Every result and its hash."""
    return {
        path.relative_to(output).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in output.rglob("*")
        if path.is_file() and path.parent != output / "_gwformat"
    }


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("--files", type=int, default=20_000)
    parser.add_argument("--kills", type=int, default=40)
    parser.add_argument("--jobs", type=int, default=os.cpu_count() or 1)
    parser.add_argument("--small", type=int, default=0, metavar="MB")
    parser.add_argument("--scaling-only", action="store_true")
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="gwformat-") as folder:
        _scaling(Path(folder))
        if asked.scaling_only:
            return 0
        source, calm, rough = (Path(folder, name) for name in ("drafts", "calm", "rough"))
        build(source, asked.files)
        seconds, figures = undisturbed(source, calm, asked.jobs, asked.files)
        print(f"undisturbed: {asked.files} files, {asked.jobs} workers, {seconds:.0f} s")
        wall, cpu = figures.tenths()
        print(f"ms a file in each tenth: {spread(wall)}")
        print(f"processor ms a file in each tenth: {spread(cpu)}")
        print(figures.memory())
        if asked.small:
            run_full(source, rough, asked.jobs, asked.small)
        killed = disturbed(source, rough, asked.jobs, asked.kills, seconds / max(1, asked.kills))
        # Files whose worker was killed have failed; they are made good as a user would, by one more run.
        again = _started(source, rough, asked.jobs).wait()
        states = Counter(one["state"] for one in _summary(rough))
        print(f"disturbed: killed {dict(killed)}, exit code {again}, states {dict(states)}")
        named = Counter(one["name"] for one in _summary(rough))
        same = bytes_of(calm) == bytes_of(rough)
        print(f"each file once: {len(named) == asked.files and set(named.values()) == {1}}")
        print(f"same bytes as undisturbed: {same}, left half written: {_unfinished(rough)}")
    return 0 if same and len(named) == asked.files else 1


def _scaling(folder: Path, files: int = 1000, rounds: int = 5) -> None:
    """How much two workers do in the time of one, and what the machine itself gives two programs at once."""
    source = folder / "few"
    build(source, files)
    workers, programs = [], []
    for turn in range(rounds):
        one = _seconds([_started(source, folder / f"one{turn}", 1)])
        two = _seconds([_started(source, folder / f"two{turn}", 2)])
        both = _seconds([_started(source, folder / f"{name}{turn}", 1) for name in ("left", "right")])
        workers.append(one / two)
        programs.append(2 * one / both)
    print(f"two workers are {_middle(workers)} times as fast as one ({files} files, {rounds} times)")
    print(f"two programs of one worker each, side by side: {_middle(programs)}")


def _seconds(running: Sequence[subprocess.Popen[bytes]]) -> float:
    started = time.monotonic()
    for process in running:
        assert process.wait() in _ENDED, process.returncode
    return time.monotonic() - started


def _middle(ratios: Sequence[float]) -> str:
    return f"{statistics.median(ratios):.2f} ({min(ratios):.2f} to {max(ratios):.2f})"


if __name__ == "__main__":
    sys.exit(main())
