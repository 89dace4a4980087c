"""Page breaks typed into the text: every program ends the page there, and none leaves one empty."""

from __future__ import annotations

import os
import zipfile
from pathlib import Path

import pytest
from lxml import etree
from pypdf import PdfReader

from benchmarks.pdf_content import read_page
from benchmarks.text_lines import text_lines
from gwformat.api import FormatOptions, FormatResult, format_file
from gwformat.ooxml.names import w
from gwformat.ooxml.top_row import is_top_row
from tests.build import make_docx, p
from tests.standin import office

TITLE = p("某某市人民政府关于某事的通知", "<w:jc w:val='center'/>") + p("各县（市、区）人民政府：")
SIGNED = p("某某市人民政府", "<w:jc w:val='right'/>") + p("2026年3月20日", "<w:jc w:val='right'/>")
BREAK = '<w:r><w:br w:type="page"/></w:r>'
FULL = 18  # paragraphs of one line below title and addressees that fill the first page


def words(text: str) -> str:
    return f"<w:r><w:t>{text}</w:t></w:r>"


BREAKS = {
    "begins a paragraph": f"<w:p>{BREAK}{words('后面的一段正文。')}</w:p>",
    "begins a heading": f"<w:p>{BREAK}{words('一、后面的标题')}</w:p>{p('标题之下的一段正文。')}",
    "stands alone": f"<w:p>{BREAK}</w:p>{p('后面的一段正文。')}",
    "ends a heading": f"<w:p>{words('一、前面的标题')}{BREAK}</w:p>{p('后面的一段正文。')}",
}


def formatted(folder: Path, lines: int, broken: str) -> FormatResult:
    draft = folder / "草稿.docx"
    draft.write_bytes(make_docx(TITLE + p("前面的一段正文。") * lines + broken + SIGNED))
    return format_file(draft, folder / "成品.docx", FormatOptions(force=True))


def counts(result: FormatResult) -> list[int]:
    """How many lines of words each page has."""
    return [len({line.top for line in page.lines if line.spans and line.text.strip()}) for page in result.pages.pages]


@pytest.mark.parametrize("kind", ["begins a paragraph", "begins a heading", "stands alone"])
def test_a_break_after_a_full_page_leaves_no_page_empty(tmp_path: Path, kind: str) -> None:
    assert counts(formatted(tmp_path, FULL, BREAKS[kind]))[:1] == [FULL + 2]
    assert len(formatted(tmp_path, FULL, BREAKS[kind]).pages.pages) == 2


def test_a_heading_stays_above_the_break_that_ends_it(tmp_path: Path) -> None:
    assert counts(formatted(tmp_path, 5, BREAKS["ends a heading"])) == [8, 3]


@pytest.mark.skipif(office.soffice() is None, reason="LibreOffice is not installed")
@pytest.mark.parametrize("kind", BREAKS)
def test_libreoffice_has_as_many_lines_on_each_page(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, kind: str) -> None:
    for name, value in office.install(tmp_path / "office").items():
        monkeypatch.setitem(os.environ, name, value)
    result = formatted(tmp_path, FULL, BREAKS[kind])
    office.print_warm(result.output, tmp_path / "成品.pdf", 120)
    theirs = [text_lines(1, read_page(page)[0]) for page in PdfReader(tmp_path / "成品.pdf").pages]
    assert [sum("—" not in line.text for line in lines) for lines in theirs] == counts(result)


ISSUED = p("某某市某某工作方案", "<w:jc w:val='center'/>") + p("为做好某某工作，制定本方案。")
BELOW_EMPTY_ROWS = {
    "a document that is issued": p("现将《某某市某某工作方案》印发给你们。") + SIGNED + ISSUED,
    "an annex note below a break": f"<w:p>{BREAK}</w:p>{p('附件：某某市某某工作方案')}",
}


def main_part(path: Path) -> bytes:
    return zipfile.ZipFile(path).read("word/document.xml")


@pytest.mark.parametrize("kind", BELOW_EMPTY_ROWS)
def test_a_row_left_empty_at_the_top_of_a_page_is_a_paragraph(tmp_path: Path, kind: str) -> None:
    """Word and newer versions of LibreOffice drop a gap there, older ones keep it."""
    root = etree.fromstring(main_part(formatted(tmp_path, 3, BELOW_EMPTY_ROWS[kind]).output))
    (row,) = (node for node in root.iter(w("p")) if is_top_row(node))
    below = row.getnext()
    assert row.find(f"{w('pPr')}/{w('spacing')}").get(w("line")) == "589"
    assert below.find(f"{w('pPr')}/{w('spacing')}").get(w("before")) == "0"
    begins = [node.find(f"{w('pPr')}/{w('pageBreakBefore')}") is not None for node in (row, below)]
    assert begins == [kind == "a document that is issued", False]


@pytest.mark.parametrize("kind", BELOW_EMPTY_ROWS)
def test_an_empty_row_at_the_top_of_a_page_is_decided_anew_every_time(tmp_path: Path, kind: str) -> None:
    first = formatted(tmp_path, 3, BELOW_EMPTY_ROWS[kind])
    again = format_file(first.output, tmp_path / "再排.docx", FormatOptions(force=True))
    assert main_part(again.output) == main_part(first.output)
    assert not again.document.changes


@pytest.mark.skipif(office.soffice() is None, reason="LibreOffice is not installed")
@pytest.mark.parametrize("kind", BELOW_EMPTY_ROWS)
def test_libreoffice_leaves_the_row_at_the_top_of_a_page_empty(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, kind: str
) -> None:
    for name, value in office.install(tmp_path / "office").items():
        monkeypatch.setitem(os.environ, name, value)
    result = formatted(tmp_path, 3, BELOW_EMPTY_ROWS[kind])
    office.print_warm(result.output, tmp_path / "成品.pdf", 120)
    lines = text_lines(2, read_page(PdfReader(tmp_path / "成品.pdf").pages[1])[0])
    wanted = next(line for line in result.pages.pages[1].lines if line.text.strip())
    assert abs(min(line.top for line in lines) - wanted.top.mm) < 3
