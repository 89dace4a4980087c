"""What runs on a Dask worker: a group of tasks comes in; the outcomes of those that were done in time go out.

A process of its own does the work, as on one machine, so that limits and crashes stay with one file.
"""

from __future__ import annotations

import dataclasses
import tempfile
import threading
import time
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from gwformat.batch.jobs import Job
from gwformat.batch.outcomes import Limits, Outcome, Task
from gwformat.batch.seat import Seat, watched
from gwformat.values import dataclass

_mine = threading.local()


@dataclass(frozen=True, slots=True)
class Done:
    """An outcome and, where no folder is shared, the files it tells of, by their paths below the output folder."""

    outcome: Outcome
    files: Mapping[str, bytes] = dataclasses.field(default_factory=dict)


def do(job: Job, folder: Path, tasks: Sequence[Task], limits: Limits, seconds: float) -> list[Done]:
    """Do the tasks in their order, and begin none when so many seconds have passed; at least the first is done."""
    return [Done(outcome) for outcome in _outcomes(job, folder, tasks, limits, seconds)]


def do_sent(
    job: Job, folder: Path, tasks: Sequence[Task], limits: Limits, seconds: float, data: Sequence[bytes]
) -> list[Done]:
    """The same in a folder that is gone afterwards, with files that came with their tasks."""
    with tempfile.TemporaryDirectory(prefix="gwformat-") as place:
        here = Path(place)
        below = here / "out"
        moved = [_moved(task, folder.absolute(), here / str(number), below) for number, task in enumerate(tasks)]
        for task, content in zip(moved, data, strict=True):
            task.source.parent.mkdir()
            task.source.write_bytes(content)
        return [Done(one, _files(one, below)) for one in _outcomes(job, below, moved, limits, seconds)]


def _outcomes(job: Job, folder: Path, tasks: Sequence[Task], limits: Limits, seconds: float) -> Iterator[Outcome]:
    seat = _seat(job, limits)
    with watched([seat]):
        yield from seat.do(_in_time(tasks, time.monotonic() + seconds), folder)


def _in_time(tasks: Sequence[Task], end: float) -> Iterator[Task]:
    for number, task in enumerate(tasks):
        if number and time.monotonic() > end:
            return
        yield task


def _seat(job: Job, limits: Limits) -> Seat:
    """Where the process of this thread works; it stays for the next groups of the same job."""
    wanted = (job.fingerprint, limits)
    known: tuple[tuple[str, Limits], Seat] | None = getattr(_mine, "seat", None)
    if known is not None and known[0] == wanted:
        return known[1]
    if known is not None:
        known[1].close()
    seat = Seat(job, limits)
    _mine.seat = (wanted, seat)
    return seat


def _moved(task: Task, folder: Path, source: Path, below: Path) -> Task:
    """The task with its file in the folder `source` and its results below `below` instead of `folder`."""
    target = below / task.target.relative_to(folder)
    report = task.report and below / task.report.relative_to(folder)
    source = source / Path(task.name).name
    return dataclasses.replace(task, source=source, target=target, report=report, before=None)


def _files(outcome: Outcome, below: Path) -> dict[str, bytes]:
    names = [*outcome.outputs, *([outcome.report] if outcome.report else [])]
    return {name: (below / name).read_bytes() for name in names}
