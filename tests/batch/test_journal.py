"""What a journal says of its runs."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from gwformat.batch.journal import History, Journal, Run, outcome_of, read, said
from gwformat.batch.outcomes import Outcome, State
from gwformat.errors import OutputNotWritable

RUN = Run("指纹", "format", "2026-11-22T12:09:59+00:00", frozenset({"别人的.docx"}))


@pytest.mark.parametrize("started", ["2026-11-22T12:09:59+00:00", "2026-11-22T20:09:59.123456+08:00"])
def test_the_time_of_a_run_is_told_by_the_clock_of_this_machine(started: str) -> None:
    assert re.fullmatch(r"2026-11-2[123] \d\d:(09|39|54)", Run("", "format", started).began)


@pytest.mark.parametrize("started", ["昨天", "0001-01-01T00:00:00+08:00"])
def test_what_is_no_time_is_told_as_it_stands(started: str) -> None:
    assert Run("", "format", started).began == started


def done(name: str, job: str = "指纹") -> Outcome:
    return Outcome(name, State.DONE, f"{name}.docx", job=job)


def kept(
    path: Path, *outcomes: Outcome, history: History | None = None, resume: bool = False, end: bool = True
) -> History:
    """What the journal says after a run that told of `outcomes`."""
    with Journal.of_this_process(path) as journal:
        journal.begin(RUN, history or History(), resume=resume)
        for outcome in outcomes:
            journal.record(outcome)
        if end:
            journal.end()
    return read(path)


def test_where_there_is_no_journal_nothing_was_done(tmp_path: Path) -> None:
    assert read(tmp_path / "journal.jsonl") == History()
    assert not History().interrupted


def test_a_run_and_its_outcomes_are_read_back(tmp_path: Path) -> None:
    history = kept(tmp_path / "journal.jsonl", done("一"), done("二"))
    assert history == History(RUN, True, {"一": done("一"), "二": done("二")})
    assert history.targets == {"一": "一.docx", "二": "二.docx"}


def test_a_run_without_an_end_was_interrupted(tmp_path: Path) -> None:
    assert kept(tmp_path / "journal.jsonl", done("一"), end=False).interrupted
    assert not kept(tmp_path / "journal.jsonl", done("一")).interrupted


def test_a_new_run_keeps_of_those_before_only_the_last_outcomes(tmp_path: Path) -> None:
    path = tmp_path / "journal.jsonl"
    first = kept(path, done("一", "旧"), done("二", "旧"), done("二"))
    second = kept(path, done("一"), history=first)
    assert second == History(RUN, True, {"一": done("一")}, {"一": done("一", "旧"), "二": done("二")})
    assert second.told_of == {"一": done("一"), "二": done("二")}


def test_until_a_new_run_has_begun_the_journal_tells_what_it_told_before(tmp_path: Path) -> None:
    path = tmp_path / "journal.jsonl"
    first = kept(path, done("一"))
    unsaid = Outcome("二", State.DONE, counts={"findings": object()})  # type: ignore[dict-item]
    with Journal.of_this_process(path) as journal, pytest.raises(TypeError):
        journal.begin(RUN, History(before={**first.told_of, "二": unsaid}), resume=False)
    assert read(path) == first


def test_an_interrupted_run_goes_on_after_a_line_that_was_cut_off(tmp_path: Path) -> None:
    path = tmp_path / "journal.jsonl"
    first = kept(path, done("一"), end=False)
    with path.open("ab") as file:
        file.write(b'{"file":{"name":"')
    assert kept(path, done("二"), history=first, resume=True).of_run == {"一": done("一"), "二": done("二")}


def test_only_outcomes_with_the_same_options_count_as_done(tmp_path: Path) -> None:
    history = kept(tmp_path / "journal.jsonl", done("一", "旧"), done("二"))
    assert history.last("指纹") == {"二": done("二")}


def test_an_outcome_without_a_result_has_no_target() -> None:
    failed = Outcome("三", State.FAILED, code=3)
    assert History(of_run={"三": failed}).targets == {}


def test_nothing_empty_is_said_of_an_outcome() -> None:
    failed = Outcome("三", State.FAILED, code=3)
    assert said(failed) == {"name": "三", "state": "failed", "code": 3}
    assert outcome_of(said(failed)) == failed


def test_an_outcome_is_told_before_the_run_ends(tmp_path: Path) -> None:
    path = tmp_path / "journal.jsonl"
    with Journal.of_this_process(path) as journal:
        journal.begin(RUN, History(), resume=False)
        assert read(path).run == RUN
        journal.record(done("一"))
        assert read(path).of_run == {"一": done("一")}


def test_a_journal_that_is_open_is_not_opened_again(tmp_path: Path) -> None:
    path = tmp_path / "成品" / "记录" / "journal.jsonl"
    path.parent.mkdir(parents=True)
    with (
        Journal.of_this_process(path),
        pytest.raises(OutputNotWritable, match="另一次成批处理正在使用"),
        Journal.of_this_process(path),
    ):
        pass
    assert kept(path, done("一")).of_run == {"一": done("一")}
