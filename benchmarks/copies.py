"""A number of copies comes in; the memory they take, whether each number is right, and whether a killed run goes on.

    python benchmarks/copies.py [--copies 10000]

Memory is the peak of a process of its own, for 100 copies and for all of them. Every number is read back from its page.
A run is killed in the middle (SIGKILL) and started again; the file must be that of a run that was not.
"""

from __future__ import annotations

import argparse
import hashlib
import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from pypdf import PdfReader

sys.path.insert(0, str(Path(__file__).parents[1]))

from gwformat import output
from tests.printing.specimens import notice
from tests.standin import office

_FEW = 100
_ALLOWED = 1.3
_PRINT = """
import sys, time
from pathlib import Path
from gwformat import api
source, target, count, pause = Path(sys.argv[1]), Path(sys.argv[2]), int(sys.argv[3]), float(sys.argv[4])
def slowly(done, every):
    time.sleep(pause)
api.press_file(source, target, api.PressOptions(copies=count), slowly)
try:
    import resource
    print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss)
except ImportError:
    print(0)
"""


def main() -> int:
    """0 if all is as it should be."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--copies", type=int, default=10_000)
    count = parser.parse_args().copies
    with tempfile.TemporaryDirectory() as scratch:
        folder = Path(scratch)
        os.environ.update(office.install(folder / "office"))
        source, target = folder / "成品.pdf", folder / "付印.pdf"
        source.write_bytes(notice(4))
        few = _peak(source, folder / "少.pdf", _FEW)
        many = _peak(source, target, count)
        wrong = _wrong_numbers(target, count)
        resumed = _same_after_kill(source, folder / "断.pdf", target, count)
    print(f"peak memory: {few} KB for {_FEW} copies, {many} KB for {count}: {many / max(few, 1):.3f}")
    print(f"numbers: {count - len(wrong)} of {count} right")
    print(f"killed and taken up again: {'the same file' if resumed else 'ANOTHER file'}")
    return 0 if many <= _ALLOWED * few and not wrong and resumed else 1


def _process(source: Path, target: Path, count: int, pause: float = 0) -> subprocess.Popen[str]:
    command = [sys.executable, "-c", _PRINT, source, target, str(count), str(pause)]
    environment = os.environ | {"PYTHONPATH": str(Path(__file__).parents[1])}
    return subprocess.Popen(list(map(str, command)), stdout=subprocess.PIPE, text=True, env=environment)


def _peak(source: Path, target: Path, count: int) -> int:
    said, _ = _process(source, target, count).communicate()
    return int(said)


def _wrong_numbers(target: Path, count: int) -> list[int]:
    """The copies whose number is not what it should be."""
    with PdfReader(target) as reader:
        pages = len(reader.pages) // count
        return [n for n in range(count) if f"{n + 1:06}" not in reader.pages[n * pages].extract_text().split()]


def _same_after_kill(source: Path, target: Path, whole: Path, count: int) -> bool:
    run = _process(source, target, count, pause=0.2)
    partial = output.growing(target)
    while run.poll() is None and not (partial.exists() and partial.stat().st_size > whole.stat().st_size // 3):
        time.sleep(0.02)
    run.kill()
    run.wait()
    if target.exists() or not partial.stat().st_size:
        return False  # it was over before it was killed
    _process(source, target, count).communicate()
    return _digest(target) == _digest(whole)


def _digest(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()


if __name__ == "__main__":
    sys.exit(main())
