"""A three-page draft built here, or files, formatted in process; times as multiples of python-docx open + save go out.

    python benchmarks/speed.py [--rounds 30] [FILE …]

Processor time, all measured in turns in one run, so that the ratios hold on any machine. The floor is what lxml and
zipfile take to read, parse, serialise and pack the same parts. The goal is at most 2. Waiting for the disk is no
processor time: what `fsync` takes is printed by itself.

Styles, themes and lists recur from file to file, and what is worked out of them is kept: a file is measured after
another one of its template, and as the first of its template.
"""

from __future__ import annotations

import argparse
import statistics
import sys
import tempfile
import time
import zipfile
from collections.abc import Callable, Sequence
from pathlib import Path

import docx
from lxml import etree

sys.path.insert(0, str(Path(__file__).parents[1]))

from gwformat import api, layout, ledger, normalise, output, readers, recognise, writers
from gwformat.errors import GwError
from gwformat.ooxml import archive, recurring

GOAL = 2.0

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


def floor(path: Path, target: Path) -> None:
    """The least that reading and writing all XML of a file costs."""
    with zipfile.ZipFile(path) as source, zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as result:
        for member in source.infolist():
            data = source.read(member)
            if member.filename.endswith((".xml", ".rels")):
                data = etree.tostring(etree.fromstring(data), xml_declaration=True, encoding="UTF-8", standalone=True)
            result.writestr(member, data)


def milliseconds(job: Callable[[], object]) -> float:
    """The processor time of one run."""
    started = time.process_time()
    job()
    return (time.process_time() - started) * 1000


class Stages:
    """Wraps the stages that `api.format_file` calls, and keeps their times."""

    def __init__(self) -> None:
        self.times: dict[str, list[float]] = {}

    def watch(self, module: object, function: str, name: str, clock: Callable[[], float] = time.process_time) -> None:
        """From now on, time `module.function`."""
        original = getattr(module, function)

        def timed(*args: object, **options: object) -> object:
            started = clock()
            result = original(*args, **options)
            self.times.setdefault(name, []).append((clock() - started) * 1000)
            return result

        setattr(module, function, timed)


def measured(jobs: Sequence[Callable[[], object]], rounds: int) -> list[list[float]]:
    """The times of each job, the jobs in turns: all see the same load of the machine."""
    for job in jobs:
        job()
    times: list[list[float]] = [[] for _ in jobs]
    for _ in range(rounds):
        for job, found in zip(jobs, times, strict=True):
            found.append(milliseconds(job))
    return times


def jobs_of(path: Path, target: Path) -> tuple[Callable[[], object], ...]:
    """What is compared: python-docx, the floor, formatting the first file of a template, and formatting another one."""
    options = api.FormatOptions(force=True)

    def first() -> None:
        recurring.forget()
        archive.compressed_once.cache_clear()
        api.format_file(path, target, options)

    return (
        lambda: python_docx(path, target),
        lambda: floor(path, target),
        first,
        lambda: api.format_file(path, target, options),
    )


def ratios(ours: Sequence[float], theirs: Sequence[float]) -> tuple[float, float]:
    """The ratio of the medians, and that of the quickest."""
    return statistics.median(ours) / statistics.median(theirs), min(ours) / min(theirs)


def compare_files(paths: Sequence[Path], target: Path, rounds: int) -> None:
    """Print the ratio of each file, and of all of them."""
    found: list[tuple[float, ...]] = []
    for path in paths:
        try:
            theirs, lowest, first, ours = measured(jobs_of(path, target), rounds)
        except GwError as error:
            print(f"{path.name}: {error}")
            continue
        found.append((*ratios(ours, theirs), *ratios(first, theirs)))
        print(_row(found[-1]), f"floor {min(lowest) / min(theirs):.2f}  {path.name}")
    if found:
        print(_row(tuple(map(statistics.median, zip(*found, strict=True)))), f"median of {len(found)} files")


def _row(figures: tuple[float, ...]) -> str:
    return "{:6.2f} {:6.2f}  first {:6.2f} {:6.2f} ".format(*figures)


def examine_draft(folder: Path, target: Path, rounds: int) -> None:
    """Print the ratio of the draft, and where its time goes."""
    path = folder / "草稿.docx"
    draft(path)
    theirs, lowest, first, ours = measured(jobs_of(path, target), rounds)
    print(f"python-docx open + save     1.00   ({min(theirs):.1f} ms)")
    print(f"floor: XML and zip          {min(lowest) / min(theirs):.2f}")
    for name, times in (("gwformat format", ours), ("  the first of its template", first)):
        print("{:<27} {:.2f}, quickest {:.2f}".format(name, *ratios(times, theirs)), end="   ")
        print(f"(goal: at most {GOAL:.0f})" if times is ours else "")
    stages = Stages()
    for module, function in (
        (readers, "read"),
        (recognise, "recognise"),
        (normalise, "normalise"),
        (layout, "shape_lines"),
        (layout, "arrange"),
        (writers.docx, "write"),
        (ledger, "balance"),
        (output, "write_atomically"),
    ):
        stages.watch(module, function, f"{module.__name__}.{function}")
    stages.watch(output.os, "fsync", "(waiting for the disk)", time.perf_counter)
    theirs, _, _, ours = jobs_of(path, target)
    reference, _ = measured((theirs, ours), rounds)
    for name, times in stages.times.items():
        print(f"  {name:<34} {statistics.median(times) / statistics.median(reference):.2f}")


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("--rounds", type=int, default=30)
    parser.add_argument("files", type=Path, nargs="*")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        target = Path(folder, "成品.docx")
        if options.files:
            compare_files(options.files, target, options.rounds)
        else:
            examine_draft(Path(folder), target, options.rounds)
    return 0


if __name__ == "__main__":
    sys.exit(main())
