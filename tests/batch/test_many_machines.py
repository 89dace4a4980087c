"""A batch on several machines: here a scheduler and two workers, each a process of its own."""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest

from gwformat import api, batch
from gwformat.batch import Outcome, State
from gwformat.errors import ConfigurationInvalid
from tests.batch.cluster import Cluster, cluster
from tests.batch.drafts import drafts, results

pytest.importorskip("distributed", reason="没有安装 dask.distributed")

from gwformat.batch import many_machines, remote
from gwformat.batch.many_machines import engine

JOB = batch.Job("format", ".docx", api.FormatOptions())


@pytest.fixture(name="cluster")
def two_workers() -> Iterator[Cluster]:
    with cluster() as running:
        yield running


def test_a_worker_that_is_lost_loses_nothing(cluster: Cluster, tmp_path: Path) -> None:
    source = drafts(tmp_path / "草稿", 40)
    heard: list[Outcome] = []

    def told(outcome: Outcome | None, total: int) -> None:
        heard.extend([outcome] if outcome else [])
        if len(heard) == 5:
            cluster.workers[0].kill()

    batch.run(JOB, [str(source)], batch.Wanted(tmp_path / "成品", engine=engine(cluster.address)), told)
    assert {outcome.state for outcome in heard} == {State.DONE}
    batch.run(JOB, [str(source)], batch.Wanted(tmp_path / "本机", jobs=2), lambda outcome, total: None)
    assert results(tmp_path / "成品") == results(tmp_path / "本机")


def test_a_file_that_takes_too_long_is_one_failed_file_of_its_group(cluster: Cluster, tmp_path: Path) -> None:
    source = drafts(tmp_path / "草稿", 40)
    paragraph = "　　各单位要切实做好第1项、第2项和第3项工作，于2026年5月6日前报送情况。\n"
    (source / "第7批" / "很长.txt").write_text(paragraph * 60_000, encoding="utf-8")
    wanted = batch.Wanted(tmp_path / "成品", limits=batch.Limits(seconds=2), engine=engine(cluster.address))
    ended = batch.run(JOB, [str(source)], wanted, lambda outcome, total: None)
    assert ended.states == {State.DONE: 40, State.FAILED: 1}


def test_a_group_ends_when_its_time_is_over(tmp_path: Path) -> None:
    source = drafts(tmp_path / "草稿", 3)
    tasks = [batch.Task(path.name, path, tmp_path / f"{path.stem}.docx") for path in sorted(source.rglob("*.txt"))]
    told = remote.do(JOB, tmp_path, tasks, batch.Limits(), seconds=0)
    assert [done.outcome.name for done in told] == ["通知0.txt"]
    assert remote.do(JOB, tmp_path, tasks[1:], batch.Limits(), seconds=60)[-1].outcome.state is State.DONE


def test_without_a_shared_folder_files_go_with_their_tasks(cluster: Cluster, tmp_path: Path) -> None:
    source = drafts(tmp_path / "草稿", 4)
    (source / "坏的.docx").write_bytes(b"PK\x03\x04 broken")
    sent = engine(cluster.address, send=True)
    ended = batch.run(JOB, [str(source)], batch.Wanted(tmp_path / "成品", engine=sent), lambda outcome, total: None)
    assert ended.states == {State.DONE: 4, State.FAILED: 1}
    batch.run(JOB, [str(source)], batch.Wanted(tmp_path / "本机", jobs=2), lambda outcome, total: None)
    assert results(tmp_path / "成品") == results(tmp_path / "本机")


def test_sent_files_that_are_up_to_date_or_gone_are_told_of_one_by_one(cluster: Cluster, tmp_path: Path) -> None:
    source, target = drafts(tmp_path / "草稿", 1) / "第0批" / "通知0.txt", tmp_path / "成品.docx"
    target.write_bytes(b"made before")
    [digest, made] = (hashlib.sha256(path.read_bytes()).hexdigest() for path in (source, target))
    before = Outcome("通知0.txt", State.DONE, target.name, digest=digest, outputs={target.name: made})
    done_before = [batch.Task(f"通知{number}.txt", source, target, before=before) for number in range(1500)]
    gone = batch.Task("不见了.txt", tmp_path / "不见了.txt", tmp_path / "不见了.docx")
    moved = batch.Task("搬走了.txt", tmp_path / "搬走了.txt", tmp_path / "搬走了.docx", before=before)

    outcomes = engine(cluster.address, send=True)(JOB, tmp_path, [*done_before, gone, moved], batch.Limits())
    states = Counter(outcome.state for outcome in outcomes)
    assert states == {State.UNCHANGED: 1500, State.FAILED: 2}


def test_a_scheduler_that_is_not_there_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(many_machines, "_CONNECT", 0.5)
    with pytest.raises(ConfigurationInvalid, match="连不上调度器"):
        engine("tcp://127.0.0.1:1")
