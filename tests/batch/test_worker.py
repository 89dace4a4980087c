"""A worker process need not be the one that was started: a program may only start it and wait, as under Windows."""

from __future__ import annotations

import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

import psutil
import pytest

from gwformat import api
from gwformat.batch import Job, Limits, State, Task
from gwformat.batch.process import Worker
from tests.batch.drafts import drafts

posix = pytest.mark.skipif(sys.platform == "win32", reason="the launcher is a shell script")


@pytest.fixture
def worker(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Worker]:
    launcher = tmp_path / "launcher"
    launcher.write_text(f'#!/bin/sh\n"{sys.executable}" "$@"\nexit $?\n', encoding="utf-8")
    launcher.chmod(0o755)
    monkeypatch.setattr(sys, "executable", str(launcher))
    one = Worker(Job("format", ".docx", api.FormatOptions()), Limits())
    yield one
    one.end("")
    one.close()


def tasks(folder: Path) -> list[Task]:
    found = sorted(drafts(folder / "草稿", 2).rglob("*.txt"))
    return [Task(path.name, path, folder / f"{path.stem}.docx") for path in found]


@posix
def test_what_is_started_by_a_launcher_works_and_leaves_nothing_behind(worker: Worker, tmp_path: Path) -> None:
    first, second = tasks(tmp_path)
    worker.give(first, tmp_path)
    assert worker.outcome(tmp_path).state is State.DONE
    (child,) = psutil.Process(worker._process.pid).children()
    (tmp_path / f".gw-{child.pid}-00000000.tmp").write_bytes(b"half")
    worker.end("停下")
    assert psutil.wait_procs([child], timeout=60)[1] == []
    worker.give(second, tmp_path)
    outcome = worker.outcome(tmp_path)
    assert (outcome.state, outcome.message) == (State.FAILED, "停下")
    assert list(tmp_path.glob(".gw-*")) == []


def test_a_worker_that_is_ended_leaves_no_temporary_files(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    worker = Worker(Job("format", ".docx", api.FormatOptions()), Limits())
    (place,) = tmp_path.iterdir()
    (place / "草稿.rtf").write_text("the copy that LibreOffice was given", encoding="utf-8")
    worker.end("停下")
    worker.close()
    assert list(tmp_path.iterdir()) == []


def test_a_worker_that_ends_by_itself_takes_its_folder_along(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    worker = Worker(Job("format", ".docx", api.FormatOptions()), Limits())
    worker.close()
    assert list(tmp_path.iterdir()) == []
