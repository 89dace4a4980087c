"""What a batch works on and what became of it: a `Task` goes to a worker, an `Outcome` comes back."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import field
from enum import StrEnum
from pathlib import Path

from gwformat.errors import GwError, OutputNotWritable
from gwformat.values import dataclass

INTERNAL = GwError.exit_code
"""Exit code of what went wrong in the program or its process, not in the file."""


class State(StrEnum):
    """How a file ended."""

    DONE = "done"
    UNCHANGED = "unchanged"
    FAILED = "failed"

    @property
    def label(self) -> str:
        """What the user reads."""
        return _LABELS[self]


_LABELS = {State.DONE: "完成", State.UNCHANGED: "未变", State.FAILED: "未完成"}


@dataclass(frozen=True, slots=True)
class Limits:
    """How long one file may take, and how much memory the process that works on it may have."""

    seconds: float = 120
    megabytes: float = 2048


@dataclass(frozen=True, slots=True)
class Task:
    """One file and where its result goes; `name` is its path below the folder given, with “/”."""

    name: str
    source: Path
    target: Path
    report: Path | None = None  # what was done, for people
    overwrite: bool = False  # a target that is there is an earlier result, or the user said so
    before: Outcome | None = None  # of the last run with the same program and options


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of one file."""

    name: str
    state: State
    target: str = ""  # below the output folder; "" where it was not this run's to write
    code: int = 0
    message: str = ""
    advice: str = ""
    digest: str = ""  # SHA-256 of the source
    outputs: Mapping[str, str] = field(default_factory=dict)  # paths below the output folder and their SHA-256
    report: str = ""
    counts: Mapping[str, int] = field(default_factory=dict)  # of findings by severity, of changes, of pages
    seconds: float = 0.0
    job: str = ""  # fingerprint of what was done

    @property
    def lasting(self) -> bool:
        """Whether the same file would end the same way again; not so where a process died or a disk was full."""
        return self.state is not State.FAILED or self.code not in (INTERNAL, OutputNotWritable.exit_code)
