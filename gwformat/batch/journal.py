"""The journal of a batch: what became of each file is added line by line, and read back after any interruption.

One JSON object a line. A line begins a run, or tells of one file, or ends the run. A line cut off by a power failure
is no line: its file is worked on again.
"""

from __future__ import annotations

import contextlib
import json
import os
import sys
import time
from collections.abc import Iterator, Mapping
from dataclasses import field
from datetime import datetime
from pathlib import Path
from typing import IO, Any

from gwformat import output
from gwformat.batch.outcomes import Outcome, State
from gwformat.errors import ConfigurationInvalid, GwError, OutputNotWritable, reason_of
from gwformat.values import dataclass

RECORDS = "_gwformat"
"""Folder in the output where the journal, the summary and the reports are."""
JOURNAL = "journal.jsonl"
_SYNC = 1.0  # seconds: what a power failure may cost is so much work, never a result


@dataclass(frozen=True, slots=True)
class Run:
    """What begins a run."""

    fingerprint: str
    do: str
    started: str
    foreign: frozenset[str] = frozenset()  # targets that stood there before and are not ours

    @property
    def began(self) -> str:
        """When it started, as the clock of this machine has it; as the journal says it where that is no time."""
        try:
            return datetime.fromisoformat(self.started).astimezone().strftime("%Y-%m-%d %H:%M")
        except (ValueError, OverflowError, OSError):  # the last is what Windows says of times before 1970
            return self.started


@dataclass(frozen=True, slots=True)
class History:
    """What a journal says: the last run, whether it was finished, and where each outcome is told."""

    run: Run | None = None
    finished: bool = False
    of_run: Mapping[str, Outcome] = field(default_factory=dict)
    before: Mapping[str, Outcome] = field(default_factory=dict)  # of earlier runs

    @property
    def interrupted(self) -> bool:
        """Whether the last run did not come to its end."""
        return self.run is not None and not self.finished

    @property
    def told_of(self) -> dict[str, Outcome]:
        """The last outcome of every file that any run has told of."""
        return {**self.before, **self.of_run}

    def last(self, fingerprint: str) -> dict[str, Outcome]:
        """For each file the last outcome, if it comes from a run with this fingerprint."""
        return {name: one for name, one in self.told_of.items() if one.job == fingerprint}

    @property
    def targets(self) -> dict[str, str]:
        """For each file where its result went, or may have gone before a process died."""
        return {name: outcome.target for name, outcome in self.told_of.items() if outcome.target}


class Journal:
    """The open journal of one run; nobody else writes to it."""

    def __init__(self, path: Path, file: IO[bytes]) -> None:
        self.path = path
        self._file = file
        self._synced = time.monotonic()

    @classmethod
    @contextlib.contextmanager
    def of_this_process(cls, path: Path) -> Iterator[Journal]:
        """The journal at `path`, for this process alone as long as it is open.

        `OutputNotWritable` if another process has it open or the disk does not take it.
        """
        try:
            # A lock of its own: some systems give up a lock when the locked file is read and closed.
            with path.with_suffix(".lock").open("wb") as lock:
                _lock_or_refuse(path, lock)
                journal = cls(path, path.open("ab"))
                with contextlib.closing(journal):
                    yield journal
                    journal._sync()
        except OSError as error:
            raise OutputNotWritable(f"“{path}”写不进去：{reason_of(error)}", "检查磁盘空间和权限。") from error

    def begin(self, run: Run, history: History, *, resume: bool) -> None:
        """Begin `run`, or go on with the one that was interrupted; only what earlier runs still tell stays.

        It stays whenever this process dies: a journal that has forgotten its results takes them for someone else's.
        """
        if resume:
            self._file.write(b"\n")  # ends a line that was cut off
            self._sync()
            return
        before = ({"before": said(outcome)} for outcome in history.told_of.values())
        lines = b"".join(map(_line, ({"run": _run_said(run)}, *before)))
        self._file.close()  # under Windows no open file is replaced
        output.write_atomically(self.path, lines)
        self._file = self.path.open("ab")

    def record(self, outcome: Outcome) -> None:
        """Add what became of one file."""
        self._add({"file": said(outcome)})
        self._file.flush()  # the death of this process then costs nothing
        if time.monotonic() - self._synced > _SYNC:
            self._sync()

    def close(self) -> None:
        """Write no more."""
        self._file.close()

    def end(self) -> None:
        """Say that every file of the run has been told of."""
        self._add({"end": True})
        self._sync()

    def _add(self, value: object) -> None:
        self._file.write(_line(value))

    def _sync(self) -> None:
        self._file.flush()
        os.fsync(self._file.fileno())
        self._synced = time.monotonic()


def read(path: Path) -> History:
    """What the journal at `path` says; an empty history where there is none."""
    run: Run | None = None
    finished = False
    of_run: dict[str, Outcome] = {}
    before: dict[str, Outcome] = {}
    for number, line in _lines(path):
        try:
            if "run" in line:
                run, finished = _run_of(line["run"]), False
            elif "before" in line:
                outcome = outcome_of(line["before"])
                before[outcome.name] = outcome
            elif "file" in line:
                outcome = outcome_of(line["file"])
                of_run[outcome.name] = outcome
            elif "end" in line:
                finished = True
        except (TypeError, ValueError, KeyError) as error:  # a whole line, but of another version or another program
            advice = "可能由更新的版本写出：请用那个版本接着做，或者换一个成品文件夹。"
            raise ConfigurationInvalid(f"日志“{path}”第 {number} 行看不懂，没有接着做", advice) from error
    return History(run, finished, of_run, before)


def results_in(folder: Path) -> list[Path]:
    """What batches have written into a folder, as the journal in it tells; nothing where that cannot be read."""
    try:
        told_of = read(folder / RECORDS / JOURNAL).told_of
    except (GwError, OSError):
        return []
    return [folder / name for outcome in told_of.values() for name in {outcome.target, *outcome.outputs} if name]


def _line(value: object) -> bytes:
    return json.dumps(value, ensure_ascii=True, separators=(",", ":")).encode() + b"\n"


def _lines(path: Path) -> Iterator[tuple[int, dict[str, Any]]]:
    try:
        with path.open("rb") as file:
            for number, line in enumerate(file, 1):
                with contextlib.suppress(ValueError, RecursionError):
                    value = json.loads(line)
                    if isinstance(value, dict):
                        yield number, value
    except FileNotFoundError:
        return


def said(outcome: Outcome) -> dict[str, Any]:
    """The outcome as JSON says it; nothing that is empty."""
    values = {name: getattr(outcome, name) for name in outcome.__slots__}
    return {name: value for name, value in values.items() if value}


def outcome_of(value: Mapping[str, Any]) -> Outcome:
    """The outcome that `said` told of."""
    return Outcome(**{**value, "state": State(value["state"])})


def _run_said(run: Run) -> dict[str, Any]:
    values = {name: getattr(run, name) for name in run.__slots__}
    return {**values, "foreign": sorted(run.foreign)}


def _run_of(value: Mapping[str, Any]) -> Run:
    return Run(**{**value, "foreign": frozenset(value["foreign"])})


def _lock_or_refuse(path: Path, file: IO[bytes]) -> None:
    """Keep the file for this process; the system lets go of it however the process ends."""
    try:
        _lock(file)
    except OSError as error:
        said = f"另一次成批处理正在使用“{path.parent.parent}”"
        raise OutputNotWritable(said, "等它做完，或者换一个文件夹。") from error


if sys.platform == "win32":
    import msvcrt

    def _lock(file: IO[bytes]) -> None:
        msvcrt.locking(file.fileno(), msvcrt.LK_NBLCK, 1)

else:
    import fcntl

    def _lock(file: IO[bytes]) -> None:
        fcntl.flock(file.fileno(), fcntl.LOCK_EX | fcntl.LOCK_NB)


def clear_leftovers(folder: Path) -> None:
    """Remove what processes that were killed left half written below `folder`; only while the journal is locked."""
    for path in folder.rglob(output.UNFINISHED):
        output.remove(path)
