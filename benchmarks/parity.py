"""Lengths come in; what every page holds in `layout` and in LibreOffice goes out, for drafts one line apart.

    python benchmarks/parity.py [--sample 60]

The drafts are of 1 line to 5 pages, with and without imprint, seal, attachment and a head, their paragraphs short or
long. A draft agrees if LibreOffice has the same lines on every page, the same page numbers, and the imprint at the foot
of the same page.
"""

from __future__ import annotations

import argparse
import itertools
import re
import sys
import tempfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from pypdf import PdfReader

sys.path.insert(0, str(Path(__file__).parents[1]))

from benchmarks.pdf_content import read_page
from benchmarks.text_lines import text_lines
from gwformat.api import FormatOptions, format_file
from gwformat.layout.boxes import Page, Pages
from gwformat.model import Seal
from gwformat.setting.sign_off import End
from tests.standin import office

LONGEST = 110  # lines: five pages
_NUMBER = re.compile(r"—(\d+)—")
_HAN = "各级人民政府要加强组织领导完善工作机制"
_BATCH = 20


@dataclass(frozen=True, slots=True)
class Case:
    """One draft: how many lines its body takes, of how many lines its paragraphs are, and what else it has."""

    lines: int
    longest: int
    head: bool
    imprint: bool
    attachment: bool
    seal: Seal

    @property
    def name(self) -> str:
        """For the table and the file."""
        parts = ("红头", self.head), ("附件", self.attachment), ("版记", self.imprint)
        said = "+".join(name for name, has in parts if has)
        return f"{self.lines:03} 行 段长{self.longest:<3} {self.seal.value:<9} {said}".rstrip()

    def draft(self) -> str:
        """The words of the draft, as plain text."""
        lines = ["某某市人民政府文件", "某政发〔2026〕5号"] if self.head else []
        lines += ["关于某某工作的通知", "各区人民政府："]
        left = range(0, self.lines, self.longest)
        lines += ["　　" + _paragraph(min(self.longest, self.lines - done)) for done in left]
        lines += ["附件：某某方案"] if self.attachment else []
        lines += ["某某市人民政府", "2026年3月20日"]
        lines += ["附件", "某某方案", "　　" + _paragraph(3)] if self.attachment else []
        lines += ["抄送：某某市委办公室。", "某某市人民政府办公室　2026年3月20日印发"] if self.imprint else []
        return "\n".join(lines)


def _paragraph(lines: int) -> str:
    """A paragraph of exactly so many lines: 26 characters in the first, 28 in the others."""
    count = 26 + 28 * (lines - 1) - 5
    return (_HAN * (count // len(_HAN) + 1))[:count] + "。"


def cases(sample: int) -> list[Case]:
    """So many drafts of all lengths, evenly chosen; every combination of the other properties occurs."""
    seals = (Seal.ROUND, Seal.NONE, Seal.SIGNATURE)
    others = list(itertools.product((4, 40, 2), (True, False), (True, False), (False, True), seals))
    chosen = []
    for number in range(sample):
        lines = 1 + number * (LONGEST - 1) // max(sample - 1, 1)
        longest, head, imprint, attachment, seal = others[number * 7 % len(others)]
        chosen.append(Case(lines, longest, head, imprint, attachment, seal))
    return chosen


def ours(pages: Pages) -> list[tuple[str, ...]]:
    """The lines of each page from the top down, what stands side by side in one; then the page number."""
    return [(*_rows(page), "" if page.printed_number is None else str(page.printed_number)) for page in pages.pages]


def _rows(page: Page) -> Iterator[str]:
    rows: dict[int, list[tuple[int, str]]] = {}
    for line in page.lines:
        if line.spans:
            rows.setdefault(round(line.top.mm * 10), []).append((line.x, "".join(line.text.split())))
    for _, row in sorted(rows.items()):
        yield "".join(text for _, text in sorted(row))


def theirs(pdf: Path) -> list[tuple[str, ...]]:
    """The same, as LibreOffice has it."""
    result = []
    for number, page in enumerate(PdfReader(pdf).pages, 1):
        lines = ["".join(line.text.split()) for line in text_lines(number, read_page(page)[0])]
        words = [line for line in lines if line and not _NUMBER.fullmatch(line)]
        found = next((match[1] for line in lines if (match := _NUMBER.fullmatch(line))), "")
        result.append((*words, found))
    return result


@dataclass(frozen=True, slots=True)
class Outcome:
    """One draft laid out twice."""

    case: Case
    ours: list[tuple[str, ...]]
    theirs: list[tuple[str, ...]]
    adjusted: str  # the pitch, if it was adjusted

    @property
    def agrees(self) -> bool:
        """Whether every page holds the same."""
        return self.ours == self.theirs

    def row(self) -> str:
        """Lines on each page, the number in brackets where there is none."""
        theirs = "" if self.agrees else f"   LibreOffice {_counts(self.theirs)}"
        return (
            f"{'一致' if self.agrees else '不同'}  {self.case.name}  {self.adjusted:>6}  {_counts(self.ours)}{theirs}"
        )


def _counts(pages: Sequence[tuple[str, ...]]) -> str:
    return " ".join(str(len(page) - 1) if page[-1] else f"({len(page) - 1})" for page in pages)


def run(chosen: Sequence[Case], scratch: Path) -> Iterator[Outcome]:
    """Format and convert, some drafts at a time."""
    environment = office.install(scratch / "office")
    for begin in range(0, len(chosen), _BATCH):
        batch = chosen[begin : begin + _BATCH]
        results = []
        for number, case in enumerate(batch, begin):
            path = scratch / f"{number}.txt"
            path.write_text(case.draft(), encoding="utf-8")
            results.append(format_file(path, path.with_suffix(".docx"), FormatOptions(seal=case.seal)))
        pdfs = office.convert_all([result.output for result in results], scratch, environment)
        for case, result, pdf in zip(batch, results, pdfs, strict=True):
            pages = result.pages
            pitch = "/".join(f"{fit.pitch.twips / 20:g}" for fit in pages.fitted) or (
                "带走" if pages.end is not End.SHORT else ""
            )
            yield Outcome(case, ours(pages), [] if pdf is None else theirs(pdf), pitch)


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--sample", type=int, default=60)
    arguments = parser.parse_args()
    with tempfile.TemporaryDirectory() as name:
        outcomes = []
        for outcome in run(cases(arguments.sample), Path(name)):
            outcomes.append(outcome)
            print(outcome.row(), flush=True)
    agreed = sum(outcome.agrees for outcome in outcomes)
    print(f"共 {len(outcomes)} 份，每页各行、页码都相同的 {agreed} 份")
    return 0 if agreed == len(outcomes) else 1


if __name__ == "__main__":
    sys.exit(main())
