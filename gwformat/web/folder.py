"""The folder that holds drafts and results while the page is open: nobody else may look into it, and it goes then."""

from __future__ import annotations

import os
import re
import shutil
import tempfile
from pathlib import Path

import psutil

from gwformat.errors import OutputNotWritable, reason_of

_NAME = "gwformat-web-"
_OWNER = re.compile(rf"{_NAME}(\d+)-\w+")


def made() -> Path:
    """A new folder, for this process and its user alone; `OutputNotWritable` if there is no place for one.

    What processes have left that were killed is removed first.
    """
    try:
        clear(Path(tempfile.gettempdir()))
        return Path(tempfile.mkdtemp(prefix=f"{_NAME}{os.getpid()}-"))
    except OSError as error:
        advice = "用环境变量 TMPDIR（Windows 上是 TEMP）指明一个能写的文件夹。"
        raise OutputNotWritable(f"没有能写的临时文件夹：{reason_of(error)}", advice) from error


def clear(place: Path) -> None:
    """Remove from `place` the folders whose processes have ended."""
    for folder in place.glob(f"{_NAME}*"):
        owner = _OWNER.fullmatch(folder.name)
        if owner is not None and not psutil.pid_exists(int(owner[1])):
            shutil.rmtree(folder, ignore_errors=True)
