"""Italics in tables: the docx keeps them, and the PDF slants the words, for Chinese faces have no italic."""

from __future__ import annotations

from pathlib import Path

import pytest
from pypdf import PdfReader

from gwformat.api import FormatOptions, render_file
from tests.build import make_docx, p


def row(*cells: tuple[str, str]) -> str:
    runs = (f"<w:r><w:rPr>{look}</w:rPr><w:t>{words}</w:t></w:r>" for words, look in cells)
    return f"<w:tr>{''.join(f'<w:tc><w:p>{run}</w:p></w:tc>' for run in runs)}</w:tr>"


def slants(pdf: Path) -> dict[str, float]:
    """By how much of their height the words of a page lean to the right."""
    found: dict[str, float] = {}

    def note(text: str, page: list[float], words: list[float], *_: object) -> None:
        if text.strip():
            found[text.strip()] = page[0] * words[2] + page[2] * words[3]

    PdfReader(pdf).pages[0].extract_text(visitor_text=note)
    return found


def test_words_said_to_be_italic_lean_and_others_stand(tmp_path: Path) -> None:
    table = row(("斜体", "<w:i/>"), ("直立", "<w:i w:val='0'/>"), ("正体", ""))
    draft = tmp_path / "草稿.docx"
    draft.write_bytes(make_docx(p("正文。") + f"<w:tbl><w:tblPr/><w:tblGrid/>{table}</w:tbl>" + p("后文。")))
    render_file(draft, tmp_path / "成品.pdf", FormatOptions())
    leaning = slants(tmp_path / "成品.pdf")
    assert abs(leaning["斜体"]) == pytest.approx(0.2126, abs=0.001)  # the tangent of 12°
    assert leaning["直立"] == leaning["正体"] == leaning["正文。"] == 0
