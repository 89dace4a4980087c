"""Tasks come in; worker processes do them, within their limits; outcomes go out as they are ready.

Each worker has a thread that talks to it, and one more thread watches all of them: who takes too long or too much
memory is ended with everything it has started, its file has failed, and a new worker takes its place.
"""

from __future__ import annotations

import os
import pickle
import queue
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Generator, Iterable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import IO

import psutil

from gwformat import output
from gwformat.batch.jobs import Job
from gwformat.batch.one import failed
from gwformat.batch.outcomes import INTERNAL, READY, Limits, Outcome, Task

_ADVICE = "其余文件不受影响；这一份请单独处理。"
_MAIN = "from gwformat.batch.worker import main; main()"
_LOOK = 0.2  # seconds between two looks at the workers
_LOOK_AT_CHILDREN = 5  # every so many looks: finding them takes the system a while
_STARTING, _PARTING = 60.0, 10.0  # seconds that a worker may take to begin and to end
_MEGABYTE = 1 << 20
_PATIENCE = 0.2  # seconds of waiting after which Ctrl-C is heard


class Worker:
    """One worker process, and what is known of the file it works on."""

    def __init__(self, job: Job, limits: Limits) -> None:
        self._limits = limits
        self._deadline: float | None = None
        self._ended = ""  # why it was ended, if it was
        self._process = subprocess.Popen(
            # It finds its modules where this process has found them.
            [sys.executable, "-c", f"import sys; sys.path[:] = {sys.path!r}; {_MAIN}"],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=None if os.environ.get("GWFORMAT_DEBUG") == "1" else subprocess.DEVNULL,
            start_new_session=True,  # Ctrl-C is not for it, and what it starts can be ended with it
            creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
        )
        self._seen = psutil.Process(self._process.pid)
        self._children: tuple[psutil.Process, ...] = ()
        self._send(job)
        self._ready = False

    @property
    def alive(self) -> bool:
        """Whether it can take another task."""
        return self._process.poll() is None and not self._ended

    def do(self, task: Task, folder: Path) -> Outcome:
        """Let it work on `task`, whose result goes below `folder`; if it dies, this one file has failed."""
        started = time.monotonic()
        try:
            if not self._ready:
                self._deadline = started + _STARTING
                self._ready = self._answer() == READY
                started = time.monotonic()
            self._deadline = started + self._limits.seconds
            self._send((task, folder))
            answer = self._answer()
            assert isinstance(answer, Outcome)
            return answer
        except (EOFError, OSError, pickle.UnpicklingError):
            self.end("")
            self.close()
            return self._lost(task, folder, time.monotonic() - started)
        finally:
            self._deadline = None

    def _lost(self, task: Task, folder: Path, seconds: float) -> Outcome:
        for place in filter(None, (task.target, task.report)):
            for path in place.parent.glob(output.unfinished_of(self._process.pid)):
                path.unlink(missing_ok=True)
        why = self._ended or f"处理这份文件的进程意外结束（{self._process.returncode}）"
        return failed(task, folder, INTERNAL, why, _ADVICE, seconds)

    def look(self, *, at_children: bool) -> None:
        """End it if its file takes too long or too much memory."""
        deadline = self._deadline
        if deadline is None:
            return
        if time.monotonic() > deadline:
            self.end(f"超过 {self._limits.seconds:g} 秒没有做完")
        elif self._megabytes(at_children) > self._limits.megabytes:
            self.end(f"用的内存超过 {self._limits.megabytes:g} MB")

    def _megabytes(self, at_children: bool) -> float:
        if at_children:
            self._remember_children()
        used = 0
        for process in (self._seen, *self._children):
            with suppress(psutil.Error):
                used += process.memory_info().rss
        return used / _MEGABYTE

    def _remember_children(self) -> None:
        """What it has started; when it has died, the system does not tell any more."""
        with suppress(psutil.Error):
            self._children = tuple(self._seen.children(recursive=True))

    @contextmanager
    def watched(self) -> Iterator[None]:
        """Look at it from time to time, where nobody else does."""
        finished = threading.Event()
        watch = threading.Thread(target=_look, args=(finished, lambda: [self]), daemon=True)
        watch.start()
        try:
            yield
        finally:
            finished.set()

    def end(self, why: str) -> None:
        """End it and everything it has started."""
        self._ended = self._ended or why
        self._remember_children()
        for process in (*self._children, self._seen):
            with suppress(psutil.Error):
                process.kill()
        self._process.wait()

    def close(self) -> None:
        """Let it end by itself, now that there is nothing left to do."""
        with suppress(OSError):  # what it did not read any more
            self._stream(self._process.stdin).close()
        try:
            self._process.wait(_PARTING)
        except subprocess.TimeoutExpired:
            self.end("")
        self._stream(self._process.stdout).close()

    def _send(self, value: object) -> None:
        stream = self._stream(self._process.stdin)
        with suppress(BrokenPipeError):  # that it is dead is told where its answer is read
            pickle.dump(value, stream)
            stream.flush()

    def _answer(self) -> object:
        return pickle.load(self._stream(self._process.stdout))

    @staticmethod
    def _stream(stream: IO[bytes] | None) -> IO[bytes]:
        assert stream is not None
        return stream


class Workers:
    """A number of workers that do the tasks of one job."""

    def __init__(self, job: Job, folder: Path, number: int, limits: Limits) -> None:
        self._new: Callable[[], Worker] = lambda: Worker(job, limits)
        self._folder = folder
        self._number = number
        self._at_work: dict[int, Worker] = {}
        self._stop = threading.Event()
        self._finished = threading.Event()
        self._outcomes: queue.Queue[Outcome | Exception | None] = queue.Queue(maxsize=number * 4)
        self._take = threading.Lock()
        self._failure: Exception | None = None

    def run(self, tasks: Iterable[Task]) -> Generator[Outcome, None, None]:
        """The outcome of each task, in the order in which they are ready.

        An interrupted run begins no further file, and waits for those that are being worked on.
        """
        waiting = iter(tasks)
        threads = [threading.Thread(target=self._serve, args=(number, waiting)) for number in range(self._number)]
        at_work = self._at_work
        watch = threading.Thread(target=_look, args=(self._finished, lambda: [*at_work.values()]), daemon=True)
        threads.append(watch)
        for thread in threads:
            thread.start()
        serving = self._number
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
            self._finished.set()
        if self._failure is not None:
            raise self._failure

    def _serve(self, number: int, waiting: Iterator[Task]) -> None:
        worker: Worker | None = None
        try:
            while not self._stop.is_set():
                with self._take:
                    task = next(waiting, None)
                if task is None:
                    break
                try:
                    if worker is None or not worker.alive:
                        worker = self._at_work[number] = self._new()
                except OSError as error:
                    why = f"起不了工作进程：{error.strerror}"
                    self._outcomes.put(failed(task, self._folder, INTERNAL, why, _ADVICE))
                else:
                    self._outcomes.put(worker.do(task, self._folder))
        except Exception as error:  # of this program: no file is to blame, and no file may be passed over
            self._outcomes.put(error)
        finally:
            self._at_work.pop(number, None)
            if worker is not None:
                worker.close()
            self._outcomes.put(None)


def _look(finished: threading.Event, workers: Callable[[], Iterable[Worker]]) -> None:
    looks = 0
    while not finished.wait(_LOOK):
        looks += 1
        for worker in workers():
            worker.look(at_children=looks % _LOOK_AT_CHILDREN == 0)
