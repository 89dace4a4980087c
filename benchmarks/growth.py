"""How the processor time and the memory of each command grow with what a document has much of.

    python benchmarks/growth.py [--only NAME,…] [--commands NAME,…] [--above 1.3]

Every draft of `growth_drafts.py` is made with 1/16, 1/4 and all of its number and given to each command; what one
with a single piece costs is taken off. Told are the growth per fourfold size, divided by 4: 1 is linear, 4 is the
square. POSIX only.
"""

from __future__ import annotations

import argparse
import io
import os
import resource
import shutil
import sys
import tempfile
import zipfile
from collections.abc import Callable, Mapping
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1]))

from benchmarks.growth_drafts import DRAFTS
from gwformat.cli.program import run
from tests.drawings import png

Command = Callable[[Path, Path], list[str]]

_SECONDS = 120


def _writing(*words: str, name: str) -> Command:
    return lambda source, place: [words[0], str(source), *words[1:], "-o", str(place / name), "--force"]


def _of_fonts(what: str, *words: str) -> Command:
    return lambda source, place: ["fonts", what, str(source), *words, "-o", str(place / "成品.docx"), "--force"]


def _reporting(kind: str) -> Command:
    return lambda source, place: ["check", str(source), "--format", kind, "-o", str(place / f"报告.{kind}"), "--force"]


def _of_many(what: str) -> Command:
    words = ["--do", what, "--jobs", "1", "--force"]
    return lambda source, place: ["batch", str(source), "-o", str(place / f"成批{what}"), *words]


_COPIES = _writing("print", "--copies", "2", name="付印.pdf")
_SEALED = _writing("format", "--pdf", "--ofd", name="用印.docx")

COMMANDS: Mapping[str, Command] = {
    "format": _writing("format", name="成品.docx"),
    "check": _reporting("text"),
    "check json": _reporting("json"),
    "check sarif": _reporting("sarif"),
    "check junit": _reporting("junit"),
    "check csv": _reporting("csv"),
    "check html": _reporting("html"),
    "annotate": lambda source, place: ["check", str(source), "--annotate", str(place / "批注.docx"), "--force"],
    "certificate": lambda source, place: ["check", str(source), "--certificate", str(place / "证.html"), "--force"],
    "fix": _writing("check", "--fix", name="修改.docx"),
    "fix-review": _writing("check", "--fix-review", name="修改.docx"),
    "diff": lambda source, place: ["check", str(source), "--fix-review", "--diff"],
    "inspect": lambda source, place: ["inspect", str(source)],
    "layout": lambda source, place: ["layout", str(source)],
    "exchange": _writing("exchange", "--to", "party", "--revisions", "accept", "--comments", "strip", name="发出.docx"),
    "fonts map": _of_fonts("map", "--to", "party", "--keep-lines"),
    "fonts coverage": lambda source, place: ["fonts", "coverage", str(source)],
    "coverage fix": _of_fonts("coverage", "--fix"),
    "fonts embed": _of_fonts("embed"),
    "pdf": _writing("render", name="成品.pdf"),
    "ofd": _writing("render", name="成品.ofd"),
    "txt": _writing("render", name="成品.txt"),
    "png": _writing("render", name="成品.png"),
    "compare": lambda source, place: ["compare", str(source), str(source)],
    "print": lambda source, place: ["print", str(source)],
    "proof": _writing("print", "--proof", name="校样.pdf"),
    "booklet": _writing("print", "--impose", "booklet", name="付印.pdf"),
    "overprint": _writing("print", "--overprint", "all-red", name="付印.pdf"),
    "copies": lambda source, place: [*_COPIES(source, place), "--ticket", str(place / "印制单.docx")],
    "seal": lambda source, place: [*_SEALED(source, place), "--seal", str(_seal(place))],
    "batch": _of_many("format"),
    "batch check": _of_many("check"),
}  # fmt: skip

FINISHED: Mapping[str, tuple[str, str]] = {
    "print pdf": ("pdf", "print"),
    "print ofd": ("ofd", "print"),
    "print docx": ("format", "print"),
    "proof pdf": ("pdf", "proof"),
    "booklet pdf": ("pdf", "booklet"),
    "overprint pdf": ("pdf", "overprint"),
    "format again": ("format", "seal"),
    "check docx": ("format", "check"),
    "compare pdf": ("pdf", "compare"),
    "compare ofd": ("ofd", "compare"),
}
"""What is done with the result of another command."""
_USUAL = "format,check,fix-review,annotate,inspect,exchange,fonts map,fonts coverage,pdf,ofd,compare"


def _seal(place: Path) -> Path:
    """A picture of a seal."""
    picture = place / "印章.png"
    if not picture.exists():
        picture.write_bytes(png(420, 420, 128))
    return picture


def prepared(name: str, source: Path, place: Path) -> tuple[Path, Command]:
    """What a command reads, made of the draft where it reads what another has written; and the command."""
    first, name = FINISHED.get(name, ("", name))
    if not first:
        return source, COMMANDS[name]
    making = COMMANDS[first](source, place)
    written = Path(making[making.index("-o") + 1])
    cost(making)
    return written.rename(written.with_stem(f"{source.stem}的{written.stem}")), COMMANDS[name]


def cost(command: list[str]) -> tuple[int, float, float]:
    """The exit code, seconds of processor time and megabytes at the worst of `command` in a process of its own."""
    child = os.fork()
    if not child:
        code = 99
        try:
            nowhere = os.open(os.devnull, os.O_WRONLY)
            os.dup2(nowhere, 1)
            os.dup2(nowhere, 2)
            resource.setrlimit(resource.RLIMIT_CPU, (_SECONDS, _SECONDS))
            code = run(command)
        finally:
            os._exit(code)
    _, status, usage = os.wait4(child, 0)
    return os.waitstatus_to_exitcode(status), usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("--only", default=",".join(DRAFTS))
    parser.add_argument("--commands", default=_USUAL)
    parser.add_argument("--times", type=float, default=1.0, help="more or less of everything")
    parser.add_argument("--above", type=float, default=0.0, help="tell only what grows by more than this")
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="gwformat-") as folder:
        place = Path(folder)
        _warm(place)
        for name in asked.only.split(","):
            most, kind, make = DRAFTS[name]
            sizes = [1, *(max(2, int(most * asked.times / part)) for part in (16, 4, 1))]
            files = [_put(place / f"草稿{size}.{kind}", make(size)) for size in sizes]
            for command in asked.commands.split(","):
                work = [prepared(command, source, place) for source in files]
                costs = [cost(make(source, place)) for source, make in work]
                _tell(name, command, sizes, costs, asked.above)
            for source in files:
                shutil.rmtree(source) if source.is_dir() else source.unlink()
    return 0


def _put(path: Path, data: bytes) -> Path:
    """The file a draft is; an archive is a folder of drafts."""
    if path.suffix != ".zip":
        path.write_bytes(data)
        return path
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        archive.extractall(path.with_suffix(""))
    return path.with_suffix("")


def _warm(place: Path) -> None:
    """Import here what every child would; nothing that draws, because its threads survive no fork."""
    source = place / "草稿.docx"
    source.write_bytes(DRAFTS["paragraphs"][2](9))
    words = os.dup(1)
    os.dup2(os.open(os.devnull, os.O_WRONLY), 1)
    for name in ("format", "fix-review", "annotate", "inspect", "exchange", "fonts map", "fonts coverage", "compare"):
        run(COMMANDS[name](source, place))
    sys.stdout.flush()
    os.dup2(words, 1)


def _tell(name: str, command: str, sizes: list[int], costs: list[tuple[int, float, float]], above: float) -> None:
    codes = [code for code, _, _ in costs]
    _, base, room = costs[0]
    times = [max(seconds - base, 0.01) for _, seconds, _ in costs[1:]]
    memory = [max(megabytes - room, 1.0) for _, _, megabytes in costs[1:]]
    parts = [sizes[n + 1] / sizes[n] for n in (1, 2)]
    growth = [times[n + 1] / times[n] / parts[n] for n in (0, 1)]
    more = [memory[n + 1] / memory[n] / parts[n] for n in (0, 1)]
    bad = (
        (growth[1] > above and times[2] > 0.3)
        or (more[1] > above and memory[2] > 30)
        or any(code not in (0, 1) for code in codes)
    )
    if bad or not above:
        said = "/".join(f"{seconds:.2f}" for seconds in times)
        held = "/".join(f"{megabytes:.0f}" for megabytes in memory)
        ended = codes if set(codes) - {0, 1} else ""
        grown = f"{said} s {growth[0]:.2f} {growth[1]:.2f}  {held} MB {more[0]:.2f} {more[1]:.2f}"
        print(f"{name:<22}{command:<16}×{sizes[-1]:<6} {grown}  {ended}", flush=True)


if __name__ == "__main__":
    sys.exit(main())
