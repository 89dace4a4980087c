"""How long a check takes, by the time python-docx needs to open the same file, and how it grows with the paragraphs.

    python benchmarks/check_speed.py [FILE …]

Without files it makes lean ones of 3 pages, of 100 and of 1,000 paragraphs. Processor time, best of some rounds.
"""

from __future__ import annotations

import argparse
import gc
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1]))

import docx

from gwformat import api

ROUNDS = 10
SENTENCE = "汛期各级各部门要按照职责分工，逐级落实防汛责任，把任务分解到岗位、到人员，第{}组按时报告。"


def best(what: Callable[[], object], rounds: int = ROUNDS) -> float:
    """The processor time of the quickest round, in seconds."""
    found = []
    for _ in range(rounds):
        gc.collect()
        started = time.process_time()
        what()
        found.append(time.process_time() - started)
    return min(found)


def made(folder: Path, paragraphs: int) -> Path:
    """A document of ours with so many paragraphs of text."""
    draft, target = folder / "draft.txt", folder / f"{paragraphs}.docx"
    text = [SENTENCE.format(number) for number in range(paragraphs)]
    head = ["某某市水务局文件", "某水发〔2026〕12号", "某某市水务局关于做好防汛工作的通知", "各县（区）水务局："]
    draft.write_text("\n".join([*head, *text, "某某市水务局", "2026年3月16日"]), encoding="utf-8")
    api.format_file(draft, target, api.FormatOptions(force=True))
    return target


def ratio(path: Path) -> None:
    """Print the times for one file."""
    opened, checked = best(lambda: docx.Document(str(path))), best(lambda: api.check_file(path))
    print(f"{path.name}: python-docx {opened * 1e3:.1f} ms, check {checked * 1e3:.1f} ms, {checked / opened:.1f} times")


def main() -> int:
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("files", type=Path, nargs="*")
    options = parser.parse_args()
    if options.files:
        for path in options.files:
            ratio(path)
        return 0
    with tempfile.TemporaryDirectory() as folder:
        ratio(made(Path(folder), 30))
        few, many = made(Path(folder), 100), made(Path(folder), 1000)
        times = [best(lambda path=path: api.check_file(path), 3) for path in (few, many)]  # type: ignore[misc]
    print(
        f"100 paragraphs {times[0] * 1e3:.0f} ms, 1,000 paragraphs {times[1] * 1e3:.0f} ms: {times[1] / times[0]:.1f}"
    )
    return 0


if __name__ == "__main__":
    sys.exit(main())
