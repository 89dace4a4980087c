"""Which paragraphs have lines that nobody can vouch for after a mapping, and which only look so."""

from __future__ import annotations

import io

import docx
from docx.document import Document
from docx.enum.text import WD_LINE_SPACING
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.shared import Pt

from gwformat.fonts import load_system
from gwformat.fonts.advances import Advances
from gwformat.fonts.installed import InstalledFonts
from gwformat.ooxml.package import Package
from gwformat.writers.docx.mapping import Kept, map_fonts

WORDS = "The members of the WTO agreed on the IPv6 roadmap and on the next steps of the working group. " * 3
PARTY = f'<w:rFonts {nsdecls("w")} w:ascii="Times New Roman" w:hAnsi="Times New Roman" w:eastAsia="仿宋_GB2312"/>'

NO_SPACE = '<w:autoSpaceDE w:val="0"/><w:autoSpaceDN w:val="0"/>'


def kept(properties: str = "", words: str = WORDS, around: str = "{}") -> Kept:
    """What becomes of the lines of one paragraph that goes from the party system to the government one."""
    document = docx.Document()
    paragraph = document.add_paragraph()
    runs = around.format(f"<w:r><w:rPr>{PARTY}</w:rPr><w:t>{words}</w:t></w:r>")
    whole = parse_xml(f"<w:p {nsdecls('w')}><w:pPr>{properties}{NO_SPACE}</w:pPr>{runs}</w:p>")
    paragraph._p.getparent().replace(paragraph._p, whole)
    for said in document.settings.element.iter(qn("w:characterSpacingControl")):
        said.set(qn("w:val"), "doNotCompress")
    return of_document(document)


def of_document(document: Document) -> Kept:
    """What becomes of the lines of a document that goes from the party system to the government one."""
    data = io.BytesIO()
    document.save(data)
    found = map_fonts(Package.from_bytes(data.getvalue()), load_system("government"), Advances(InstalledFonts(()))).kept
    assert found is not None
    return found


def numbered(hanging: int) -> str:
    """A list bullet of python-docx's template, with an indent of its own."""
    return f'<w:pStyle w:val="ListNumber"/><w:ind w:left="720" w:hanging="{hanging}"/>'


def reasons(found: Kept) -> list[str]:
    return [one.reason for one in found.uncertain]


def test_a_plain_paragraph_is_certain() -> None:
    assert reasons(kept()) == []


def test_a_number_in_a_wide_hanging_indent_leaves_the_lines_certain() -> None:
    assert reasons(kept(numbered(720))) == []


def test_a_number_that_may_reach_into_the_text_makes_them_uncertain() -> None:
    assert reasons(kept(numbered(100))) == ["自动编号的宽度由软件定"]


def test_a_frame_of_its_own_makes_them_uncertain() -> None:
    assert reasons(kept('<w:framePr w:w="4000" w:hAnchor="page" w:x="1000" w:y="1000"/>')) == ["文本框或图文框里的文字"]


def test_a_page_in_columns_makes_them_uncertain() -> None:
    document = docx.Document()
    document.add_paragraph()._p.append(parse_xml(f"<w:r {nsdecls('w')}><w:rPr>{PARTY}</w:rPr><w:t>{WORDS}</w:t></w:r>"))
    (columns,) = document.element.body.iter(qn("w:cols"))
    columns.set(qn("w:num"), "2")
    assert reasons(of_document(document)) == ["分栏或竖排"]


def test_a_word_too_long_for_a_line_makes_them_uncertain() -> None:
    assert reasons(kept(words="见WTO" + "internationalisation" * 6)) == ["一行排不下的西文单词，从哪里断开由软件定"]


def test_a_content_control_in_the_line_makes_them_uncertain() -> None:
    control = "<w:sdt><w:sdtPr><w:text/></w:sdtPr><w:sdtContent>{}</w:sdtContent></w:sdt>"
    assert reasons(kept(around=control)) == ["行内有内容控件"]


def test_uncertain_paragraphs_are_named_one_by_one() -> None:
    (one,) = kept(numbered(100)).uncertain
    assert (one.part, one.paragraph) == ("word/document.xml", 1)


def test_characters_no_face_has_make_the_lines_uncertain() -> None:
    assert reasons(kept(words="한국어 " * 40)) == ["字体里没有的字，宽度由软件另选的字体定"]


def test_characters_that_keep_the_face_they_had_leave_them_certain() -> None:
    assert reasons(kept(words="ß is a letter of German. " * 20)) == []


def test_letters_that_join_are_not_tracked() -> None:
    found = kept(words="مرحبا بكم " * 40)
    assert (reasons(found), found.tracked) == (["从右到左或上下组合的文字，宽度由软件定"], ())


def test_a_line_that_is_less_than_half_full_stays_one_line_whatever_sets_it() -> None:
    control = "<w:sdt><w:sdtPr><w:text/></w:sdtPr><w:sdtContent>{}</w:sdtContent></w:sdt>"
    assert reasons(kept(words="WTO 한국어", around=control)) == []
    assert reasons(kept(numbered(100), words="WTO")) == []


def test_few_words_between_tab_stops_stay_at_them() -> None:
    stops = '<w:tabs><w:tab w:val="center" w:pos="4153"/><w:tab w:val="right" w:pos="8306"/></w:tabs>'
    cells = "</w:t><w:tab/><w:t>"
    assert reasons(kept(stops, words=f"WTO{cells}IPv6{cells}2")) == []
    assert reasons(kept(stops, words=f"WTO{cells}{WORDS}")) == ["自设的制表位"]


def headed(words: str, lines: int) -> Document:
    """A document with so many lines in its header; the text has a height of its own."""
    document = docx.Document()
    for paragraph in (document.add_paragraph("字"), document.styles["Normal"]):
        paragraph.paragraph_format.line_spacing = Pt(28)
        paragraph.paragraph_format.line_spacing_rule = WD_LINE_SPACING.EXACTLY
    header = document.sections[0].header
    for paragraph in (header.paragraphs[0], *(header.add_paragraph() for _ in range(lines - 1))):
        paragraph.paragraph_format.line_spacing_rule = WD_LINE_SPACING.SINGLE
        run = paragraph.add_run(words)
        run.font.name = "Times New Roman"
    return document


def test_lines_of_a_header_are_kept_as_well() -> None:
    found = of_document(headed(WORDS, 1))
    parts = {one.part for one in (*found.tracked, *found.moved)}
    assert parts == {"word/header1.xml"}


def test_a_header_that_may_reach_the_text_moves_pages_and_a_low_one_does_not() -> None:
    assert of_document(headed("页眉", 1)).free_heights == 0
    assert of_document(headed("页眉", 6)).free_heights > 0


def test_an_empty_paragraph_is_as_high_as_the_font_of_its_mark() -> None:
    document = headed("页眉", 1)
    document.add_paragraph().paragraph_format.line_spacing_rule = WD_LINE_SPACING.SINGLE
    assert of_document(document).free_heights == 1
