"""Where the LibreOffice of this machine is, and how a run of it is ended."""

from __future__ import annotations

import contextlib
import os
import shutil
import signal
import subprocess
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path

from gwformat.output import SCRATCH_VARIABLES

_COMMANDS = ("soffice", "libreoffice", "soffice.com")


def find(path: str | None = None, places: Iterable[Path] | None = None) -> Path | None:
    """The program on the PATH (or `path`) or where installers put it; None if this machine has none."""
    for name in _COMMANDS:
        found = shutil.which(name, path=path)
        if found:
            return Path(found)
    return next((place for place in (_places() if places is None else places) if place.is_file()), None)


def _places() -> Iterator[Path]:
    """Where installers put it without putting it on the PATH."""
    for variable in ("PROGRAMFILES", "PROGRAMFILES(X86)", "PROGRAMW6432"):
        if os.environ.get(variable):
            yield Path(os.environ[variable], "LibreOffice", "program", "soffice.exe")
    yield Path("/Applications/LibreOffice.app/Contents/MacOS/soffice")
    yield from (Path("/usr/lib/libreoffice/program/soffice"), Path("/snap/bin/libreoffice"))
    yield from sorted(Path("/opt").glob("libreoffice*/program/soffice"), reverse=True)


def started(command: list[str], scratch: Path) -> subprocess.Popen[bytes]:
    """A run of the program: nothing is said, Ctrl-C is not for it, and its temporary files are in `scratch`.

    What is started is only a starter of the program; so that both can be ended it has a session of its own. Being
    ended it does not clear away what it keeps of a document, pictures for example: whoever started it has to.
    """
    return subprocess.Popen(
        command,
        env=os.environ | dict.fromkeys(SCRATCH_VARIABLES, str(scratch)),
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        start_new_session=True,
        creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
    )


def stop(process: subprocess.Popen[bytes]) -> None:
    """End a run and everything it has started."""
    if sys.platform == "win32":
        subprocess.run(["taskkill", "/F", "/T", "/PID", str(process.pid)], capture_output=True, check=False)
    else:
        with contextlib.suppress(ProcessLookupError):  # it has ended by itself
            os.killpg(process.pid, signal.SIGKILL)
    process.wait()
