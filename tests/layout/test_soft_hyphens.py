"""Soft hyphens: words part there, a hyphen is drawn at the line's end only, and all words stay the draft's."""

from __future__ import annotations

import io
from pathlib import Path

from pypdf import PdfReader

from gwformat.api import format_file, render_file
from gwformat.layout.boxes import Line
from gwformat.ooxml.names import w
from gwformat.ooxml.package import Package
from gwformat.units import Mm

SOFT = "\u00ad"
WORD = SOFT.join(("ad", "min", "is", "tra", "tive"))
DRAFT = f"关于某某工作的通知\n各区人民政府：\n　　The {' '.join([WORD] * 12)} ends.\n"


def draft(folder: Path) -> Path:
    path = folder / "草稿.txt"
    path.write_text(DRAFT, encoding="utf-8")
    return path


def test_a_hyphen_ends_the_line_within_the_type_area_and_is_nowhere_else(tmp_path: Path) -> None:
    lines = format_file(draft(tmp_path), tmp_path / "a.docx").pages.pages[0].lines
    parted = [line for line in lines if line.glyphs and line.glyphs[-1].is_hyphen]
    assert parted and not any(glyphs.is_hyphen for line in lines for glyphs in line.glyphs[:-1])
    for line in parted:
        assert _drawn(line).endswith("-") and line.text.endswith(SOFT)
        assert line.glyphs[-1].x + line.glyphs[-1].width <= Mm(184)
    assert "".join(map(_drawn, lines)).count("-") == len(parted)


def test_the_docx_keeps_them_as_word_writes_them(tmp_path: Path) -> None:
    result = format_file(draft(tmp_path), tmp_path / "a.docx")
    root = Package.open(result.output).tree("word/document.xml")
    assert len(list(root.iter(w("softHyphen")))) == 12 * WORD.count(SOFT)
    again = format_file(result.output, tmp_path / "b.docx")
    assert again.output.read_bytes() == result.output.read_bytes()


def test_in_the_pdf_the_hyphens_are_no_words_of_the_document(tmp_path: Path) -> None:
    result = render_file(draft(tmp_path), tmp_path / "a.pdf")
    page = PdfReader(io.BytesIO(result.files[0].read_bytes())).pages[0]
    contents = page.get_contents()
    assert contents is not None and b"/Artifact" in contents.get_data()
    words = "".join(page.extract_text().split())
    assert words.replace("-", "").count("administrative") == 12 and "-" in words


def _drawn(line: Line) -> str:
    return "".join(glyphs.drawn for glyphs in line.glyphs)
