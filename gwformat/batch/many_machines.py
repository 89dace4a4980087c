"""Tasks come in; Dask workers on other machines do them within the same limits; outcomes go out as they are ready.

Each Dask worker lets a process of its own do the work, as on one machine, so that limits and crashes stay with one
file. A task whose worker is lost is given to another one by the scheduler. Without a shared folder the file goes with
the task and its results come back with the outcome.
"""

from __future__ import annotations

import dataclasses
import tempfile
import threading
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from gwformat import __version__, output
from gwformat.batch.jobs import Job
from gwformat.batch.one import failed, is_up_to_date, unchanged
from gwformat.batch.outcomes import INTERNAL, Limits, Outcome, Task
from gwformat.batch.run import Engine, Outcomes
from gwformat.batch.seat import Seat, watched
from gwformat.errors import ConfigurationInvalid, GwError, InputUnreadable, OutputNotWritable

if TYPE_CHECKING:
    from distributed import Client, Future

_ADVICE = "其余文件不受影响；可以再做一次。"
_CONNECT = 15  # seconds
_AHEAD = 3  # tasks given to each thread of a worker at a time: enough to keep it busy, few enough to hold in memory
_RETRIES = 3  # of a task whose workers were lost

_mine = threading.local()


@dataclass(frozen=True, slots=True)
class _Sent:
    """An outcome and the files it tells of, by their paths below the output folder."""

    outcome: Outcome
    files: Mapping[str, bytes]


def engine(address: str, *, send: bool = False) -> Engine:
    """The engine that works through the scheduler at `address`; with `send` no folder need be shared.

    `ConfigurationInvalid` if it cannot be reached, has no workers, or these have another version of the program.
    """
    client = _client(address)

    def run(job: Job, folder: Path, tasks: Iterable[Task], limits: Limits) -> Outcomes:
        try:
            yield from _run(client, job, folder, tasks, limits, send)
        finally:
            client.close()

    return run


def _client(address: str) -> Client:
    try:
        from distributed import Client
    except ImportError as error:
        raise ConfigurationInvalid("没有安装 dask.distributed", "先执行：pip install 'gwformat[dask]'") from error
    try:
        client = Client(address, timeout=_CONNECT, set_as_default=False)
    except (OSError, TimeoutError, ValueError) as error:
        raise ConfigurationInvalid(f"连不上调度器“{address}”", "检查地址，确认 dask scheduler 已经启动。") from error
    versions = {f"工作机“{worker}”": version for worker, version in client.run(_version).items()}
    if not versions:
        raise ConfigurationInvalid(f"调度器“{address}”下没有工作机", "先在各台机器上启动 dask worker。")
    versions["调度器"] = client.run_on_scheduler(_version)
    for place, version in versions.items():
        if version != __version__:
            said = f"{place}上的 gwformat 是 {version}，这里是 {__version__}"
            raise ConfigurationInvalid(said, "各台机器装同一个版本。")
    return client


def _version() -> str:
    return __version__


def _run(client: Client, job: Job, folder: Path, tasks: Iterable[Task], limits: Limits, send: bool) -> Outcomes:
    """Keep every worker busy, with no more tasks under way than that needs."""
    from distributed import as_completed

    waiting = iter(tasks)
    given: dict[Future[Any], Task] = {}
    under_way = as_completed(loop=client.loop)

    def give(number: int) -> Iterator[Outcome]:
        """Give so many tasks to the workers; pass on what became of those that need none."""
        for task in waiting:
            asked = _asked(job, folder, task, limits, send)
            if isinstance(asked, Outcome):
                yield asked
                continue
            future = client.submit(*asked, key=f"gwformat-{task.name}-{id(task)}", pure=False)
            given[future] = task
            under_way.add(future)
            number -= 1
            if not number:
                return

    yield from give(max(1, sum(client.nthreads().values())) * _AHEAD)
    for future in under_way:
        task = given.pop(future)
        yield _outcome(future, task, folder)
        yield from give(1)


def _asked(job: Job, folder: Path, task: Task, limits: Limits, send: bool) -> tuple[Any, ...] | Outcome:
    """The function a worker is to call, and what with; or what became of the task, if that is known already."""
    # It is known that the place is free; when a lost worker has written there before it told, another one writes again.
    task = dataclasses.replace(task, overwrite=True)
    if not send:
        return _do, job, folder, task, limits
    try:
        if is_up_to_date(task, folder):
            return unchanged(task, folder)
        data = task.source.read_bytes()
    except GwError as error:
        return failed(task, folder, error.exit_code, error.message, error.advice)
    except OSError as error:
        return failed(task, folder, InputUnreadable.exit_code, f"文件读不了：{error.strerror}", _ADVICE)
    return _do_sent, job, folder, task, limits, data


def _outcome(future: Future[Any], task: Task, folder: Path) -> Outcome:
    try:
        answer = future.result()
    except Exception as error:  # the worker of this one was lost again and again, or its answer did not arrive
        return failed(task, folder, INTERNAL, f"工作机没有做完这份文件（{type(error).__name__}）", _ADVICE)
    finally:
        future.release()
    if isinstance(answer, Outcome):
        return answer
    assert isinstance(answer, _Sent)
    try:
        for name, data in answer.files.items():
            target = folder / name
            target.parent.mkdir(parents=True, exist_ok=True)
            output.check_target(task.source, target, force=task.overwrite or name == answer.outcome.report)
            output.write_atomically(target, data)
    except GwError as error:
        return failed(task, folder, error.exit_code, error.message, error.advice)
    except OSError as error:
        return failed(task, folder, OutputNotWritable.exit_code, f"写不进去：{error.strerror}", _ADVICE)
    return answer.outcome


def _do(job: Job, folder: Path, task: Task, limits: Limits) -> Outcome:
    """On the worker: let the process of this thread do the task."""
    seat = _seat(job, limits)
    with watched([seat]):
        (outcome,) = seat.do([task], folder)
    return outcome


def _seat(job: Job, limits: Limits) -> Seat:
    """Where the process of this thread works; it stays for the next tasks of the same job."""
    wanted = (job.fingerprint, limits)
    known: tuple[tuple[str, Limits], Seat] | None = getattr(_mine, "seat", None)
    if known is not None and known[0] == wanted:
        return known[1]
    if known is not None:
        known[1].close()
    seat = Seat(job, limits)
    _mine.seat = (wanted, seat)
    return seat


def _do_sent(job: Job, folder: Path, task: Task, limits: Limits, data: bytes) -> _Sent:
    """On the worker: do the task in a folder that is gone afterwards."""
    with tempfile.TemporaryDirectory(prefix="gwformat-") as place:
        here = Path(place)
        source = here / "in" / Path(task.name).name
        below = here / "out"
        source.parent.mkdir()
        source.write_bytes(data)
        target = below / task.target.relative_to(folder.absolute())
        report = task.report and below / task.report.relative_to(folder.absolute())
        moved = dataclasses.replace(task, source=source, target=target, report=report, before=None)
        outcome = _do(job, below, moved, limits)
        names = [*outcome.outputs, *([outcome.report] if outcome.report else [])]
        return _Sent(outcome, {name: (below / name).read_bytes() for name in names})
