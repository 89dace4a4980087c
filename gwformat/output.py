"""Writing results: bytes and paths come in, complete files – or none – stand there afterwards."""

from __future__ import annotations

import contextlib
import os
import secrets
import shutil
import sys
import time
from collections.abc import Iterable, Mapping
from pathlib import Path

from gwformat.errors import OutputNotWritable, no_pipe, reason_of
from gwformat.text.names import unfit_for_windows

UNFINISHED = ".gw-*.tmp"
"""Pattern of the names that files have while they are being written."""

SCRATCH_VARIABLES = ("TMPDIR", "TEMP", "TMP")
"""Variables of the environment that name the folder for temporary files, on one system or another."""


_PAUSES = (0.05, 0.1, 0.2, 0.4)  # seconds
_LONGEST_OF_WINDOWS = 260  # characters of a path, unless the system has been set otherwise


def unfinished_of(process: int) -> str:
    """Pattern of the names of what the process with this number is writing."""
    return f".gw-{process}-*.tmp"


def check_target(source: Path, target: Path, *, force: bool) -> None:
    """Raise `OutputNotWritable` if a result for `source` may not go to `target`."""
    try:
        _check_target(source, target, force=force)
    except OSError as error:
        raise OutputNotWritable(_why(target, error), "换一个文件名或位置。") from error


def _check_target(source: Path, target: Path, *, force: bool) -> None:
    folder = target.parent
    if sys.platform == "win32" and (why := unfit_for_windows(target.name)):
        # Some of these names would be taken, for a device or a hidden part of another file, and the result be lost.
        raise OutputNotWritable(f"“{target.name}”{why}", "换一个文件名。")
    if target.is_dir():
        raise OutputNotWritable(f"“{target}”是文件夹，不能当作文件写入", "后面再写上文件名。")
    if not folder.is_dir():
        raise OutputNotWritable(f"文件夹“{folder}”不存在", "先建好这个文件夹，或者换一个位置。")
    try:
        no_pipe(target)
    except FileNotFoundError:
        return
    if source.exists() and target.samefile(source):
        raise OutputNotWritable(f"“{target}”就是草稿本身，不能被成品覆盖", "换一个文件名，草稿会原样保留。")
    if not force:
        raise OutputNotWritable(f"“{target}”已经存在", "换一个文件名；确要覆盖的，加上 --force。")
    refuse_read_only(target)


def refuse_read_only(target: Path) -> None:
    """Raise `OutputNotWritable` for a file that is not to be changed; some systems would let another take its place."""
    if target.is_file() and not os.access(target, os.W_OK):
        raise OutputNotWritable(f"“{target}”是只读的", "换一个文件名；确要覆盖的，先去掉它的只读属性。")


def make_folder(folder: Path) -> None:
    """Make a folder for several results unless it is there; `OutputNotWritable` if that is not possible."""
    try:
        folder.mkdir(exist_ok=True)
    except OSError as error:
        reason = "那里有一个文件叫这个名字" if isinstance(error, FileExistsError) else reason_of(error)
        advice = "先建好它的上一级文件夹，并检查权限。"
        raise OutputNotWritable(f"建不了文件夹“{folder}”：{reason}", advice) from error


def write_atomically(target: Path, data: bytes | Iterable[bytes]) -> None:
    """Write `data`, whole or in parts, beside `target` and put it in its place in one step.

    On failure nothing is left behind.
    """
    target = target.resolve()  # a symbolic link stays a link
    # Short and beside the target: same volume, and long Chinese names do not exceed 255 bytes.
    temporary = target.parent / f".gw-{os.getpid()}-{secrets.token_hex(4)}.tmp"
    try:
        with temporary.open("xb") as file:
            file.writelines((data,) if isinstance(data, bytes) else data)
            file.flush()
            os.fsync(file.fileno())
        _put(temporary, target)
    except OSError as error:
        raise OutputNotWritable(
            _why(target, error), "检查磁盘空间和权限；文件正在 Word 或 WPS 中打开的，先关闭。"
        ) from error
    finally:
        remove(temporary)


def _put(complete: Path, target: Path) -> None:
    """Give a complete file its name, in place of what has it, and the permissions of that."""
    if sys.platform != "win32":
        if target.exists():
            shutil.copymode(target, complete)
        complete.replace(target)
        return
    for pause in _PAUSES:
        try:
            complete.replace(target)
        except PermissionError:  # for a moment, virus scanners and the index of the search open what is new
            time.sleep(pause)
        else:
            return
    complete.replace(target)


def write_all(files: Mapping[Path, bytes]) -> None:
    """Write several files, all of them or none: what was there before comes back if one cannot be written."""
    before = {target: target.read_bytes() if target.is_file() else None for target in files}
    done: list[Path] = []
    try:
        for target, data in files.items():
            write_atomically(target, data)
            done.append(target)
    except OutputNotWritable:
        for target in done:
            was = before[target]
            if was is None:
                target.unlink(missing_ok=True)
            else:
                write_atomically(target, was)
        raise


def growing(target: Path) -> Path:
    """Where the beginning of a large result stands until it is complete."""
    return target.with_name(f"{target.name}.gw-part")


def write_in_parts(targets: Mapping[Path, Iterable[bytes]]) -> None:
    """Write large results part by part, and put them in their places when all are complete.

    What an interrupted run left in `growing(target)` is kept as far as it is the same. It stays there if this run is
    interrupted; after an error nothing is left.
    """
    targets = {target.resolve(): parts for target, parts in targets.items()}
    target = next(iter(targets), Path())
    try:
        for target, parts in targets.items():
            _grow(growing(target), parts)
        for target in targets:
            _put(growing(target), target)
    except OSError as error:
        _forget(targets)
        raise OutputNotWritable(_why(target, error), "检查磁盘空间和权限；文件正被别的程序打开的，先关闭。") from error
    except Exception:
        _forget(targets)
        raise


def _grow(partial: Path, parts: Iterable[bytes]) -> None:
    partial.touch()
    with partial.open("r+b") as file:
        position, same = 0, True
        for part in parts:
            same = same and file.read(len(part)) == part
            if not same:
                file.seek(position)
                file.write(part)
            position += len(part)
        file.truncate()
        file.flush()
        os.fsync(file.fileno())


def _forget(targets: Iterable[Path]) -> None:
    for target in targets:
        remove(growing(target))


def remove(unfinished: Path) -> None:
    """Remove what will not be finished, if it can be."""
    # Where the folder or the disk has gone, nothing can; the error that told of it is the one to say. Under Windows a
    # virus scanner may have it open.
    with contextlib.suppress(OSError):
        unfinished.unlink()


def _why(target: Path, error: OSError) -> str:
    reason = reason_of(error)
    if sys.platform == "win32" and len(str(target)) >= _LONGEST_OF_WINDOWS:
        reason = f"路径超过 {_LONGEST_OF_WINDOWS - 1} 个字符"
    elif isinstance(error, FileNotFoundError):
        reason = "文件夹不见了"
    return f"“{target}”写不进去：{reason}"
