"""Drafts of 3 to 3,000 pages built here; what each job costs comes out as a multiple of python-docx open + save.

    python benchmarks/timings.py [--pages 3 30 300 3000] [--write]

Everything is measured in turns in one run, so that load of the machine meets all alike; processor time in process,
elapsed time for LibreOffice and pandoc, which are programs of their own. With --write the table is added to
benchmarks/RESULTS.md together with the date, the commit and the machine.
"""

from __future__ import annotations

import argparse
import datetime
import io
import os
import platform
import random
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
import zipfile
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import docx
from lxml import etree

sys.path.insert(0, str(Path(__file__).parents[1]))

from benchmarks.speed import draft
from benchmarks.varied_text import paragraph
from gwformat import api, office

ROOT = Path(__file__).parents[1]
RESULTS = Path(__file__).with_name("RESULTS.md")
_PARAGRAPHS_A_PAGE = 5
_CHARACTERS = 85  # of a paragraph
_ROUNDS = {3: 15, 30: 7, 300: 3, 3000: 1}
_SLOW = 300  # pages beyond which other programs are not waited for


@dataclass(frozen=True)
class Job:
    """Something to be measured."""

    name: str
    run: Callable[[], object]
    clock: Callable[[], float] = time.process_time


def build(path: Path, pages: int) -> None:
    """A draft of about so many pages: headings, text, a table every ten pages."""
    if pages <= 3:
        draft(path)
        return
    chance = random.Random(pages)
    document = docx.Document()
    document.add_paragraph("某某市某某局关于进一步做好年度重点工作的通知")
    document.add_paragraph("各县(市、区)某某局,局属各单位:")
    for page in range(pages):
        document.add_paragraph(f"第{page + 1}项工作")
        for _ in range(_PARAGRAPHS_A_PAGE):
            document.add_paragraph(f"　　{paragraph(chance, _CHARACTERS)}")
        if page % 10 == 9:
            table = document.add_table(rows=4, cols=4)
            for row in table.rows:
                for cell in row.cells:
                    cell.text = "内容"
    document.add_paragraph("某某市某某局")
    document.add_paragraph("2026年5月6日")
    document.save(str(path))


def floor(path: Path) -> bytes:
    """The least a program can do that rewrites the text: parse it, serialise it, zip it again."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(path) as source, zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as target:
        for name in source.namelist():
            data = source.read(name)
            if name == "word/document.xml":
                data = etree.tostring(etree.fromstring(data), xml_declaration=True, encoding="UTF-8")
            target.writestr(name, data)
    return buffer.getvalue()


def jobs(path: Path, folder: Path, pages: int) -> list[Job]:
    """What is measured, the yardstick first."""
    made, pdf = folder / "made.docx", folder / "made.pdf"
    options = api.FormatOptions(force=True)
    ours = [
        Job("python-docx open + save", lambda: docx.Document(str(path)).save(str(folder / "saved.docx"))),
        Job("python-docx open", lambda: docx.Document(str(path))),
        Job("lxml parse + serialise + zip", lambda: floor(path)),
        Job("gwformat format", lambda: api.format_file(path, made, options)),
        Job("gwformat check", lambda: api.check_file(made)),
        Job("gwformat fonts map", lambda: api.map_fonts_file(made, folder / "mapped.docx", "party", force=True)),
        Job("gwformat render (PDF)", lambda: api.render_file(path, pdf, options)),
    ]
    return ours + (_others(made, folder) if pages <= _SLOW else [])


def _others(made: Path, folder: Path) -> list[Job]:
    found = []
    if office.find() is not None:
        found.append(Job("LibreOffice docx → PDF, cold", lambda: _cold(made, folder), time.perf_counter))
        found.append(
            Job(
                "LibreOffice docx → PDF, warm", lambda: office.convert(made, "pdf", folder / "w.pdf"), time.perf_counter
            )
        )
    pandoc = _pandoc()
    if pandoc is not None:
        command = [pandoc, str(made), "-o", str(folder / "pandoc.docx")]
        found.append(Job("pandoc docx → docx", lambda: subprocess.run(command, check=True), time.perf_counter))
    return found


def _cold(made: Path, folder: Path) -> None:
    profile = folder / "profile"
    command = [str(office.find()), f"-env:UserInstallation={profile.as_uri()}", "--headless", "--convert-to", "pdf"]
    subprocess.run([*command, "--outdir", str(folder), str(made)], check=True, capture_output=True)


def _pandoc() -> str | None:
    try:
        import pypandoc

        return str(pypandoc.get_pandoc_path())
    except (ImportError, OSError):
        return shutil.which("pandoc")


def measure(pages: int, rounds: int) -> list[tuple[str, float, float, float]]:
    """Name, median, least and greatest seconds of each job, all measured in turns."""
    with tempfile.TemporaryDirectory(prefix="gwformat-") as folder:
        path = Path(folder, "draft.docx")
        build(path, pages)
        measured = jobs(path, Path(folder), pages)
        times: dict[str, list[float]] = {job.name: [] for job in measured}
        for turn in range(rounds + (pages <= 30)):
            for job in measured:
                started = job.clock()
                job.run()
                if turn or pages > 30:  # the first turn imports
                    times[job.name].append(job.clock() - started)
    return [(name, statistics.median(taken), min(taken), max(taken)) for name, taken in times.items()]


def table(pages: int, rows: list[tuple[str, float, float, float]]) -> str:
    """The rows as Markdown, in multiples of the first."""
    yardstick = rows[0][1]
    lines = [f"### {pages} 页", "", "| 工作 | 倍数（中位数） | 最小–最大 | 毫秒 |", "| --- | ---: | ---: | ---: |"]
    for name, median, least, most in rows:
        spread = f"{least / yardstick:.2f}–{most / yardstick:.2f}"
        lines.append(f"| {name} | {median / yardstick:.2f} | {spread} | {median * 1000:.1f} |")
    return "\n".join(lines) + "\n"


def _machine() -> str:
    model = platform.processor() or platform.machine()
    if Path("/proc/cpuinfo").exists():
        names = [line for line in Path("/proc/cpuinfo").read_text().splitlines() if line.startswith("model name")]
        model = names[0].partition(":")[2].strip() if names else model
    load = f"，运行时平均负载 {os.getloadavg()[0]:.1f}" if hasattr(os, "getloadavg") else ""
    return f"{model}，{os.cpu_count()} 核，{platform.system()}，Python {platform.python_version()}{load}"


def _commit() -> str:
    asked = subprocess.run(["git", "-C", str(ROOT), "rev-parse", "--short", "HEAD"], capture_output=True, text=True)
    return asked.stdout.strip() or "？"


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("--pages", type=int, nargs="+", default=list(_ROUNDS))
    parser.add_argument("--write", action="store_true")
    asked = parser.parse_args()
    head = f"## {datetime.date.today()}，提交 {_commit()}\n\n{_machine()}。倍数以 python-docx 打开并保存为 1。\n"
    print(head)
    parts = [head]
    for pages in asked.pages:
        parts.append(table(pages, measure(pages, _ROUNDS.get(pages, 3))))
        print(parts[-1], flush=True)
    if asked.write:
        before = RESULTS.read_text(encoding="utf-8") if RESULTS.exists() else "# 测量结果\n"
        RESULTS.write_text(before.rstrip("\n") + "\n\n" + "\n".join(parts), encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
