"""Files come in one after the other; a LibreOffice that stays open converts them, and is started anew when it hangs.

A start takes two seconds, a conversion by a program that runs already a tenth of one: the second call finds the first
through the profile they share and hands its work over. The running one stays because it has a document open; that it
is ready is known from the lock file it puts beside that document.
"""

from __future__ import annotations

import atexit
import shutil
import signal
import subprocess
import tempfile
import time
from pathlib import Path

from gwformat.errors import InputUnreadable
from gwformat.office import profile
from gwformat.office.program import find, started, stop

TIME_LIMIT = 90.0
"""Seconds one file may take."""
_START = 60.0
_LOOK = 0.05
_INSTALL = "请安装 LibreOffice（Debian、UOS、麒麟：apt install libreoffice-writer；Windows：libreoffice.org）。"
_SAVE_AS = "请用 Word 或 WPS 打开，另存为 .docx 后再处理。"
_HELD = (
    '<?xml version="1.0" encoding="UTF-8"?>\n<office:document xmlns:office="urn:oasis:names:tc:opendocument:xmlns:'
    'office:1.0" office:version="1.2" office:mimetype="application/vnd.oasis.opendocument.text"><office:body>'
    "<office:text/></office:body></office:document>\n"
)


def convert(source: Path, form: str, target: Path, *, time_limit: float = TIME_LIMIT) -> None:
    """Write `source` in the format `form` (as `--convert-to` names it) to `target`.

    `InputUnreadable` if there is no LibreOffice, it cannot open the file, or it takes longer than `time_limit` seconds.
    """
    _instance().convert(source, form, target, time_limit)


def close() -> None:
    """End the LibreOffice of this process, if one runs; the next file gets a new one."""
    for instance in _running:
        instance.close()


class _Instance:
    """One running LibreOffice with its own profile, in a folder that goes when the program ends."""

    def __init__(self, program: Path) -> None:
        self._program = program
        self._folder = Path(tempfile.mkdtemp(prefix="gwformat-"))
        self._scratch = self._folder / "scratch"
        self._scratch.mkdir()
        self._process: subprocess.Popen[bytes] | None = None
        profile.make(self._folder / "profile")

    def convert(self, source: Path, form: str, target: Path, time_limit: float) -> None:
        """See `convert`."""
        work = Path(tempfile.mkdtemp(dir=self._folder))
        try:
            # Its name is ours: LibreOffice goes by the suffix, and not every name suits a command line.
            draft = work / f"draft{source.suffix.lower() or '.doc'}"
            shutil.copyfile(source, draft)
            out = work / "out"
            self._run(draft, form, out, time_limit)
            made = next(out.glob("draft.*"), None) if out.is_dir() else None
            if made is None:
                raise InputUnreadable("LibreOffice 打不开这个旧版文件", _SAVE_AS)
            shutil.copyfile(made, target)
        finally:
            shutil.rmtree(work, ignore_errors=True)

    def _run(self, draft: Path, form: str, out: Path, time_limit: float) -> None:
        self._hold()
        asked = started([*self._command(), "--convert-to", form, "--outdir", str(out), str(draft)], self._scratch)
        try:
            asked.wait(time_limit)
        except subprocess.TimeoutExpired as error:
            stop(asked)
            self.close()  # whatever it hangs in, the next file gets a new one
            raise InputUnreadable(f"LibreOffice 转换这个文件超过 {time_limit:g} 秒", _SAVE_AS) from error

    def _hold(self) -> None:
        """See to it that one is running and ready."""
        if self._process is not None and self._process.poll() is None:
            return
        place = Path(tempfile.mkdtemp(dir=self._folder))
        held = place / "held.fodt"
        held.write_text(_HELD, encoding="utf-8")
        self._process = started([*self._command(), str(held)], self._scratch)
        deadline = time.monotonic() + _START
        while not any(place.glob(".~lock*")):
            if self._process.poll() is not None or time.monotonic() > deadline:
                stop(self._process)
                raise InputUnreadable("LibreOffice 启动不了", _INSTALL)
            time.sleep(_LOOK)

    def _command(self) -> list[str]:
        user = (self._folder / "profile").resolve().as_uri()
        return [str(self._program), f"-env:UserInstallation={user}", "--headless", "--norestore", "--nologo"]

    def close(self) -> None:
        """End it; the profile stays for the next start."""
        if self._process is not None:
            stop(self._process)
            self._process = None

    def remove(self) -> None:
        """End it and leave nothing behind, however often Ctrl-C is pressed meanwhile: the program is at its end."""
        signal.signal(signal.SIGINT, signal.SIG_IGN)
        self.close()
        shutil.rmtree(self._folder, ignore_errors=True)


_running: list[_Instance] = []


def _instance() -> _Instance:
    """The instance of this process."""
    if not _running:
        program = find()
        if program is None:
            raise InputUnreadable("这种旧版文件要用 LibreOffice 转换，这台机器上没有", _INSTALL)
        _running.append(_Instance(program))
        atexit.register(_running[0].remove)
    return _running[0]
