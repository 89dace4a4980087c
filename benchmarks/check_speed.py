"""How long a check takes, by the time python-docx needs to open the same file, and how it grows with the paragraphs.

    python benchmarks/check_speed.py [FILE …]

Without files it makes some of 3 pages: lean ones, as this program writes them, and ones with the full styles of Word;
and such of 100 and of 1,000 paragraphs. Each is checked as the first file of a run, and behind another one from the
same template, as in a batch. Processor time, best of some rounds; both sides are measured in turns.
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

from benchmarks.speed import draft as full_draft
from gwformat import api
from gwformat.ooxml import recurring

ROUNDS = 10
SENTENCE = "汛期各级各部门要按照职责分工，逐级落实防汛责任，把任务分解到岗位、到人员，第{}组按时报告。"


def seconds(what: Callable[[], object]) -> float:
    """The processor time of one run."""
    gc.collect()
    started = time.process_time()
    what()
    return time.process_time() - started


def best(what: Callable[[], object], rounds: int = ROUNDS) -> float:
    """The processor time of the quickest round, in seconds."""
    return min(seconds(what) for _ in range(rounds))


def made(folder: Path, paragraphs: int, said: str = "第{}组按时报告。") -> Path:
    """A document of ours with so many paragraphs of text."""
    draft, target = folder / "draft.txt", folder / f"{paragraphs}.docx"
    text = [SENTENCE.replace("第{}组按时报告。", said).format(number) for number in range(paragraphs)]
    head = ["某某市水务局文件", "某水发〔2026〕12号", "某某市水务局关于做好防汛工作的通知", "各县（区）水务局："]
    draft.write_text("\n".join([*head, *text, "某某市水务局", "2026年3月16日"]), encoding="utf-8")
    api.format_file(draft, target, api.FormatOptions(force=True))
    return target


def full(folder: Path, name: str, more: str) -> Path:
    """A document with the full styles of Word and one paragraph of its own."""
    path = folder / f"{name}.docx"
    full_draft(path)
    document = docx.Document(str(path))
    document.add_paragraph(more)
    document.save(str(path))
    return path


def ratio(path: Path, before: Path | None = None) -> None:
    """Print the times for one file: as the first one, and behind `before` (None: behind itself)."""
    opened, first, further = [], [], []
    for _ in range(ROUNDS):
        recurring.forget()
        opened.append(seconds(lambda: docx.Document(str(path))))
        first.append(seconds(lambda: api.check_file(path)))
        recurring.forget()
        api.check_file(before or path)
        further.append(seconds(lambda: api.check_file(path)))
    least = min(opened)
    times = [f"{min(found) * 1e3:.1f} ms, {min(found) / least:.1f} times" for found in (first, further)]
    again = "behind one from the same template" if before else "once more"
    print(f"{path.name}: python-docx {least * 1e3:.1f} ms; check, first {times[0]}; {again} {times[1]}")


def main() -> int:
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("files", type=Path, nargs="*")
    options = parser.parse_args()
    if options.files:
        for path in options.files:
            ratio(path)
        return 0
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        ratio(made(folder, 30), made(folder, 29, "各组按时报告。"))
        ratio(full(folder, "full", "特此通知。"), full(folder, "before", "请认真贯彻落实。"))
        few, many = made(folder, 100), made(folder, 1000)
        times = [best(lambda path=path: api.check_file(path), 3) for path in (few, many)]  # type: ignore[misc]
    print(
        f"100 paragraphs {times[0] * 1e3:.0f} ms, 1,000 paragraphs {times[1] * 1e3:.0f} ms: {times[1] / times[0]:.1f}"
    )
    return 0


if __name__ == "__main__":
    sys.exit(main())
