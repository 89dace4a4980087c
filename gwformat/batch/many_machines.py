"""Tasks come in; Dask workers on other machines do them within the same limits; outcomes go out as they are ready.

Scheduling costs a few milliseconds, as long as a small file takes; so files go in groups, as many as are done in about
a second. A group whose worker is lost is given to another one by the scheduler. Without a shared folder the files go
with their tasks and the results come back with the outcomes.
"""

from __future__ import annotations

import dataclasses
import itertools
import uuid
from collections import deque
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

from gwformat import __version__, output
from gwformat.batch import remote
from gwformat.batch.jobs import Job
from gwformat.batch.one import failed, is_up_to_date, unchanged
from gwformat.batch.outcomes import INTERNAL, Limits, Outcome, Task
from gwformat.batch.run import Engine, Outcomes
from gwformat.errors import (
    ComponentMissing,
    ConfigurationInvalid,
    GwError,
    InputUnreadable,
    OutputNotWritable,
    reason_of,
)

if TYPE_CHECKING:
    from distributed import Client, Future, as_completed

_ADVICE = "其余文件不受影响；可以再做一次。"
_CONNECT = 15  # seconds
_AHEAD = 3  # groups given to each thread of a worker at a time: enough to keep it busy, few enough to hold in memory
_SPAN = 1.0  # seconds of work in a group: what a lost worker costs, and how late an outcome is told
_MOST = 64  # files in a group
_BYTES = 16 << 20  # of the files that are sent with a group


def engine(address: str, *, send: bool = False) -> Engine:
    """The engine that works through the scheduler at `address`; with `send` no folder need be shared.

    `ConfigurationInvalid` if it cannot be reached, has no workers, or these have another version of the program.
    """
    client = _client(address)

    def run(job: Job, folder: Path, tasks: Iterable[Task], limits: Limits) -> Outcomes:
        try:
            yield from _Deal(client, job, folder, limits, send=send).run(tasks)
        finally:
            client.close()

    return run


def _client(address: str) -> Client:
    try:
        from distributed import Client
        from distributed.comm.addressing import parse_host_port
    except ImportError as error:
        raise ComponentMissing("分到多台计算机", "distributed", "dask") from error
    try:
        parse_host_port(address)  # without a port there is nobody to ask, and the client waits for its own end
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


class _Deal:
    """Deals the tasks of a job out to the workers, and no more at a time than keep them busy."""

    def __init__(self, client: Client, job: Job, folder: Path, limits: Limits, *, send: bool) -> None:
        self._client, self._job, self._folder, self._limits, self._send = client, job, folder, limits, send
        self._waiting: Iterator[Task] = iter(())
        self._again: deque[Task] = deque()  # of groups that had no time for them
        self._alone: deque[Task] = deque()  # of groups that were lost: one of them may be to blame
        self._given: dict[Future[Any], tuple[Task, ...]] = {}
        self._seconds = _SPAN  # that a file takes, by those that were done last
        self._key = f"gwformat-{uuid.uuid4()}"
        self._numbers = itertools.count()

    def run(self, tasks: Iterable[Task]) -> Outcomes:
        """The outcome of every task."""
        from distributed import as_completed

        self._waiting = iter(tasks)
        room = max(1, sum(self._client.nthreads().values())) * _AHEAD
        under_way = as_completed(loop=self._client.loop)
        yield from self._fill(under_way, room)
        for future in under_way:
            yield from self._outcomes(future, self._given.pop(future))
            yield from self._fill(under_way, room)

    def _fill(self, under_way: as_completed, room: int) -> Iterator[Outcome]:
        """Give groups to the workers until they have enough; tell of the tasks that need no worker."""
        while len(self._given) < room:
            tasks: list[Task] = []
            data: list[bytes] = []
            yield from self._gather(tasks, data)
            if not tasks:
                return
            function, more = (remote.do_sent, (data,)) if self._send else (remote.do, ())
            asked = (function, self._job, self._folder, tuple(tasks), self._limits, 2 * _SPAN, *more)
            future = self._client.submit(*asked, key=f"{self._key}-{next(self._numbers)}", pure=False)
            self._given[future] = tuple(tasks)
            under_way.add(future)

    def _gather(self, tasks: list[Task], data: list[bytes]) -> Iterator[Outcome]:
        """Put the tasks of the next group into `tasks`, and their files into `data` where they are sent."""
        most = 1 if self._alone else max(1, min(_MOST, int(_SPAN / max(self._seconds, 0.001))))
        while len(tasks) < most and sum(map(len, data)) < _BYTES:
            task = self._next()
            if task is None:
                return
            # It is known that the place is free; when a lost worker has written there before it told, another one
            # writes again.
            task = dataclasses.replace(task, overwrite=True)
            content = self._content(task) if self._send else b""
            if isinstance(content, Outcome):
                yield content
            else:
                tasks.append(task)
                data.append(content)

    def _next(self) -> Task | None:
        for back in (self._alone, self._again):
            if back:
                return back.popleft()
        return next(self._waiting, None)

    def _content(self, task: Task) -> bytes | Outcome:
        """The file of a task; or what became of the task, if that is known already."""
        try:
            if is_up_to_date(task, self._folder):
                return unchanged(task, self._folder)
            return task.source.read_bytes()
        except GwError as error:
            return failed(task, self._folder, error.exit_code, error.message, error.advice)
        except OSError as error:
            said = f"文件读不了：{reason_of(error)}"
            return failed(task, self._folder, InputUnreadable.exit_code, said, _ADVICE)

    def _outcomes(self, future: Future[Any], tasks: tuple[Task, ...]) -> Iterator[Outcome]:
        """What became of a group; what it had no time for, or was lost with it, waits again."""
        try:
            answer: list[remote.Done] = future.result()
        except Exception as error:  # the workers of this one were lost again and again, or its answer did not arrive
            if len(tasks) > 1:
                self._alone.extend(tasks)
            else:
                said = f"工作机没有做完这份文件（{type(error).__name__}）"
                yield failed(tasks[0], self._folder, INTERNAL, said, _ADVICE)
            return
        finally:
            future.release()
        self._seconds = sum(done.outcome.seconds for done in answer) / len(answer)
        self._again.extend(tasks[len(answer) :])
        for task, done in zip(tasks, answer, strict=False):
            yield self._written(task, done)

    def _written(self, task: Task, done: remote.Done) -> Outcome:
        """The outcome of a task, after its files were written, if they came with it."""
        try:
            for name, data in done.files.items():
                target = self._folder / name
                target.parent.mkdir(parents=True, exist_ok=True)
                output.check_target(task.source, target, force=task.overwrite or name == done.outcome.report)
                output.write_atomically(target, data)
        except GwError as error:
            return failed(task, self._folder, error.exit_code, error.message, error.advice)
        except OSError as error:
            said = f"写不进去：{reason_of(error)}"
            return failed(task, self._folder, OutputNotWritable.exit_code, said, _ADVICE)
        return done.outcome
