"""Footnotes: on the page of their reference, at its foot, and what does not fit there goes on on the next page."""

from __future__ import annotations

from pathlib import Path

import pytest

from gwformat.api import FormatOptions, lay_out_file
from gwformat.layout import Pages
from gwformat.layout.boxes import Line, Page
from gwformat.model import Emphasis
from gwformat.units import Mm
from tests.build import make_docx, p
from tests.layout.papers import lines, words

RULE = '<w:footnote w:type="separator" w:id="0"><w:p><w:r><w:separator/></w:r></w:p></w:footnote>'


def referring(before: str, *notes: int, after: str = "", properties: str = "") -> str:
    marks = "".join(f'<w:r><w:footnoteReference w:id="{note}"/></w:r>' for note in notes)
    return f"<w:p><w:pPr>{properties}</w:pPr><w:r><w:t>{before}</w:t></w:r>{marks}<w:r><w:t>{after}</w:t></w:r></w:p>"


def laid(folder: Path, body: str, *notes: str, settings: str = "") -> Pages:
    part = RULE + "".join(
        f'<w:footnote w:id="{number}"><w:p><w:r><w:footnoteRef/></w:r><w:r><w:t>{note}</w:t></w:r></w:p></w:footnote>'
        for number, note in enumerate(notes, 1)
    )
    path = folder / "草稿.docx"
    path.write_bytes(make_docx(body, {"word/footnotes.xml": part, "word/settings.xml": settings}))
    return lay_out_file(path, FormatOptions()).pages


def of_notes(page: Page) -> list[Line]:
    return [line for line in page.lines if line.source is not None and line.source.part == "word/footnotes.xml"]


def test_a_note_stands_at_the_foot_of_the_page_below_a_rule(tmp_path):
    page = laid(tmp_path, referring("正文", 1), "出处").pages[0]
    (note,) = of_notes(page)
    assert note.text == "1出处"
    assert Mm(262) < note.bottom < Mm(264.5)
    (rule,) = page.strokes
    assert words(page)[-1].bottom < rule.y < note.top and abs(rule.width - Mm(39)) < Mm(0.1)


def test_the_reference_shows_the_number_raised(tmp_path):
    (line,) = words(laid(tmp_path, referring("正文", 1, after="之后"), "出处").pages[0])
    number = next(glyphs for glyphs in line.glyphs if glyphs.text == "1")
    assert line.text == "正文1之后" and Emphasis.SUPERSCRIPT in number.emphasis


@pytest.mark.parametrize(
    ("row", "length", "expected"),
    [
        (13, 1, [(21, 1), (5, 0)]),
        (13, 3, [(20, 3), (6, 0)]),
        (18, 12, [(18, 8), (8, 4)]),
        (20, 5, [(20, 4), (6, 1)]),
        (21, 8, [(21, 2), (5, 6)]),
        (22, 5, [(21, 0), (5, 5)]),
    ],
)
def test_lines_and_notes_share_a_page_as_in_libreoffice(tmp_path, row, length, expected):
    """Twenty-six lines, the reference in one of them, the note so many lines long: measured in LibreOffice 7.4."""
    rows = [referring(f"第{n}行正文", 1) if n == row else p(f"第{n}行正文") for n in range(1, 27)]
    pages = laid(tmp_path, "".join(rows), "注" * (49 * length - 30)).pages
    assert [(len(words(page)), len(of_notes(page))) for page in pages] == expected


def test_a_note_longer_than_pages_is_set_to_its_end(tmp_path):
    pages = laid(tmp_path, referring("正文", 1), "注" * 49 * 120).pages
    assert len(pages) == 3
    assert sum(line.text.count("注") for page in pages for line in of_notes(page)) == 49 * 120


def test_numbers_take_the_format_of_the_settings_and_begin_anew_with_a_section(tmp_path):
    settings = '<w:footnotePr><w:numFmt w:val="decimalEnclosedCircle"/><w:numRestart w:val="eachSect"/></w:footnotePr>'
    section = '<w:sectPr><w:type w:val="nextPage"/></w:sectPr>'
    body = referring("甲", 1, 2, properties=section) + referring("乙", 3) + section
    pages = laid(tmp_path, body, "一", "二", "三", settings=settings).pages
    assert [[line.text for line in of_notes(page)] for page in pages] == [["①一", "②二"], ["①三"]]


def test_a_reference_begins_no_line(tmp_path):
    first, second = words(laid(tmp_path, referring("字" * 26, 1, after="后文"), "出处").pages[0])
    assert first.text == "字" * 25 and second.text == "字1后文"


def test_pages_with_notes_are_certain(tmp_path):
    assert laid(tmp_path, lines(30) + referring("正文", 1), "出处").estimated_from is None


def test_numbers_that_begin_anew_on_every_page_are_an_estimate(tmp_path):
    settings = '<w:footnotePr><w:numRestart w:val="eachPage"/></w:footnotePr>'
    assert laid(tmp_path, referring("正文", 1), "出处", settings=settings).estimated_from == 1


def test_a_note_of_a_cell_stands_at_the_foot_of_the_page_of_its_row_and_only_once(tmp_path):
    def row(cell: str, heads: str = "") -> str:
        return f"<w:tr>{heads}<w:tc><w:tcPr/>{cell}</w:tc><w:tc><w:tcPr/>{p('备注')}</w:tc></w:tr>"

    rows = (
        row(referring("项目", 1), "<w:trPr><w:tblHeader/></w:trPr>") + row(p("一项")) * 120 + row(referring("末项", 2))
    )
    first, *_, last = laid(tmp_path, f"<w:tbl>{rows}</w:tbl>", "表头的注" * 20, "末行的注").pages
    note, below = of_notes(first)
    assert (note.text + below.text, note.width > Mm(150)) == ("1" + "表头的注" * 20, True)
    assert [line.text for line in of_notes(last)] == ["2末行的注"]
