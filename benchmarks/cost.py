"""A command in; its exit code, what it said on stderr, its processor time and its peak memory out (POSIX)."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Sequence
from dataclasses import dataclass

# A process inherits the peak of the one that started it, so a small one is put between.
_LAUNCHER = """
import os, subprocess, sys
process = subprocess.Popen(sys.argv[1:], stdout=subprocess.DEVNULL)
_, status, usage = os.wait4(process.pid, 0)
process.returncode = os.waitstatus_to_exitcode(status)
print(process.returncode, usage.ru_utime + usage.ru_stime, usage.ru_maxrss)
"""
_PER_MEGABYTE = 1024 * 1024 if sys.platform == "darwin" else 1024


@dataclass(frozen=True, slots=True)
class Cost:
    """What one run cost, and how it ended."""

    code: int
    message: str
    seconds: float
    megabytes: float


def measure(command: Sequence[str]) -> Cost:
    """Run `command` and wait for it."""
    launcher = [sys.executable, "-S", "-c", _LAUNCHER, *command]
    done = subprocess.run(launcher, capture_output=True, check=True)
    code, seconds, memory = done.stdout.split()
    message = done.stderr.decode("utf-8", "replace")
    return Cost(int(code), message, float(seconds), float(memory) / _PER_MEGABYTE)
