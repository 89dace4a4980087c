"""Tasks come in; worker processes do them, within their limits; outcomes go out as they are ready.

Each worker has a thread that talks to it, and one more thread watches all of them.
"""

from __future__ import annotations

import queue
import threading
from collections.abc import Generator, Iterable, Iterator
from pathlib import Path

from gwformat.batch.jobs import Job
from gwformat.batch.outcomes import Limits, Outcome, Task
from gwformat.batch.seat import Seat, watched

_PATIENCE = 0.2  # seconds of waiting after which Ctrl-C is heard


class Workers:
    """A number of workers that do the tasks of one job."""

    def __init__(self, job: Job, folder: Path, number: int, limits: Limits) -> None:
        self._folder = folder
        self._seats = [Seat(job, limits) for _ in range(number)]
        self._stop = threading.Event()
        self._outcomes: queue.Queue[Outcome | Exception | None] = queue.Queue(maxsize=number * 4)
        self._take = threading.Lock()
        self._failure: Exception | None = None

    def run(self, tasks: Iterable[Task]) -> Generator[Outcome, None, None]:
        """The outcome of each task, in the order in which they are ready.

        An interrupted run begins no further file, and waits for those that the workers were given.
        """
        waiting = iter(tasks)
        for seat in self._seats:
            threading.Thread(target=self._serve, args=(seat, waiting)).start()
        serving = len(self._seats)
        with watched(self._seats):
            try:
                while serving:
                    try:
                        outcome = self._outcomes.get(timeout=_PATIENCE)
                    except queue.Empty:
                        continue
                    if outcome is None:
                        serving -= 1
                    elif isinstance(outcome, Exception):
                        self._failure = outcome  # raised when nobody is at work any more
                        self._stop.set()
                    else:
                        yield outcome
            except (KeyboardInterrupt, GeneratorExit):
                self._stop.set()
                while serving:
                    serving -= self._outcomes.get() is None
                raise
            finally:
                self._stop.set()
        if self._failure is not None:
            raise self._failure

    def _serve(self, seat: Seat, waiting: Iterator[Task]) -> None:
        try:
            for outcome in seat.do(self._taken(waiting), self._folder):
                self._outcomes.put(outcome)
        except Exception as error:  # of this program: no file is to blame, and no file may be passed over
            self._outcomes.put(error)
        finally:
            seat.close()
            self._outcomes.put(None)

    def _taken(self, waiting: Iterator[Task]) -> Iterator[Task]:
        """The tasks that this worker takes from those of all, until the run is stopped."""
        while not self._stop.is_set():
            with self._take:
                task = next(waiting, None)
            if task is None:
                return
            yield task
