"""Damaged files other than docx go through the commands that read them; every bad ending comes out.

    python benchmarks/fuzz_commands.py [--inputs 5000] [--seed 1] [--families ofd,pdf] [--keep FOLDER]

OFD, PDF, fonts, pictures, CSV, TOML, Markdown, text and packages of another content (see `fuzz_files.py`). A bad
ending is an internal error, a rule that breaks down, an exit code that is not documented, more than 20 s, more than
1 GB, a file left behind, or a target of the user's that changed though nothing was written. POSIX only: each command
has a process of its own.
"""

from __future__ import annotations

import argparse
import os
import random
import resource
import shutil
import signal
import sys
import tempfile
import time
from collections import Counter
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1]))

from benchmarks.fuzz_files import FAMILIES, Command
from gwformat import office
from gwformat.check.runner import CRASHED
from gwformat.cli.program import run

_SECONDS, _KILOBYTES = 20, 1 << 20
_DOCUMENTED = frozenset(range(9))
_OLD = b"what stood here before"


def ending(command: Command, place: Path) -> str:
    """Run `command` in a process of its own; what is wrong with how it ended, "" if nothing is."""
    target = next((Path(word) for word in command if Path(word).stem == "成品"), None)
    if target is not None:
        target.unlink(missing_ok=True)
        target.write_bytes(_OLD)
        command = [*command, "--force"] if "--force" not in command and "-o" in command else command
    before = {path.relative_to(place) for path in place.rglob("*")}
    said = place.with_suffix(".said")
    child = os.fork()
    if not child:
        _child(command, said)
    started = time.monotonic()
    signal.signal(signal.SIGALRM, lambda *_: os.kill(child, signal.SIGKILL))
    signal.setitimer(signal.ITIMER_REAL, _SECONDS)
    _, status, usage = os.wait4(child, 0)
    signal.setitimer(signal.ITIMER_REAL, 0)
    code, words = os.waitstatus_to_exitcode(status), said.read_text("utf-8", "replace")
    if code == -signal.SIGKILL:
        return f"killed after {time.monotonic() - started:.0f} s"
    if usage.ru_maxrss > _KILOBYTES:
        return f"{usage.ru_maxrss // 1024} MB"
    if "内部出错" in words or "Traceback" in words or CRASHED in words:
        return words[-300:]
    if code not in _DOCUMENTED:
        return f"exit code {code}"
    if code >= 2 and not any(sign in words for sign in ("错误：", "建议：", "未完成：")):
        return f"exit code {code} without a word: {words[-200:]}"
    after = {path.relative_to(place) for path in place.rglob("*")}
    if left := {path for path in after - before if _is_left(path, code)}:
        return f"left behind: {sorted(map(str, left))}"
    written = target is not None and target.read_bytes() != _OLD
    return f"exit code {code}, yet the target changed" if code not in (0, 1, 7) and written else ""


def _is_left(path: Path, code: int) -> bool:
    """Whether nothing asked for what stands there; a batch writes into 出."""
    return path.parts[0] != "出" and (code not in (0, 1, 7) or path.name.startswith("."))


def _child(command: Command, said: Path) -> None:
    """Never returns: the command's exit code is that of the process."""
    code = 99
    try:
        stream = os.open(said, os.O_CREAT | os.O_TRUNC | os.O_WRONLY)
        os.dup2(stream, 1)
        os.dup2(stream, 2)
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
        code = run(command)
        office.close()
        sys.stdout.flush()
        sys.stderr.flush()
    finally:
        os._exit(code)


def _pipes(folder: str, names: list[str]) -> list[str]:
    return [
        name
        for name in names
        if not (Path(folder, name).is_symlink() or Path(folder, name).is_dir() or Path(folder, name).is_file())
    ]


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("--inputs", type=int, default=5000)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--families", default=",".join(FAMILIES))
    parser.add_argument("--keep", type=Path)
    asked = parser.parse_args()
    worst: Counter[str] = Counter()
    with tempfile.TemporaryDirectory(prefix="gwformat-") as folder:
        tempfile.tempdir = folder
        place = Path(folder) / "place"
        for number in range(asked.inputs):
            chance = random.Random(f"{asked.seed}-{number}")
            family = chance.choice(asked.families.split(","))
            shutil.rmtree(place, ignore_errors=True)
            place.mkdir()
            command = FAMILIES[family](place, chance)
            if wrong := ending(command, place):
                worst[family] += 1
                said = " ".join(word.replace(f"{place}/", "")[:60] for word in command)
                print(f"{family} {number}: {said}: {wrong}".encode("utf-8", "backslashreplace").decode(), flush=True)
                if asked.keep is not None:
                    kept = asked.keep / f"{family}-{asked.seed}-{number}"
                    shutil.copytree(place, kept, symlinks=True, ignore=_pipes, dirs_exist_ok=True)
            if number % 500 == 499:
                print(f"{number + 1} inputs, bad: {worst.total()}", file=sys.stderr)
    print(f"{asked.inputs} inputs; bad endings: {dict(worst)}")
    return 1 if worst else 0


if __name__ == "__main__":
    sys.exit(main())
