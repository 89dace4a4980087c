"""Endnotes: after the text, on pages of their own below a rule, before the imprint, and so in the docx too."""

from __future__ import annotations

from pathlib import Path

import pytest

from gwformat.api import FormatOptions, FormatResult, format_file
from gwformat.layout.boxes import Page
from gwformat.ooxml.names import w
from gwformat.ooxml.package import Package
from gwformat.units import Mm
from tests.build import make_docx, p

SECTION = '<w:sectPr><w:type w:val="nextPage"/></w:sectPr>'
OPENING = p("关于某某工作的通知") + p("各区人民政府：")
CLOSING = p("某某市人民政府") + p("2026年3月20日")
IMPRINT = p("抄送：市委办公室。") + p("某某市人民政府办公室　2026年3月21日印发")
RULE = '<w:endnote w:type="separator" w:id="0"><w:p><w:r><w:separator/></w:r></w:p></w:endnote>'


def referring(text: str, *notes: int, properties: str = "") -> str:
    marks = "".join(f'<w:r><w:endnoteReference w:id="{note}"/></w:r>' for note in notes)
    return f"<w:p><w:pPr>{properties}</w:pPr><w:r><w:t>{text}</w:t></w:r>{marks}</w:p>"


def formatted(folder: Path, body: str, *notes: str, rule: str = RULE, settings: str = "") -> FormatResult:
    part = rule + "".join(
        f'<w:endnote w:id="{number}"><w:p><w:r><w:endnoteRef/></w:r><w:r><w:t>{note}</w:t></w:r></w:p></w:endnote>'
        for number, note in enumerate(notes, 1)
    )
    path = folder / "草稿.docx"
    path.write_bytes(make_docx(body, {"word/endnotes.xml": part, "word/settings.xml": settings}))
    return format_file(path, folder / "成品.docx", FormatOptions(force=True))


def shown(page: Page) -> list[str]:
    return [line.text for line in page.lines if line.spans or line.source is not None]


def sections(result: FormatResult) -> list[tuple[bool, str]]:
    """Of each section: whether endnotes wait for a later one, and where it begins."""
    package = Package.open(result.output)
    found = package.tree(package.main_part).iter(w("sectPr"))
    begins = ((section, section.find(w("type"))) for section in found)
    return [
        (section.find(w("noEndnote")) is not None, "" if said is None else said.get(w("val"), ""))
        for section, said in begins
    ]


def test_endnotes_stand_on_a_page_of_their_own_below_a_rule(tmp_path):
    text, notes = formatted(tmp_path, referring("正文", 1, 2), "出处一", "出处二").pages.pages
    assert shown(text) == ["正文iii"]
    assert shown(notes) == ["i出处一", "ii出处二"]
    (rule,) = notes.strokes
    assert Mm(35) < rule.y < notes.lines[0].top < Mm(39) and abs(rule.width - Mm(39)) < Mm(0.1)


def test_many_endnotes_take_as_many_pages_as_they_need_and_nothing_is_lost(tmp_path):
    pages = formatted(tmp_path, referring("正文", 1), "注" * 49 * 120).pages
    assert pages.estimated_from is None
    assert [len(shown(page)) for page in pages.pages] == [1, 49, 50, 22]  # the rule takes the room of one line
    assert sum(line.text.count("注") for page in pages.pages for line in page.lines) == 49 * 120


def test_a_page_break_in_a_note_is_ignored(tmp_path):
    pages = formatted(tmp_path, referring("正文", 1), '甲</w:t><w:br w:type="page"/><w:t>乙').pages
    assert [shown(page) for page in pages.pages] == [["正文i"], ["i甲乙"]]


def test_an_imprint_comes_after_the_endnotes_on_an_even_page_in_a_section_of_its_own(tmp_path):
    body = OPENING + referring("正文", 1) + CLOSING + IMPRINT
    result = formatted(tmp_path, body, "出处")
    assert [shown(page)[-1:] for page in result.pages.pages] == [
        ["2026年3月20日"],
        ["i出处"],
        [],
        ["2026年3月21日印发"],
    ]
    assert sections(result) == [(False, ""), (False, "nextPage")]


def test_endnotes_of_all_sections_stand_at_the_end_of_the_last_one(tmp_path):
    body = referring("甲", 1, properties=SECTION) + referring("乙", 2) + SECTION
    result = formatted(tmp_path, body, "一", "二")
    assert [shown(page) for page in result.pages.pages] == [["甲i"], ["乙ii"], ["i一", "ii二"]]
    assert sections(result) == [(True, "nextPage"), (False, "nextPage")]


def test_endnotes_stand_on_sheets_like_those_of_the_last_section(tmp_path):
    turned = '<w:sectPr><w:pgSz w:w="16838" w:h="11906" w:orient="landscape"/></w:sectPr>'
    result = formatted(tmp_path, referring("甲", 1, properties=SECTION) + referring("乙", 2) + turned, "一", "二")
    assert [page.width > page.height for page in result.pages.pages] == [False, True, True]


def test_a_note_in_a_table_is_shown_too(tmp_path):
    cell = f"<w:tr><w:tc>{referring('格', 1)}</w:tc></w:tr>"
    table = f"<w:tbl><w:tblPr/><w:tblGrid><w:gridCol w:w='5000'/></w:tblGrid>{cell}</w:tbl>"
    pages = formatted(tmp_path, p("正文") + table + p("后文"), "出处").pages
    assert pages.estimated_from is None
    assert shown(pages.pages[-1]) == ["i出处"]


@pytest.mark.parametrize("rule", [RULE, ""])
def test_the_docx_begins_a_page_with_the_rule_above_the_endnotes(tmp_path, rule):
    settings = '<w:endnotePr><w:pos w:val="docEnd"/><w:numFmt w:val="decimal"/></w:endnotePr>'
    result = formatted(tmp_path, referring("正文", 1), "出处", rule=rule, settings=settings)
    package = Package.open(result.output)
    said = package.tree("word/settings.xml").find(w("endnotePr"))
    assert said is not None and [child.tag for child in said] == [w("pos"), w("numFmt"), w("endnote")]
    assert said[0].get(w("val")) == "sectEnd"
    notes = package.tree("word/endnotes.xml").iter(w("endnote"))
    (above,) = [note for note in notes if note.get(w("type")) == "separator"]
    assert above.get(w("id")) == said[2].get(w("id"))
    assert above.find(f"{w('p')}/{w('pPr')}/{w('pageBreakBefore')}") is not None


@pytest.mark.parametrize("closing", ["", CLOSING + IMPRINT])
def test_a_second_run_changes_nothing(tmp_path, closing):
    first = formatted(tmp_path, OPENING + referring("正文", 1) + closing, "出处")
    again = format_file(first.output, tmp_path / "再排.docx", FormatOptions(force=True))
    parts = ("word/document.xml", "word/endnotes.xml", "word/settings.xml")
    before, after = Package.open(first.output).parts, Package.open(again.output).parts
    assert [before[name] for name in parts] == [after[name] for name in parts]
    assert len(again.pages.pages) == len(first.pages.pages)
