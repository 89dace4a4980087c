"""The process that works on files: a job and then tasks come in on stdin, outcomes go out on stdout.

It ends when nobody listens any more, so that none is left over when the program that started it is killed.
"""

from __future__ import annotations

import atexit
import os
import pickle
import shutil
import signal
import sys
from contextlib import suppress
from pathlib import Path
from typing import IO

from gwformat.batch.jobs import Job, prepare
from gwformat.batch.one import work
from gwformat.batch.outcomes import Task


def main() -> None:
    """Work until stdin is closed; the folder for temporary files, which is the argument, is gone afterwards."""
    # What is registered first comes last: when those who have temporary files have cleared them away.
    atexit.register(shutil.rmtree, sys.argv[1], ignore_errors=True)
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is for the program that started this one
    # What a library prints must not get among the outcomes.
    answers = os.fdopen(os.dup(sys.stdout.fileno()), "wb")
    os.dup2(sys.stderr.fileno(), sys.stdout.fileno())
    questions = sys.stdin.buffer
    with suppress(EOFError, OSError):  # nobody listens; Windows says so in its own way
        job = pickle.load(questions)
        assert isinstance(job, Job)
        prepare(job)
        _answer(answers, os.getpid())  # it can take its first task
        while True:
            task, folder = pickle.load(questions)
            assert isinstance(task, Task)
            assert isinstance(folder, Path)
            _answer(answers, work(job, task, folder))


def _answer(answers: IO[bytes], value: object) -> None:
    pickle.dump(value, answers)
    answers.flush()
