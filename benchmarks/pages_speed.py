"""Drafts built here come in; how fast pages are laid out and drawn goes out, as ratios measured in one run.

    python benchmarks/pages_speed.py [--rounds 10] [--pages 3 30 300 1000]

Layout and PDF of three pages against LibreOffice, which converts the docx of the same draft: against one run of it,
against each further file of a run, and command against command. Then the time per page of ever longer documents,
against that of 30 pages. Both programs see the stand-in fonts only; all times are processor time.
"""

from __future__ import annotations

import argparse
import os
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1]))

from gwformat import api, drawing
from gwformat.api.common import undisturbed
from tests.standin import office

GOAL = 15.0
_DRIFT = 0.15
_USUAL = 30  # pages; in shorter documents what each PDF needs once, fonts above all, counts as well
_FILES = 8
_SENTENCES_A_PAGE = 11.5
_PARAGRAPH = (
    "各单位要充分认识做好这项工作的重要意义，切实加强组织领导，明确责任分工，细化工作措施，确保各项任务落到实处。"
    "要坚持问题导向，对照2025年度考核指标，逐项梳理存在的短板，制定整改方案，并于每季度末报送进展情况。"
)


def draft(path: Path, pages: int) -> Path:
    """A notice of about that many pages."""
    lines = [
        "某某市人民政府文件",
        "某政发〔2026〕5号",
        "",
        "某某市人民政府关于做好年度重点工作的通知",
        "",
        "各县（区）人民政府：",
    ]
    count = round((pages - 1) * _SENTENCES_A_PAGE / 2) if pages > 3 else 10
    for number in range(count):
        lines += [f"{number % 9 + 1}.任务{number % 7 + 1}。{_PARAGRAPH}"]
    lines += ["某某市人民政府", "2026年5月6日"]
    path.write_text("\n".join(lines), encoding="utf-8")
    return path


def seconds(job: Callable[[], object]) -> float:
    """The processor time of one run and of the programs it starts: what else the machine does hardly matters."""
    own, started = time.process_time(), os.times()
    with undisturbed():  # as every job runs
        job()
    ended = os.times()
    children = ended.children_user + ended.children_system - started.children_user - started.children_system
    return time.process_time() - own + children


def median(job: Callable[[], object], rounds: int) -> float:
    """The middle of several runs, after one that is not counted."""
    job()
    return statistics.median(seconds(job) for _ in range(rounds))


def drawn(laid: api.LaidOut) -> int:
    """Lay the recognised document out again and draw it; the number of pages."""
    from gwformat import layout

    pages = layout.lay_out(laid.document, laid.setting)
    drawing.draw(pages, laid.setting, "pdf")
    return len(pages.pages)


def against_office(folder: Path, env: Mapping[str, str], rounds: int) -> Iterator[str]:
    """Ours against LibreOffice, warm and cold."""
    source = draft(folder / "三页.txt", 3)
    docx = api.format_file(source, folder / "三页.docx", api.FormatOptions(force=True)).output
    copies = [folder / f"{number}.docx" for number in range(_FILES)]
    for copy in copies:
        copy.write_bytes(docx.read_bytes())
    laid = api.lay_out_file(source)
    convert = _converter(folder, env)
    convert([docx])  # the first run makes a profile
    one = statistics.median(seconds(lambda: convert([docx])) for _ in range(3))
    many = seconds(lambda: convert(copies))
    theirs = (many - one) / (_FILES - 1)
    ours = median(lambda: drawn(laid), rounds)
    command = [sys.executable, "-m", "gwformat", "render", str(source), "-o", str(folder / "三页.pdf"), "--force"]
    cold = median(lambda: subprocess.run(command, env=env, check=True, capture_output=True), 5)
    yield f"{len(laid.pages.pages)} 页的处理器时间（毫秒），和 LibreOffice 所用是我们的几倍："
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


def by_length(folder: Path, lengths: Sequence[int]) -> Iterator[str]:
    """Time per page of longer and longer documents."""
    yield "每页的处理器时间（毫秒），与 30 页的一份之比："
    yield f"  {'页':>6}{'布局':>10}{'出 PDF':>10}{'合计':>10}{'比':>8}"
    totals: dict[int, float] = {}
    for length in sorted(lengths, key=lambda length: (length != _USUAL, length)):
        laid = api.lay_out_file(draft(folder / f"{length}.txt", length))
        pages = len(laid.pages.pages)
        rounds = max(3, 120 // pages)
        lay = _laying(laid, rounds) / pages * 1000
        draw = median(lambda laid=laid: drawing.draw(laid.pages, laid.setting, "pdf"), rounds) / pages * 1000
        totals[length] = lay + draw
        ratio = (lay + draw) / totals.get(_USUAL, lay + draw)
        verdict = "" if abs(ratio - 1) <= _DRIFT else f"  超出 ±{_DRIFT:.0%}"
        yield f"  {pages:>6}{lay:>12.2f}{draw:>11.2f}{lay + draw:>12.2f}{ratio:>9.2f}{verdict}"


def _laying(laid: api.LaidOut, rounds: int) -> float:
    from gwformat import layout

    return median(lambda: layout.lay_out(laid.document, laid.setting), rounds)


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("--rounds", type=int, default=20)
    parser.add_argument("--pages", type=int, nargs="*", default=[3, 30, 300, 1000])
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        env = office.install(folder / "fonts")
        os.environ.update(env)
        if office.soffice() is None:
            print("没有安装 LibreOffice，不比")
        else:
            print("\n".join(against_office(folder, env, options.rounds)), flush=True)
        for line in by_length(folder, options.pages):
            print(line, flush=True)
    return 0


if __name__ == "__main__":
    sys.exit(main())
