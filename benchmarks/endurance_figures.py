"""A running batch comes in; its memory, and what each tenth of its files took, go out."""

from __future__ import annotations

import contextlib
import itertools
import subprocess
import threading
import time
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

import psutil

SETTLED = 500
"""Files after which memory should be flat."""
_LOOK = 0.5  # seconds


@dataclass(frozen=True, slots=True)
class Mark:
    """A look at a run."""

    done: int  # files
    wall: float  # seconds since the run began
    cpu: float  # processor seconds of the program and its workers
    program: float  # megabytes of the program
    worker: float  # megabytes of the largest worker


class Figures:
    """What a run takes, looked at until it has ended."""

    def __init__(self, process: subprocess.Popen[bytes], journal: Path, files: int) -> None:
        self.marks: list[Mark] = []
        self._process, self._journal, self._files = process, journal, files
        self._read = self._done = 0
        self._thread = threading.Thread(target=self._watch, daemon=True)
        self._thread.start()

    def tenths(self) -> tuple[list[float], list[float]]:
        """Milliseconds a file in each tenth of the run: on the clock, and of processor time."""
        edges = [self._mark(self._files * part / 10) for part in range(11)]
        pairs = [(earlier, later, max(1, later.done - earlier.done)) for earlier, later in itertools.pairwise(edges)]
        wall = [(later.wall - earlier.wall) * 1000 / files for earlier, later, files in pairs]
        cpu = [(later.cpu - earlier.cpu) * 1000 / files for earlier, later, files in pairs]
        return wall, cpu

    def memory(self) -> str:
        """The most that the program and a worker had: in the first files, in the others, and while it summed up."""
        early = [mark for mark in self.marks if mark.done <= SETTLED]
        late = [mark for mark in self.marks if SETTLED < mark.done < self._files]
        after = [mark for mark in self.marks if mark.done >= self._files]
        program = " / ".join(_most(marks, "program") for marks in (early, late, after))
        worker = " / ".join(_most(marks, "worker") for marks in (early, late))
        return f"MB in the first {SETTLED} files / the others / summing up: program {program}, largest worker {worker}"

    def _mark(self, done: float) -> Mark:
        return next((mark for mark in self.marks if mark.done >= max(1, done)), self.marks[-1])

    def _watch(self) -> None:
        started, spent = time.monotonic(), dict[int, float]()
        with contextlib.suppress(psutil.Error):
            program = psutil.Process(self._process.pid)
            while self._process.poll() is None:
                workers = program.children()
                for one in (program, *workers):
                    spent[one.pid] = sum(one.cpu_times()[:2])  # of those that have ended, what they had at last
                sizes = [_megabytes(one) for one in workers]
                wall = time.monotonic() - started
                self.marks.append(
                    Mark(self._lines(), wall, sum(spent.values()), _megabytes(program), max(sizes, default=0))
                )
                time.sleep(_LOOK)

    def _lines(self) -> int:
        with contextlib.suppress(OSError), self._journal.open("rb") as file:
            file.seek(self._read)
            more = file.read()
            whole = more[: more.rfind(b"\n") + 1]
            self._read += len(whole)
            self._done += whole.count(b'{"file"')
        return self._done


def _megabytes(process: psutil.Process) -> float:
    with contextlib.suppress(psutil.Error):
        return float(process.memory_info().rss) / 2**20
    return 0.0


def _most(marks: Sequence[Mark], what: str) -> str:
    return f"{max((getattr(mark, what) for mark in marks), default=0):.0f}"


def spread(values: Iterable[float]) -> str:
    """Each value, and how far the furthest is from their mean."""
    shown = list(values)
    mean = sum(shown) / len(shown)
    furthest = max(abs(one - mean) for one in shown) / mean
    return f"{' '.join(f'{one:.1f}' for one in shown)} (mean {mean:.1f}, ± {furthest:.0%})"
