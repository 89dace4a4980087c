"""A directory of drafts comes in; whether their OFD shows what their PDF shows goes out, file by file and as a sum.

    python benchmarks/ofd.py [DIR …] [--slice K/N] [--seconds 200] [--xsd DIR] [--easyofd PYTHON] [--cost]

Both are drawn from the same pages. What an OFD shows is read from its XML and its embedded fonts with zipfile, lxml and
fontTools, what a PDF shows from its content streams; every character, ruled line, area and picture must be in both, at
most 0.1 mm apart, and poppler must read the same characters on each page. Parts, numbers, references and boxes must be
sound (`tests/ofd/structure.py`); the schemas of GB/T 33190 annex A (GWFORMAT_OFD_XSD) and easyofd (GWFORMAT_EASYOFD, a
Python that has it) are asked where they are. Without a directory the drafts are generated: every format and element,
every look, hard text, tables, graphics of all kinds. `--cost` compares the processor time of both instead.
"""

from __future__ import annotations

import argparse
import os
import random
import shutil
import subprocess
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path

from pypdf import PdfReader

sys.path.insert(0, str(Path(__file__).parents[1]))

from benchmarks import look_drafts, mixed_drafts, ofd_reader, ofd_schemas, picture_drafts, stress_drafts, stress_tables
from benchmarks.agreement import slice_of
from benchmarks.agreement_drafts import drafts
from benchmarks.geometry_run import draft_of, every_case
from benchmarks.ofd_content import OfdFile
from benchmarks.ofd_schemas import OfdSchemas
from benchmarks.page_content import Content
from benchmarks.page_difference import Compared, compare, compare_places
from benchmarks.pdf_content import read_content
from benchmarks.varied_text import notice
from gwformat import api, drawing
from gwformat.api import FormatOptions
from gwformat.errors import GwError
from tests.ofd import structure
from tests.standin.office import install

LIMIT = 0.1  # mm
_SHOWN = 8  # faults of one file
_LENGTHS = (3, 30, 300)


class Witness:
    """Everything that can say something of an OFD on this machine."""

    def __init__(self, schemas: str | None, easyofd: str | None, scratch: Path) -> None:
        self._schemas = OfdSchemas(Path(schemas)) if schemas else None
        self._easyofd = easyofd
        self._poppler = shutil.which("pdftotext")
        self._scratch = scratch
        self.named = [name for name, there in self._there() if there]
        self.missing = [name for name, there in self._there() if not there]

    def _there(self) -> Iterator[tuple[str, object]]:
        yield f"附录 A 的模式（{ofd_schemas.VARIABLE}）", self._schemas
        yield f"easyofd（{ofd_reader.VARIABLE}）", self._easyofd
        yield "poppler", self._poppler

    def look(self, laid: api.LaidOut) -> Compared:
        """Draw the pages in both forms, and compare."""
        said = Compared()
        pdf, ofd = (self._drawn(laid, form) for form in ("pdf", "ofd"))
        file = OfdFile(ofd)
        wanted = [read_content(page) for page in PdfReader(pdf).pages]
        found = list(file.pages())
        if len(wanted) != len(found):
            said.faults.append(f"PDF {len(wanted)} 页，OFD {len(found)} 页")
        for number, (one, other) in enumerate(zip(wanted, found, strict=False), 1):
            said.add(_on_page(number, compare(one, other, LIMIT)))
        said.faults += (*file.problems, *structure.problems(ofd.read_bytes()))
        if self._schemas is not None:
            said.faults += self._schemas.errors(ofd)
        if self._poppler:
            said.faults += _other_words(pdf, found)
        if self._easyofd:
            drawn = list(ofd_reader.pages(self._easyofd, ofd, found))
            if len(drawn) != len(found):
                said.faults.append(f"easyofd 有 {len(drawn)} 页")
            for number, (one, other) in enumerate(zip(found, drawn, strict=False), 1):
                said.add(_on_page(number, compare_places(one, other, LIMIT), "，easyofd"))
        return said

    def _drawn(self, laid: api.LaidOut, form: str) -> Path:
        path = self._scratch / f"成品.{form}"
        path.write_bytes(drawing.draw(laid.pages, laid.setting, form, media=laid.media).files[0])
        return path


def _on_page(number: int, said: Compared, by: str = "") -> Compared:
    return replace(said, faults=[f"第 {number} 页{by}：{fault}" for fault in said.faults])


def _other_words(pdf: Path, pages: list[Content]) -> Iterator[str]:
    """The pages on which poppler reads other characters in the PDF."""
    text = subprocess.run(["pdftotext", "-raw", str(pdf), "-"], capture_output=True, check=True).stdout.decode()
    for number, (words, page) in enumerate(zip(text.split("\f"), pages, strict=False), 1):
        read = Counter("".join(words.split()))
        shown = Counter("".join("".join(glyph.text for glyph in page.glyphs).split()))
        if lost := read - shown:
            yield f"第 {number} 页，poppler 还读到 {''.join(lost.elements())[:20]}"
        if more := shown - read:
            yield f"第 {number} 页，poppler 没有读到 {''.join(more.elements())[:20]}"


def generated(scratch: Path) -> Iterator[tuple[Path, FormatOptions]]:
    """Every format and element, every look, and hard drafts: text, a third of it Latin, graphics, formulas, tables."""
    for case in every_case():
        yield draft_of("national", case, scratch)
    made = {"各种样子.docx": look_drafts.draft()}
    for seed in range(4):
        made[f"难断的行{seed}.txt"] = stress_drafts.draft(seed).encode()
        made[f"西文{seed}.txt"] = mixed_drafts.draft(seed).encode()
        made[f"图形{seed}.docx"] = picture_drafts.draft(seed)
        made[f"表格{seed}.docx"] = stress_tables.table_draft(seed)
    for name, data in made.items():
        path = scratch / name
        path.write_bytes(data)
        yield path, api.DEFAULTS


def compare_all(jobs: Sequence[tuple[Path, FormatOptions]], witness: Witness, seconds: float) -> bool:
    """Look at the drafts that there is time for; True if nothing was found."""
    total, clean, refused, left = Compared(), 0, 0, len(jobs)
    end = time.monotonic() + seconds
    for path, options in jobs:
        if time.monotonic() > end:
            break
        left -= 1
        try:
            laid = api.lay_out_file(path, options)
        except GwError:
            refused += 1
            continue
        said = witness.look(laid)
        clean += not said.faults
        total.add(replace(said, faults=[]))
        if said.faults:
            shown = "\n".join(f"    {fault}" for fault in said.faults[:_SHOWN])
            print(f"{path.name}：{len(said.faults)} 处\n{shown}", flush=True)
    looked = len(jobs) - left - refused
    print(
        f"{looked} 份（{refused} 份读不了，{left} 份没有时间看），{clean} 份没有不同："
        f"{total.pages} 页，{total.glyphs} 个字，{total.strokes} 条线，{total.areas} 块底色，{total.pictures} 幅图；"
        f"相距最多 {total.farthest:.3f} 毫米"
    )
    print("  ".join(("证人：", *witness.named)) + ("；没有 " + "、".join(witness.missing) if witness.missing else ""))
    return clean == looked


def cost(scratch: Path, rounds: int) -> None:
    """The processor time of OFD as a multiple of that of the PDF of the same pages.

    No two drafts are alike and each is drawn once in each form, in turns: what is kept of one makes the next cheap.
    """
    for length in _LENGTHS:
        times, sizes, pages = Counter[str](), Counter[str](), 0
        for number in range(max(2, rounds // length) + 1):
            path = scratch / f"{length}-{number}.txt"
            path.write_text(notice(random.Random(path.name), length), encoding="utf-8")
            laid = api.lay_out_file(path)
            for form in ("pdf", "ofd") if number % 2 else ("ofd", "pdf"):
                start = time.process_time()
                drawn = drawing.draw(laid.pages, laid.setting, form, media=laid.media)
                if number:  # the first of a process does what is done once
                    times[form] += time.process_time() - start
                    sizes[form] += len(drawn.files[0])
            pages += len(laid.pages.pages) if number else 0
        each = {form: f"{1000 * times[form] / pages:.1f} 毫秒、{sizes[form] / pages / 1000:.0f} KB" for form in times}
        ratio = times["ofd"] / times["pdf"]
        print(f"{length} 页的稿件，每页 PDF {each['pdf']}，OFD {each['ofd']}：{ratio:.2f} 倍", flush=True)


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folders", type=Path, nargs="*")
    parser.add_argument(
        "--slice", type=slice_of, default=(0, 1), metavar="K/N", help="only every N-th draft, from K on"
    )
    parser.add_argument("--xsd", default=os.environ.get(ofd_schemas.VARIABLE), help="folder of the schemas of annex A")
    parser.add_argument("--easyofd", default=os.environ.get(ofd_reader.VARIABLE), help="a Python that has easyofd")
    parser.add_argument("--stand-ins", action="store_true", help="with the stand-in fonts instead of this machine's")
    parser.add_argument("--seconds", type=float, default=float("inf"), help="begin no further draft after so long")
    parser.add_argument("--cost", action="store_true", help="compare processor times instead")
    parser.add_argument("--rounds", type=int, default=90, help="pages drawn for each length at least, if not twice")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as name:
        scratch = Path(name)
        if options.stand_ins:
            os.environ.update(install(scratch / "fonts"))
        if options.cost:
            cost(scratch, options.rounds)
            return 0
        found = ((path, api.DEFAULTS) for path in drafts(options.folders, 0, 0, 1, scratch).values())
        jobs = list(found if options.folders else generated(scratch))
        begin, step = options.slice
        return (
            0 if compare_all(jobs[begin::step], Witness(options.xsd, options.easyofd, scratch), options.seconds) else 1
        )


if __name__ == "__main__":
    sys.exit(main())
