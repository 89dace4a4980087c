"""A directory of real drafts in; one line per file that does not go through `format` cleanly, and a summary, out.

    python benchmarks/corpus.py DIR [--xsd DIR] [--libreoffice] [--every 3] [--only TEXT]

DIR has the folders `gongwen` (all files are taken), `fixture` (every third) and `hostile` (files that must end
with a documented exit code, in two seconds and 200 MB, leaving nothing behind). A schema error that the draft
already had is reported "as in the source" and is no failure.
"""

from __future__ import annotations

import argparse
import re
import subprocess
import sys
import tempfile
import time
import zipfile
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1]))

from benchmarks.cost import measure
from benchmarks.validation import Validator
from gwformat.api import FormatOptions, format_file
from gwformat.errors import GwError

SUFFIXES = (".docx", ".docm", ".dotx", ".txt", ".md")
HOSTILE_SUFFIXES = (*SUFFIXES, ".doc", ".ofd", ".pdf")
DOCUMENTED = {0, 1, 2, 3, 4, 5, 6, 7, 8}
SECONDS = 2.0
MEGABYTES = 200
_HAN = re.compile("[一-鿿]")


@dataclass(frozen=True, slots=True)
class Failure:
    """One thing that went wrong with one file."""

    stage: str
    path: Path
    detail: str


def drafts(folder: Path, every: int) -> Iterator[Path]:
    """All drafts of `gongwen`, and every `every`-th of `fixture`."""
    for name, step in (("gongwen", 1), ("fixture", every)):
        found = sorted(path for path in (folder / name).rglob("*") if path.suffix.lower() in SUFFIXES)
        yield from found[::step]


def check(path: Path, target: Path, validator: Validator | None) -> Iterator[Failure]:
    """Everything that can be checked about one draft in this process."""
    try:
        result = format_file(path, target, FormatOptions(force=True))
    except GwError as error:
        stage = {3: "refused", 8: "ledger"}.get(error.exit_code, "error")
        yield Failure(stage, path, str(error))
        return
    except Exception as error:
        yield Failure("crash", path, _where(error))
        return
    yield from (Failure("ledger", path, problem) for problem in result.ledger.problems)
    if validator is not None:
        yield from _invalid(path, target.read_bytes(), validator)
    yield from _unstable(path, target)


def _where(error: Exception) -> str:
    trace = error.__traceback__
    place = ""
    while trace is not None:
        file = Path(trace.tb_frame.f_code.co_filename)
        if "gwformat" in file.parts:
            place = f"{'/'.join(file.parts[-3:])}:{trace.tb_lineno}"
        trace = trace.tb_next
    return f"{type(error).__name__}: {error} at {place}"


def _invalid(path: Path, data: bytes, validator: Validator) -> Iterator[Failure]:
    errors = validator.errors(data)
    if not errors:
        return
    try:
        inherited = {_without_part(error) for error in validator.errors(path.read_bytes())}
    except (zipfile.BadZipFile, KeyError, ValueError):
        inherited = set()
    for error in errors:
        stage = "schema, as in the source" if _without_part(error) in inherited else "schema"
        yield Failure(stage, path, error)


def _without_part(error: str) -> str:
    return error.partition(": ")[2]


def _unstable(path: Path, target: Path) -> Iterator[Failure]:
    again = target.with_name(f"{target.stem}-again.docx")
    try:
        format_file(target, again, FormatOptions(force=True))
    except GwError as error:
        yield Failure("second run", path, str(error))
        return
    except Exception as error:
        yield Failure("second run", path, _where(error))
        return
    first, second = _main(target), _main(again)
    if first != second:
        position = next(i for i, (a, b) in enumerate(zip(first, second, strict=False)) if a != b or i == len(first))
        excerpt = [text[max(0, position - 30) : position + 30].decode("utf-8", "replace") for text in (first, second)]
        yield Failure("not stable", path, f"…{excerpt[0]}… became …{excerpt[1]}…")
    again.unlink()


def _main(path: Path) -> bytes:
    with zipfile.ZipFile(path) as package:
        return package.read("word/document.xml" if "word/document.xml" in package.namelist() else package.namelist()[1])


def unopened(outputs: dict[Path, Path], folder: Path) -> Iterator[Failure]:
    """The outputs that LibreOffice does not turn into a PDF."""
    profile = (folder / "profile").as_uri()
    command = ["soffice", f"-env:UserInstallation={profile}", "--headless", "--convert-to", "pdf", "--outdir"]
    subprocess.run([*command, str(folder), *map(str, outputs.values())], capture_output=True, check=False, timeout=1800)
    for path, target in outputs.items():
        if not (folder / f"{target.stem}.pdf").exists():
            yield Failure("LibreOffice", path, "not converted")


def survives(path: Path, folder: Path) -> Iterator[Failure]:
    """A hostile file through the command line: exit code, message, leftovers, time and memory."""
    before = set(folder.iterdir())
    target = folder / "hostile-out.docx"
    command = [sys.executable, "-m", "gwformat", "format", str(path), "-o", str(target)]
    cost = measure(command)
    code, message = cost.code, cost.message
    if code not in DOCUMENTED:
        yield Failure("hostile", path, f"exit code {code}: {message[-200:]}")
    if code == 8:
        yield Failure("ledger", path, message.partition("\n")[0])
    if "Traceback" in message:
        yield Failure("hostile", path, "traceback")
    if code and not _HAN.search(message):
        yield Failure("hostile", path, f"no Chinese message: {message[:100]!r}")
    if cost.seconds > SECONDS or cost.megabytes > MEGABYTES:
        yield Failure("hostile", path, f"{cost.seconds:.1f} s, {cost.megabytes:.0f} MB")
    if code == 0:
        target.unlink(missing_ok=True)
    if left := set(folder.iterdir()) - before:
        yield Failure("hostile", path, f"left behind: {', '.join(p.name for p in left)}")
    said = message.partition("\n")[0]
    print(f"hostile {path.name}: exit {code}, {cost.seconds:.2f} s, {cost.megabytes:.0f} MB  {said}")


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--xsd", type=Path, help="directory of the ECMA-376 transitional schemas")
    parser.add_argument("--libreoffice", action="store_true", help="convert every output to PDF as well")
    parser.add_argument("--every", type=int, default=3, help="take every n-th file of fixture (default 3)")
    parser.add_argument("--only", default="", help="only files whose path contains this")
    parser.add_argument("--no-hostile", action="store_true", help="leave the folder hostile out")
    arguments = parser.parse_args()
    validator = Validator(arguments.xsd) if arguments.xsd else None
    failures: list[Failure] = []
    outputs: dict[Path, Path] = {}
    started = time.monotonic()
    with tempfile.TemporaryDirectory() as temporary:
        folder = Path(temporary)
        paths = [path for path in drafts(arguments.folder, arguments.every) if arguments.only in str(path)]
        for number, path in enumerate(paths):
            target = folder / f"{number}.docx"
            for failure in check(path, target, validator):
                failures.append(failure)
                print(f"{failure.stage}: {path.relative_to(arguments.folder)}: {failure.detail}", flush=True)
            if target.exists():
                outputs[path] = target
        if arguments.libreoffice:
            failures += unopened(outputs, folder)
        hostile = sorted(p for p in (arguments.folder / "hostile").rglob("*") if p.suffix.lower() in HOSTILE_SUFFIXES)
        for path in hostile if not arguments.no_hostile else ():
            if arguments.only in str(path):
                failures += survives(path, folder)
    counts = Counter(failure.stage for failure in failures)
    files = len({failure.path for failure in failures if not failure.stage.endswith("as in the source")})
    print(f"{len(paths)} drafts, {len(outputs)} written, {time.monotonic() - started:.1f} s")
    print(", ".join(f"{stage}: {count}" for stage, count in counts.most_common()) or "no failure")
    return 1 if files else 0


if __name__ == "__main__":
    sys.exit(main())
