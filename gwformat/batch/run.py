"""A job and sources come in; every file is worked on once, in a journal and a summary what became of each stands there.

Nothing is overwritten that is not a result of the same folder, unless the user says so. What an interrupted run has
done is not done again: its journal says which files those are.
"""

from __future__ import annotations

import contextlib
import datetime
from collections import Counter
from collections.abc import Callable, Generator, Iterable, Iterator, Sequence
from dataclasses import field, replace
from pathlib import Path

from gwformat.batch import journal, summary
from gwformat.batch.collecting import Collected, collect, refuse_output_among
from gwformat.batch.jobs import Job
from gwformat.batch.journal import JOURNAL, RECORDS, History, Journal, Run
from gwformat.batch.names import fitting, results
from gwformat.batch.outcomes import Limits, Outcome, State, Task
from gwformat.batch.workers import Workers
from gwformat.errors import OutputNotWritable, UsageError, is_file, reason_of
from gwformat.values import dataclass

_REPORTS = "reports"
_EXISTS = 4

Outcomes = Generator[Outcome, None, None]
Engine = Callable[[Job, Path, Iterable[Task], Limits], Outcomes]
"""Does the tasks of a job whose results go below a folder; outcomes in any order."""


@dataclass(frozen=True, slots=True)
class Wanted:
    """How to run a batch."""

    output: Path
    jobs: int = 1
    limits: Limits = field(default_factory=Limits)
    resume: bool = False
    force: bool = False
    results: bool = False  # of earlier batches below the folders given are drafts as well
    engine: Engine | None = None  # None: processes of this machine
    only: frozenset[str] | None = None  # of the sources; what the journal tells of the others stands


@dataclass(frozen=True, slots=True)
class Plan:
    """What is to be done, and what is known before anything is."""

    tasks: tuple[Task, ...]
    refused: tuple[Outcome, ...]  # their targets are files of someone else
    kept: tuple[Outcome, ...]  # of what was done before the run was interrupted
    collected: Collected

    @property
    def total(self) -> int:
        """How many files the run is about."""
        return len(self.tasks) + len(self.refused) + len(self.kept)


@dataclass(frozen=True, slots=True)
class Ended:
    """A run that came to its end."""

    folder: Path
    plan: Plan
    states: Counter[State]
    counts: Counter[str]

    @property
    def failed(self) -> bool:
        """Whether a file or a folder could not be worked on."""
        return self.states[State.FAILED] > 0 or bool(self.plan.collected.closed)


Told = Callable[[Outcome | None, int], None]
"""Hears of each outcome, and of how many files there are; at first with None."""


def run(job: Job, sources: Sequence[str], wanted: Wanted, told: Told) -> Ended:
    """Do `job` with every file in `sources`.

    `InputUnreadable` for a source that is not there, `OutputNotWritable` for an output folder that cannot be written
    or is in use, `UsageError` where it is one of the sources, or an interrupted run is to be gone on with and nobody
    said so.
    """
    refuse_output_among(sources, wanted.output)
    records = _records(wanted.output)
    path = records / JOURNAL
    states: Counter[State] = Counter()
    counts: Counter[str] = Counter()
    with Journal.of_this_process(path) as book:
        history = journal.read(path)
        resume = _goes_on(history, job, wanted)
        collected = collect(sources, job.suffixes, wanted.output, results=wanted.results)
        plan, foreign = _plan(job, collected, history, wanted, resume=resume)
        fingerprint = job.fingerprint  # reads the files among the options
        book.begin(Run(fingerprint, job.do, _now(), foreign), history, resume=resume)
        journal.clear_leftovers(wanted.output)
        try:
            told(None, plan.total)
            for outcome, is_new in _outcomes(job, plan, wanted):
                if is_new:
                    book.record(replace(outcome, job=fingerprint))
                states[outcome.state] += 1
                counts.update(outcome.counts)
                told(outcome, plan.total)
            book.end()
        finally:
            summary.write(records, path)  # of an interrupted run too
    return Ended(records, plan, states, counts)


def _now() -> str:
    return datetime.datetime.now().astimezone().isoformat(timespec="seconds")


def _outcomes(job: Job, plan: Plan, wanted: Wanted) -> Iterator[tuple[Outcome, bool]]:
    """Every outcome of the run, and whether the journal does not tell of it yet."""
    yield from ((outcome, False) for outcome in plan.kept)
    yield from ((outcome, True) for outcome in plan.refused)
    engine = wanted.engine or _processes(wanted.jobs)
    with contextlib.closing(engine(job, wanted.output, plan.tasks, wanted.limits)) as outcomes:
        yield from ((outcome, True) for outcome in outcomes)


def _processes(number: int) -> Engine:
    def engine(job: Job, folder: Path, tasks: Iterable[Task], limits: Limits) -> Outcomes:
        return Workers(job, folder, number, limits).run(tasks)

    return engine


def _records(output: Path) -> Path:
    records = output / RECORDS
    try:
        records.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise OutputNotWritable(f"建不了文件夹“{records}”：{reason_of(error)}", "检查路径和权限。") from error
    return records


def _goes_on(history: History, job: Job, wanted: Wanted) -> bool:
    """Whether the run of the journal is gone on with."""
    if history.run is None or wanted.force:
        return False
    if wanted.only is not None and history.run.fingerprint == job.fingerprint:
        return True
    if not history.interrupted:
        return False
    if not wanted.resume:
        raise UsageError(
            f"“{wanted.output}”里有一次没有做完的成批处理（{history.run.began} 开始）",
            "接着做加 --resume；从头再做加 --force。",
        )
    if history.run.fingerprint != job.fingerprint:
        raise UsageError(
            "上次没有做完的成批处理用的是别的选项或版本，不能接着做", "用原来的选项；或者加 --force 从头再做。"
        )
    return True


def _plan(
    job: Job, collected: Collected, history: History, wanted: Wanted, *, resume: bool
) -> tuple[Plan, frozenset[str]]:
    """What is to be done; and the targets that stand there and are not results of this folder."""
    ours = history.targets
    named = results(list(collected.sources), job.suffix, {n: t for n, t in ours.items() if n in collected.sources})
    foreign = history.run.foreign if resume and history.run is not None else _foreign(named, ours, wanted)
    last = history.last(job.fingerprint)
    tasks: list[Task] = []
    refused: list[Outcome] = []
    kept: list[Outcome] = []
    for name, source in collected.sources.items():
        target = named[name]
        before = last.get(name)
        told_of = before if resume and name in history.of_run else None
        if wanted.only is not None and name not in wanted.only:
            kept.extend([told_of] if told_of else [])
        elif told_of is not None and wanted.only is None and told_of.lasting and _stands(told_of, wanted):
            kept.append(told_of)
        elif target in foreign:
            refused.append(_exists(name, wanted.output / target))
        else:
            overwrite = wanted.force or resume or name in ours  # a resumed run may have written it unheard
            report = wanted.output / RECORDS / _REPORTS / _report_name(target)
            task = Task(name, source.absolute(), wanted.output.absolute() / target, report.absolute(), overwrite)
            tasks.append(task if wanted.force else replace(task, before=before))
    return Plan(tuple(tasks), tuple(refused), tuple(kept), collected), foreign


def _foreign(named: dict[str, str], ours: dict[str, str], wanted: Wanted) -> frozenset[str]:
    if wanted.force:
        return frozenset()
    mine = set(ours.values())
    return frozenset(target for target in named.values() if target not in mine and is_file(wanted.output / target))


def _stands(before: Outcome, wanted: Wanted) -> bool:
    return all(is_file(wanted.output / name) for name in before.outputs)


def _exists(name: str, target: Path) -> Outcome:
    """The outcome of a file whose target is not this run's to write, and which therefore has none."""
    advice = "换一个输出文件夹；确要覆盖的，加上 --force。"
    return Outcome(name, State.FAILED, "", _EXISTS, f"“{target}”已经存在，不是成批处理的成品", advice)


def _report_name(target: str) -> str:
    path = Path(target)
    return str(path.with_name(fitting(path.name, ".txt")))
