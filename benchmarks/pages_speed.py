"""Drafts built here come in; how fast pages are laid out and drawn goes out, as ratios measured in one run.

    python benchmarks/pages_speed.py [--rounds 10] [--pages 3 30 300 1000]

Layout and PDF of three pages against LibreOffice, which converts the docx of the same drafts: against one run of it,
against each further file of a run, and command against command. Then the time per page of ever longer documents,
against that of 30 pages. No two drafts are alike, each is drawn once, and each length has processes of its own: what is
remembered of one page or of one run makes the next one cheap, and is swept out at the cost of a later one. Both
programs see the stand-in fonts only; all times are processor time.
"""

from __future__ import annotations

import argparse
import multiprocessing
import os
import random
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1]))

from benchmarks.varied_text import notice
from gwformat import api, drawing, layout
from gwformat.api.common import undisturbed
from gwformat.layout import Pages
from tests.standin import office

GOAL = 15.0
_DRIFT = 0.15
_USUAL = 30  # pages; in shorter documents what each PDF needs once, fonts above all, counts as well
_FILES = 8
_PAGES_A_TURN = 45


def drafts(folder: Path, pages: int, count: int, name: str = "") -> Iterator[Path]:
    """Notices of about that many pages, no two of them alike."""
    for number in range(count):
        path = folder / f"{name}-{pages}-{number}.txt"
        path.write_text(notice(random.Random(path.name), pages), encoding="utf-8")
        yield path


def seconds(job: Callable[[], object]) -> float:
    """The processor time of one run and of the programs it starts: what else the machine does hardly matters."""
    own, started = time.process_time(), os.times()
    with undisturbed():  # as every job runs
        job()
    ended = os.times()
    children = ended.children_user + ended.children_system - started.children_user - started.children_system
    return time.process_time() - own + children


def lay(laid: api.LaidOut) -> Pages:
    """Lay the recognised document out again."""
    return layout.lay_out(laid.document, laid.setting)


def draw(laid: api.LaidOut, pages: Pages) -> object:
    """Its PDF."""
    return drawing.draw(pages, laid.setting, "pdf")


def against_office(folder: Path, env: Mapping[str, str], rounds: int) -> Iterator[str]:
    """Ours against LibreOffice, warm and cold."""
    sources = list(drafts(folder, 3, rounds + 1))
    made = [
        api.format_file(source, source.with_suffix(".docx"), api.FormatOptions(force=True)).output
        for source in sources[:_FILES]
    ]
    convert = _converter(folder, env)
    convert(made[:1])  # the first run makes a profile
    one = statistics.median(seconds(lambda docx=docx: convert([docx])) for docx in made[:3])
    theirs = (seconds(lambda: convert(made)) - one) / (len(made) - 1)
    first, *others = [api.lay_out_file(source) for source in sources]
    draw(first, lay(first))
    ours = statistics.median(seconds(lambda laid=laid: draw(laid, lay(laid))) for laid in others)
    target = ["-o", str(folder / "三页.pdf"), "--force"]
    command = [sys.executable, "-m", "gwformat", "render"]
    cold = statistics.median(
        seconds(
            lambda source=source: subprocess.run(
                [*command, str(source), *target], env=env, check=True, capture_output=True
            )
        )
        for source in sources[:5]
    )
    yield f"{len(first.pages.pages)} 页的处理器时间（毫秒），和 LibreOffice 所用是我们的几倍："
    for what, mine, its in (
        (f"布局并出 PDF，与一次转换相比（目标 {GOAL:.0f} 倍）", ours, one),
        ("布局并出 PDF，与同一次运行中多转一份相比", ours, theirs),
        ("整条命令（读、识别、规范在内），与一次转换相比", cold, one),
    ):
        yield f"  {mine * 1000:>6.1f}{its * 1000:>8.0f}{its / mine:>8.1f}  {what}"


def _converter(folder: Path, env: Mapping[str, str]) -> Callable[[Sequence[Path]], object]:
    profile = Path(env["GWFORMAT_OFFICE_PROFILE"]).resolve().as_uri()
    command = [office.soffice() or "soffice", f"-env:UserInstallation={profile}", "--headless", "--convert-to", "pdf"]
    target = ["--outdir", str(folder / "office")]
    return lambda files: subprocess.run([*command, *target, *map(str, files)], env=env, check=True, capture_output=True)


@dataclass(frozen=True)
class Turn:
    """What one process measured of documents of one length."""

    pages: int
    laid: tuple[float, ...]  # milliseconds a page, document by document
    drawn: tuple[float, ...]


def measured(folder: Path, length: int, turn: int) -> Turn:
    """Lay out and draw documents of that length; run in a process of its own, which remembers no other lengths."""
    warm, *others = [
        api.lay_out_file(source)
        for pages, count in ((3, 1), (length, max(1, _PAGES_A_TURN // length)))
        for source in drafts(folder, pages, count, f"{length}-{turn}")
    ]
    draw(warm, lay(warm))  # what a process does once
    pages = [len(one.pages.pages) for one in others]
    laid = [seconds(lambda one=one: lay(one)) for one in others]
    drawn = [seconds(lambda one=one: draw(one, one.pages)) for one in others]
    return Turn(
        round(statistics.mean(pages)),
        tuple(1000 * time / count for time, count in zip(laid, pages, strict=True)),
        tuple(1000 * time / count for time, count in zip(drawn, pages, strict=True)),
    )


def by_length(folder: Path, lengths: Sequence[int], turns: int) -> Iterator[str]:
    """Time per page of longer and longer documents, measured in turns."""
    found: dict[int, list[Turn]] = {length: [] for length in sorted({*lengths, _USUAL})}
    for turn in range(turns):
        for length, known in found.items():
            with multiprocessing.get_context("spawn").Pool(1) as process:
                known.append(process.apply(measured, (folder, length, turn)))
    totals = {length: _middle(known, _sums) for length, known in found.items()}
    yield f"每页的处理器时间（毫秒），与 {found[_USUAL][0].pages} 页的一份之比："
    yield f"  {'页':>6}{'布局':>10}{'出 PDF':>10}{'合计':>10}{'比':>8}"
    for length, known in found.items():
        laid, drawn = _middle(known, lambda one: one.laid), _middle(known, lambda one: one.drawn)
        ratio = totals[length] / totals[_USUAL]
        verdict = "" if abs(ratio - 1) <= _DRIFT else f"  超出 ±{_DRIFT:.0%}"
        yield f"  {known[0].pages:>6}{laid:>12.2f}{drawn:>11.2f}{totals[length]:>12.2f}{ratio:>9.2f}{verdict}"


def _sums(turn: Turn) -> tuple[float, ...]:
    return tuple(map(sum, zip(turn.laid, turn.drawn, strict=True)))


def _middle(turns: Sequence[Turn], times: Callable[[Turn], Sequence[float]]) -> float:
    """The best turn's middle: what else the machine does only ever adds."""
    return min(statistics.median(times(turn)) for turn in turns)


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("--rounds", type=int, default=20)
    parser.add_argument("--pages", type=int, nargs="*", default=[3, 30, 300, 1000])
    parser.add_argument("--turns", type=int, default=3)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        env = office.install(folder / "fonts")
        os.environ.update(env)
        if office.soffice() is None:
            print("没有安装 LibreOffice，不比")
        else:
            print("\n".join(against_office(folder, env, options.rounds)), flush=True)
        for line in by_length(folder, options.pages, options.turns):
            print(line, flush=True)
    return 0


if __name__ == "__main__":
    sys.exit(main())
