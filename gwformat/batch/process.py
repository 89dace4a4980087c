"""A worker process as the program that started it sees it: tasks go to it, outcomes come back, limits are kept.

It is given the next file before it has told of the last one, so that it never waits; if it dies, the file it worked on
has failed, and those it had not begun are handed back.
"""

from __future__ import annotations

import os
import pickle
import shutil
import subprocess
import sys
import tempfile
import time
from collections import deque
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import replace
from pathlib import Path
from typing import IO

import psutil

from gwformat import output
from gwformat.batch.jobs import Job
from gwformat.batch.one import failed
from gwformat.batch.outcomes import INTERNAL, Limits, Outcome, Task
from gwformat.output import SCRATCH_VARIABLES

ADVICE = "其余文件不受影响；这一份请单独处理。"
_MAIN = "from gwformat.batch.worker import main; main()"
_STARTING, _PARTING = 60.0, 10.0  # seconds that a worker may take to begin and to end
_MEGABYTE = 1 << 20
_QUICK = 0.5  # seconds: behind a file that takes longer no other one is made to wait


class Worker:
    """One worker process, and the files that were given to it."""

    def __init__(self, job: Job, limits: Limits) -> None:
        self._limits = limits
        self._given: deque[Task] = deque()  # it works on the first one, or has done it and not been heard yet
        self._deadline: float | None = None
        self._ended = ""  # why it was ended, if it was
        self._quick = False
        # Drafts that LibreOffice converts are copied there. Being killed, the worker would leave them.
        self._scratch = Path(tempfile.mkdtemp(prefix="gwformat-batch-"))
        try:
            self._process = _started(self._scratch)
        except OSError:
            self._scratch.rmdir()
            raise
        self._seen = psutil.Process(self._process.pid)
        self._numbers = {self._process.pid}  # and that of the worker, if what was started has only started it
        self._children: tuple[psutil.Process, ...] = ()
        self._send(job)
        self._ready = False

    @property
    def busy(self) -> bool:
        """Whether a file was given to it whose outcome has not been asked for."""
        return bool(self._given)

    @property
    def free(self) -> bool:
        """Whether it can be given another file: one at a time, and one ahead as long as files are quick."""
        return not self._ended and len(self._given) < (2 if self._quick else 1)

    @property
    def over(self) -> bool:
        """Whether it can tell of nothing any more."""
        return bool(self._ended) or (not self._given and self._process.poll() is not None)

    def give(self, task: Task, folder: Path) -> None:
        """Let it work on `task`, whose result goes below `folder`, as soon as it has done what it was given before."""
        self._given.append(task)
        self._send((task, folder))

    def outcome(self, folder: Path) -> Outcome:
        """What became of the file that was given to it first; if the worker dies, this one has failed."""
        task = self._given.popleft()
        started = time.monotonic()
        try:
            if not self._ready:
                self._deadline = started + _STARTING
                self._numbers.add(self._number())
                self._ready = True
                started = time.monotonic()
            self._deadline = started + self._limits.seconds
            answer = self._answer()
            assert isinstance(answer, Outcome)
            self._quick = answer.seconds < _QUICK
            return answer
        except (EOFError, OSError, pickle.UnpicklingError):
            seconds = time.monotonic() - started
            with suppress(subprocess.TimeoutExpired):
                self._process.wait(_PARTING)  # unless what it says is not understood, it is ending
            self.end("")
            self._ended = self._ended or f"处理这份文件的进程意外结束（{self._process.returncode}）"
            self._clear(task)
            return failed(task, folder, INTERNAL, self._ended, ADVICE, seconds)
        finally:
            self._deadline = None

    def handed_back(self) -> Iterator[Task]:
        """What it was given and will not tell of; it may have begun the first of them, and written its result."""
        while self._given:
            task = self._given.popleft()
            self._clear(task)
            yield replace(task, overwrite=True)  # it is known that the place is free

    def _clear(self, task: Task) -> None:
        """Remove what it left half written."""
        for place in filter(None, (task.target, task.report)):
            for number in self._numbers:
                for path in place.parent.glob(output.unfinished_of(number)):
                    output.remove(path)

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

    def end(self, why: str) -> None:
        """End it and everything it has started."""
        self._ended = self._ended or why
        self._remember_children()
        for process in (*self._children, self._seen):
            with suppress(psutil.Error):
                process.kill()
        self._process.wait()
        shutil.rmtree(self._scratch, ignore_errors=True)

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
        with suppress(OSError):  # that it is dead is told where its answer is read
            pickle.dump(value, stream)
            stream.flush()

    def _number(self) -> int:
        """What a worker says when it is ready: the number of its process.

        It need not be what was started: under Windows, Python in a virtual environment only starts that of the system.
        """
        number = self._answer()
        assert isinstance(number, int)
        return number

    def _answer(self) -> object:
        return pickle.load(self._stream(self._process.stdout))

    @staticmethod
    def _stream(stream: IO[bytes] | None) -> IO[bytes]:
        assert stream is not None
        return stream


def _started(scratch: Path) -> subprocess.Popen[bytes]:
    return subprocess.Popen(
        # It finds its modules where this process has found them.
        [sys.executable, "-c", f"import sys; sys.path[:] = {sys.path!r}; {_MAIN}", str(scratch)],
        env=os.environ | dict.fromkeys(SCRATCH_VARIABLES, str(scratch)),
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=None if os.environ.get("GWFORMAT_DEBUG") == "1" else subprocess.DEVNULL,
        start_new_session=True,  # Ctrl-C is not for it, and what it starts can be ended with it
        creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
    )
