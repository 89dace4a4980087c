"""Letters, orders, minutes and telegrams: everything stands where clause 10 puts it, in our PDF and in the docx."""

from __future__ import annotations

import shutil

import pytest

from benchmarks.geometry_format_drafts import format_cases
from benchmarks.geometry_run import OFFICE_TOLERANCE, PDF_TOLERANCE, Found, found, passes
from tests.standin import office

pytestmark = pytest.mark.skipif(shutil.which("pdftoppm") is None, reason="poppler is not installed")

# Between them every element; the rest is for the benchmark, which takes longer.
CHOSEN = ("信函-份号密级紧急", "信函-正文5段", "命令-副市长", "纪要-12人", "电报-两行")
ELEMENTS = 45


def results(*, docx: bool) -> list[Found]:
    return found(docx=docx, drafts=[case for case in format_cases() if case.name in CHOSEN])


def test_in_our_pdf_every_figure_is_within_three_tenths_of_a_millimetre() -> None:
    figures = results(docx=False)
    assert len({item.figure.element for item in figures}) > ELEMENTS
    assert [item for item in figures if not passes(item, PDF_TOLERANCE)] == []


@pytest.mark.skipif(office.soffice() is None, reason="LibreOffice is not installed")
def test_in_libreoffice_every_figure_of_the_docx_is_within_a_millimetre() -> None:
    figures = results(docx=True)
    assert len({item.figure.element for item in figures}) > ELEMENTS
    assert [item for item in figures if not passes(item, OFFICE_TOLERANCE)] == []
