"""A three-page draft built here is formatted in process; its time as a multiple of python-docx open + save goes out.

    python benchmarks/speed.py [--rounds 30]

Both are measured in turns in one run, so that the ratio holds on any machine. The goal is at most 4.
"""

from __future__ import annotations

import argparse
import statistics
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

import docx

sys.path.insert(0, str(Path(__file__).parents[1]))

from gwformat import api, ledger, normalise, readers, recognise, writers

GOAL = 4.0

_PARAGRAPH = (
    "各单位要充分认识做好这项工作的重要意义,切实加强组织领导,明确责任分工,细化工作措施,确保各项任务落到实处。"
    "要坚持问题导向,对照2025年度考核指标,逐项梳理存在的短板,制定整改方案,并于每季度末报送进展情况。"
)


def draft(path: Path) -> None:
    """A notice of about three pages: title, addressee, headings, text, a table, attachments, sign-off."""
    document = docx.Document()
    document.add_paragraph("某某市某某局关于进一步做好年度重点工作的通知")
    document.add_paragraph("各县(市、区)某某局,局属各单位:")
    for number, heading in enumerate(("总体要求", "重点任务", "工作安排"), 1):
        document.add_paragraph(f"{'一二三'[number - 1]}、{heading}")
        for index in range(1, 4):
            document.add_paragraph(f"　　({'一二三'[index - 1]})第{index}项。{_PARAGRAPH}")
        document.add_paragraph(f"　　{_PARAGRAPH}")
    table = document.add_table(rows=6, cols=4)
    for row_number, row in enumerate(table.rows):
        for column_number, cell in enumerate(row.cells):
            cell.text = f"第{row_number + 1}行第{column_number + 1}列"
    document.add_paragraph("附件:1.任务清单")
    document.add_paragraph("　　　2.联系人名单")
    document.add_paragraph("某某市某某局")
    document.add_paragraph("2026年5月6日")
    document.save(str(path))


def python_docx(path: Path, target: Path) -> None:
    """What is compared against: open, save, nothing else."""
    docx.Document(str(path)).save(str(target))


def milliseconds(job: Callable[[], object]) -> float:
    """How long one run takes."""
    started = time.perf_counter()
    job()
    return (time.perf_counter() - started) * 1000


class Stages:
    """Wraps the stages that `api.format_file` calls, and keeps their times."""

    def __init__(self) -> None:
        self.times: dict[str, list[float]] = {}

    def watch(self, module: object, function: str, name: str) -> None:
        """From now on, time `module.function`."""
        original = getattr(module, function)

        def timed(*args: object, **options: object) -> object:
            started = time.perf_counter()
            result = original(*args, **options)
            self.times.setdefault(name, []).append((time.perf_counter() - started) * 1000)
            return result

        setattr(module, function, timed)


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("--rounds", type=int, default=30)
    rounds = parser.parse_args().rounds
    stages = Stages()
    with tempfile.TemporaryDirectory() as folder:
        path, target = Path(folder, "草稿.docx"), Path(folder, "成品.docx")
        draft(path)

        def format_once() -> None:
            api.format_file(path, target, api.FormatOptions(force=True))

        for warm_up in (format_once, lambda: python_docx(path, target)):
            warm_up()
        for module, function in (
            (readers, "read"),
            (recognise, "recognise"),
            (normalise, "normalise"),
            (writers.docx, "write"),
            (ledger, "balance"),
        ):
            stages.watch(module, function, f"{module.__name__}.{function}")
        ours, theirs = [], []
        for _ in range(rounds):  # in turns: both see the same load of the machine
            theirs.append(milliseconds(lambda: python_docx(path, target)))
            ours.append(milliseconds(format_once))
    reference = statistics.median(theirs)
    ratio = statistics.median(ours) / reference
    print(f"python-docx open + save  1.00   ({reference:.1f} ms)")
    print(f"gwformat format          {ratio:.2f}   (goal: at most {GOAL:.0f})")
    for name, times in stages.times.items():
        print(f"  {name:<22} {statistics.median(times) / reference:.2f}")
    rest = ratio - sum(statistics.median(times) for times in stages.times.values()) / reference
    print(f"  {'everything else':<22} {rest:.2f}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
