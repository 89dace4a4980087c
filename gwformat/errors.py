"""Errors that end a command: each says what is wrong, what to do, and the exit code to leave with."""

from __future__ import annotations

import errno
import os
import stat
from collections.abc import Iterator
from pathlib import Path

INTERRUPTED = 130
"""The exit code where the user stopped it, with Ctrl-C or otherwise; no error says that."""

READER_GONE = 141
"""The exit code where who read the output wanted no more (`| head`): that of a program which SIGPIPE ends."""

_REASONS = {
    "EACCES": "没有权限，或者正被别的程序打开",
    "EPERM": "没有权限",
    "EROFS": "所在的磁盘是只读的",
    "ENOENT": "找不到",
    "ENOTDIR": "路径中间有一段不是文件夹",
    "EISDIR": "是文件夹",
    "ENAMETOOLONG": "文件名或路径太长",
    "EINVAL": "名称里有不能用的字符",
    "ELOOP": "符号链接绕成了圈",
    "EBUSY": "正被别的程序使用",
    "ETXTBSY": "正被别的程序使用",
    "ENOSPC": "磁盘已满",
    "EDQUOT": "超出了磁盘配额",
    "EFBIG": "超出了文件大小的限制",
    "EIO": "磁盘读写出错",
    "EADDRINUSE": "正被别的程序使用",
    "ESPIPE": "是管道或者设备，不是文件",
    "EMFILE": "同时打开的文件太多",
    "ENFILE": "同时打开的文件太多",
    "ENOMEM": "内存不够",
    "EAGAIN": "进程太多，或者内存不够",
    "ESTALE": "网络文件夹断开了",
    "ETIMEDOUT": "网络文件夹没有回应",
}
_BY_NUMBER = {getattr(errno, name): reason for name, reason in _REASONS.items() if hasattr(errno, name)}
_WINDOWS = {32: "正被别的程序打开", 33: "正被别的程序打开", 123: "名称里有不能用的字符", 206: "文件名或路径太长"}


def reason_of(error: OSError) -> str:
    """Why the system did not do it, in Chinese; what the system says itself where that is not known."""
    by_windows = _WINDOWS.get(getattr(error, "winerror", None) or 0)
    return by_windows or _BY_NUMBER.get(error.errno or 0) or error.strerror or type(error).__name__


def no_pipe(path: Path) -> Path:
    """The path; an `OSError` where a pipe or a device stands: what reads one may wait, or read on, without an end."""
    mode = path.stat().st_mode
    if not stat.S_ISREG(mode) and not stat.S_ISDIR(mode):
        raise OSError(errno.ESPIPE, "not a file")
    return path


# `Path` has the same, but an error of its own for what lies below a folder that nobody may look into.
def is_folder(path: Path) -> bool:
    """Whether a folder stands there, as far as one may look."""
    return os.path.isdir(path)  # noqa: PTH112


def is_file(path: Path) -> bool:
    """Whether a file stands there, as far as one may look."""
    return os.path.isfile(path)  # noqa: PTH113


class GwError(Exception):
    """Base of all errors a user may see: `message` says what, `advice` what to do next (both Chinese)."""

    exit_code = 70  # that of a bug: every error a user can mend has its own

    def __init__(self, message: str, advice: str = "") -> None:
        super().__init__(message)
        self.message = message
        self.advice = advice

    def __str__(self) -> str:
        return f"{self.message}。{self.advice}" if self.advice else self.message


class UsageError(GwError):
    """The command line or an API argument makes no sense."""

    exit_code = 2


class InputUnreadable(GwError):
    """The input is missing, damaged, encrypted, or not what its name says."""

    exit_code = 3


class OutputNotWritable(GwError):
    """The result cannot be written where it was asked for."""

    exit_code = 4


class ConfigurationInvalid(GwError):
    """A profile, font system or metadata file is wrong; the message names file and key."""

    exit_code = 5


# What users add, each with a library by which it is known; `print` brings those of `pdf` and `measure` as well.
_COMPONENTS = {
    "pdf": "typst",
    "print": "openpyxl",
    "crypto": "cryptography",
    "measure": "pypdf",
    "dask": "distributed",
}


def _installed() -> Iterator[str]:
    """The components that are installed."""
    from importlib.util import find_spec

    for component, library in _COMPONENTS.items():
        try:
            if find_spec(library) is not None:
                yield component
        except ValueError:  # something else stands under that name
            continue


class ComponentMissing(ConfigurationInvalid):
    """A library is not installed that belongs to a component users add; `otherwise` is what they can do without it."""

    def __init__(self, purpose: str, library: str, component: str, otherwise: str = "") -> None:
        # With those there are: pipx begins anew. In double quotes: to the command prompt of Windows, single ones are
        # letters.
        both = ",".join(dict.fromkeys((*_installed(), *component.split(","))))
        again = f'pipx install --force ".[{both}]"，或 python -m pip install ".[{component}]"'
        advice = f"在 gwformat 的文件夹里加上组件 {component} 再装一次：{again}{otherwise}"
        super().__init__(f"{purpose}需要 {library}，这台机器上没有安装", advice)


class FontMissing(GwError):
    """A font that was demanded is not there."""

    exit_code = 6


class Refused(GwError):
    """The result would not be safe: integrity is not proven, or the file is classified."""

    exit_code = 8
