"""The OFD this program writes is clean, and says and shows what its PDF does: the same words in the same places."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from pathlib import Path

import pytest

from gwformat import drawing
from gwformat.api import FormatOptions, lay_out_file
from gwformat.check.preflight import preflight
from gwformat.check.press.lines import lines_of, rules_of
from gwformat.check.printable import Printable
from gwformat.finished.values import FinishedFile, Page
from gwformat.ofd.reading import read_ofd
from gwformat.pdf import read_pdf
from tests.printing.ground import TODAY

EXAMPLES = sorted(
    path for path in (Path(__file__).parents[2] / "examples").iterdir() if path.suffix in (".txt", ".md", ".docx")
)
MM = 0.01


@cache
def finished(path: Path) -> tuple[FinishedFile, FinishedFile]:
    """The OFD and the PDF of a draft."""
    laid = lay_out_file(path, FormatOptions())
    made = {form: drawing.draw(laid.pages, laid.setting, form, media=laid.media).files[0] for form in ("ofd", "pdf")}
    return read_ofd(made["ofd"]), read_pdf(made["pdf"])


def words_of(page: Page) -> list[tuple[str, tuple[float, float, float, float]]]:
    """The lines of a page with their places; blanks between words are nowhere drawn."""
    return [(line.text.replace(" ", ""), (line.left, line.right, line.baseline, line.size)) for line in lines_of(page)]


def rules(page: Page) -> list[tuple[object, tuple[float, float, float, float]]]:
    """The ruled lines of a page with their colours and places."""
    return [(line.paint.rgb, (line.x0, line.y0, line.x1, line.weight)) for line in rules_of(page)]


def close(things: Sequence[tuple[object, tuple[float, ...]]]) -> list[tuple[object, object]]:
    return [(what, pytest.approx(places, abs=MM)) for what, places in things]


def found(file: FinishedFile) -> set[tuple[str, int | None]]:
    """What is found in a file, with the page."""
    return {(one.code, one.location.page) for one in preflight(Printable(file, today=TODAY)).findings}


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.name)
def test_words_and_rules_stand_where_the_pdf_has_them(path: Path) -> None:
    ofd, pdf = finished(path)
    assert len(ofd.pages) == len(pdf.pages)
    for one, other in zip(ofd.pages, pdf.pages, strict=True):
        assert words_of(one) == close(words_of(other))
        assert rules(one) == close(rules(other))


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.name)
def test_nothing_is_wrong_with_it_that_is_not_wrong_with_the_pdf(path: Path) -> None:
    ofd, pdf = finished(path)
    assert found(ofd) == found(pdf)
