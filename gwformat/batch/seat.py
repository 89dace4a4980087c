"""Tasks come in; at a seat one worker at a time does them, and a new one sits down where one has died; outcomes go out.

Who takes too long or too much memory is ended with everything it has started, as long as somebody watches the seat.
"""

from __future__ import annotations

import threading
from collections import deque
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path

from gwformat.batch.jobs import Job
from gwformat.batch.one import failed
from gwformat.batch.outcomes import INTERNAL, Limits, Outcome, Task
from gwformat.batch.process import ADVICE, Worker
from gwformat.errors import reason_of

_LOOK = 0.2  # seconds between two looks at the workers
_LOOK_AT_CHILDREN = 5  # every so many looks: finding them takes the system a while


class Seat:
    """Where one worker at a time works on one job."""

    def __init__(self, job: Job, limits: Limits) -> None:
        self._job, self._limits = job, limits
        self._worker: Worker | None = None

    def do(self, tasks: Iterable[Task], folder: Path) -> Iterator[Outcome]:
        """The outcome of each of `tasks`, whose results go below `folder`, in their order."""
        waiting, again = iter(tasks), deque[Task]()
        while True:
            if self._worker is not None and self._worker.over:
                again.extend(self._worker.handed_back())
                self.close()
            while self._worker is None or self._worker.free:
                task = again.popleft() if again else next(waiting, None)
                if task is None:
                    break
                try:
                    worker = self._worker = self._worker or Worker(self._job, self._limits)
                except OSError as error:
                    yield failed(task, folder, INTERNAL, f"起不了工作进程：{reason_of(error)}", ADVICE)
                else:
                    worker.give(task, folder)
            if self._worker is not None and self._worker.busy:
                yield self._worker.outcome(folder)
            elif self._worker is None or not self._worker.over:
                return

    def look(self, *, at_children: bool) -> None:
        """End the worker if its file takes too long or too much memory."""
        worker = self._worker
        if worker is not None:
            worker.look(at_children=at_children)

    def close(self) -> None:
        """Let the worker end by itself."""
        worker, self._worker = self._worker, None
        if worker is not None:
            worker.close()


@contextmanager
def watched(seats: Iterable[Seat]) -> Iterator[None]:
    """Look at the seats from time to time."""
    finished = threading.Event()
    watch = threading.Thread(target=_look, args=(finished, tuple(seats)), daemon=True)
    watch.start()
    try:
        yield
    finally:
        finished.set()


def _look(finished: threading.Event, seats: tuple[Seat, ...]) -> None:
    looks = 0
    while not finished.wait(_LOOK):
        looks += 1
        for seat in seats:
            seat.look(at_children=looks % _LOOK_AT_CHILDREN == 0)
