"""One task of a batch comes in; its outcome goes out, whatever the file does."""

from __future__ import annotations

import hashlib
import os
import time
from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path

from gwformat import output
from gwformat.batch.jobs import Job, Made, perform
from gwformat.batch.outcomes import INTERNAL, Outcome, State, Task
from gwformat.errors import GwError, InputUnreadable, OutputNotWritable, is_file, no_pipe, reason_of
from gwformat.text.names import shown

_REPORT_IT = "请把所用的命令、版本号（gwformat --version）和能重现问题的草稿（去掉涉密内容）报告给我们。"


def work(job: Job, task: Task, folder: Path) -> Outcome:
    """Do `job` with the file of `task`, unless its result in `folder` is up to date."""
    started = time.perf_counter()
    digest = ""
    try:
        digest = _digest(task.source)
        if _stands(task.before, digest, folder):
            return unchanged(task, folder, started)
        task.target.parent.mkdir(parents=True, exist_ok=True)
        made = perform(job, task.source, task.target, force=task.overwrite)
        return _done(task, made, digest, folder, started)
    except GwError as error:
        code, message, advice = error.exit_code, error.message, error.advice
    except MemoryError:
        code, message, advice = INTERNAL, "内存不够", "文件太大；加大 --memory，或单独处理。"
    except OSError as error:
        code, advice = OutputNotWritable.exit_code, "检查磁盘空间和权限。"
        message = f"写不进去：{reason_of(error)}"
    except Exception as error:  # a bug met in one file must not stop the others
        code, message, advice = INTERNAL, f"程序内部出错（{type(error).__name__}）", _REPORT_IT
    return failed(task, folder, code, message, advice, _since(started), digest)


def is_up_to_date(task: Task, folder: Path) -> bool:
    """Whether the file has not changed since its result was written, nor the result."""
    return task.before is not None and _stands(task.before, _digest(task.source), folder)


def unchanged(task: Task, folder: Path, started: float | None = None) -> Outcome:
    """The outcome for a file whose result is up to date."""
    assert task.before is not None
    seconds = 0.0 if started is None else _since(started)
    return replace(task.before, state=State.UNCHANGED, target=below(task.target, folder), seconds=seconds)


def _stands(before: Outcome | None, digest: str, folder: Path) -> bool:
    if before is None or before.state is State.FAILED or before.digest != digest or not before.outputs:
        return False
    files = ((folder / name, known) for name, known in before.outputs.items())
    return all(is_file(path) and _digest(path) == known for path, known in files)


def _done(task: Task, made: Made, digest: str, folder: Path, started: float) -> Outcome:
    report = ""
    if task.report is not None and made.report:
        task.report.parent.mkdir(parents=True, exist_ok=True)
        # The same on every machine and in every folder.
        said = made.report.replace(str(task.source), shown(task.name)).replace(str(task.target), task.target.name)
        output.write_atomically(task.report, said.encode("utf-8", "replace"))
        report = below(task.report, folder)
    return Outcome(
        task.name,
        State.DONE,
        below(task.target, folder),
        digest=digest,
        outputs=_digests(made.files, folder),
        report=report,
        counts=made.counts,
        seconds=_since(started),
    )


def failed(
    task: Task, folder: Path, code: int, message: str, advice: str, seconds: float = 0.0, digest: str = ""
) -> Outcome:
    """The outcome of a file that was not done; it tells of its target, which may have been written just before."""
    target = below(task.target, folder)
    return Outcome(task.name, State.FAILED, target, code, message, advice, digest, seconds=round(seconds, 4))


def _digests(files: Iterable[Path], folder: Path) -> dict[str, str]:
    return {below(path, folder): _digest(path) for path in files}


def _digest(path: Path) -> str:
    try:
        with no_pipe(path).open("rb") as file:
            return hashlib.file_digest(file, "sha256").hexdigest()
    except FileNotFoundError as error:
        raise InputUnreadable("文件不见了，或者是指向别处的失效链接", "检查路径。") from error
    except OSError as error:
        raise InputUnreadable(f"文件读不了：{reason_of(error)}", "检查权限，并关闭正在使用它的程序。") from error


def below(path: Path, folder: Path) -> str:
    """The path of a result below the output folder, with “/”."""
    return Path(os.path.relpath(path, folder)).as_posix()


def _since(started: float) -> float:
    return round(time.perf_counter() - started, 4)
