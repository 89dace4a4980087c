"""A table of contents: its lines are known below the word 目录, their numbers stand at the right edge, dots before."""

from __future__ import annotations

from pathlib import Path

from pypdf import PdfReader

from benchmarks.pdf_content import read_page
from gwformat.api import FormatResult, format_file, render_file
from gwformat.model import Role
from gwformat.ooxml.names import w
from gwformat.ooxml.package import Package
from gwformat.units import Emu, Mm
from tests.build import make_docx, p

ENTRIES = (("一、总体要求", "1"), ("（一）指导思想", "1"), ("二、主要任务", "12"))


def entry(name: str, number: str) -> str:
    return f"<w:p><w:r><w:t>{name}</w:t></w:r><w:r><w:tab/></w:r><w:r><w:t>{number}</w:t></w:r></w:p>"


def draft(folder: Path, above: str = "目　录") -> Path:
    path = folder / "草稿.docx"
    contents = p(above) + "".join(entry(*one) for one in ENTRIES)
    path.write_bytes(make_docx(p("某某市城市更新规划") + contents + p("一、总体要求") + p("全市城市更新取得成效。")))
    return path


def lines_of(result: FormatResult) -> list[tuple[str, Emu, bool]]:
    """The words before a tab, where the number after it ends, and whether dots fill the tab."""
    return [
        (line.glyphs[0].text, Emu(line.glyphs[-1].x + line.glyphs[-1].width), any(one.leader for one in line.glyphs))
        for line in result.pages.pages[0].lines
        if "\t" in line.text
    ]


def test_numbers_stand_at_the_right_edge_and_dots_lead_to_them(tmp_path: Path) -> None:
    result = format_file(draft(tmp_path), tmp_path / "a.docx")
    blocks = result.laid.document.blocks
    assert [block.role for block in blocks[1:5]] == [Role.OTHER] * 4 and blocks[5].role is Role.HEADING1
    found = lines_of(result)
    assert len(found) == len(ENTRIES)
    for _, end, dotted in found:
        assert dotted and abs(end - Mm(184)) < Mm(0.8)
    tabs = list(Package.open(result.output).tree("word/document.xml").iter(w("tabs")))
    assert [tab[0].get(w("leader")) for tab in tabs] == ["dot"] * len(ENTRIES)


def test_the_pdf_draws_the_dots_between_the_words_and_the_number(tmp_path: Path) -> None:
    pdf = render_file(draft(tmp_path), tmp_path / "a.pdf").files[0]
    rows: dict[float, list[tuple[float, str]]] = {}
    for glyph in read_page(PdfReader(pdf).pages[0])[0]:
        rows.setdefault(round(glyph.baseline, 1), []).append((glyph.x, glyph.text))
    texts = ["".join(text for _, text in sorted(row)) for row in rows.values()]
    dotted = [text for text in texts if "....." in text]
    assert len(dotted) == len(ENTRIES)
    for (name, number), text in zip(ENTRIES, sorted(dotted, key=texts.index), strict=True):
        assert text.replace(".", "") == name + number and text.endswith(f".{number}")


def test_without_the_word_above_them_lines_with_tabs_are_no_contents(tmp_path: Path) -> None:
    result = format_file(draft(tmp_path, "有关情况如下。"), tmp_path / "a.docx")
    assert not any(dotted for _, _, dotted in lines_of(result))
