"""How the tests run the program: in process for its words, as a process for what only a process shows."""

from __future__ import annotations

import os
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

import pytest

from gwformat.cli.program import run

# Where the tests run in the background, a shell lets them ignore Ctrl-C, and so would what they start.
INTERRUPTIBLE = (
    sys.executable,
    "-c",
    "import signal; signal.signal(signal.SIGINT, signal.default_int_handler); from gwformat.cli import main; main()",
)
"""Begins the command of a process that is to be ended by Ctrl-C."""

EXAMPLES = Path(__file__).parents[2] / "examples"


@dataclass(frozen=True, slots=True)
class Outcome:
    code: int
    stdout: str
    stderr: str


class Shell:
    """Runs `gwformat` in process and keeps apart what goes to stdout and to stderr."""

    def __init__(self, capsys: pytest.CaptureFixture[str]) -> None:
        self._capsys = capsys

    def __call__(self, *args: object) -> Outcome:
        self._capsys.readouterr()
        code = run([str(arg) for arg in args])
        said = self._capsys.readouterr()
        return Outcome(code, said.out, said.err)


def process(*args: object, **environment: str) -> subprocess.CompletedProcess[bytes]:
    """`python -m gwformat …` in a process of its own."""
    return subprocess.run(
        [sys.executable, "-m", "gwformat", *(str(arg) for arg in args)],
        capture_output=True,
        env=os.environ | environment,
        check=False,
        timeout=60,
    )
