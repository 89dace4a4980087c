"""Runs of a batch: every file ends in one state, whatever happens to the others, the workers or the program."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import psutil
import pytest

from gwformat import api, batch
from gwformat.batch import Limits, Outcome, State
from gwformat.errors import ConfigurationInvalid, OutputNotWritable, UsageError
from tests.batch.drafts import drafts, results
from tests.cli.running import INTERRUPTIBLE

JOB = batch.Job("format", ".docx", api.FormatOptions())
PARAGRAPH = "　　各单位要切实做好第1项、第2项和第3项工作，于2026年5月6日前报送情况。\n"


class Heard:
    """What a run tells."""

    def __init__(self) -> None:
        self.outcomes: list[Outcome] = []

    def __call__(self, outcome: Outcome | None, total: int) -> None:
        if outcome is not None:
            self.outcomes.append(outcome)

    @property
    def states(self) -> dict[str, State]:
        return {outcome.name: outcome.state for outcome in self.outcomes}


def run(source: Path, output: Path, **wanted: object) -> Heard:
    heard = Heard()
    batch.run(JOB, [str(source)], batch.Wanted(output, **wanted), heard)  # type: ignore[arg-type]
    return heard


def test_every_draft_has_its_result_in_a_mirrored_tree(tmp_path: Path) -> None:
    heard = run(drafts(tmp_path / "草稿", 5), tmp_path / "成品", jobs=2)
    assert set(heard.states.values()) == {State.DONE}
    made = [name for name in results(tmp_path / "成品") if name.endswith(".docx")]
    assert made == [f"第{number // 3}批/通知{number}.docx" for number in range(5)]


def test_what_has_not_changed_is_not_done_again(tmp_path: Path) -> None:
    source, output = drafts(tmp_path / "草稿", 3), tmp_path / "成品"
    run(source, output)
    (source / "第0批" / "通知1.txt").write_text("某某市某某局\n\n关于另一件事的通知\n", encoding="utf-8")
    (output / "第0批" / "通知2.docx").write_bytes(b"spoiled")
    assert run(source, output).states == {
        "第0批/通知0.txt": State.UNCHANGED,
        "第0批/通知1.txt": State.DONE,
        "第0批/通知2.txt": State.DONE,
    }


def test_other_options_are_other_results(tmp_path: Path) -> None:
    source, output = drafts(tmp_path / "草稿", 1), tmp_path / "成品"
    run(source, output)
    other = batch.Job("format", ".docx", api.FormatOptions(system="party"))
    heard = Heard()
    batch.run(other, [str(source)], batch.Wanted(output), heard)
    assert set(heard.states.values()) == {State.DONE}


def test_the_folder_of_the_drafts_is_not_that_of_the_results(tmp_path: Path) -> None:
    with pytest.raises(UsageError):
        run(tmp_path, tmp_path / ".")
    assert not list(tmp_path.iterdir())


def test_a_bad_file_is_one_failed_file(tmp_path: Path) -> None:
    source = drafts(tmp_path / "草稿", 2)
    (source / "坏的.docx").write_bytes(b"PK\x03\x04 broken")
    heard = run(source, tmp_path / "成品", jobs=2)
    failed = [outcome for outcome in heard.outcomes if outcome.state is State.FAILED]
    assert [(one.name, one.code) for one in failed] == [("坏的.docx", 3)]
    assert sorted(heard.states.values()) == [State.DONE, State.DONE, State.FAILED]


def test_a_file_of_someone_else_is_not_overwritten(tmp_path: Path) -> None:
    source, output = drafts(tmp_path / "草稿", 1), tmp_path / "成品"
    (output / "第0批").mkdir(parents=True)
    (output / "第0批" / "通知0.docx").write_bytes(b"of someone else")
    (outcome,) = run(source, output).outcomes
    assert (outcome.state, outcome.code) == (State.FAILED, 4)
    assert (output / "第0批" / "通知0.docx").read_bytes() == b"of someone else"
    (outcome,) = run(source, output, force=True).outcomes
    assert outcome.state is State.DONE


def test_a_file_that_takes_too_long_has_failed_and_the_next_one_has_not(tmp_path: Path) -> None:
    source = drafts(tmp_path / "草稿", 1)
    (source / "第0批" / "很长.txt").write_text(PARAGRAPH * 60_000, encoding="utf-8")
    heard = run(source, tmp_path / "成品", limits=Limits(seconds=2))
    assert heard.states == {"第0批/很长.txt": State.FAILED, "第0批/通知0.txt": State.DONE}
    assert "超过 2 秒" in heard.outcomes[0].message


def test_a_file_that_needs_too_much_memory_has_failed(tmp_path: Path) -> None:
    source = drafts(tmp_path / "草稿", 1)
    (source / "第0批" / "很长.txt").write_text(PARAGRAPH * 20_000, encoding="utf-8")
    heard = run(source, tmp_path / "成品", limits=Limits(megabytes=120))
    assert heard.states == {"第0批/很长.txt": State.FAILED, "第0批/通知0.txt": State.DONE}
    assert "内存超过 120 MB" in heard.outcomes[0].message


def test_two_batches_do_not_share_a_folder(tmp_path: Path) -> None:
    source, output = drafts(tmp_path / "草稿", 1), tmp_path / "成品"

    def meanwhile(outcome: Outcome | None, total: int) -> None:
        if outcome is None:
            process = started(source, output)
            _, said = process.communicate(timeout=60)
            assert process.returncode == OutputNotWritable.exit_code
            assert "另一次成批处理" in said.decode()

    batch.run(JOB, [str(source)], batch.Wanted(output), meanwhile)


def started(source: Path, output: Path, *more: str) -> subprocess.Popen[bytes]:
    """The command, running."""
    command = [*INTERRUPTIBLE, "batch", str(source), "-o", str(output), "--jobs", "2", *more]
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(filter(None, sys.path))}
    return subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, env=environment)


def wait_for_results(output: Path, count: int) -> None:
    deadline = time.monotonic() + 60
    while len([*output.rglob("*.docx")]) < count:
        assert time.monotonic() < deadline, "the batch makes nothing"
        time.sleep(0.01)


def test_a_batch_that_was_killed_goes_on_where_it_was(tmp_path: Path) -> None:
    source, output = drafts(tmp_path / "草稿", 120), tmp_path / "成品"
    undisturbed = tmp_path / "另一处"
    run(source, undisturbed, jobs=2)
    process = started(source, output)
    wait_for_results(output, 20)
    process.kill()
    process.communicate()
    with pytest.raises(UsageError, match="--resume"):
        run(source, output)
    assert set(run(source, output, resume=True, jobs=2).states.values()) == {State.DONE}
    assert results(output) == results(undisturbed)
    summary = json.loads((output / "_gwformat" / "summary.json").read_text(encoding="utf-8"))
    assert summary["totals"] == {"done": 120}
    assert summary["finished"]


def test_what_killed_processes_left_half_written_goes(tmp_path: Path) -> None:
    source, output = drafts(tmp_path / "草稿", 2), tmp_path / "成品"
    run(source, output)
    for folder in (output / "第0批", output / "_gwformat" / "reports" / "第0批"):
        (folder / ".gw-1-00000000.tmp").write_bytes(b"half")
    run(source, output)
    assert not [*output.rglob(".gw-*")]


def test_a_worker_that_dies_is_one_failed_file_and_can_be_made_good(tmp_path: Path) -> None:
    source, output = drafts(tmp_path / "草稿", 120), tmp_path / "成品"
    process = started(source, output)
    wait_for_results(output, 20)
    worker, *_ = psutil.Process(process.pid).children()
    worker.kill()
    process.communicate(timeout=120)
    assert process.returncode == 7
    summary = json.loads((output / "_gwformat" / "summary.json").read_text(encoding="utf-8"))
    assert summary["totals"] == {"done": 119, "failed": 1}
    heard = run(source, output)
    assert sorted(heard.states.values()) == [State.DONE] + [State.UNCHANGED] * 119


@pytest.mark.skipif(sys.platform == "win32", reason="Windows 的进程不能这样收到 Ctrl-C")
def test_where_no_worker_can_be_started_every_file_has_failed_and_nothing_is_left(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "暂存").mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path / "暂存"))
    monkeypatch.setattr(sys, "executable", str(tmp_path / "没有这个程序"))
    heard = run(drafts(tmp_path / "草稿", 2), tmp_path / "成品")
    assert [outcome.message.partition("：")[0] for outcome in heard.outcomes] == ["起不了工作进程"] * 2
    assert not [*(tmp_path / "暂存").iterdir()]


def test_ctrl_c_ends_cleanly(tmp_path: Path) -> None:
    source, output = drafts(tmp_path / "草稿", 120), tmp_path / "成品"
    process = started(source, output)
    wait_for_results(output, 10)
    process.send_signal(signal.SIGINT)
    _, said = process.communicate(timeout=60)
    assert process.returncode == 130
    assert "Traceback" not in said.decode()
    assert not [*output.rglob(".gw-*")], "nothing half written"
    assert set(run(source, output, resume=True).states.values()) == {State.DONE}


def test_a_line_cut_off_in_the_journal_costs_one_file(tmp_path: Path) -> None:
    source, output = drafts(tmp_path / "草稿", 3), tmp_path / "成品"
    run(source, output)
    journal = output / "_gwformat" / "journal.jsonl"
    lines = journal.read_bytes().splitlines(keepends=True)
    journal.write_bytes(b"".join(lines[:-2]) + lines[-2][:40])
    heard = run(source, output, resume=True)
    assert len(heard.outcomes) == 3
    assert set(heard.states.values()) == {State.DONE}


@pytest.mark.parametrize(
    "line",
    [
        '{"file": {"name": "通知0.docx", "state": "later"}}',
        '{"file": {"name": "通知0.docx", "state": "done", "speed": 1}}',
        '{"before": ["通知0.docx"]}',
        '{"run": {"do": "format"}}',
    ],
)
def test_a_journal_of_a_version_to_come_is_left_alone(line: str, tmp_path: Path) -> None:
    source, output = drafts(tmp_path / "草稿", 1), tmp_path / "成品"
    run(source, output)
    journal = output / "_gwformat" / "journal.jsonl"
    journal.write_text(journal.read_text(encoding="utf-8") + line + "\n", encoding="utf-8")
    before = journal.read_bytes()
    with pytest.raises(ConfigurationInvalid, match="第 4 行看不懂"):
        run(source, output, resume=True)
    assert journal.read_bytes() == before


def test_watching_does_what_has_come_in_and_nothing_twice(tmp_path: Path) -> None:
    source, output = drafts(tmp_path / "草稿", 2), tmp_path / "成品"
    heard = Heard()
    ended = batch.watch(JOB, [str(source)], batch.Wanted(output), heard, interval=0.05)
    assert next(ended).states == {State.DONE: 2}
    drafts(source, 3)  # the two that were there are written again with the same words, and one is new
    assert next(ended).states == {State.DONE: 1, State.UNCHANGED: 2}
    assert sorted(path.name for path in output.rglob("*.docx")) == ["通知0.docx", "通知1.docx", "通知2.docx"]
