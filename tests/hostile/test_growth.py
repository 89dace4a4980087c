"""What a document has much of costs as much more as there is more of it; `benchmarks/growth.py` measures all of it."""

from __future__ import annotations

import sys
import time
from collections.abc import Callable
from pathlib import Path
from types import FrameType

import pytest

from benchmarks.growth_drafts import DRAFTS
from gwformat import api
from gwformat.ooxml.block_alternatives import shown_said
from gwformat.ooxml.leaks import View
from gwformat.ooxml.leaks.finding import all_leaks
from gwformat.ooxml.package import Package


def calls(work: Callable[[], object]) -> int:
    """How many functions of Python are called meanwhile; each item of a generator is a call."""
    count = 0

    def counting(frame: FrameType, event: str, argument: object) -> None:
        nonlocal count
        count += event == "call"

    before = sys.getprofile()
    sys.setprofile(counting)
    try:
        work()
    finally:
        sys.setprofile(before)
    return count


def seconds(work: Callable[[], object]) -> float:
    """The least processor time of three: for what is done within one call, such as the search of a pattern."""
    best = 1e9
    for _ in range(3):
        start = time.process_time()
        work()
        best = min(best, time.process_time() - start)
    return best


def checked(source: Path, target: Path) -> object:
    return api.check_file(source)


def annotated(source: Path, target: Path) -> object:
    return api.annotate(api.check_file(source), target, force=True)


def mended(source: Path, target: Path) -> object:
    return api.fix_file(source, target, review=True, force=True)


def formatted(source: Path, target: Path) -> object:
    return api.format_file(source, target, api.FormatOptions(force=True))


def shown(source: Path, target: Path) -> object:
    return shown_said(Package.open(source))


def searched(source: Path, target: Path) -> object:
    return all_leaks(View(Package.open(source)))


def exchanged(source: Path, target: Path) -> object:
    return api.exchange_file(source, target, api.ExchangeOptions("party", revisions="accept", force=True))


def proofed(source: Path, target: Path) -> object:
    return api.proof_file(source, target.with_suffix(".pdf"), api.FormatOptions(), force=True)


Work = Callable[[Path, Path], object]


def growth(what: str, least: int, work: Work, cost: Callable[[Callable[[], object]], float], folder: Path) -> float:
    """How much more four times as many cost, without what a document with only one of them costs."""

    def of(number: int) -> float:
        _, kind, make = DRAFTS[what]
        source = folder / f"草稿{number}.{kind}"
        source.write_bytes(make(number))
        return cost(lambda: work(source, folder / "成品.docx"))

    of(1)  # what is imported and remembered by the first of all
    one = of(1)
    return (of(4 * least) - one) / (of(least) - one)


@pytest.mark.parametrize(
    ("what", "least", "work"),
    [
        ("fonts", 200, checked),  # more names than are remembered
        ("links", 60, exchanged),
        ("sections", 60, checked),
        ("sections with headers", 30, mended),
        ("square brackets", 400, annotated),
        ("attachments", 60, formatted),
        ("line breaks", 60, formatted),
        ("headings alone", 300, formatted),
        ("list items in cells", 200, formatted),
        ("findings in one", 3000, mended),
        ("findings in lines", 40, mended),
    ],
)
def test_four_times_as_much_takes_four_times_as_many_steps(what: str, least: int, work: Work, tmp_path: Path) -> None:
    assert growth(what, least, work, calls, tmp_path) < 5


@pytest.mark.parametrize(
    ("what", "least", "work"),
    [
        ("unclosed quotes", 8000, checked),
        ("varied characters", 16_000, checked),
        ("dots", 4000, checked),
        ("blanks", 24_000, checked),
        ("runs", 4000, formatted),
        ("line breaks", 400, mended),
        ("changes in lines", 200, formatted),
        ("findings in lines", 60, proofed),
        ("alternatives", 500, shown),
        ("white words", 3000, searched),
    ],
)
def test_four_times_as_much_in_a_paragraph_takes_four_times_as_long(
    what: str, least: int, work: Work, tmp_path: Path
) -> None:
    assert growth(what, least, work, seconds, tmp_path) < 8  # the square would be sixteen
